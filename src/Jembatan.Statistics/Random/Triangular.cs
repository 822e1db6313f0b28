namespace Jembatan.Statistics.Random;

/// <summary>The triangular distribution: least, most likely and greatest value, straight lines between.</summary>
public static class Triangular
{
    /// <summary>The value below which a share <paramref name="p"/> of the distribution lies.</summary>
    /// <remarks>
    /// With c = (mode−low)/(high−low): low + √(p(high−low)(mode−low)) when p &lt; c, else high − √((1−p)(high−low)(high−mode)).
    /// <para><b>Unit</b>: that of the three values.</para>
    /// <para><b>Source</b>: Kotz, S. and van Dorp, J. R. (2004). Beyond Beta, World Scientific, ch. 1.</para>
    /// <para><b>Oracle</b>: the distribution function, of which it is the inverse.</para>
    /// </remarks>
    /// <param name="p">Share, 0 to 1.</param>
    /// <param name="low">Least value.</param>
    /// <param name="mode">Most likely value, from low to high.</param>
    /// <param name="high">Greatest value.</param>
    /// <returns>From low to high; low when all three are equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is outside 0 to 1, or the three are not finite and in order.</exception>
    public static double Quantile(double p, double low, double mode, double high)
    {
        if (!(p is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A share lies between 0 and 1.");
        if (!(double.IsFinite(low) && double.IsFinite(high) && low <= mode && mode <= high))
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "Low, mode and high are finite and in that order.");
        var width = high - low;
        if (width == 0) return low;
        var value = p < (mode - low) / width
            ? low + Math.Sqrt(p * width * (mode - low))
            : high - Math.Sqrt((1 - p) * width * (high - mode));
        return Math.Clamp(value, low, high);
    }
}
