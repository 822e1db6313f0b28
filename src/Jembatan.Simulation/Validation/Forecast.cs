using System.Collections.Immutable;
using Jembatan.Core;

namespace Jembatan.Simulation.Validation;

/// <summary>What was observed, or is predicted, in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Value">The value, in the unit of the series.</param>
public readonly record struct MonthValue(CalendarMonth Month, double Value);

/// <summary>A forecast of one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Ensemble">Equally likely values, at least one; their median is the point forecast.</param>
public sealed record Forecast(CalendarMonth Month, ImmutableArray<double> Ensemble)
{
    /// <summary>Mean and standard deviation of a normal forecast, whose ensemble only pictures it; null for one that is drawn.</summary>
    public (double Mean, double Deviation)? Exact { get; private init; }

    /// <summary>The median.</summary>
    public double Median => Jembatan.Statistics.Percentile.Of(Ensemble, 0.5);

    /// <summary>The central interval of a probability.</summary>
    /// <param name="probability">Such as 0.8.</param>
    public (double Low, double High) Interval(double probability) => Exact is { } normal
        ? (Quantile(normal, (1 - probability) / 2), Quantile(normal, (1 + probability) / 2))
        : (Jembatan.Statistics.Percentile.Of(Ensemble, (1 - probability) / 2), Jembatan.Statistics.Percentile.Of(Ensemble, (1 + probability) / 2));

    /// <summary>The continuous ranked probability score of what happened: in closed form where the forecast is normal.</summary>
    /// <param name="observed">What happened, in the unit of the forecast.</param>
    public double Crps(double observed) => Exact is { } normal ? RankedProbability.OfNormal(observed, normal.Mean, normal.Deviation) : RankedProbability.OfEnsemble(observed, Ensemble);

    private static double Quantile((double Mean, double Deviation) normal, double probability) =>
        normal.Deviation > 0 ? MathNet.Numerics.Distributions.Normal.InvCDF(normal.Mean, normal.Deviation, probability) : normal.Mean;

    /// <summary>A normal forecast as 199 equally likely values: its quantiles at 0.005, 0.010, … 0.995.</summary>
    /// <param name="month">The month.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="deviation">Standard deviation, 0 or more.</param>
    public static Forecast Normal(CalendarMonth month, double mean, double deviation) =>
        new(month, deviation > 0 ? [.. Enumerable.Range(1, 199).Select(i => Quantile((mean, deviation), i / 200.0))] : [mean]) { Exact = (mean, deviation) };
}

/// <summary>One way to forecast: from what was seen to the months that are asked for.</summary>
/// <param name="Id">Stable id, such as <c>last-value</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="IsNaive">Whether it is a rival that any model should beat.</param>
/// <param name="Predict">From the fitted part, in order of time, and the months asked for to a forecast of each, in the same order.</param>
public sealed record Forecaster(string Id, Bilingual Name, bool IsNaive, Func<IReadOnlyList<MonthValue>, IReadOnlyList<CalendarMonth>, Result<ImmutableArray<Forecast>>> Predict);
