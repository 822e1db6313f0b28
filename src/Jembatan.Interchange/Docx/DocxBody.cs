using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Docx;

/// <summary>Walks the body of a WordprocessingML document in reading order.</summary>
/// <remarks>Depth is bounded by <see cref="ImportLimits.MaxDepth"/> before the walk begins.</remarks>
internal sealed class DocxBody(XNamespace w, Manuscript manuscript)
{
    private readonly StringBuilder line = new();
    private bool joinsNext;

    internal void Read(XElement body)
    {
        Blocks(body, manuscript.Line);
        if (line.Length > 0) manuscript.Line(line.ToString());
    }

    private void Blocks(XElement parent, Action<string> emit)
    {
        foreach (var block in parent.Elements())
        {
            if (block.Name == w + "p") Paragraph(block, emit);
            else if (block.Name == w + "tbl") Table(block, emit);
            else if (block.Name == w + "altChunk") manuscript.LeaveOut("embedded documents");
            else if (block.Name == w + "sectPr" || block.Name == w + "sdtPr" || block.Name == w + "sdtEndPr" || block.Name == w + "tcPr") continue;
            else if (block.Name == w + "del" || block.Name == w + "moveFrom") LeaveOutDeletion(block);
            else if (block.Name.LocalName == "Fallback") continue;      // the same content once more, for old programs
            else Blocks(block, emit);                                    // content controls, insertions, custom markup
        }
    }

    private void Paragraph(XElement paragraph, Action<string> emit)
    {
        var properties = paragraph.Element(w + "pPr");
        if (properties?.Element(w + "numPr") is not null) manuscript.LeaveOut("automatic list numbers or bullets");
        var mark = properties?.Element(w + "rPr");
        joinsNext = mark?.Element(w + "del") is not null || mark?.Element(w + "moveFrom") is not null;    // a deleted paragraph mark joins two paragraphs
        Runs(paragraph, emit);
        if (joinsNext) return;
        emit(line.ToString());
        line.Clear();
    }

    private void Runs(XElement parent, Action<string> emit)
    {
        foreach (var node in parent.Elements())
        {
            if (node.Name.Namespace == w) Run(node, emit);
            else if (node.Name.LocalName == "Fallback") continue;
            else if (node.Name.LocalName == "t") line.Append(node.Value);    // equations: m:t
            else Runs(node, emit);
        }
    }

    private void Run(XElement node, Action<string> emit)
    {
        switch (node.Name.LocalName)
        {
            case "t": line.Append(node.Value); break;
            case "tab" or "ptab": line.Append('\t'); break;
            case "br" or "cr": line.Append('\n'); break;
            case "noBreakHyphen": line.Append('\u2011'); break;
            case "softHyphen": line.Append('\u00AD'); break;
            case "sym": Symbol(node); break;
            case "del" or "moveFrom": LeaveOutDeletion(node); break;
            case "pPr" or "rPr" or "sdtPr" or "sdtEndPr" or "instrText" or "delText" or "delInstrText" or "rt" or "fldData": break;
            case "drawing" or "pict" or "object": Picture(node); break;
            case "txbxContent": break;
            case "p": Paragraph(node, emit); break;
            case "tbl": Table(node, emit); break;
            default: Runs(node, emit); break;
        }
    }

    private void LeaveOutDeletion(XElement node) =>
        manuscript.LeaveOut(node.Name.LocalName == "del" ? "tracked deletions" : "old places of moved text", node.Descendants(w + "r").Any() ? 1 : 0);

    private void Picture(XElement node)
    {
        var boxes = node.Descendants(w + "txbxContent").Count(b => b.Ancestors().TakeWhile(a => a != node).All(a => a.Name.LocalName != "Fallback"));
        if (boxes > 0) manuscript.LeaveOut("text boxes", boxes);
        else manuscript.LeaveOut(node.Name.LocalName == "object" ? "embedded objects" : "pictures");
    }

    // Symbol fonts keep their characters in a private area whose last byte is the code in the font.
    private void Symbol(XElement node)
    {
        if (int.TryParse(node.Attribute(w + "char")?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 or >= 0xE000 and <= 0xFFFD)
            line.Append((char)code);
        manuscript.LeaveOut("fonts of symbols (their characters were kept by number)");
    }

    private void Table(XElement table, Action<string> emit)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in Inside(table, "tr"))
        {
            if (row.Element(w + "trPr")?.Element(w + "del") is not null)
            {
                manuscript.LeaveOut("tracked deletions");
                continue;
            }

            rows.Add([.. Inside(row, "tc").Select(Cell)]);
        }

        if (emit == manuscript.Line) manuscript.Table(rows);
        else foreach (var row in rows) emit(string.Join('\t', row));    // a table inside a cell
    }

    private string Cell(XElement cell)
    {
        var lines = new List<string>();
        Blocks(cell, lines.Add);
        if (line.Length > 0) lines.Add(line.ToString());
        line.Clear();
        return string.Join('\n', lines);
    }

    // Rows and cells may stand inside content controls and custom markup.
    private IEnumerable<XElement> Inside(XElement parent, string name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == w + name) yield return child;
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins")
                foreach (var inner in Inside(child, name)) yield return inner;
        }
    }
}
