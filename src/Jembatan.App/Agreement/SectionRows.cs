using System.Globalization;
using Jembatan.Core;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.App.Agreement;

/// <summary>Reads sections that coders marked: <c>continuum,coder,start,end,category</c>, with <c>#length,CONTINUUM,N</c> where a continuum is longer than its last section and <c>#coder,NAME</c> for one who may have marked nothing.</summary>
internal static class SectionRows
{
    private const long MostPositions = 1L << 40;
    private static readonly string[] Columns = ["continuum", "coder", "start", "end", "category"];

    private sealed record Row(int Line, string Continuum, string Coder, long Start, long End, string Category);

    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="chosen">Only these coders, those without a section too; empty for all that the file names.</param>
    /// <returns>The data, or <c>units/columns</c>, <c>csv/ragged</c>, <c>units/bad-number</c>, <c>units/empty-cell</c>, <c>units/end-before-start</c>, <c>units/outside</c>, <c>units/overlap</c>, <c>units/coder</c>.</returns>
    public static Result<UnitizingData> Read(string name, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> chosen)
    {
        var first = rows.Index().FirstOrDefault(r => !Is("#length", r.Item) && !Is("#coder", r.Item));
        if (first.Item is not { } header) return new Problem("units/columns", $"'{name}' holds lengths and no sections. Write the columns {string.Join(',', Columns)}.", name);
        var places = Columns.Select(c => header.Index().Where(h => h.Item.Equals(c, StringComparison.OrdinalIgnoreCase)).Select(h => h.Index).FirstOrDefault(-1)).ToArray();
        if (Array.IndexOf(places, -1) is >= 0 and var absent)
            return new Problem("units/columns", $"'{name}' has no column '{Columns[absent]}'. Its first row names the columns {string.Join(',', Columns)}.", name);
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        var named = new List<string>();
        var sections = new List<Row>();
        foreach (var (index, row) in rows.Index())
        {
            if (index == first.Index) continue;
            if (Is("#coder", row))
            {
                if (row.Count < 2 || string.IsNullOrWhiteSpace(row[1]))
                    return new Problem("units/coder", $"Row {index + 1} of '{name}' names no coder. Write #coder,NAME for each coder, those who marked nothing too.", At(index));
                named.Add(row[1]);
                continue;
            }

            if (Is("#length", row))
            {
                if (row.Count < 3 || Number(row[2]) is not { } length || row[1].Length == 0) return Bad(index, "a length is written #length,CONTINUUM,N with a whole number N");
                lengths[row[1]] = length;
                continue;
            }

            if (row.Count != header.Count) return ReliabilityRows.Ragged(name, index + 1, row.Count, header.Count);
            string Cell(int column) => row[places[column]];
            if (Cell(0).Length == 0 || Cell(1).Length == 0 || Cell(4).Length == 0)
                return new Problem("units/empty-cell", $"Row {index + 1} of '{name}' lacks a continuum, a coder or a category. Fill it in, or leave out the row.", At(index));
            if (Number(Cell(2)) is not { } start || Number(Cell(3)) is not { } end) return Bad(index, "start and end are whole numbers from 0");
            if (end <= start)
                return new Problem("units/end-before-start", string.Create(CultureInfo.InvariantCulture, $"Row {index + 1} of '{name}' ends at {end} and starts at {start}. A section is half-open: its end is the position after its last, so it must be greater than the start."), At(index));
            sections.Add(new(index, Cell(0), Cell(1), start, end, Cell(4)));
        }

        IReadOnlyList<string> coders = chosen.Count > 0 ? chosen : [.. named.Concat(sections.Select(r => r.Coder)).Distinct(StringComparer.Ordinal)];
        return Assemble(name, coders, [.. sections.Where(r => coders.Contains(r.Coder))], lengths, [.. sections.Select(r => r.Continuum).Distinct(StringComparer.Ordinal)]);

        Problem Bad(int index, string rule) => new("units/bad-number", $"Row {index + 1} of '{name}' cannot be read: {rule}. Correct the row.", At(index));
    }

