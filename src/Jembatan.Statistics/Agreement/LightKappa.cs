namespace Jembatan.Statistics.Agreement;

/// <summary>Light's κ: the mean of Cohen's κ over all pairs of coders; weighted or not.</summary>
/// <remarks>
/// κ = (2/(r(r − 1))) Σ over pairs g &lt; h of κ_gh.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Missing</b>: each pair uses the units that both valued. A pair whose κ is undefined leaves the mean undefined.</para>
/// <para><b>Why our number differs from another tool's</b>: Conger's κ averages observed and expected agreement before dividing, Light's averages the finished κ.
/// The analytic standard error is the linearisation of that mean; R's irr prints a z under independence instead.</para>
/// <para><b>Source</b>: Light, R. J. (1971). Measures of response agreement for qualitative data. Psychological Bulletin 76:365–377.</para>
/// <para><b>Oracle</b>: irr 0.84.1 for the data of Fleiss (1971): .459412.</para>
/// </remarks>
public sealed class LightKappa : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "light-kappa";

    /// <inheritdoc/>
    public override string Name => "Light's κ";

    /// <inheritdoc/>
    public override string Source => "Light (1971), Psychological Bulletin 76:365–377";

    /// <inheritdoc/>
    public override string MissingRule => "Each pair of coders uses the units that both valued.";

    internal override bool IsLargeSample => true;

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement)
    {
        double value = 0, observed = 0, expected = 0;
        var pairs = 0;
        foreach (var (g, h) in Pairs(tally))
        {
            var kappa = CohenKappa.Of(CoderPair.Of(tally, agreement.Weights, g, h), agreement.Weights);
            if (kappa.Undefined is not null) return kappa;
            (value, observed, expected, pairs) = (value + kappa.Value, observed + kappa.Observed, expected + kappa.Expected!.Value, pairs + 1);
        }

        return new(value / pairs, observed / pairs, expected / pairs, null);
    }

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient)
    {
        var pull = new double[tally.Patterns.Length];
        var pairs = Pairs(tally).ToList();
        foreach (var (g, h) in pairs)
        {
            var pair = CoderPair.Of(tally, agreement.Weights, g, h);
            var own = pair.Pull(CohenKappa.Of(pair, agreement.Weights), agreement.Weights.Applied(pair.Columns), agreement.Weights.Applied(pair.Rows));
            for (var p = 0; p < pull.Length; p++) pull[p] += own[p] * (tally.PairableUnits / pair.Units) / pairs.Count;
        }

        return new(pull, tally.PairableUnits);
    }

    internal override Func<int, Coefficient>? WithoutOne(Tally tally, PatternAgreement agreement)
    {
        var pairs = Pairs(tally).Select(p => CohenKappa.WithoutOne(CoderPair.Of(tally, agreement.Weights, p.First, p.Second), agreement.Weights)).ToList();
        return pattern =>
        {
            double value = 0;
            foreach (var pair in pairs)
            {
                var kappa = pair(pattern);
                if (kappa.Undefined is not null) return kappa;
                value += kappa.Value;
            }

            return new(value / pairs.Count, 0, 0, null);
        };
    }

    private static IEnumerable<(int First, int Second)> Pairs(Tally tally) =>
        from g in Enumerable.Range(0, tally.Patterns.Coders) from h in Enumerable.Range(g + 1, tally.Patterns.Coders - g - 1) select (g, h);
}
