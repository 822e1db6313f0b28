namespace Jembatan.Statistics.Distributions;

/// <summary>Functions that distributions are made of.</summary>
internal static class SpecialFunctions
{
    private const double Tiny = 1e-300;

    // Lanczos, g = 7, nine terms: relative error below 1e-14 for z > 0.
    private static readonly double[] Lanczos =
    [
        .99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(z), z above 0.</summary>
    public static double LogGamma(double z)
    {
        if (z < .5) return Math.Log(Math.PI / Math.Sin(Math.PI * z)) - LogGamma(1 - z);
        var x = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) x += Lanczos[i] / (z - 1 + i);
        var t = z + 6.5;
        return (.5 * Math.Log(2 * Math.PI)) + ((z - .5) * Math.Log(t)) - t + Math.Log(x);
    }

    /// <summary>I_x(a, b): the regularised incomplete beta function, by Lentz's continued fraction.</summary>
    public static double Beta(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - Beta(1 - x, b, a);
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x))) / a;
        double c = 1, d = 1 / Near(1 - ((a + b) * x / (a + 1))), f = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Near(1 + (even * d));
            c = Near(1 + (even / c));
            f *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Near(1 + (odd * d));
            c = Near(1 + (odd / c));
            f *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16) break;
        }

        return front * f;
    }

    /// <summary>Q(a, x): the regularised upper incomplete gamma function; series for small x, continued fraction for large.</summary>
    public static double GammaUpper(double a, double x)
    {
        if (x <= 0) return 1;
        var front = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1)
        {
            double term = 1 / a, sum = term;
            for (var n = 1; n < 10_000 && Math.Abs(term) > Math.Abs(sum) * 1e-17; n++) sum += term *= x / (a + n);
            return 1 - (front * sum);
        }

        double b = x + 1 - a, c = 1 / Tiny, d = 1 / Near(b), f = d;
        for (var n = 1; n < 100_000; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / Near((an * d) + b);
            c = Near(b + (an / c));
            f *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16) break;
        }

        return front * f;
    }

    private static double Near(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
