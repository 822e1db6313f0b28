using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Tables;

/// <summary>Writes a SpreadsheetML workbook with inline text, a bold frozen header, and nothing else.</summary>
/// <remarks>Source: ECMA-376-1, §18.2 and §18.3.</remarks>
internal sealed class XlsxWriter(Stream stream, IReadOnlyList<SheetData> sheets)
{
    private const int LongestCell = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private int cut;

    internal int Write()
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        PartWriter.ContentTypes(archive,
        [
            ("xl/workbook.xml", Type + "sheet.main+xml"), ("xl/styles.xml", Type + "styles+xml"),
            .. sheets.Select((_, i) => (SheetPart(i), Type + "worksheet+xml")),
        ]);
        PartWriter.Relations(archive, "_rels/.rels", ("rId1", "officeDocument", "xl/workbook.xml"));
        PartWriter.Relations(archive, "xl/_rels/workbook.xml.rels",
            [.. sheets.Select((_, i) => (Id(i), "worksheet", SheetPart(i)["xl/".Length..])), ("styles", "styles", "styles.xml")]);
        PartWriter.Part(archive, "xl/workbook.xml", Workbook);
        PartWriter.Part(archive, "xl/styles.xml", Styles);
        foreach (var (i, sheet) in sheets.Index()) PartWriter.Part(archive, SheetPart(i), xml => Sheet(xml, sheet));
        return cut;
    }

    private static string SheetPart(int index) => FormattableString.Invariant($"xl/worksheets/sheet{index + 1}.xml");

    private static string Id(int index) => FormattableString.Invariant($"rId{index + 1}");

    private void Workbook(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", SheetName(sheet.Name, i, taken));
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Relation, Id(i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // A workbook refuses some signs, long names and doubles.
    private static string SheetName(string name, int index, HashSet<string> taken)
    {
        var kept = string.Concat(PartWriter.Legal(name).Where(c => !"[]:*?/\\'\n\t".Contains(c, StringComparison.Ordinal)).Take(31)).Trim();
        if (kept.Length == 0 || !taken.Add(kept)) taken.Add(kept = FormattableString.Invariant($"Sheet{index + 1}"));
        return kept;
    }

    private static void Styles(XmlWriter xml) => xml.WriteRaw(
        $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""");

    private void Sheet(XmlWriter xml, SheetData sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteStartElement("sheetData", Main);
        Row(xml, 1, [.. sheet.Header], style: "1");
        foreach (var (i, row) in sheet.Rows.Index()) Row(xml, i + 2, row, style: null);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Row(XmlWriter xml, int number, IReadOnlyList<object?> cells, string? style)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, value) in cells.Index())
        {
            if (value is null or "") continue;
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", Letters(column) + number.ToString(CultureInfo.InvariantCulture));
            Cell(xml, value, style);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Cell(XmlWriter xml, object value, string? style)
    {
        if (value is DateOnly) style = "2";
        if (style is not null) xml.WriteAttributeString("s", style);
        switch (value)
        {
            case bool truth:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", Main, truth ? "1" : "0");
                break;
            case DateOnly date:
                xml.WriteElementString("v", Main, date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString("R", CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number): xml.WriteElementString("v", Main, number.ToString("R", CultureInfo.InvariantCulture)); break;
            case int or long or short or byte or decimal: xml.WriteElementString("v", Main, TableWriter.Plain(value)); break;
            default:
                var text = PartWriter.Legal(TableWriter.Plain(value));
                if (text.Length > LongestCell)
                {
                    text = text[..(char.IsHighSurrogate(text[LongestCell - 1]) ? LongestCell - 1 : LongestCell)];
                    cut++;
                }

                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
                xml.WriteString(XlsxPatterns.Mistakable().Replace(text, "_x005F_"));     // what looks like a character's number is words
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
        }
    }

    private static string Letters(int column)
    {
        var letters = new StringBuilder();
        for (var left = column + 1; left > 0; left = (left - 1) / 26) letters.Insert(0, (char)('A' + ((left - 1) % 26)));
        return letters.ToString();
    }
}
