namespace Jembatan.Statistics.Agreement;

/// <summary>Fleiss' κ: agreement of any number of coders whose identity does not matter, corrected for chance with the distribution that all share; weighted or not.</summary>
/// <remarks>
/// κ = (pa − pe)/(1 − pe), pe = Σ w_kl π_k π_l, π_k = mean over units of r_ik/r_i.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: agreement uses units with two or more values, the margins every value.</para>
/// <para><b>Why our number differs from another tool's</b>: R's irr drops every unit with a missing value; this keeps it. Krippendorff's nominal α has the same idea of chance with a correction for small samples.</para>
/// <para><b>Source</b>: Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76:378–382; missing values and variance: Gwet, K. L. (2014), ch. 5.</para>
/// <para><b>Oracle</b>: irr 0.84.1 and irrCAC 1.0, in <c>tests/oracles/agreement.json</c>; Fleiss (1971): .430.</para>
/// </remarks>
public sealed class FleissKappa : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "fleiss-kappa";

    /// <inheritdoc/>
    public override string Name => "Fleiss' κ";

    /// <inheritdoc/>
    public override string Source => "Fleiss (1971), Psychological Bulletin 76:378–382; missing values and variance: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.";

    /// <inheritdoc/>
    public override string MissingRule => "Agreement uses units with two or more values; margins use every value.";

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement)
    {
        var shares = tally.Shares;
        return Corrected(agreement.Observed(tally), agreement.Weights.Sum(shares, shares));
    }

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient)
    {
        var chance = agreement.Weights.Applied(tally.Shares);
        return Linear(tally, agreement, coefficient, p => Mean(tally, p, chance));
    }
}
