using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Tables;

/// <summary>Reads the visible sheets of a SpreadsheetML workbook.</summary>
/// <remarks>Source: ECMA-376-1, §18.3 (worksheets), §18.4 (shared strings), §18.8.30 (number formats).</remarks>
internal static class XlsxReader
{
    private const int LastColumn = 16_384, LastRow = 1_048_576;

    /// <summary>The first visible sheet.</summary>
    internal static Result<Table> Read(string name, byte[] bytes, ImportLimits limits)
    {
        var opened = Container.Open("xlsx", name, bytes, limits);
        if (opened.Problem is { } closed) return closed;
        using var container = opened.Value;
        var book = Book(container, name, limits);
        if (book.Problem is { } unread) return unread;
        var (sheets, cells) = book.Value;
        var first = sheets.FirstOrDefault(IsVisible) ?? (sheets.Count > 0 ? sheets[0] : null);
        if (first is null) return TableReader.NoRows(name);
        var rows = Rows(container, name, first, cells, limits);
        if (rows.Problem is { } noSheet) return noSheet;

        var losses = new List<string>();
        if (sheets.Count > 1) losses.Add(FormattableString.Invariant($"Left out: {sheets.Count - 1} further sheets; only '{first.Attribute("name")?.Value}' was read."));
        if (cells.Errors > 0) losses.Add(Errors(cells.Errors));
        return Table.Of(rows.Value, losses) is { } table ? table : TableReader.NoRows(name);
    }

    /// <summary>Every visible sheet that has a row under its header, by name.</summary>
    internal static Result<IReadOnlyDictionary<string, Table>> ReadAll(string name, byte[] bytes, ImportLimits limits)
    {
        var opened = Container.Open("xlsx", name, bytes, limits);
        if (opened.Problem is { } closed) return closed;
        using var container = opened.Value;
        var book = Book(container, name, limits);
        if (book.Problem is { } unread) return unread;
        var (sheets, cells) = book.Value;
        var tables = new Dictionary<string, Table>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        foreach (var sheet in sheets.Where(IsVisible))
        {
            var before = cells.Errors;
            var rows = Rows(container, name, sheet, cells, limits);
            if (rows.Problem is { } noSheet) return noSheet;
            if ((total += rows.Value.Sum(r => (long)r.Count)) > limits.MaxCells) return TableReader.TooLarge(name, limits);
            if (Table.Of(rows.Value, cells.Errors > before ? [Errors(cells.Errors - before)] : []) is { } table) tables[sheet.Attribute("name")?.Value.Trim() ?? ""] = table;
        }

        return tables;
    }

    private static bool IsVisible(XElement sheet) => sheet.Attribute("state") is not { Value: "hidden" or "veryHidden" };

    private static string Errors(int count) => FormattableString.Invariant($"{count} cells hold an error such as #N/A and were read as empty.");

    private static Result<(IReadOnlyList<XElement> Sheets, XlsxCells Cells)> Book(Container container, string name, ImportLimits limits)
    {
        var workbook = Part(container, name, "xl/workbook.xml", limits);
        if (workbook.Problem is { } noBook) return noBook;
        var strings = container.Has("xl/sharedStrings.xml") ? Part(container, name, "xl/sharedStrings.xml", limits) : new XElement("sst");
        if (strings.Problem is { } noStrings) return noStrings;
        var styles = container.Has("xl/styles.xml") ? Part(container, name, "xl/styles.xml", limits) : new XElement("styleSheet");
        if (styles.Problem is { } noStyles) return noStyles;

        var shared = strings.Value.Elements().Where(e => e.Name.LocalName == "si").Select(Words).ToList();
        var from1904 = workbook.Value.Descendants().Any(e => e.Name.LocalName == "workbookPr" && e.Attribute("date1904")?.Value is "1" or "true");
        return (workbook.Value.Descendants().Where(e => e.Name.LocalName == "sheet").ToList(), new XlsxCells(shared, XlsxFormats.Read(styles.Value), from1904));
    }

