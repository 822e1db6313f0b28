namespace Jembatan.Statistics.Agreement;

/// <summary>Gwet's AC1: agreement of any number of coders, corrected for the chance that a value is hard to tell; steady where one category is rare.</summary>
/// <remarks>
/// AC1 = (pa − pe)/(1 − pe), pe = Σ π_k (1 − π_k)/(q − 1), π_k = mean over units of r_ik/r_i.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: agreement uses units with two or more values, the margins every value.</para>
/// <para><b>Why our number differs from another tool's</b>: q is the number of categories, in a table those that never occur too; a tool that counts only those that occur gets another chance term.</para>
/// <para><b>Source</b>: Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology 61:29–48.</para>
/// <para><b>Oracle</b>: irrCAC 1.0, in <c>tests/oracles/agreement.json</c>; the table of 80, 7, 8, 5: .808.</para>
/// </remarks>
public sealed class GwetAc1 : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "gwet-ac1";

    /// <inheritdoc/>
    public override string Name => "Gwet's AC1";

    /// <inheritdoc/>
    public override string Source => "Gwet (2008), British Journal of Mathematical and Statistical Psychology 61:29–48";

    /// <inheritdoc/>
    public override string MissingRule => "Agreement uses units with two or more values; margins use every value.";

    /// <inheritdoc/>
    public override bool TakesWeights => false;

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement) => GwetAc2.Of(tally, agreement);

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient) => GwetAc2.InfluenceOf(tally, agreement, coefficient);
}
