namespace Jembatan.Statistics;

/// <summary>Sample percentiles by linear interpolation (type 7).</summary>
public static class Percentile
{
    /// <summary>The percentile of a sample that is already in order.</summary>
    /// <remarks>
    /// With h = (n−1)p: x₍⌊h⌋₎ + (h−⌊h⌋)(x₍⌊h⌋+1₎ − x₍⌊h⌋₎), counting from 0.
    /// <para><b>Unit</b>: that of the values.</para>
    /// <para><b>Source</b>: Hyndman, R. J. and Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50(4):361–365, definition 7.</para>
    /// <para><b>Oracle</b>: <c>statistics.quantiles</c> of Python 3, method <c>inclusive</c>.</para>
    /// </remarks>
    /// <param name="sorted">Values, least first, at least one, none NaN.</param>
    /// <param name="p">Share, 0 to 1.</param>
    /// <returns>From the least to the greatest value.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is outside 0 to 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.IsEmpty) throw new ArgumentException("A percentile needs at least one value.", nameof(sorted));
        if (!(p is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A share lies between 0 and 1.");
        var h = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(h);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return Math.Clamp(sorted[below] + ((h - below) * (sorted[above] - sorted[below])), sorted[below], sorted[above]); // rounding must not leave the two
    }

    /// <summary>The percentile of a sample in any order; see <see cref="OfSorted"/>.</summary>
    /// <param name="values">Values, at least one, none NaN; left as they are.</param>
    /// <param name="p">Share, 0 to 1.</param>
    public static double Of(IEnumerable<double> values, double p)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, p);
    }
}
