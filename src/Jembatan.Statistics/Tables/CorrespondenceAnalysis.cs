using Jembatan.Statistics.Functions;

namespace Jembatan.Statistics.Tables;

/// <summary>A map of the rows and columns of a table.</summary>
/// <param name="Reason">Why there is no map; null when there is one.</param>
/// <param name="Rows">Numbers of the rows that have counts, which are the ones mapped.</param>
/// <param name="Columns">Numbers of the columns that have counts.</param>
/// <param name="Inertias">Inertia of each axis, greatest first.</param>
/// <param name="TotalInertia">Their sum, χ²/n; 0 without a map.</param>
/// <param name="RowMasses">Share of each mapped row.</param>
/// <param name="ColumnMasses">Share of each mapped column.</param>
/// <param name="RowCoordinates">Mapped rows × axes, principal coordinates.</param>
/// <param name="ColumnCoordinates">Mapped columns × axes, principal coordinates.</param>
public sealed record CorrespondenceMap(
    string? Reason, IReadOnlyList<int> Rows, IReadOnlyList<int> Columns, IReadOnlyList<double> Inertias, double TotalInertia,
    IReadOnlyList<double> RowMasses, IReadOnlyList<double> ColumnMasses, Grid RowCoordinates, Grid ColumnCoordinates);

/// <summary>Simple correspondence analysis.</summary>
/// <remarks>
/// With P = counts ÷ n and masses r, c: the singular value decomposition of (P − rcᵀ)/√(rcᵀ) = U Σ Vᵀ gives inertias σ² and principal coordinates F = D(r)^−½ U Σ, G = D(c)^−½ V Σ.
/// The sign of an axis is arbitrary; here the row farthest out is on the positive side.
/// <para><b>Unit</b>: χ² distance, dimensionless. Distances among rows or among columns are meaningful, those between a row and a column are not.</para>
/// <para><b>Cost</b>: O(rows · columns · min(rows, columns)) for each of some ten sweeps.</para>
/// <para><b>Source</b>: Greenacre, M. (2017). Correspondence Analysis in Practice, 3rd ed., appendix A.</para>
/// <para><b>Oracle</b>: R package ca 0.71.1 on the smoking data of Greenacre (1984): inertias .0747591, .0100172, .0004136.</para>
/// </remarks>
public static class CorrespondenceAnalysis
{
    /// <summary>The map of a table, on min(rows, columns) − 1 axes.</summary>
    /// <param name="table">Counts; rows and columns without counts are left out.</param>
    /// <returns>A map, or a reason when the table is empty or has one row or column with counts.</returns>
    public static CorrespondenceMap Map(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var none = Grid.Of(0, 0, (_, _) => 0);
        if (table.Reason() is { } reason) return new(reason, [], [], [], 0, [], [], none, none);
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(r => table.RowTotals[r] > 0)], columns = [.. Enumerable.Range(0, table.Columns).Where(c => table.ColumnTotals[c] > 0)];
        var n = (double)table.Total;
        double[] r = [.. rows.Select(i => table.RowTotals[i] / n)], c = [.. columns.Select(j => table.ColumnTotals[j] / n)];
        var standardised = rows.Select((row, i) => columns.Select((column, j) => ((table[row, column] / n) - (r[i] * c[j])) / Math.Sqrt(r[i] * c[j])).ToArray()).ToArray();
        var (values, left, right) = SingularValues.Of(standardised);
        var axes = Math.Min(rows.Length, columns.Length) - 1; // the last value is zero: the margins are fixed
        for (var a = 0; a < axes; a++)
        {
            var farthest = Enumerable.Range(0, rows.Length).MaxBy(i => Math.Abs(left[a][i] / Math.Sqrt(r[i])));
            if (left[a][farthest] >= 0) continue;
            left[a] = [.. left[a].Select(x => -x)];
            right[a] = [.. right[a].Select(x => -x)];
        }

        double[] inertias = [.. values.Take(axes).Select(v => v * v)];
        return new(
            null, rows, columns, inertias, inertias.Sum(), r, c,
            Grid.Of(rows.Length, axes, (i, a) => left[a][i] * values[a] / Math.Sqrt(r[i])),
            Grid.Of(columns.Length, axes, (j, a) => right[a][j] * values[a] / Math.Sqrt(c[j])));
    }
}
