using Jembatan.Statistics.Agreement;

namespace Jembatan.Statistics.Unitizing;

/// <summary>|ᵤα: agreement in telling what matters from what does not: sections against gaps, whatever their names.</summary>
/// <remarks>
/// |ᵤα = 1 − (l_0 − l_00)/(e_0 − e_00), on the lengths of ᵤα with all categories taken together; pairs of a section with itself are removed before that.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Why our number differs from another tool's</b>: ATLAS.ti calls it alpha-binary. A tool that counts characters coded by both as hits, without gaps, gives percent agreement instead.</para>
/// <para><b>Source</b>: as <see cref="UAlpha"/>.</para>
/// <para><b>Oracle</b>: an exact implementation independent of this one, in <c>tests/oracles/unitizing.json</c>.</para>
/// </remarks>
public sealed class UAlphaBinary : UnitizingMeasure
{
    /// <inheritdoc/>
    public override string Id => "u-alpha-binary";

    /// <inheritdoc/>
    public override string Name => "|ᵤα";

    internal override Coefficient Measure(Intersections sums, CategoryWeights weights, int category)
    {
        var (l, gaps, self) = (sums.Total, sums.Gaps, sums.Squares.Sum() + sums.Gaps);
        if ((l * l) - self <= 0) return Coefficient.None(Undefined.NoVariation);
        // (e_0 − e_00) / l = l_0 (l − l_0) / (l² − S); each disagreement stands on both sides of the diagonal.
        return Corrected(1 - (2 * (gaps - BothGaps(sums)) / l), 1 - (2 * gaps * (l - gaps) / ((l * l) - self)));
    }

    /// <summary>l_00: where two coders both gave nothing.</summary>
    internal static double BothGaps(Intersections sums) => sums.Gaps - sums.WithGap.Sum();
}
