using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Tables;

/// <summary>A table read from a file: a header and rows of the same width.</summary>
/// <param name="Header">Names of the columns, trimmed, unique (a second "Umur" becomes "Umur (2)"); an empty one becomes "Column N".</param>
/// <param name="Rows">The rows; each has as many cells as the header. Cells are trimmed at the ends; an empty cell is missing. Numbers stand in invariant notation,
/// dates as <c>yyyy-MM-dd</c>, times as <c>HH:mm:ss</c>.</param>
/// <param name="Losses">What was left out, one English sentence each.</param>
public sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Losses)
{
    /// <summary>The row of the file that each of <see cref="Rows"/> stood in, from 1 as a spreadsheet counts; empty when the file has no such rows.</summary>
    public IReadOnlyList<int> FileRows { get; init; } = [];

    /// <summary>The cells of one column.</summary>
    /// <param name="column">Its place, from 0.</param>
    public IEnumerable<string> Column(int column) => Rows.Select(r => r[column]);

    /// <summary>The place of a column by name, without regard to case; −1 when there is none.</summary>
    /// <param name="name">The name.</param>
    public int IndexOf(string name) => Header.Index().Where(h => string.Equals(h.Item, name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(h => h.Index).FirstOrDefault(-1);

    /// <summary>Makes a table of raw rows: the first row with a cell is the header, empty rows and empty trailing columns go.</summary>
    /// <param name="raw">Rows of any width.</param>
    /// <param name="losses">What was left out already.</param>
    /// <returns>The table, or null when there is no header with at least one row under it.</returns>
    internal static Table? Of(IEnumerable<IReadOnlyList<string>> raw, IEnumerable<string> losses)
    {
        var filled = raw.Select(r => (IReadOnlyList<string>)[.. r.Select(c => CanonicalText.From(c).Value.Trim())]).Index().Where(r => r.Item.Any(c => c.Length > 0)).ToList();
        if (filled.Count < 2) return null;
        var width = filled.Max(r => r.Item.Index().LastOrDefault(c => c.Item.Length > 0).Index + 1);
        var rows = filled.Skip(1).Select(r => (IReadOnlyList<string>)[.. r.Item.Take(width), .. Enumerable.Repeat("", Math.Max(0, width - r.Item.Count))]).ToList();
        return new(Names(filled[0].Item, width), rows, [.. losses]) { FileRows = [.. filled.Skip(1).Select(r => r.Index + 1)] };
    }

    private static List<string> Names(IReadOnlyList<string> cells, int width)
    {
        var names = new List<string>(width);
        for (var c = 0; c < width; c++)
        {
            var name = c < cells.Count && cells[c].Length > 0 ? cells[c] : FormattableString.Invariant($"Column {c + 1}");
            var unique = name;
            for (var n = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); n++) unique = FormattableString.Invariant($"{name} ({n})");
            names.Add(unique);
        }

        return names;
    }
}
