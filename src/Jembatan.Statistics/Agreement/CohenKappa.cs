namespace Jembatan.Statistics.Agreement;

/// <summary>Cohen's κ: agreement of two coders, corrected for chance with each coder's own distribution; weighted or not.</summary>
/// <remarks>
/// κ = (pₒ − pₑ)/(1 − pₑ), pₒ = Σ w_ij p_ij, pₑ = Σ w_ij p_i. p_.j.
/// Variance: {Σ p_ij [w_ij − (w̄_i. + w̄_.j)(1 − κ)]² − [κ − pₑ(1 − κ)]²} / (n(1 − pₑ)²), with the normal distribution.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: units that only one of the two valued are left out, from the margins too.</para>
/// <para><b>Why our number differs from another tool's</b>: a popular program for qualitative coding takes the product of the two chance terms instead of their sum; another counts characters
/// that nobody coded as agreement. irrCAC keeps values without a partner in the margins (that is <c>conger-kappa</c> here). The z of R's irr uses the variance under κ = 0, not this one.</para>
/// <para><b>Source</b>: Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20:37–46; Cohen, J. (1968). Weighted kappa.
/// Psychological Bulletin 70:213–220; Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969). Psychological Bulletin 72:323–327.</para>
/// <para><b>Oracle</b>: psych 2.2.9 and irrCAC 1.0, in <c>tests/oracles/agreement.json</c>; Cohen (1960), p. 45.</para>
/// </remarks>
public sealed class CohenKappa : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "cohen-kappa";

    /// <inheritdoc/>
    public override string Name => "Cohen's κ";

    /// <inheritdoc/>
    public override string Source => "Cohen (1960), Educational and Psychological Measurement 20:37–46; variance: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72:323–327";

    /// <inheritdoc/>
    public override string MissingRule => "Pairwise deletion: only units that both coders valued enter, in the margins too.";

    /// <inheritdoc/>
    public override bool IsForTwoCoders => true;

    internal override bool IsLargeSample => true;

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement) => Of(CoderPair.Of(tally, agreement.Weights), agreement.Weights);

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient)
    {
        var pair = CoderPair.Of(tally, agreement.Weights);
        return new(pair.Pull(coefficient, agreement.Weights.Applied(pair.Columns), agreement.Weights.Applied(pair.Rows)), pair.Units);
    }

    internal override Func<int, Coefficient>? WithoutOne(Tally tally, PatternAgreement agreement) => WithoutOne(CoderPair.Of(tally, agreement.Weights), agreement.Weights);

    internal static Func<int, Coefficient> WithoutOne(CoderPair pair, CategoryWeights weights)
    {
        var without = pair.WithoutOne(weights.Sum(pair.Rows, pair.Columns));
        return p => without(p) is { } left ? Corrected(left.Observed, left.Expected) : Coefficient.None(Undefined.NoPairableUnit);
    }

    internal static Coefficient Of(CoderPair pair, CategoryWeights weights) =>
        pair.Units == 0 ? Coefficient.None(Undefined.NoPairableUnit) : Corrected(pair.Observed, weights.Sum(pair.Rows, pair.Columns));
}
