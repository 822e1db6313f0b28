namespace Jembatan.Statistics.Distributions;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>The value below which a share <paramref name="p"/> lies.</summary>
    /// <remarks>
    /// Halving an interval on the distribution function, I_x(ν/2, ½) with x = ν/(ν + t²); the error is below 10⁻¹² relative.
    /// <para><b>Oracle</b>: R's <c>qt</c>.</para>
    /// </remarks>
    /// <param name="p">Share, above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">ν, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        if (!(p is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A share lies between 0 and 1.");
        if (!(degreesOfFreedom > 0)) throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom lie above 0.");
        if (p == .5) return 0;
        if (p < .5) return -Quantile(1 - p, degreesOfFreedom);
        var (low, high) = (0.0, 1.0);
        while (Above(high, degreesOfFreedom) > 1 - p && high < 1e150) (low, high) = (high, high * 2);
        for (var i = 0; i < 200 && high - low > 1e-14 * high; i++)
        {
            var middle = (low + high) / 2;
            if (Above(middle, degreesOfFreedom) > 1 - p) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>The share above a value.</summary>
    /// <param name="t">The value.</param>
    /// <param name="degreesOfFreedom">ν, above 0.</param>
    public static double Above(double t, double degreesOfFreedom) =>
        t < 0 ? 1 - Above(-t, degreesOfFreedom) : SpecialFunctions.Beta(degreesOfFreedom / (degreesOfFreedom + (t * t)), degreesOfFreedom / 2, .5) / 2;
}
