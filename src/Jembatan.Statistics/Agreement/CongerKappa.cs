namespace Jembatan.Statistics.Agreement;

/// <summary>Conger's κ: agreement of any number of coders, corrected for chance with each coder's own distribution; Cohen's κ for two complete coders.</summary>
/// <remarks>
/// κ = (pa − pe)/(1 − pe), pe = mean over ordered pairs of coders g ≠ h of Σ w_kl p_gk p_hl.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: agreement uses units with two or more values, each coder's margins all values of that coder.</para>
/// <para><b>Why our number differs from another tool's</b>: R's irr calls it "exact" and drops units with missing values. For two coders with missing values it differs from <c>cohen-kappa</c>,
/// which leaves such units out of the margins.</para>
/// <para><b>Source</b>: Conger, A. J. (1980). Integration and generalization of kappas for multiple raters. Psychological Bulletin 88:322–328; missing values and variance: Gwet, K. L. (2014), ch. 5.</para>
/// <para><b>Oracle</b>: irr 0.84.1 and irrCAC 1.0, in <c>tests/oracles/agreement.json</c>.</para>
/// </remarks>
public sealed class CongerKappa : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "conger-kappa";

    /// <inheritdoc/>
    public override string Name => "Conger's κ";

    /// <inheritdoc/>
    public override string Source => "Conger (1980), Psychological Bulletin 88:322–328; missing values and variance: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.";

    /// <inheritdoc/>
    public override string MissingRule => "Agreement uses units with two or more values; each coder's margins use all values of that coder.";

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement)
    {
        var (shares, sum) = CoderShares(tally);
        if (shares.Any(s => s is null)) return Coefficient.None(Undefined.SilentCoder);
        var r = shares.Length;
        var expected = (agreement.Weights.IsRemembering ? OverPairs(shares, agreement.Weights) : agreement.Weights.Sum(sum, sum) - shares.Sum(s => agreement.Weights.Sum(s, s))) / ((double)r * (r - 1));
        return Corrected(agreement.Observed(tally), expected);
    }

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient)
    {
        var (shares, sum) = CoderShares(tally);
        var r = shares.Length;
        // Chance agreement of a value of coder g with the mean of the others; a coder with missing values counts for the units left out.
        var (chance, mean, worth) = (new double[r][], new double[r], new double[r]);
        for (var g = 0; g < r; g++)
        {
            chance[g] = agreement.Weights.Applied([.. sum.Zip(shares[g]!, (s, p) => s - p)]);
            mean[g] = PatternAgreement.Dot(chance[g], shares[g]);
            worth[g] = tally.Units / tally.Of(g);
        }

        return Linear(tally, agreement, coefficient, p =>
        {
            double total = 0;
            var codes = tally.Patterns[p];
            for (var g = 0; g < r; g++)
            {
                var given = codes[g] < 0 ? 0 : chance[g][codes[g]] - mean[g];
                total += (given * worth[g]) + mean[g];
            }

            return total / ((double)r * (r - 1));
        });
    }

    // Shares of one coder stay in proportion when a unit is left out; their sum over coders does not where values are missing.
    private static double OverPairs(double[]?[] shares, CategoryWeights weights)
    {
        double sum = 0;
        for (var g = 1; g < shares.Length; g++)
            for (var h = 0; h < g; h++) sum += 2 * weights.Sum(shares[g], shares[h]);
        return sum;
    }

    private static (double[]?[] Shares, double[] Sum) CoderShares(Tally tally)
    {
        var shares = new double[]?[tally.Patterns.Coders];
        var sum = new double[tally.Patterns.Categories];
        for (var g = 0; g < shares.Length; g++)
        {
            var values = tally.Of(g);
            if (values == 0) continue;
            var own = new double[sum.Length];
            var margins = tally.Margins(g);
            for (var k = 0; k < own.Length; k++) sum[k] += own[k] = margins[k] / values;
            shares[g] = own;
        }

        return (shares, sum);
    }
}
