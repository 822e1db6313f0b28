using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Html;

/// <summary>Walks a page without recursion, since its nesting is the author's choice.</summary>
internal static class HtmlLines
{
    internal static void Write(INode root, Manuscript manuscript) => Walk(root, manuscript.Line, manuscript);

    private static void Walk(INode root, Action<string> emit, Manuscript? tables)
    {
        var line = new StringBuilder();
        void Flush()
        {
            if (line.ToString().Trim(' ', '\n') is { Length: > 0 } words) emit(words);
            line.Clear();
        }

        // A parser's NextSibling searches its parent; a stack of places does not.
        var open = new Stack<(INode Parent, int Next)>([(root, 0)]);
        while (open.TryPop(out var place))
        {
            var (parent, next) = place;
            if (next >= parent.ChildNodes.Length)
            {
                if (parent is IElement closing && parent != root && IsBlock(closing.LocalName)) Flush();
                continue;
            }

            open.Push((parent, next + 1));
            var node = parent.ChildNodes[next];
            switch (node)
            {
                case IText text: Append(line, text.Data, IsPreformatted(text)); break;
                case IHtmlTableElement table when tables is not null:
                    Flush();
                    tables.Table([.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(Cell)])]);
                    break;
                case IElement element when IsSilent(element.LocalName): break;
                case IHtmlBreakRowElement: line.Append('\n'); break;
                case IElement element:
                    if (IsBlock(element.LocalName)) Flush();
                    else if (element.LocalName is "td" or "th" && line.Length > 0) line.Append('\t');
                    open.Push((element, 0));
                    break;
            }
        }

        Flush();
    }

    private static string Cell(IHtmlTableCellElement cell)
    {
        var lines = new List<string>();
        Walk(cell, lines.Add, tables: null);
        return string.Join('\n', lines);
    }

    // White space runs count as one blank, as a browser shows them.
    private static void Append(StringBuilder line, string data, bool preformatted)
    {
        if (preformatted)
        {
            line.Append(data);
            return;
        }

        foreach (var c in data)
        {
            if (c is not (' ' or '\n' or '\t' or '\r' or '\f')) line.Append(c);
            else if (line.Length > 0 && line[^1] is not (' ' or '\n' or '\t')) line.Append(' ');
        }
    }

    private static bool IsPreformatted(INode text)
    {
        var near = text.Parent as IElement;
        for (var steps = 0; near is not null && steps < 8; steps++, near = near.ParentElement)
            if (near.LocalName == "pre") return true;
        return false;
    }

    private static bool IsSilent(string name) =>
        name is "script" or "style" or "noscript" or "template" or "head" or "svg" or "iframe" or "object" or "embed" or "video" or "audio" or "canvas" or "select" or "textarea" or "math";

    private static bool IsBlock(string name) =>
        name is "p" or "div" or "li" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "pre" or "section" or "article" or "header" or "footer" or "main"
            or "nav" or "aside" or "table" or "tr" or "thead" or "tbody" or "tfoot" or "caption" or "dl" or "dt" or "dd" or "figure" or "figcaption" or "hr" or "form" or "fieldset" or "address" or "details" or "summary" or "body";
}