    private static Result<List<IReadOnlyList<string>>> Rows(Container container, string name, XElement sheet, XlsxCells cells, ImportLimits limits)
    {
        var part = Part(container, name, SheetPart(container, name, sheet, limits), limits);
        if (part.Problem is { } problem) return problem;
        return Rows(part.Value, cells, limits) is { } rows ? rows : TableReader.TooLarge(name, limits);
    }

    /// <summary>The words of a rich text, without phonetic help.</summary>
    internal static string Words(XElement rich) => Unescaped(string.Concat(
        rich.Descendants().Where(e => e.Name.LocalName == "t" && e.Ancestors().TakeWhile(a => a != rich).All(a => a.Name.LocalName != "rPh")).Select(t => t.Value)));

    // Characters that the file cannot hold as they are stand in it by their number, as _x000D_; an underscore that would begin such a form does too. Source: ECMA-376-1, 22.9.2.19 (ST_Xstring).
    internal static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = XlsxPatterns.Escape().Replace(text, m => (char)int.Parse(m.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is var c && XmlConvert.IsXmlChar(c) ? c.ToString() : "");
        return plain.ReplaceLineEndings("\n");
    }

    private static Result<XElement> Part(Container container, string name, string part, ImportLimits limits)
    {
        var bytes = container.Read(part);
        if (bytes.Problem is { } problem) return problem;
        var xml = SafeXml.Load("xlsx", name, bytes.Value, limits);
        return xml.Problem is { } bad ? bad : xml.Value.Root!;
    }

    private static string SheetPart(Container container, string name, XElement sheet, ImportLimits limits)
    {
        const string Fallback = "xl/worksheets/sheet1.xml";
        var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value;
        if (id is null || Part(container, name, "xl/_rels/workbook.xml.rels", limits) is not { IsOk: true } relations) return Fallback;
        var target = relations.Value.Elements().FirstOrDefault(r => r.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? Fallback : target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static List<IReadOnlyList<string>>? Rows(XElement sheet, XlsxCells cells, ImportLimits limits)
    {
        var rows = new List<IReadOnlyList<string>>();
        var total = 0;
        foreach (var row in sheet.Descendants().Where(e => e.Name.LocalName == "row"))
        {
            // Rows without a cell need not be there: they are put back, so that each has its number.
            if (int.TryParse(row.Attribute("r")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LastRow)
                while (rows.Count < number - 1) rows.Add([]);
            var values = new List<string>();
            foreach (var cell in row.Elements().Where(e => e.Name.LocalName == "c"))
            {
                var value = cells.Value(cell);
                var column = Column(cell.Attribute("r")?.Value) ?? values.Count;
                if (value.Length == 0 || column >= LastColumn) continue;
                if (column < values.Count)
                {
                    values[column] = value;
                    continue;
                }

                if ((total += column + 1 - values.Count) > limits.MaxCells) return null;
                while (values.Count < column) values.Add("");
                values.Add(value);
            }

            rows.Add(values);
        }

        return rows;
    }

    // "AB12" is column 27, counted from 0.
    private static int? Column(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4)) column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        return column - 1 is >= 0 and var at ? at : null;
    }
}

/// <summary>Turns cells into text.</summary>
internal sealed class XlsxCells(IReadOnlyList<string> shared, XlsxFormats formats, bool from1904)
{
    /// <summary>Cells that held an error.</summary>
    internal int Errors { get; private set; }

    internal string Value(XElement cell)
    {
        var value = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v")?.Value ?? "";
        switch (cell.Attribute("t")?.Value)
        {
            case "s": return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "";
            case "inlineStr": return cell.Elements().FirstOrDefault(e => e.Name.LocalName == "is") is { } rich ? XlsxReader.Words(rich) : "";
            case "str": return XlsxReader.Unescaped(value);
            case "b": return value == "1" ? "true" : "false";
            case "d": return value;
            case "e":
                Errors++;
                return "";
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        return int.TryParse(cell.Attribute("s")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var style)
            ? formats.Text(number, style, from1904)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }
}

/// <summary>Patterns of cells.</summary>
internal static partial class XlsxPatterns
{
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    internal static partial Regex Escape();

    // An underscore that a reader would take for the beginning of one.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    internal static partial Regex Mistakable();
}
