namespace Jembatan.Statistics.Tables;

/// <summary>One measure of how strongly rows and columns of a table hang together.</summary>
/// <param name="Id">Stable id, such as <c>cramers-v</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Formula">The formula in one line.</param>
/// <param name="Source">Author, year, work.</param>
/// <param name="Measure">The measure of a table; its number carries a reason when there is none.</param>
public sealed record AssociationMeasure(string Id, string Name, string Formula, string Source, Func<ContingencyTable, Estimate> Measure);

/// <summary>The measures of association, all of tables of counts.</summary>
/// <remarks>
/// φ² = χ²/n; r rows and c columns that have counts.
/// <para><b>Unit</b>: dimensionless, 0 (none) to 1, but the odds ratio and the contingency coefficient (below 1 by construction).</para>
/// <para><b>Oracle</b>: scipy 1.10.1 and R 4.2.2, in tests/oracles/tables.json.</para>
/// </remarks>
public static class AssociationMeasures
{
    /// <summary>Every measure, in the order of display.</summary>
    public static IReadOnlyList<AssociationMeasure> All { get; } =
    [
        new("cramers-v", "Cramér's V", "√(φ² / min(r−1, c−1))", "Cramér, H. (1946). Mathematical Methods of Statistics, Princeton, section 21.9",
            t => OfChi(t, (phi, o) => Estimate.Of(Math.Sqrt(phi / Math.Min(o.Rows - 1, o.Columns - 1))))),
        new("cramers-v-corrected", "Cramér's V, bias-corrected", "√(max(0, φ² − (r−1)(c−1)/(n−1)) / min(r̃−1, c̃−1)), r̃ = r − (r−1)²/(n−1), c̃ likewise",
            "Bergsma, W. (2013). A bias-correction for Cramér's V and Tschuprow's T. Journal of the Korean Statistical Society 42(3), 323–328", t => OfChi(t, Corrected)),
        new("contingency-c", "Contingency coefficient C", "√(χ² / (χ² + n))", "Pearson, K. (1904). On the theory of contingency. Drapers' Company Research Memoirs",
            t => OfChi(t, (phi, _) => Estimate.Of(Math.Sqrt(phi / (phi + 1))))),
        new("phi", "φ", "(ad − bc) / √(r₁ r₂ c₁ c₂)", "Yule, G. U. (1912). On the methods of measuring association between two attributes. JRSS 75, 579–652", Phi),
        new("odds-ratio", "Odds ratio of the sample", "ad / bc", "Agresti, A. (2013). Categorical Data Analysis, 3rd ed., section 2.2", SampleOddsRatio),
    ];

    private static Estimate OfChi(ContingencyTable table, Func<double, ContingencyTable, Estimate> measure)
    {
        ArgumentNullException.ThrowIfNull(table);
        var result = Independence.Measure(table);
        return result.ChiSquared.Statistic.Value is { } chi
            ? measure(chi / table.Total, table.Occupied())
            : result.ChiSquared.Statistic;
    }

    private static Estimate Corrected(double phi, ContingencyTable table)
    {
        double n = table.Total, r = table.Rows, c = table.Columns;
        var excess = Math.Max(0, phi - ((r - 1) * (c - 1) / (n - 1)));
        var least = Math.Min(r - 1 - ((r - 1) * (r - 1) / (n - 1)), c - 1 - ((c - 1) * (c - 1) / (n - 1)));
        return least <= 0 ? Estimate.None(Undefined.TooSmall) : Estimate.Of(Math.Min(1, Math.Sqrt(excess / least)));
    }

    private static Estimate Phi(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows != 2 || table.Columns != 2) return Estimate.None(Undefined.NotTwoByTwo);
        if (table.Reason() is { } reason) return Estimate.None(reason);
        var cross = ((double)table[0, 0] * table[1, 1]) - ((double)table[0, 1] * table[1, 0]);
        return Estimate.Of(cross / Math.Sqrt(table.RowTotals[0] * (double)table.RowTotals[1]) / Math.Sqrt(table.ColumnTotals[0] * (double)table.ColumnTotals[1]));
    }

    private static Estimate SampleOddsRatio(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows != 2 || table.Columns != 2) return Estimate.None(Undefined.NotTwoByTwo);
        if (table.Reason() is { } reason) return Estimate.None(reason);
        return Estimate.Ratio((double)table[0, 0] * table[1, 1], (double)table[0, 1] * table[1, 0], Undefined.Infinite);
    }
}
