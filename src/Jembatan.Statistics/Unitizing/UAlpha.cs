using Jembatan.Statistics.Agreement;

namespace Jembatan.Statistics.Unitizing;

/// <summary>ᵤα: agreement of any number of coders in cutting a continuum into sections and naming them; gaps count as a value of their own.</summary>
/// <remarks>
/// ᵤα = 1 − (l − Σ l_cc)/(l − Σ e_cc), with lengths of intersections l_ck over all ordered pairs of coders, divided by m − 1, and e_cc = l (l_c² − S_c)/(l² − S).
/// S_c sums the squared lengths of sections, since a section is never paired with itself; for gaps S_0 sums lengths, since each position of a gap stands alone.
/// <para><b>Unit</b>: dimensionless, at most 1.</para>
/// <para><b>Cost</b>: one sweep for each pair of coders, O(sections); memory in proportion to sections and categories, whatever the length.</para>
/// <para><b>Why our number differs from another tool's</b>: Krippendorff's α_U of 1995 and 2004 weighs squared distances of boundaries and is another coefficient. One public program subtracts inclusive ends without
/// adding 1 and prints .567 where half-open positions give .565; the page of another prints figures that its own code does not produce.</para>
/// <para><b>Source</b>: Krippendorff, K., Mathet, Y., Bouvry, S. and Widlöcher, A. (2016). On the reliability of unitizing textual continua. Quality &amp; Quantity 50:2347–2364,
/// doi:10.1007/s11135-015-0266-1, with erratum doi:10.1007/s11135-015-0289-7.</para>
/// <para><b>Oracle</b>: an exact implementation independent of this one, in <c>tests/oracles/unitizing.json</c>.</para>
/// </remarks>
public sealed class UAlpha : UnitizingMeasure
{
    /// <inheritdoc/>
    public override string Id => "u-alpha";

    /// <inheritdoc/>
    public override string Name => "ᵤα";

    internal override Coefficient Measure(Intersections sums, CategoryWeights weights, int category)
    {
        var (l, same, self) = (sums.Total, sums.Same.Sum() + UAlphaBinary.BothGaps(sums), sums.Squares.Sum() + sums.Gaps);
        if ((l * l) - self <= 0) return Coefficient.None(Undefined.NoVariation);
        double expected = (sums.Gaps * sums.Gaps) - sums.Gaps;
        for (var c = 0; c < sums.Lengths.Length; c++) expected += (sums.Lengths[c] * sums.Lengths[c]) - sums.Squares[c];
        return Corrected(same / l, expected / ((l * l) - self));
    }
}
