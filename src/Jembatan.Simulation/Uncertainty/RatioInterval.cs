using Jembatan.Statistics;
using Jembatan.Statistics.Random;
using MathNet.Numerics.Distributions;

namespace Jembatan.Simulation.Uncertainty;

/// <summary>A ratio of two uncertain numbers, such as cost per added covered person-year.</summary>
/// <param name="Value">The ratio; null when it is not estimable.</param>
/// <param name="Low">Lower end; null likewise.</param>
/// <param name="High">Upper end; null likewise.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
public sealed record RatioEstimate(double? Value, double? Low, double? High, string? Reason)
{
    internal static RatioEstimate Not(string reason) => new(null, null, null, reason);
}

/// <summary>Intervals of ratios. When the denominator may be zero the ratio is not estimable, and no number is given.</summary>
public static class RatioInterval
{
    /// <summary>The words for a denominator whose interval spans zero.</summary>
    public const string NotEstimable = "not estimable: the interval of the denominator includes 0";

    /// <summary>By Fieller's theorem.</summary>
    /// <remarks>
    /// The values r with (a − rb)² ≤ t²(v_a − 2r·c + r²v_b): between the roots of (b² − t²v_b)r² − 2(ab − t²c)r + (a² − t²v_a) when b² &gt; t²v_b, else no interval.
    /// <para><b>Source</b>: Fieller, E. C. (1954). Some problems in interval estimation. JRSS B 16(2):175–185.</para>
    /// </remarks>
    /// <param name="numerator">a.</param>
    /// <param name="denominator">b.</param>
    /// <param name="numeratorVariance">v_a, 0 or more.</param>
    /// <param name="denominatorVariance">v_b, 0 or more.</param>
    /// <param name="covariance">c.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    public static RatioEstimate Fieller(double numerator, double denominator, double numeratorVariance, double denominatorVariance, double covariance, double confidence = 0.95)
    {
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies strictly between 0 and 1.");
        if (!double.IsFinite(numerator + denominator + numeratorVariance + denominatorVariance + covariance)) return RatioEstimate.Not("not estimable: a part is no number");
        var t = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var a = (denominator * denominator) - (t * t * denominatorVariance);
        if (!(a > 0)) return RatioEstimate.Not(NotEstimable);
        var b = (numerator * denominator) - (t * t * covariance);
        var c = (numerator * numerator) - (t * t * numeratorVariance);
        var root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));
        return new(numerator / denominator, (b - root) / a, (b + root) / a, null);
    }

    /// <summary>By bootstrap over paired draws.</summary>
    /// <remarks>Ratio of means; percentiles of the ratios of resampled means. Not estimable when the percentile interval of the denominator's mean includes 0.</remarks>
    /// <param name="numerators">One a draw, at least two.</param>
    /// <param name="denominators">As many, of the same draws.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="replicates">Resamples, at least 100.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    public static RatioEstimate Bootstrap(IReadOnlyList<double> numerators, IReadOnlyList<double> denominators, ulong seed, int replicates = 1000, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(numerators);
        ArgumentNullException.ThrowIfNull(denominators);
        if (numerators.Count != denominators.Count) throw new ArgumentException("Draws are paired.", nameof(denominators));
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 100);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies strictly between 0 and 1.");
        if (numerators.Count < 2) return RatioEstimate.Not("not estimable: fewer than two draws");
        var n = numerators.Count;
        var counts = new int[n];
        var (ratios, bottoms) = (new double[replicates], new double[replicates]);
        for (var r = 0; r < replicates; r++)
        {
            new PhiloxStream(seed, "uncertainty/ratio", (ulong)r).Resample(counts);
            var (top, bottom) = (0.0, 0.0);
            for (var i = 0; i < n; i++) (top, bottom) = (top + (counts[i] * numerators[i]), bottom + (counts[i] * denominators[i]));
            (ratios[r], bottoms[r]) = (top / bottom, bottom / n);
        }

        var tail = (1 - confidence) / 2;
        if (!bottoms.All(double.IsFinite) || !(Percentile.Of(bottoms, tail) * Percentile.Of(bottoms, 1 - tail) > 0)) return RatioEstimate.Not(NotEstimable);
        var finite = ratios.Where(double.IsFinite).ToArray();
        var value = numerators.Average() / denominators.Average();
        return finite.Length == 0 || !double.IsFinite(value) ? RatioEstimate.Not(NotEstimable) : new(value, Percentile.Of(finite, tail), Percentile.Of(finite, 1 - tail), null);
    }
}
