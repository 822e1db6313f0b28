namespace Jembatan.Statistics.Functions;

/// <summary>The χ² distribution.</summary>
internal static class ChiSquared
{
    /// <summary>P(X ≥ x) for X of χ² with the given degrees of freedom: Q(df/2, x/2), the upper regularised incomplete gamma function.</summary>
    /// <remarks>Source: Abramowitz and Stegun (1972), 6.5.29 (series) and 6.5.31 (continued fraction, evaluated after Lentz).</remarks>
    public static double UpperTail(double x, int degreesOfFreedom)
    {
        if (x <= 0) return 1;
        double a = degreesOfFreedom / 2.0, z = x / 2;
        var front = Math.Exp((a * Math.Log(z)) - z - LogGamma.Of(a));
        return Math.Clamp(z < a + 1 ? 1 - (front * Series(a, z)) : front * Fraction(a, z), 0, 1);
    }

    private static double Series(double a, double z)
    {
        double term = 1 / a, sum = term;
        for (var k = 1; term > sum * 1e-17; k++)
        {
            term *= z / (a + k);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double a, double z)
    {
        const double Tiny = 1e-300;
        double b = z + 1 - a, c = 1 / Tiny, d = 1 / b, h = d;
        for (var k = 1; k < 100_000; k++)
        {
            var n = -k * (k - a);
            b += 2;
            d = 1 / NotZero((n * d) + b);
            c = NotZero(b + (n / c));
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 1e-16) break;
        }

        return h;

        static double NotZero(double v) => Math.Abs(v) < Tiny ? Tiny : v;
    }
}
