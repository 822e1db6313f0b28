namespace Jembatan.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>The value below which a share <paramref name="p"/> lies.</summary>
    /// <remarks>
    /// Found by Newton's method on the distribution function from a rational start; the error is below 10⁻¹³.
    /// <para><b>Source</b>: Abramowitz, M. and Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.2.23 for the start.</para>
    /// <para><b>Oracle</b>: R's <c>qnorm</c>.</para>
    /// </remarks>
    /// <param name="p">Share, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and 1.</exception>
    public static double Quantile(double p)
    {
        if (!(p is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A share lies between 0 and 1.");
        if (p < .5) return -Quantile(1 - p);
        var t = Math.Sqrt(-2 * Math.Log(1 - p));
        var x = t - ((2.515517 + (t * (.802853 + (t * .010328)))) / (1 + (t * (1.432788 + (t * (.189269 + (t * .001308)))))));
        for (var i = 0; i < 6; i++)
        {
            var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
            if (density == 0) break;
            x -= (Above(-x) - p) / density;
        }

        return p == .5 ? 0 : x;
    }

    /// <summary>The share above a value.</summary>
    /// <remarks>½·Q(½, x²/2) by the regularised incomplete gamma function.</remarks>
    /// <param name="x">The value.</param>
    public static double Above(double x)
    {
        if (x < 0) return 1 - Above(-x);
        return x == 0 ? .5 : SpecialFunctions.GammaUpper(.5, x * x / 2) / 2;
    }
}