    private static Result<UnitizingData> Assemble(string name, IReadOnlyList<string> coders, List<Row> rows, Dictionary<string, long> lengths, IReadOnlyList<string> inFile)
    {
        // A continuum that only others marked has no length of its own to go by.
        if (inFile.FirstOrDefault(c => !lengths.ContainsKey(c) && rows.All(r => r.Continuum != c)) is { } unknown)
            return new Problem("units/coder", $"None of {string.Join(", ", coders)} marked the continuum '{unknown}' of '{name}', so nothing says how long it is. Write a row #length,{unknown},N, or name other coders.", unknown);
        var categories = Categories(rows);
        var continua = new List<Continuum>();
        foreach (var group in rows.GroupBy(r => r.Continuum, StringComparer.Ordinal))
        {
            var last = group.MaxBy(r => r.End)!;
            if (lengths.TryGetValue(group.Key, out var length) && last.End > length)
                return new Problem("units/outside", string.Create(CultureInfo.InvariantCulture, $"Row {last.Line + 1} of '{name}' ends at {last.End}, outside the continuum '{group.Key}' of length {length}. Correct the row or the length."), At(last.Line));
            var byCoder = new List<IReadOnlyList<Section>>();
            foreach (var coder in coders)
            {
                var own = group.Where(r => r.Coder == coder).OrderBy(r => r.Start).ThenBy(r => r.End).ToList();
                foreach (var (before, after) in own.Zip(own.Skip(1)))
                    if (after.Start < before.End) return Overlap(name, before, after);
                byCoder.Add([.. own.Select(r => new Section(r.Start, r.End, categories[r.Category]))]);
            }

            continua.Add(new(group.Key, length > 0 ? length : last.End, byCoder));
        }

        // A continuum with a length and no section: every coder found nothing there.
        foreach (var (continuum, length) in lengths.Where(l => continua.All(c => c.Name != l.Key))) continua.Add(new(continuum, length, [.. coders.Select(_ => (IReadOnlyList<Section>)[])]));
        return new UnitizingData(coders, [.. categories.OrderBy(c => c.Value).DistinctBy(c => c.Value).Select(c => c.Key)], continua, Universe(coders, rows));
    }

    private static Problem Overlap(string name, Row before, Row after) => new(
        "units/overlap",
        before.Category == after.Category
            ? $"Rows {before.Line + 1} and {after.Line + 1} of '{name}' overlap: one coder, '{before.Coder}', gave the same category '{before.Category}' twice in one place. Join them, or correct one."
            : $"Rows {before.Line + 1} and {after.Line + 1} of '{name}' overlap: one coder, '{before.Coder}', gave '{before.Category}' and '{after.Category}' in one place. Categories that may overlap belong to different domains: give each domain a file of its own.",
        At(after.Line));

    // Categories that are numbers stand by their size, and 1 and 1.0 are one; else by their letters.
    private static Dictionary<string, int> Categories(List<Row> rows)
    {
        var words = rows.Select(r => r.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var numbers = words.Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : (double?)null).ToList();
        if (numbers.Any(n => n is null)) return words.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
        var places = numbers.Distinct().Order().ToList();
        return words.Zip(numbers).ToDictionary(w => w.First, w => places.IndexOf(w.Second), StringComparer.Ordinal);
    }

    private static string Universe(IReadOnlyList<string> coders, List<Row> rows)
    {
        var without = coders.Where(c => rows.All(r => r.Coder != c)).ToList();
        return "every continuum of the file" + (without.Count == 0 ? "" : $"; without a section: {string.Join(", ", without)}");
    }

    private static bool Is(string word, IReadOnlyList<string> row) => row[0].Equals(word, StringComparison.OrdinalIgnoreCase);

    private static long? Number(string cell) => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostPositions ? number : null;

    private static string At(int index) => string.Create(CultureInfo.InvariantCulture, $"row {index + 1}");
}
