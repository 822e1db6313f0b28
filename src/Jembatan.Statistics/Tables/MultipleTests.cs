namespace Jembatan.Statistics.Tables;

/// <summary>One way to correct p-values for the number of tests.</summary>
/// <param name="Id">Stable id, such as <c>benjamini-hochberg</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Controls">What is kept below the level: <c>false discovery rate</c> or <c>familywise error rate</c>.</param>
/// <param name="Source">Author, year, work.</param>
/// <param name="Correct">Corrected p-values in the order of the given ones; each is at least the given one and at most 1.</param>
public sealed record MultipleTest(string Id, string Name, string Controls, string Source, Func<IReadOnlyList<double>, IReadOnlyList<double>> Correct);

/// <summary>Corrections of p-values for the number of tests.</summary>
/// <remarks>
/// With m p-values, least first p₁ ≤ … ≤ pₘ. Benjamini–Hochberg: minⱼ≥ᵢ (m/j) pⱼ. Benjamini–Yekutieli: the same times Σ 1/k, valid under any dependence. Holm: maxⱼ≤ᵢ (m − j + 1) pⱼ.
/// Hochberg: minⱼ≥ᵢ (m − j + 1) pⱼ. Hommel: closed testing with Simes' test. All cut at 1.
/// <para><b>Unit</b>: probability. A p-value is given only where a test exists; leave undefined ones out, they are no tests.</para>
/// <para><b>Cost</b>: O(m log m); Hommel O(m²).</para>
/// <para><b>Oracle</b>: the 15 p-values of Benjamini and Hochberg (1995), of which four are rejected at .05; closed testing by enumeration for Hommel.</para>
/// </remarks>
public static class MultipleTests
{
    private const string Discovery = "false discovery rate", Familywise = "familywise error rate";

    /// <summary>Benjamini–Hochberg, the default for families of residuals and of words.</summary>
    public static MultipleTest BenjaminiHochberg { get; } = new("benjamini-hochberg", "Benjamini–Hochberg", Discovery,
        "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57(1), 289–300", p => FromGreatest(p, (m, rank) => (double)m / rank));

    /// <summary>Every correction, in the order of display.</summary>
    public static IReadOnlyList<MultipleTest> All { get; } =
    [
        BenjaminiHochberg,
        new("benjamini-yekutieli", "Benjamini–Yekutieli", Discovery,
            "Benjamini, Y. and Yekutieli, D. (2001). The control of the false discovery rate in multiple testing under dependency. Annals of Statistics 29(4), 1165–1188",
            p =>
            {
                var harmonic = Enumerable.Range(1, p.Count).Sum(k => 1.0 / k);
                return FromGreatest(p, (m, rank) => harmonic * m / rank);
            }),
        new("holm", "Holm", Familywise, "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2), 65–70", Holm),
        new("hochberg", "Hochberg", Familywise, "Hochberg, Y. (1988). A sharper Bonferroni procedure for multiple tests of significance. Biometrika 75(4), 800–802",
            p => FromGreatest(p, (m, rank) => m - rank + 1)),
        new("hommel", "Hommel", Familywise, "Hommel, G. (1988). A stagewise rejective multiple test procedure based on a modified Bonferroni test. Biometrika 75(2), 383–386", Hommel),
        new("bonferroni", "Bonferroni", Familywise, "Dunn, O. J. (1961). Multiple comparisons among means. JASA 56(293), 52–64",
            p => [.. Checked(p).Select(v => Math.Min(1, p.Count * v))]),
    ];

    private static double[] FromGreatest(IReadOnlyList<double> p, Func<int, int, double> factor)
    {
        var order = Order(p);
        var corrected = new double[p.Count];
        var least = 1.0;
        for (var rank = p.Count; rank >= 1; rank--)
        {
            var i = order[rank - 1];
            least = Math.Min(least, factor(p.Count, rank) * p[i]);
            corrected[i] = least;
        }

        return corrected;
    }

    private static double[] Holm(IReadOnlyList<double> p)
    {
        var order = Order(p);
        var corrected = new double[p.Count];
        var most = 0.0;
        for (var rank = 1; rank <= p.Count; rank++)
        {
            var i = order[rank - 1];
            most = Math.Max(most, Math.Min(1, (p.Count - rank + 1) * p[i]));
            corrected[i] = most;
        }

        return corrected;
    }

    // The corrected pᵢ is the greatest Simes p-value of any set of hypotheses that holds i. For each size s, the worst set that holds i has the s − 1 greatest others.
    private static double[] Hommel(IReadOnlyList<double> p)
    {
        var order = Order(p);
        var m = p.Count;
        var sorted = order.Select(i => p[i]).ToArray();
        var corrected = (double[])sorted.Clone();
        for (var size = m; size >= 2; size--)
        {
            var rest = m - size; // ranks below this are outside the set of the `size` greatest
            var others = double.MaxValue;
            for (var k = 2; k <= size; k++) others = Math.Min(others, size * sorted[rest + k - 1] / k); // places 2 … size of the set
            for (var i = 0; i < m; i++)
            {
                var simes = i >= rest
                    ? Math.Min(others, size * sorted[rest]) // i is among the greatest: the set is they
                    : Math.Min(others, size * sorted[i]); // i takes the first place in their stead
                corrected[i] = Math.Max(corrected[i], simes);
            }
        }

        var result = new double[m];
        for (var rank = 0; rank < m; rank++) result[order[rank]] = Math.Min(1, corrected[rank]);
        return result;
    }

    private static int[] Order(IReadOnlyList<double> p)
    {
        Checked(p);
        return [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i])];
    }

    private static IReadOnlyList<double> Checked(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        foreach (var v in p)
            if (!(v is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), v, "A p-value lies between 0 and 1.");
        return p;
    }
}
