namespace Jembatan.Statistics.Tables;

/// <summary>A table of counts: how many cases fall in each row and column.</summary>
/// <remarks>Rows and columns without a count are kept for the reader and left out of every test, since they carry no information; <see cref="Occupied"/> is what is tested.</remarks>
public sealed class ContingencyTable
{
    private readonly int[] counts;
    private readonly long[] rowTotals;
    private readonly long[] columnTotals;

    private ContingencyTable(int rows, int columns, int[] counts)
    {
        (Rows, Columns, this.counts) = (rows, columns, counts);
        (rowTotals, columnTotals) = (new long[rows], new long[columns]);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                rowTotals[r] += counts[(r * columns) + c];
                columnTotals[c] += counts[(r * columns) + c];
            }
        }

        Total = rowTotals.Sum();
    }

    /// <summary>How many rows, empty ones included.</summary>
    public int Rows { get; }

    /// <summary>How many columns, empty ones included.</summary>
    public int Columns { get; }

    /// <summary>The sum of all counts.</summary>
    public long Total { get; }

    /// <summary>The sum of each row, length <see cref="Rows"/>.</summary>
    public IReadOnlyList<long> RowTotals => rowTotals;

    /// <summary>The sum of each column, length <see cref="Columns"/>.</summary>
    public IReadOnlyList<long> ColumnTotals => columnTotals;

    /// <summary>The count of a row and a column, zero-based.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public int this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
            return counts[(row * Columns) + column];
        }
    }

    /// <summary>The table of counts in rows that are all as long as the first.</summary>
    /// <param name="rows">Rows × columns, each count at least 0.</param>
    /// <exception cref="ArgumentException">A count is negative, or a row is longer or shorter than the first.</exception>
    public static ContingencyTable Of(IReadOnlyList<IReadOnlyList<int>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        var counts = new int[rows.Count * columns];
        for (var r = 0; r < rows.Count; r++)
        {
            if (rows[r].Count != columns) throw new ArgumentException($"Row {r + 1} has {rows[r].Count} counts where the first has {columns}.", nameof(rows));
            for (var c = 0; c < columns; c++)
                counts[(r * columns) + c] = rows[r][c] >= 0 ? rows[r][c] : throw new ArgumentException($"Row {r + 1} has a count below zero.", nameof(rows));
        }

        return new(rows.Count, columns, counts);
    }

    /// <summary>The table of rows and columns that have a count.</summary>
    public ContingencyTable Occupied()
    {
        if (!rowTotals.Contains(0) && !columnTotals.Contains(0)) return this;
        int[] rows = [.. Enumerable.Range(0, Rows).Where(r => rowTotals[r] > 0)], columns = [.. Enumerable.Range(0, Columns).Where(c => columnTotals[c] > 0)];
        return new(rows.Length, columns.Length, [.. rows.SelectMany(r => columns.Select(c => this[r, c]))]);
    }

    /// <summary>Why nothing can be compared in this table; null when something can.</summary>
    internal string? Reason()
    {
        if (Total == 0) return Undefined.Empty;
        if (rowTotals.Count(t => t > 0) < 2) return Undefined.OneRow;
        return columnTotals.Count(t => t > 0) < 2 ? Undefined.OneColumn : null;
    }
}
