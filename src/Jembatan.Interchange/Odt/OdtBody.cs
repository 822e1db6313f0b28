using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Odt;

/// <summary>Walks the body of an OpenDocument text in reading order.</summary>
/// <remarks>Depth is bounded by <see cref="ImportLimits.MaxDepth"/> before the walk begins.</remarks>
internal sealed class OdtBody(Manuscript manuscript)
{
    private const int MostBlanks = 10_000;

    internal static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";

    internal void Read(XElement body) => Blocks(body, manuscript.Line, inCell: false);

    private void Blocks(XElement parent, Action<string> emit, bool inCell)
    {
        foreach (var block in parent.Elements())
        {
            if (block.Name == Text + "p" || block.Name == Text + "h") emit(Paragraph(block));
            else if (block.Name == Tables + "table") Table(block, emit, inCell);
            else if (block.Name == Text + "tracked-changes") manuscript.LeaveOut("tracked deletions", block.Descendants(Text + "deletion").Count());
            else if (!LeftOut(block))
            {
                if (block.Name == Text + "list-item") manuscript.LeaveOut("automatic list numbers or bullets");
                Blocks(block, emit, inCell);
            }
        }
    }

    private bool LeftOut(XElement node)
    {
        if (node.Name == Text + "note") manuscript.LeaveOut(node.Attribute(Text + "note-class")?.Value == "endnote" ? "endnotes" : "footnotes");
        else if (node.Name == Office + "annotation") manuscript.LeaveOut("comments");
        else if (node.Name.Namespace == Draw) manuscript.LeaveOut(node.Descendants(Draw + "text-box").Any() ? "text boxes" : "pictures");
        else return node.Name == Office + "forms" || node.Name == Text + "sequence-decls" || node.Name == Text + "soft-page-break" || node.Name == Office + "annotation-end";
        return true;
    }

    private string Paragraph(XElement paragraph)
    {
        var line = new StringBuilder();
        Inline(paragraph, line);
        return line.Length > 0 && line[^1] == ' ' && paragraph.Elements(Text + "s").LastOrDefault() is null ? line.ToString(0, line.Length - 1) : line.ToString();
    }

    private void Inline(XElement parent, StringBuilder line)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText words) Collapse(words.Value, line);
            else if (node is not XElement element || LeftOut(element)) continue;
            else if (element.Name == Text + "tab") line.Append('\t');
            else if (element.Name == Text + "line-break") line.Append('\n');
            else if (element.Name == Text + "s")
                line.Append(' ', int.TryParse(element.Attribute(Text + "c")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Min(n, MostBlanks) : 1);
            else Inline(element, line);
        }
    }

    // White space in the markup counts as one blank, and as none at the start of a paragraph (§6.1.2).
    private static void Collapse(string words, StringBuilder line)
    {
        foreach (var c in words)
        {
            if (c is not (' ' or '\t' or '\n' or '\r')) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
    }

    private void Table(XElement table, Action<string> emit, bool inCell)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in Rows(table))
        {
            var cells = row.Elements().Where(c => c.Name == Tables + "table-cell").Select(cell =>
            {
                var lines = new List<string>();
                Blocks(cell, lines.Add, inCell: true);
                return string.Join('\n', lines);
            }).ToList();
            if (cells.Any(c => c.Length > 0)) rows.Add(cells);
        }

        if (!inCell) manuscript.Table(rows);
        else foreach (var row in rows) emit(string.Join('\t', row));
    }

    private static IEnumerable<XElement> Rows(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == Tables + "table-row") yield return child;
            else if (child.Name.Namespace == Tables && child.Name.LocalName is "table-rows" or "table-header-rows" or "table-row-group")
                foreach (var row in Rows(child)) yield return row;
        }
    }
}
