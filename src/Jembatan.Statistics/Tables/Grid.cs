using System.Collections;

namespace Jembatan.Statistics.Tables;

/// <summary>Numbers in rows and columns that do not change.</summary>
public sealed class Grid : IReadOnlyList<IReadOnlyList<double>>
{
    private readonly double[] cells;

    private Grid(int rows, int columns, double[] cells) => (Rows, Columns, this.cells) = (rows, columns, cells);

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>The number in a row and a column, zero-based.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
            return cells[(row * Columns) + column];
        }
    }

    /// <summary>A copy of a row.</summary>
    /// <param name="index">Row, from 0.</param>
    public IReadOnlyList<double> this[int index] => cells.AsSpan(index * Columns, Columns).ToArray();

    int IReadOnlyCollection<IReadOnlyList<double>>.Count => Rows;

    /// <summary>The grid whose cells a function gives.</summary>
    /// <param name="rows">How many rows, at least 0.</param>
    /// <param name="columns">How many columns, at least 0.</param>
    /// <param name="cell">Row and column to number; called once for each cell, row by row.</param>
    public static Grid Of(int rows, int columns, Func<int, int, double> cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(cell);
        var cells = new double[rows * columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                cells[(r * columns) + c] = cell(r, c);
        return new(rows, columns, cells);
    }

    /// <summary>The grid of rows that are all as long as the first.</summary>
    /// <param name="rows">Rows × columns.</param>
    /// <exception cref="ArgumentException">A row is longer or shorter than the first.</exception>
    public static Grid Of(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        foreach (var row in rows)
            if (row.Count != columns) throw new ArgumentException($"A row has {row.Count} cells where the first has {columns}.", nameof(rows));
        return Of(rows.Count, columns, (r, c) => rows[r][c]);
    }

    /// <summary>The same numbers with rows and columns changed about.</summary>
    public Grid Transpose() => Of(Columns, Rows, (r, c) => this[c, r]);

    /// <inheritdoc/>
    public IEnumerator<IReadOnlyList<double>> GetEnumerator() => Enumerable.Range(0, Rows).Select(r => this[r]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
