using Jembatan.Statistics.Agreement;

namespace Jembatan.Statistics.Unitizing;

/// <summary>(k)ᵤα: for each category, agreement in giving it rather than another, where two coders both found a section.</summary>
/// <remarks>
/// (k)ᵤα = 1 − (e_k/l_k)(l_k − l_kk)/(e_k − e_kk), on the matrices of cuα.
/// <para><b>Unit</b>: dimensionless, at most 1. Read it beside its coverage, the share of the category that entered.</para>
/// <para><b>Why our number differs from another tool's</b>: ATLAS.ti has no coefficient of this kind for single codes; κ of one code against all else, characters as units, is another question.</para>
/// <para><b>Source</b>: as <see cref="UAlpha"/>.</para>
/// <para><b>Oracle</b>: an exact implementation independent of this one, in <c>tests/oracles/unitizing.json</c>.</para>
/// </remarks>
public sealed class KuAlpha : UnitizingMeasure
{
    /// <inheritdoc/>
    public override string Id => "k-u-alpha";

    /// <inheritdoc/>
    public override string Name => "(k)ᵤα";

    /// <inheritdoc/>
    public override bool IsByCategory => true;

    internal override double Coverage(Intersections sums, int category) => sums.Lengths[category] == 0 ? 0 : sums.ValuedOf(category) / sums.Lengths[category];

    internal override Coefficient Measure(Intersections sums, CategoryWeights weights, int category)
    {
        var (total, margins, self) = Valued(sums);
        var (own, squares) = (margins[category], sums.IntersectedSquares[category]);
        if (own == 0) return Coefficient.None(Undefined.NoIntersection);
        if ((total * total) - self <= 0) return Coefficient.None(Undefined.NoVariation);
        var row = (total * own) - squares;               // e_k and e_kk, both over total / (total² − S′)
        var diagonal = (own * own) - squares;
        return row <= 0 ? Coefficient.None(Undefined.NoVariation) : Corrected(sums.Same[category] / own, diagonal / row);
    }
}
