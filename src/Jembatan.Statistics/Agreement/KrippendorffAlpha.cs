namespace Jembatan.Statistics.Agreement;

/// <summary>Krippendorff's α: agreement among any number of coders at any level of measurement, with missing values, corrected for chance and for small samples.</summary>
/// <remarks>
/// α = 1 − Dₒ/Dₑ = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck, from the coincidences o_ck = Σ over units of (ordered pairs c, k)/(m_u − 1).
/// Units with fewer than two values are left out whole; their values do not enter the margins n_c.
/// <para><b>Unit</b>: dimensionless. 1 is perfect agreement, 0 is chance, below 0 is systematic disagreement.</para>
/// <para><b>Cost</b>: the coincidences are never laid out: O(patterns · coders²) and memory in proportion to the data, also with 10,000 categories.</para>
/// <para><b>Why our number differs from another tool's</b>: without variation some print 1; here it is undefined, with the reason. R's icr drifts in the sixth digit on large data with missing values.
/// The "customary" estimator of krippendorffsalpha is another one. With the weights of the κ family instead of a level, δ² = 1 − w.
/// Krippendorff's own bootstrap is about half as wide as resampling units, since it takes pairs as independent; the method stands beside every interval.</para>
/// <para><b>Source</b>: Krippendorff, K. (2019). Content Analysis, 4th ed., Sage, ch. 12; Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability.
/// Standard error: Gwet, K. L. (2014), ch. 6.</para>
/// <para><b>Oracle</b>: Krippendorff (2011), four observers; irr 0.84.1, irrCAC 1.0 and fast-krippendorff, in <c>tests/oracles/agreement.json</c>.</para>
/// </remarks>
public sealed class KrippendorffAlpha : AgreementMeasure
{
    /// <inheritdoc/>
    public override string Id => "krippendorff-alpha";

    /// <inheritdoc/>
    public override string Name => "Krippendorff's α";

    /// <inheritdoc/>
    public override string Source => "Krippendorff (2019), Content Analysis, 4th ed., ch. 12";

    /// <inheritdoc/>
    public override string MissingRule => "Units with fewer than two values are left out whole; every other value counts.";

    /// <inheritdoc/>
    public override bool TakesLevel => true;

    internal override double N(Tally tally) => tally.PairableValues;

    internal override Coefficient Measure(Tally tally, PatternAgreement agreement)
    {
        var n = tally.PairableValues;
        var apart = PatternAgreement.Dot(tally.Counts, agreement.DisagreementPerValue);                                              // n Dₒ
        var chance = (n * n) - agreement.Weights.Sum(tally.PairableMargins, tally.PairableMargins);                                  // n (n − 1) Dₑ
        return Of(apart, chance, n, agreement.Weights.IsIdentity);
    }

    /// <summary>α from n Dₒ and n(n − 1) Dₑ of n values; at the nominal level they are whole numbers.</summary>
    internal static Coefficient Of(double apart, double chance, double n, bool isWhole)
    {
        var (observed, expected) = (apart / n, chance / (n * (n - 1)));
        return expected < 1e-12 ? Coefficient.None(Undefined.NoVariation) : new(Coefficient.Exact((chance - ((n - 1) * apart)) / chance, (n - 1) * apart, chance, isWhole ? null : n * n), 1 - observed, 1 - expected, null);
    }

    internal override Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient)
    {
        // Gwet (2014), ch. 6: the coefficient without its correction for small samples carries the variance.
        var n = tally.PairableValues;
        double[] shares = [.. tally.PairableMargins.Select(m => m / n)];
        var chance = agreement.Weights.Applied(shares);
        var (mean, pa, pe) = (n / tally.PairableUnits, PatternAgreement.Dot(tally.Counts, agreement.PerValue) / n, PatternAgreement.Dot(chance, shares));
        var alpha = (pa - pe) / (1 - pe);
        var corrected = pa + ((1 - pa) / n); // what irrCAC takes for the part that the number of values brings
        var pull = new double[tally.Patterns.Length];
        for (var p = 0; p < pull.Length; p++)
        {
            var size = tally.Patterns.Sizes[p];
            if (size < 2) continue;
            var observed = (agreement.PerValue[p] / mean) - (corrected * (size - mean) / mean);
            var expected = (Mean(tally, p, chance) * size / mean) - (pe * (size - mean) / mean);
            pull[p] = ((observed - pe - (2 * (1 - alpha) * (expected - pe))) / (1 - pe)) - alpha;
        }

        return new(pull, tally.PairableUnits);
    }
}
