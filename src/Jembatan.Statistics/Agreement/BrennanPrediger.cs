namespace Jembatan.Statistics.Agreement;

/// <summary>The coefficient of Brennan and Prediger: agreement corrected for chance as if every category were equally likely; weighted or not.</summary>
/// <remarks>
/// κ = (pa − pe)/(1 − pe), pe = T_w/q², which is 1/q for identity weights. Also known as Bennett's S, Randolph's free-marginal κ and the prevalence-adjusted κ.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: units with two or more values enter; a missing value leaves out only its own pairs.</para>
/// <para><b>Why our number differs from another tool's</b>: q is the number of categories, in a table those that never occur too.</para>
/// <para><b>Source</b>: Brennan, R. L. and Prediger, D. J. (1981). Coefficient kappa: some uses, misuses, and alternatives. Educational and Psychological Measurement 41:687–699.</para>
/// <para><b>Oracle</b>: irrCAC 1.0, in <c>tests/oracles/agreement.json</c>.</para>
/// </remarks>
public sealed class BrennanPrediger : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "brennan-prediger";

    /// <inheritdoc/>
    public override string Name => "Brennan–Prediger";

    /// <inheritdoc/>
    public override string Source => "Brennan and Prediger (1981), Educational and Psychological Measurement 41:687–699";

    /// <inheritdoc/>
    public override string MissingRule => "Units with two or more values enter; a missing value leaves out only its own pairs.";

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement)
    {
        double q = tally.Patterns.Categories;
        return q < 2 ? Coefficient.None(Undefined.OneCategory) : Corrected(agreement.Observed(tally), agreement.TotalWeight / (q * q));
    }

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient) => Linear(tally, agreement, coefficient, _ => coefficient.Expected!.Value);
}
