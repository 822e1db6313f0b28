namespace Jembatan.Statistics.Functions;

/// <summary>The logarithm of the gamma function, and of factorials.</summary>
internal static class LogGamma
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // B₂ₖ / (2k(2k−1)): the coefficients of Stirling's series.
    private static readonly double[] Stirling =
    [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
    ];

    private static readonly double[] Factorials = Table();

    /// <summary>ln Γ(x) for x above 0, to about 1e-15 of max(1, |ln Γ|).</summary>
    public static double Of(double x)
    {
        var product = 1.0;
        while (x < 16) // raise the argument until Stirling's series is exact to the last place
        {
            product *= x;
            x++;
        }

        double inverse = 1 / x, square = inverse * inverse, sum = 0;
        for (var k = Stirling.Length - 1; k >= 0; k--) sum = (sum * square) + Stirling[k];
        return ((x - .5) * Math.Log(x)) - x + HalfLogTwoPi + (sum * inverse) - Math.Log(product);
    }

    /// <summary>ln n!.</summary>
    public static double Factorial(long n) => n < Factorials.Length ? Factorials[n] : Of(n + 1.0);

    private static double[] Table()
    {
        var table = new double[1024];
        double sum = 0, lost = 0; // Neumaier's sum: the last place is right for each entry
        for (var n = 2; n < table.Length; n++)
        {
            var term = Math.Log(n);
            var next = sum + term;
            lost += Math.Abs(sum) >= term ? (sum - next) + term : (term - next) + sum;
            sum = next;
            table[n] = sum + lost;
        }

        return table;
    }
}
