namespace Jembatan.Text.Tokens;

/// <summary>How much more often a word stands in a target than in a reference.</summary>
/// <param name="Target">Times in the target.</param>
/// <param name="Reference">Times in the reference.</param>
/// <param name="G2">Log-likelihood of the table of four cells, with the sign of over- or under-use.</param>
/// <param name="G2TwoTerm">Log-likelihood of the two cells of the word only (Rayson and Garside), with the sign.</param>
/// <param name="ChiSquared">Pearson's statistic without correction, without sign.</param>
/// <param name="LogRatio">log₂ of the relative frequencies; null when the word is missing on one side.</param>
/// <param name="PercentDifference">(share in the target ÷ share in the reference − 1) · 100; null when it is missing in the reference.</param>
/// <param name="OddsRatio">Of the four cells; null when a cell below the line is 0.</param>
/// <param name="Bic">G² − ln N without sign: above 2 is positive evidence, above 10 very strong.</param>
public readonly record struct KeynessResult(
    int Target, int Reference, double G2, double G2TwoTerm, double ChiSquared, double? LogRatio, double? PercentDifference, double? OddsRatio, double Bic);

/// <summary>Keyness: words that tell a target from a reference.</summary>
/// <remarks>
/// With a, b the times of the word and A, B all words: the **four-cell** G² = 2 Σ O ln(O/E) over a, b, A − a, B − b (quanteda's <c>lr</c> without correction); the **two-term** G² = 2 (a ln(a/E₁) + b ln(b/E₂)), E₁ = A(a + b)/(A + B) (the log-likelihood wizard, AntConc).
/// They differ slightly; both are named, never mixed.
/// <para><b>Unit</b>: G² and χ² as χ² with one degree of freedom. Many words are many tests: correct their p-values.</para>
/// <para><b>Source</b>: Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19(1), 61–74; Rayson, P. and Garside, R. (2000). Comparing corpora using frequency profiling. ACL workshop on comparing corpora.</para>
/// <para><b>Oracle</b>: scipy 1.10.1 and the formulas of the UCREL wizard, in tests/oracles/keyness.json.</para>
/// </remarks>
public static class Keyness
{
    /// <summary>Keyness of one word.</summary>
    /// <param name="target">Times in the target, from 0 to <paramref name="targetTotal"/>.</param>
    /// <param name="reference">Times in the reference, from 0 to <paramref name="referenceTotal"/>.</param>
    /// <param name="targetTotal">Words of the target, above 0.</param>
    /// <param name="referenceTotal">Words of the reference, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static KeynessResult Measure(int target, int reference, long targetTotal, long referenceTotal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(targetTotal, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(referenceTotal, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(target);
        ArgumentOutOfRangeException.ThrowIfNegative(reference);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target, targetTotal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reference, referenceTotal);
        double a = target, b = reference, all = targetTotal, other = referenceTotal, n = all + other, word = a + b;
        double e1 = all * word / n, e2 = other * word / n;
        var two = 2 * (Term(a, e1) + Term(b, e2));
        var four = two + (2 * (Term(all - a, all - e1) + Term(other - b, other - e2)));
        (two, four) = (Math.Max(0, two), Math.Max(0, four)); // rounding near zero
        var sign = a * other >= b * all ? 1 : -1;
        var rest = n - word;
        var cross = (a * (other - b)) - (b * (all - a));
        var chi = word == 0 || rest == 0 ? 0 : n * cross / word * cross / rest / all / other;
        double? ratio = b == 0 ? null : a / all / (b / other);
        return new(
            target, reference, sign * four, sign * two, chi, ratio is > 0 ? Math.Log2(ratio.Value) : null, ratio is { } r ? (r - 1) * 100 : null,
            b * (all - a) == 0 ? null : a * (other - b) / (b * (all - a)), four - Math.Log(n));
    }

    private static double Term(double observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);
}
