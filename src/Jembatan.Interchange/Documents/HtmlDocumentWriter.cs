using System.Globalization;
using System.Net;
using System.Text;

namespace Jembatan.Interchange.Documents;

/// <summary>Writes a document as one self-contained HTML file: no script, no request, all styles inside.</summary>
/// <remarks>
/// <para>Every text is encoded; only <see cref="Figure.Svg"/> is written as it is, and the program makes it.</para>
/// <para>Links to anchors that the document lacks are written as plain words.</para>
/// </remarks>
public static class HtmlDocumentWriter
{
    /// <summary>The document as HTML.</summary>
    /// <param name="document">The document.</param>
    /// <param name="style">The style sheet to put inside.</param>
    /// <returns>UTF-8-ready text beginning with the doctype.</returns>
    public static string Write(RichDocument document, string style)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Writer(document, style).Write();
    }

    private sealed class Writer(RichDocument document, string style)
    {
        private readonly StringBuilder html = new();
        private readonly List<string> notes = [];
        private readonly HashSet<string> anchors = Anchors.Of(document);

        public string Write()
        {
            html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{E(document.Language)}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
            html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"><meta name=\"referrer\" content=\"no-referrer\">");
            html.Append(CultureInfo.InvariantCulture, $"<title>{E(document.Title)}</title><style>\n{style}\n</style></head><body>");
            if (document.Notice is { } notice) html.Append(CultureInfo.InvariantCulture, $"<p class=\"notice\" role=\"note\">{E(notice)}</p>");
            html.Append("<main>");
            var contentsDue = document.Contents is not null;
            foreach (var (index, block) in document.Blocks.Index())
            {
                if (contentsDue && index > 0 && block is Heading { Level: 2 })
                {
                    Contents(document.Contents!);
                    contentsDue = false;
                }

                Block(block);
            }

            if (notes.Count > 0)
            {
                html.Append("<section class=\"footnotes\" role=\"doc-endnotes\"><ol>");
                foreach (var (i, note) in notes.Index()) html.Append(CultureInfo.InvariantCulture, $"<li id=\"fn{i + 1}\">{E(note)} <a href=\"#fnref{i + 1}\" aria-label=\"{i + 1}\">↩</a></li>");
                html.Append("</ol></section>");
            }

            return html.Append("</main></body></html>\n").ToString();
        }

        private void Contents(string title)
        {
            html.Append(CultureInfo.InvariantCulture, $"<nav class=\"contents\" aria-label=\"{E(title)}\"><h2>{E(title)}</h2><ol>");
            foreach (var heading in document.Blocks.OfType<Heading>().Where(h => h is { Level: 2, Anchor: not null }))
                html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{E(heading.Anchor!)}\">{E(heading.Text)}</a></li>");
            html.Append("</ol></nav>");
        }

        private void Block(Block block)
        {
            switch (block)
            {
                case Heading h:
                    html.Append(CultureInfo.InvariantCulture, $"<h{h.Level}{Id(h.Anchor)}>{E(h.Text)}</h{h.Level}>");
                    break;
                case Paragraph p:
                    html.Append(CultureInfo.InvariantCulture, $"<p class=\"{p.Style.ToString().ToLowerInvariant()}\"{Id(p.Anchor)}>");
                    Inlines(p.Inlines);
                    html.Append("</p>");
                    break;
                case Quotation q:
                    html.Append(CultureInfo.InvariantCulture, $"<figure class=\"quote{(q.Contradicts ? " contra" : "")}\"{Id(q.Anchor)}><blockquote lang=\"{E(q.WordsLanguage)}\">{E(q.Words)}</blockquote><figcaption>");
                    Inlines(q.Attribution);
                    html.Append("</figcaption></figure>");
                    break;
                case Bullets b:
                    html.Append(b.Ordered ? "<ol>" : "<ul>");
                    foreach (var item in b.Items)
                    {
                        html.Append("<li>");
                        Inlines(item);
                        html.Append("</li>");
                    }

                    html.Append(b.Ordered ? "</ol>" : "</ul>");
                    break;
                case Table t:
                    Table(t);
                    break;
                case Figure f:
                    html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\"{Id(f.Anchor)}>{f.Svg}<figcaption>{E(f.Caption)}</figcaption><p class=\"small\">{E(f.Description)}</p></figure>");
                    break;
                case PageBreak:
                    html.Append("<hr class=\"page\">");
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No HTML for this block.");
            }

            html.Append('\n');
        }

        private void Table(Table table)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{E(table.Caption)}\"><table{Id(table.Anchor)}><caption>{E(table.Caption)}</caption><thead><tr>");
            foreach (var cell in table.Header) CellOf(cell, "th", " scope=\"col\"");
            html.Append("</tr></thead><tbody>");
            foreach (var row in table.Rows)
            {
                html.Append("<tr>");
                foreach (var (i, cell) in row.Index()) CellOf(cell, i == 0 ? "th" : "td", i == 0 ? " scope=\"row\"" : "");
                html.Append("</tr>");
            }

            html.Append("</tbody></table></div>");
        }

        private void CellOf(Cell cell, string tag, string scope)
        {
            var names = string.Join(' ', new[] { cell.IsNumber ? "num" : null, cell.Tone is { } tone ? "tone-" + tone : null }.Where(n => n is not null));
            html.Append(CultureInfo.InvariantCulture, $"<{tag}{scope}{(names.Length > 0 ? $" class=\"{E(names)}\"" : "")}{Id(cell.Anchor)}>");
            Inlines(cell.Inlines);
            html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
        }

        private void Inlines(IReadOnlyList<Inline> inlines)
        {
            foreach (var inline in inlines)
            {
                switch (inline)
                {
                    case Plain t:
                        var words = E(t.Value).Replace("\n", "<br>", StringComparison.Ordinal);
                        if (t.Italic) words = $"<em>{words}</em>";
                        html.Append(t.Bold ? $"<strong>{words}</strong>" : words);
                        break;
                    case Voiced v:
                        html.Append(CultureInfo.InvariantCulture, $"<q lang=\"{E(v.Language)}\">{E(v.Value)}</q>");
                        break;
                    case Link l when anchors.Contains(l.Target):
                        html.Append(CultureInfo.InvariantCulture, $"<a href=\"#{E(l.Target)}\">{E(l.Label)}</a>");
                        break;
                    case Link l:
                        html.Append(E(l.Label));
                        break;
                    case Footnote n:
                        notes.Add(n.Note);
                        html.Append(CultureInfo.InvariantCulture, $"<sup id=\"fnref{notes.Count}\"><a href=\"#fn{notes.Count}\">{notes.Count}</a></sup>");
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(inlines), inline.GetType().Name, "No HTML for this part of a line.");
                }
            }
        }

        private static string Id(string? anchor) => anchor is null ? "" : $" id=\"{E(anchor)}\"";

        private static string E(string text) => WebUtility.HtmlEncode(text);
    }
}

/// <summary>The names by which links reach parts of a document.</summary>
internal static class Anchors
{
    public static HashSet<string> Of(RichDocument document) => [.. document.Blocks.SelectMany(Of)];

    private static IEnumerable<string> Of(Block block) => (block switch
    {
        Heading h => [h.Anchor],
        Paragraph p => [p.Anchor],
        Quotation q => [q.Anchor],
        Figure f => [f.Anchor, .. Of(f.Data)],
        Table t => t.Rows.SelectMany(r => r).Select(c => c.Anchor).Append(t.Anchor),
        _ => (IEnumerable<string?>)[],
    }).OfType<string>();
}
