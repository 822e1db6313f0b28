using Jembatan.Statistics.Functions;

namespace Jembatan.Statistics.Tables;

/// <summary>A test of independence by its χ² distribution.</summary>
/// <param name="Statistic">The statistic, at least 0.</param>
/// <param name="P">Probability of a statistic as great or greater under independence, 0 to 1.</param>
public readonly record struct IndependenceTest(Estimate Statistic, Estimate P);

/// <summary>What a table says about independence of its rows and columns.</summary>
/// <param name="DegreesOfFreedom">(rows − 1)(columns − 1) of the rows and columns that have counts; null when nothing can be compared.</param>
/// <param name="ChiSquared">Pearson's test.</param>
/// <param name="LikelihoodRatio">The likelihood-ratio test G².</param>
/// <param name="ChiSquaredYates">Pearson's test with Yates' correction, for two rows and two columns.</param>
/// <param name="Expected">Rows × columns: counts expected under independence; 0 in an empty row or column.</param>
/// <param name="AdjustedResiduals">Rows × columns, standard normal under independence when counts are large.</param>
/// <param name="PearsonResiduals">Rows × columns.</param>
/// <param name="LeastExpected">The least expected count among rows and columns that have counts; null when nothing can be compared.</param>
/// <param name="ShareExpectedBelowFive">Share of those cells that expect fewer than five; null when nothing can be compared.</param>
public sealed record IndependenceResult(
    int? DegreesOfFreedom, IndependenceTest ChiSquared, IndependenceTest LikelihoodRatio, IndependenceTest ChiSquaredYates,
    Grid Expected, IReadOnlyList<IReadOnlyList<Estimate>> AdjustedResiduals, IReadOnlyList<IReadOnlyList<Estimate>> PearsonResiduals,
    double? LeastExpected, double? ShareExpectedBelowFive)
{
    /// <summary>Whether the χ² distribution describes the statistic well: no cell expects fewer than one, and at most a fifth of them fewer than five.</summary>
    /// <remarks><b>Source</b>: Cochran, W. G. (1954). Some methods for strengthening the common χ² tests. Biometrics 10(4), p. 420.</remarks>
    public bool IsLargeEnough => LeastExpected >= 1 && ShareExpectedBelowFive <= .2;
}

/// <summary>Tests of independence of rows and columns, and residuals.</summary>
/// <remarks>
/// With counts O, row sums r, column sums c, total n and E = r·c/n:
/// χ² = Σ (O − E)²/E; G² = 2 Σ O ln(O/E); Pearson residual (O − E)/√E; adjusted residual (O − E)/√(E(1 − r/n)(1 − c/n)).
/// <para>Rows and columns without counts are left out first, so that they change neither statistic nor degrees of freedom.</para>
/// <para><b>Cost</b>: O(rows · columns).</para>
/// <para><b>Source</b>: Agresti, A. (2013). Categorical Data Analysis, 3rd ed., Wiley, sections 3.2 and 3.3; Haberman, S. J. (1973). The analysis of residuals in cross-classified tables. Biometrics 29, 205–220.</para>
/// <para><b>Oracle</b>: Agresti (2007), party identification by gender: χ² 30.0701, G² 30.0167; scipy 1.10.1 for sparse tables.</para>
/// </remarks>
public static class Independence
{
    /// <summary>Tests and residuals of a table.</summary>
    /// <param name="table">Counts of cases, each case in one cell.</param>
    /// <returns>Always a result; its numbers carry a reason when the table is empty or has one row or column with counts.</returns>
    public static IndependenceResult Measure(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var n = (double)table.Total;
        var expected = Grid.Of(table.Rows, table.Columns, (r, c) => n == 0 ? 0 : table.RowTotals[r] * (double)table.ColumnTotals[c] / n);
        var adjusted = Residuals(table, (r, c) => expected[r, c] * (1 - (table.RowTotals[r] / n)) * (1 - (table.ColumnTotals[c] / n)));
        var pearson = Residuals(table, (r, c) => expected[r, c]);
        if (table.Reason() is { } reason)
        {
            var none = new IndependenceTest(Estimate.None(reason), Estimate.None(reason));
            return new(null, none, none, none, expected, adjusted, pearson, null, null);
        }

        double chi = 0, g = 0, least = double.MaxValue;
        int below = 0, cells = 0;
        for (var r = 0; r < table.Rows; r++)
        {
            for (var c = 0; c < table.Columns; c++)
            {
                double o = table[r, c], e = expected[r, c];
                if (e == 0) continue;
                cells++;
                chi += (o - e) * (o - e) / e;
                if (o > 0) g += o * Math.Log(o / e);
                least = Math.Min(least, e);
                if (e < 5) below++;
            }
        }

        var occupied = table.Occupied();
        var degrees = (occupied.Rows - 1) * (occupied.Columns - 1);
        return new(
            degrees, Test(chi, degrees), Test(Math.Max(0, 2 * g), degrees), Yates(occupied), expected, adjusted, pearson, least, (double)below / cells);

        Estimate Cell(int r, int c, Func<int, int, double> variance) =>
            n > 0 && variance(r, c) > 0 ? Estimate.Of((table[r, c] - expected[r, c]) / Math.Sqrt(variance(r, c))) : Estimate.None(Undefined.NoSpread);

        Estimate[][] Residuals(ContingencyTable of, Func<int, int, double> variance) =>
            [.. Enumerable.Range(0, of.Rows).Select(r => Enumerable.Range(0, of.Columns).Select(c => Cell(r, c, variance)).ToArray())];
    }

    private static IndependenceTest Test(double statistic, int degrees) => new(Estimate.Of(statistic), Estimate.Of(Functions.ChiSquared.UpperTail(statistic, degrees)));

    // n(|ad − bc| − n/2)² / (r₁ r₂ c₁ c₂), the bracket never below zero.
    private static IndependenceTest Yates(ContingencyTable table)
    {
        if (table.Rows != 2 || table.Columns != 2) return new(Estimate.None(Undefined.NotTwoByTwo), Estimate.None(Undefined.NotTwoByTwo));
        double n = table.Total, cross = Math.Abs(((double)table[0, 0] * table[1, 1]) - ((double)table[0, 1] * table[1, 0]));
        var reduced = Math.Max(0, cross - (n / 2));
        return Test(n * reduced * reduced / table.RowTotals[0] / table.RowTotals[1] / table.ColumnTotals[0] / table.ColumnTotals[1], 1);
    }
}
