using System.Globalization;
using System.Text;

namespace Jembatan.Interchange.Documents;

/// <summary>Writes a document as one self-contained HTML file: no script, no request, all styles inside.</summary>
/// <remarks>
/// <para>Every text is encoded; only <see cref="Figure.Svg"/> is written as it is, and the program makes it.</para>
/// <para>Links to anchors that the document lacks are written as plain words. An anchor named twice stands where it is first named.</para>
/// <para>In print the notice stands in the margin of every page, in browsers that print margin boxes.</para>
/// </remarks>
public static class HtmlDocumentWriter
{
    /// <summary>The document as HTML.</summary>
    /// <param name="document">The document.</param>
    /// <param name="style">The style sheet to put inside.</param>
    /// <returns>UTF-8 beginning with the doctype, without a byte order mark.</returns>
    public static byte[] Write(RichDocument document, string style)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Encoded(new Writer(document, style).Write());
    }

    // Piece by piece: the text of a large study is never in memory a second time.
    private static byte[] Encoded(StringBuilder text)
    {
        var (size, last) = (0, '\0');
        foreach (var piece in text.GetChunks())
        {
            size += Encoding.UTF8.GetByteCount(piece.Span);
            if (char.IsSurrogatePair(last, piece.Span[0])) size -= 2;     // two halves in two pieces are one character of four bytes, not two unknown ones of three
            last = piece.Span[^1];
        }

        var (bytes, written, encoder) = (new byte[size], 0, Encoding.UTF8.GetEncoder());
        foreach (var piece in text.GetChunks()) written += encoder.GetBytes(piece.Span, bytes.AsSpan(written), flush: false);
        return bytes;
    }

    private sealed class Writer(RichDocument document, string style)
    {
        private readonly StringBuilder html = new();
        private readonly List<string> notes = [];
        private readonly HashSet<string> anchors = DocumentText.Anchors(document);
        private readonly HashSet<string> placed = [];
        private int tables;
        private int figures;

        public StringBuilder Write()
        {
            Put($"<!DOCTYPE html>\n<html lang=\"{E(document.Language)}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
            Put($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"><meta name=\"referrer\" content=\"no-referrer\">");
            Put($"<title>{E(document.Title)}</title><style>\n{style}\n{Margins()}\n</style></head><body>");
            if (document.Notice is { } notice) Put($"<header class=\"notice\">{E(notice)}</header>");
            Put($"<main>\n");
            foreach (var block in document.Blocks) Block(block);
            if (notes.Count > 0)
            {
                Put($"<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{E(document.Words.Notes)}\"><h2>{E(document.Words.Notes)}</h2><ol>");
                foreach (var (i, note) in notes.Index()) Put($"<li id=\"fn{i + 1}\">{E(note)} <a href=\"#fnref{i + 1}\" aria-label=\"{i + 1}\">↩</a></li>\n");
                Put($"</ol></section>");
            }

            return html.Append("</main></body></html>\n");
        }

        // What stands in the margins of printed pages: the notice above, title and page number below.
        private string Margins() =>
            $"@page{{@bottom-left{{content:{Css(document.Title)}}}@bottom-right{{content:{Css(document.Words.Page + " ")} counter(page) \" / \" counter(pages)}}{(document.Notice is { } notice ? $"@top-center{{content:{Css(notice)}}}" : "")}}}";

        private void Contents(ContentsList contents)
        {
            Put($"<nav class=\"contents\" aria-label=\"{E(contents.Title)}\"><h2>{E(contents.Title)}</h2><ol>");
            foreach (var heading in document.Blocks.OfType<Heading>().Where(h => h is { Level: 2, Anchor: not null })) Put($"<li><a href=\"#{E(heading.Anchor!)}\">{E(heading.Text)}</a></li>");
            Put($"</ol></nav>");
        }

        private void Block(Block block)
        {
            switch (block)
            {
                case Heading h:
                    Put($"<h{h.Level}{Id(h.Anchor)}>{E(h.Text)}</h{h.Level}>");
                    break;
                case Paragraph p:
                    Put($"<p class=\"{p.Style.ToString().ToLowerInvariant()}\"{Id(p.Anchor)}>");
                    Inlines(p.Inlines);
                    Put($"</p>");
                    break;
                case Quotation q:
                    Put($"<figure class=\"quote{(q.Contradicts ? " contra" : "")}\"{Id(q.Anchor)}><blockquote lang=\"{E(q.WordsLanguage)}\">{E(q.Words)}</blockquote><figcaption>");
                    Inlines(q.Attribution);
                    Put($"</figcaption></figure>");
                    break;
                case Bullets b:
                    Put($"<{(b.Ordered ? "ol" : "ul")}>");
                    foreach (var item in b.Items)
                    {
                        Put($"<li>");
                        Inlines(item);
                        Put($"</li>");
                    }

                    Put($"</{(b.Ordered ? "ol" : "ul")}>");
                    break;
                case Table t:
                    Table(t);
                    break;
                case Figure f:
                    Put($"<figure class=\"chart\"{Id(f.Anchor)}>{f.Svg}<figcaption>{E(document.Words.Figure)} {++figures}. {E(f.Caption)}</figcaption><p class=\"small\">{E(f.Description)}</p></figure>\n");
                    Table(f.Data);
                    break;
                case ContentsList c:
                    Contents(c);
                    break;
                case PageBreak:
                    Put($"<hr class=\"page\">");
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No HTML for this block.");
            }

            html.Append('\n');
        }

        private void Table(Table table)
        {
            var caption = table.IsNumbered ? $"{document.Words.Table} {++tables}. {table.Caption}" : table.Caption;
            Put($"<div class=\"scroll{(table.Header.Count > 4 ? " wide" : "")}\" role=\"region\" tabindex=\"0\" aria-label=\"{E(caption)}\"><table{Id(table.Anchor)}><caption>{E(caption)}</caption><thead><tr>");
            foreach (var cell in table.Header) CellOf(cell, "th", " scope=\"col\"");
            Put($"</tr></thead><tbody>\n");
            foreach (var row in table.Rows)
            {
                Put($"<tr>");
                foreach (var (i, cell) in row.Index()) CellOf(cell, i == 0 ? "th" : "td", i == 0 ? " scope=\"row\"" : "");
                Put($"</tr>\n");
            }

            Put($"</tbody></table></div>");
        }

        private void CellOf(Cell cell, string tag, string scope)
        {
            var names = string.Join(' ', new[] { cell.IsNumber ? "num" : null, IsOneWord(cell) ? "one" : null, cell.Tone is { } tone ? "tone-" + tone : null }.Where(n => n is not null));
            Put($"<{tag}{scope}{(names.Length > 0 ? $" class=\"{E(names)}\"" : "")}{Id(cell.Anchor)}>");
            Inlines(cell.Inlines);
            Put($"</{tag}>");
        }

        // A date or a number with its unit, bound by hard spaces, is not broken even where a long word would be.
        private static bool IsOneWord(Cell cell) => cell.Inlines is [Plain { Value: { Length: <= 14 } text }] && text.Contains('\u00a0', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);

        private void Inlines(IReadOnlyList<Inline> inlines)
        {
            foreach (var inline in inlines)
            {
                switch (inline)
                {
                    case Plain t:
                        var words = E(t.Value).Replace("\n", "<br>", StringComparison.Ordinal);
                        if (t.Italic) words = $"<em>{words}</em>";
                        if (t.Bold) words = $"<strong>{words}</strong>";
                        html.Append(t.Title is { } title ? $"<span title=\"{E(title)}\">{words}</span>" : words);
                        break;
                    case Voiced v:
                        Put($"<q lang=\"{E(v.Language)}\">{E(v.Value)}</q>");
                        break;
                    case Link l when anchors.Contains(l.Target):
                        Put($"<a href=\"#{E(l.Target)}\"{(l.Title is { } opens ? $" title=\"{E(opens)}\"" : "")}{(l.IsMark ? " class=\"mark\"" : "")}>{E(l.Label)}</a>");
                        break;
                    case Link l:
                        html.Append(l.Title is { } id ? $"<span title=\"{E(id)}\"{(l.IsMark ? " class=\"mark\"" : "")}>{E(l.Label)}</span>" : E(l.Label));
                        break;
                    case Footnote n:
                        notes.Add(n.Note);
                        Put($"<sup id=\"fnref{notes.Count}\"><a href=\"#fn{notes.Count}\">{notes.Count}</a></sup>");
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(inlines), inline.GetType().Name, "No HTML for this part of a line.");
                }
            }
        }

        private string Id(string? anchor) => anchor is not null && placed.Add(anchor) ? $" id=\"{E(anchor)}\"" : "";

        private void Put(FormattableString text) => html.Append(text.ToString(CultureInfo.InvariantCulture));

        private static string E(string text) => DocumentText.Legal(text)
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

        // A string of a style sheet: everything but letters, digits and spaces as its number.
        private static string Css(string text) =>
            "\"" + string.Concat(DocumentText.Legal(text).EnumerateRunes().Select(r => Rune.IsLetterOrDigit(r) || r.Value == ' ' ? r.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{r.Value:x6} "))) + "\"";
    }
}
