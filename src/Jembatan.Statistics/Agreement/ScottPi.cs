namespace Jembatan.Statistics.Agreement;

/// <summary>Scott's π: agreement of two coders, corrected for chance with the distribution that both share; weighted or not.</summary>
/// <remarks>
/// π = (pₒ − pₑ)/(1 − pₑ), pₑ = Σ w_ij π_i π_j, π_i = (p_i. + p_.i)/2.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: units that only one of the two valued are left out, from the margins too.</para>
/// <para><b>Why our number differs from another tool's</b>: where values are missing, Fleiss' κ of two coders keeps them in the margins; Krippendorff's nominal α adds a correction for small samples:
/// with N complete units α = 1 − (1 − π)(2N − 1)/(2N).</para>
/// <para><b>Source</b>: Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public Opinion Quarterly 19:321–325.</para>
/// <para><b>Oracle</b>: irrCAC 1.0, in <c>tests/oracles/agreement.json</c>.</para>
/// </remarks>
public sealed class ScottPi : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "scott-pi";

    /// <inheritdoc/>
    public override string Name => "Scott's π";

    /// <inheritdoc/>
    public override string Source => "Scott (1955), Public Opinion Quarterly 19:321–325";

    /// <inheritdoc/>
    public override string MissingRule => "Pairwise deletion: only units that both coders valued enter, in the margins too.";

    /// <inheritdoc/>
    public override bool IsForTwoCoders => true;

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement)
    {
        var pair = CoderPair.Of(tally, agreement.Weights);
        if (pair.Units == 0) return Coefficient.None(Undefined.NoPairableUnit);
        var shared = Shared(pair);
        return Corrected(pair.Observed, agreement.Weights.Sum(shared, shared));
    }

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient)
    {
        var pair = CoderPair.Of(tally, agreement.Weights);
        var chance = agreement.Weights.Applied(Shared(pair));
        return new(pair.Pull(coefficient, chance, chance), pair.Units);
    }

    private static double[] Shared(CoderPair pair) => [.. pair.Rows.Zip(pair.Columns, (a, b) => (a + b) / 2)];
}
