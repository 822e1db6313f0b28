namespace Jembatan.Statistics.Agreement;

/// <summary>Percent agreement: the share of pairs of coders that agree, averaged over units. Not corrected for chance.</summary>
/// <remarks>
/// pa = (1/n′) Σ over units with r_i ≥ 2 of Σ_k r_ik (r*_ik − 1) / (r_i (r_i − 1)), with r*_ik = Σ_l w_kl r_il.
/// <para><b>Unit</b>: dimensionless, 0 to 1.</para>
/// <para><b>Why our number differs from another tool's</b>: some count only units on which all coders agree; this is the mean over pairs. With weights, near misses count in part.</para>
/// <para><b>Source</b>: Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., Advanced Analytics, ch. 5.</para>
/// <para><b>Oracle</b>: irrCAC 1.0, in <c>tests/oracles/agreement.json</c>.</para>
/// </remarks>
public sealed class PercentAgreement : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "percent";

    /// <inheritdoc/>
    public override string Name => "Percent agreement";

    /// <inheritdoc/>
    public override string Source => "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 5";

    /// <inheritdoc/>
    public override string MissingRule => "Units with two or more values enter; a missing value leaves out only its own pairs.";

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement) => new(agreement.Observed(tally), agreement.Observed(tally), null, null);

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient) => Linear(tally, agreement, coefficient, _ => 0);
}
