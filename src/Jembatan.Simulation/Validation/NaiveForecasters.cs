using System.Collections.Immutable;
using Jembatan.Core;

namespace Jembatan.Simulation.Validation;

/// <summary>The rivals that any model should beat.</summary>
/// <remarks><b>Source</b>: Hyndman, R. J. and Athanasopoulos, G. (2021). Forecasting: Principles and Practice, 3rd ed., OTexts, ch. 5 and 8.</remarks>
public static class NaiveForecasters
{
    /// <summary>Last value, drift and exponential smoothing.</summary>
    public static IReadOnlyList<Forecaster> All { get; } =
    [
        new("last-value", new("Nilai terakhir", "Last value"), true, LastValue),
        new("drift", new("Tren lurus", "Drift"), true, Drift),
        new("ets", new("Pemulusan eksponensial", "Exponential smoothing"), true, Smoothing),
    ];

    // y_T; the spread is that of monthly changes, growing with the root of time.
    private static Result<ImmutableArray<Forecast>> LastValue(IReadOnlyList<MonthValue> seen, IReadOnlyList<CalendarMonth> months)
    {
        if (seen.Count < 1) return TooFew(1);
        var monthly = Math.Sqrt(MonthlyVariance(seen, 0));
        return months.Select(m => Forecast.Normal(m, seen[^1].Value, monthly * Math.Sqrt(Math.Max(0, m.Since(seen[^1].Month))))).ToImmutableArray();
    }

    // y_T + h·(y_T − y_1)/(T − 1); the spread has the uncertainty of the slope in it.
    private static Result<ImmutableArray<Forecast>> Drift(IReadOnlyList<MonthValue> seen, IReadOnlyList<CalendarMonth> months)
    {
        if (seen.Count < 2) return TooFew(2);
        double span = seen[^1].Month.Since(seen[0].Month);
        var slope = (seen[^1].Value - seen[0].Value) / span;
        var monthly = Math.Sqrt(MonthlyVariance(seen, slope));
        return months.Select(m =>
        {
            double h = Math.Max(0, m.Since(seen[^1].Month));
            return Forecast.Normal(m, seen[^1].Value + (slope * h), monthly * Math.Sqrt(h * (1 + (h / span))));
        }).ToImmutableArray();
    }

    // On the longest run of equal steps that ends with the last value; steps in between are parts of one.
    private static Result<ImmutableArray<Forecast>> Smoothing(IReadOnlyList<MonthValue> seen, IReadOnlyList<CalendarMonth> months)
    {
        if (seen.Count < 2) return TooFew(2);
        var (values, step) = EqualSteps(seen);
        var fitted = ExponentialSmoothing.Fit(values);
        if (fitted.Problem is { } problem) return problem;
        return months.Select(m =>
        {
            var h = Math.Max(0, m.Since(seen[^1].Month)) / (double)step;
            return Forecast.Normal(m, fitted.Value.At(h), fitted.Value.DeviationAt(h));
        }).ToImmutableArray();
    }

    /// <summary>The values at equal steps back from the last one: the step that gives the most values, the shorter one in a draw.</summary>
    internal static (double[] Values, int Step) EqualSteps(IReadOnlyList<MonthValue> seen)
    {
        var byMonth = seen.ToDictionary(s => s.Month.Index, s => s.Value);
        var (best, bestStep) = (new List<double>(), 1);
        foreach (var step in seen.SkipLast(1).Select(s => seen[^1].Month.Since(s.Month)).Order())
        {
            var values = new List<double>();
            for (var m = seen[^1].Month.Index; byMonth.TryGetValue(m, out var value); m -= step) values.Insert(0, value);
            if (values.Count > best.Count) (best, bestStep) = (values, step);
        }

        return ([.. best], bestStep);
    }

    private static double MonthlyVariance(IReadOnlyList<MonthValue> seen, double slope)
    {
        if (seen.Count < 2) return 0;
        var (sum, n) = (0.0, 0);
        for (var i = 1; i < seen.Count; i++)
        {
            double h = seen[i].Month.Since(seen[i - 1].Month);
            var change = seen[i].Value - seen[i - 1].Value - (slope * h);
            (sum, n) = (sum + (change * change / h), n + 1);
        }

        return sum / n;
    }

    private static Problem TooFew(int needed) => new("validation/too-few", FormattableString.Invariant($"A forecast of this kind needs {needed} observed values. Begin the fitted part earlier."));
}
