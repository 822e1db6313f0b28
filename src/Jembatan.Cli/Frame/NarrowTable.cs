using System.Globalization;
using Spectre.Console.Rendering;

namespace Jembatan.Cli.Frame;

/// <summary>Sets a table that is too wide for the terminal without breaking words.</summary>
/// <remarks>Columns that say nothing go; one that says the same in every row stands above; a long text stands under its row; what is left wraps between words.</remarks>
internal sealed class NarrowTable
{
    private const int Gap = 2;              // blanks between columns
    private const int Indent = 2;           // of what stands under a row
    private const int LongText = 40;        // a text that long
    private const int Readable = 24;        // is no longer set in a column narrower than this

    private readonly int width;
    private readonly int rows;
    private readonly List<Column> columns;
    private readonly List<Column> above = [];
    private readonly List<Column> below = [];

    private NarrowTable(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> cells, int width)
    {
        (this.width, rows) = (Math.Max(width, Readable), cells.Count);
        columns = [.. headings.Select((h, i) => new Column(h.TrimEnd('#').TrimEnd(), h.EndsWith('#'), [.. cells.Select(r => r[i].Trim())]))];
    }

    /// <summary>Cells of a terminal that a text takes.</summary>
    public static int WidthOf(string text) => new Segment(text).CellCount();

    /// <summary>The lines, none of them wider than the width; those of the heading are told apart.</summary>
    public static IEnumerable<(string Text, bool IsHeading)> Lines(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> cells, int width)
    {
        var table = new NarrowTable(headings, cells, width);
        table.Arrange();
        return table.Write();
    }

    private void Arrange()
    {
        if (rows > 0) columns.RemoveAll(c => c.Cells.All(t => t.Length == 0));
        if (rows > 1)
        {
            above.AddRange(columns.Skip(1).Where(c => c.Cells.All(t => t == c.Cells[0])));
            columns.RemoveAll(above.Contains);
        }

        while (columns.Count > 1 && (!Allot() || columns.Skip(1).Any(c => c.Natural >= LongText && c.Width < Readable)))
        {
            var last = columns.Skip(1).MaxBy(c => c.Natural >= Readable ? c.Natural : 0)!;       // the longest text; where none is long, the last of them
            if (last.Natural < Readable) last = columns[^1];
            columns.Remove(last);
            below.Add(last);
        }

        if (columns.Count == 1) columns[0].Width = Math.Min(columns[0].Natural, width);
        below.Sort((a, b) => a.Natural.CompareTo(b.Natural));
    }

    // Every column gets its longest word, and what is left goes round evenly until a column has all it wants. False when the words alone are too wide.
    private bool Allot()
    {
        var left = width - (Gap * (columns.Count - 1)) - columns.Sum(c => c.Least);
        if (left < 0) return false;
        var hungry = columns.OrderBy(c => c.Natural - c.Least).ToList();
        for (var i = 0; i < hungry.Count; i++)
        {
            var more = Math.Min(hungry[i].Natural - hungry[i].Least, left / (hungry.Count - i));
            hungry[i].Width = hungry[i].Least + more;
            left -= more;
        }

        return true;
    }

    private IEnumerable<(string Text, bool IsHeading)> Write()
    {
        if (above.Count > 0)
            foreach (var line in Wrap(string.Join(" · ", above.Select(c => $"{c.Heading}: {c.Cells[0]}")), width)) yield return (line, false);
        foreach (var line in Row([.. columns.Select(c => c.Heading)])) yield return (line, true);
        yield return (new string('─', Math.Min(width, columns.Sum(c => c.Width) + (Gap * (columns.Count - 1)))), false);
        for (var r = 0; r < rows; r++)
        {
            foreach (var line in Row([.. columns.Select(c => c.Cells[r])])) yield return (line, false);
            var under = string.Join(" · ", below.Where(c => c.Cells[r].Length > 0).Select(c => $"{c.Heading}: {c.Cells[r]}"));
            if (under.Length == 0) continue;
            foreach (var line in Wrap(under, width - Indent)) yield return (new string(' ', Indent) + line, false);
        }
    }

    private IEnumerable<string> Row(string[] cells)
    {
        var wrapped = cells.Select((c, i) => Wrap(c, columns[i].Width)).ToList();
        for (var line = 0; line < wrapped.Max(w => w.Count); line++)
        {
            var text = wrapped.Select((w, i) => Pad(line < w.Count ? w[line] : "", columns[i]));
            yield return string.Join(new string(' ', Gap), text).TrimEnd();
        }
    }

    private static string Pad(string text, Column column)
    {
        var blanks = new string(' ', Math.Max(0, column.Width - WidthOf(text)));
        return column.IsNumber ? blanks + text : text + blanks;
    }

    /// <summary>A text in lines, broken between words, after a hyphen or a slash between letters, and inside a word only when it is wider than the line.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (WidthOf((line + piece).TrimEnd()) <= width)
            {
                line += piece;
                continue;
            }

            if (line.Length > 0) lines.Add(line.TrimEnd());
            line = piece;
            while (WidthOf(line.TrimEnd()) > width)
            {
                var cut = Cut(line, width);
                lines.Add(line[..cut]);
                line = line[cut..];
            }
        }

        if (line.Length > 0 || lines.Count == 0) lines.Add(line.TrimEnd());
        return lines;
    }

    // Characters that fit, at least one.
    private static int Cut(string text, int width)
    {
        var (end, taken) = (0, 0);
        foreach (var element in StringInfo.ParseCombiningCharacters(text).Append(text.Length).Skip(1))
        {
            taken += WidthOf(text[end..element]);
            if (taken > width && end > 0) break;
            end = element;
        }

        return end;
    }

    // Words with the blanks after them, parted also after a hyphen or slash that a letter follows.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == ' ' ? i + 1 < text.Length && text[i + 1] != ' ' : i > start && text[i] is '-' or '/' or '_' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && char.IsLetterOrDigit(text[i - 1]);
            if (!ends) continue;
            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length) yield return text[start..];
    }

    private sealed class Column(string heading, bool isNumber, string[] cells)
    {
        public string Heading { get; } = heading;

        public bool IsNumber { get; } = isNumber;

        public string[] Cells { get; } = cells;

        /// <summary>Width of the longest cell.</summary>
        public int Natural { get; } = cells.Append(heading).Max(WidthOf);

        /// <summary>Width of the longest word.</summary>
        public int Least { get; } = cells.Append(heading).SelectMany(Pieces).Select(p => WidthOf(p.TrimEnd())).DefaultIfEmpty(0).Max();

        public int Width { get; set; }
    }
}
