using Jembatan.Statistics.Agreement;

namespace Jembatan.Statistics.Unitizing;

/// <summary>cuα: agreement in naming, where two coders both found a section; at any level of measurement.</summary>
/// <remarks>
/// On intersections of two sections only: cuα = 1 − Σ l_ck δ²_ck / Σ e_ck δ²_ck, with margins l_c − l_c0 and self-pairs removed by the squared length of what another coder valued of a section, divided by m − 1.
/// <para><b>Unit</b>: dimensionless, at most 1. Read it beside its coverage, the share of the continuum that entered.</para>
/// <para><b>Why our number differs from another tool's</b>: ATLAS.ti's cu-alpha is for one semantic domain of codes that exclude each other; overlapping codes must be split into domains first, as is done here.</para>
/// <para><b>Source</b>: as <see cref="UAlpha"/>.</para>
/// <para><b>Oracle</b>: an exact implementation independent of this one, in <c>tests/oracles/unitizing.json</c>.</para>
/// </remarks>
public sealed class CuAlpha : UnitizingMeasure
{
    /// <inheritdoc/>
    public override string Id => "cu-alpha";

    /// <inheritdoc/>
    public override string Name => "cuα";

    /// <inheritdoc/>
    public override bool TakesLevel => true;

    internal override double Coverage(Intersections sums, int category) => sums.Total == 0 ? 0 : Valued(sums).Total / sums.Total;

    internal override Coefficient Measure(Intersections sums, CategoryWeights weights, int category)
    {
        var (total, margins, self) = Valued(sums);
        if (total == 0) return Coefficient.None(Undefined.NoIntersection);
        if ((total * total) - self <= 0) return Coefficient.None(Undefined.NoVariation);
        var observed = sums.Same.Sum();
        if (!weights.IsIdentity)
            foreach (var (pair, length) in sums.Different) observed += 2 * length * weights.Between(pair.Item1, pair.Item2);
        return Corrected(observed / total, (weights.Sum(margins, margins) - self) / ((total * total) - self));
    }
}
