namespace Jembatan.Statistics.Agreement;

/// <summary>Gwet's AC2: AC1 with weights, for ordered values; AC1 when the weights are identity.</summary>
/// <remarks>
/// AC2 = (pa − pe)/(1 − pe), pe = T_w/(q(q − 1)) · Σ π_k (1 − π_k), T_w = Σ w_kl.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: agreement uses units with two or more values, the margins every value.</para>
/// <para><b>Why our number differs from another tool's</b>: the weights take numbers as they are, not their ranks; values 1, 2 and 5 are not evenly spaced.</para>
/// <para><b>Source</b>: Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., Advanced Analytics, ch. 4 and 5.</para>
/// <para><b>Oracle</b>: irrCAC 1.0, in <c>tests/oracles/agreement.json</c>.</para>
/// </remarks>
public sealed class GwetAc2 : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "gwet-ac2";

    /// <inheritdoc/>
    public override string Name => "Gwet's AC2";

    /// <inheritdoc/>
    public override string Source => "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 4–5";

    /// <inheritdoc/>
    public override string MissingRule => "Agreement uses units with two or more values; margins use every value.";

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement) => Of(tally, agreement);

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient) => InfluenceOf(tally, agreement, coefficient);

    internal static Coefficient Of(Tally tally, PatternAgreement agreement)
    {
        double q = tally.Patterns.Categories;
        if (q < 2) return Coefficient.None(Undefined.OneCategory);
        double spread = 0;
        foreach (var sum in tally.ShareSums) spread += sum / tally.Units * (1 - (sum / tally.Units));
        return Corrected(agreement.Observed(tally), Factor(tally, agreement) * spread);
    }

    internal static Influence InfluenceOf(Tally tally, PatternAgreement agreement, Coefficient coefficient)
    {
        var factor = Factor(tally, agreement);
        double[] chance = [.. tally.Shares.Select(s => factor * (1 - s))];
        return Linear(tally, agreement, coefficient, p => Mean(tally, p, chance));
    }

    private static double Factor(Tally tally, PatternAgreement agreement)
    {
        double q = tally.Patterns.Categories;
        return agreement.TotalWeight / (q * (q - 1));
    }
}
