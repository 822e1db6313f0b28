using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jembatan.Interchange.Documents;

/// <summary>Lines of a Word document: runs, links, bookmarks, fields and footnotes.</summary>
internal sealed class DocxRuns(RichDocument document)
{
    /// <summary>Width between the margins of an A4 page, in twentieths of a point.</summary>
    private const int TextWidth = 9638;

    private readonly HashSet<string> anchors = DocumentText.Anchors(document);
    private readonly Dictionary<string, string> bookmarks = [];
    private readonly HashSet<string> placed = [];
    private int lastFootnote;

    public Footnotes Footnotes { get; } = new(
        new W.Footnote(new W.Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
        new W.Footnote(new W.Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });

    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<Inline> inlines, bool bold = false)
    {
        foreach (var inline in inlines)
        {
            yield return inline switch
            {
                Plain t => Run(t.Value, bold || t.Bold, t.Italic),
                Voiced v => Run($"“{v.Value}”", bold: false, italic: true),
                Link l when anchors.Contains(l.Target) => LinkTo(l),
                Link l => Run(l.IsMark ? $" [{l.Label}]" : l.Label, bold, italic: false),
                Footnote n => Note(n.Note),
                _ => throw new ArgumentOutOfRangeException(nameof(inlines), inline.GetType().Name, "No Word form for this part of a line."),
            };
        }
    }

    public W.Paragraph Anchored(string? anchor, W.Paragraph paragraph)
    {
        if (anchor is null || !placed.Add(anchor)) return paragraph;
        var name = Bookmark(anchor);
        paragraph.InsertAfter(new BookmarkStart { Name = name, Id = name[1..] }, paragraph.ParagraphProperties);
        paragraph.Append(new BookmarkEnd { Id = name[1..] });
        return paragraph;
    }

    public static W.Paragraph Styled(string style, params OpenXmlElement[] content) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    public static Run Run(string text, bool bold = false, bool italic = false)
    {
        var properties = new RunProperties();
        if (bold) properties.Append(new Bold());
        if (italic) properties.Append(new Italic());
        return WithText(new Run(properties), text);
    }

    /// <summary>A field with what it shows until Word renews it.</summary>
    public static SimpleField Field(string instruction, string shown) => new(Run(shown)) { Instruction = instruction };

    public static IEnumerable<OpenXmlElement> FieldBegin(string instruction) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(instruction) { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
    ];

    public static Run FieldEnd() => new(new FieldChar { FieldCharType = FieldCharValues.End });

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Widths of columns that share the page by how much stands in them, no column starved.</summary>
    public static IReadOnlyList<string> Widths(Table table)
    {
        var columns = table.Header.Count;
        var weights = Enumerable.Range(0, columns).Select(i =>
        {
            var lengths = table.Rows.Where(r => r.Count > i).Select(r => Length(r[i])).Order().ToList();
            var typical = lengths.Count == 0 ? 0 : lengths[lengths.Count * 4 / 5];
            var word = Math.Min(14, table.Rows.Append(table.Header).Where(r => r.Count > i).SelectMany(r => Words(r[i])).Select(w => w.Length).DefaultIfEmpty(1).Max());
            return Math.Max(word + 2.0, Math.Min(Math.Sqrt(typical) * 4, 46));
        }).ToList();
        var all = weights.Sum();
        return [.. weights.Select(w => Text((int)(TextWidth * w / all)))];
    }

    private static int Length(Cell cell) => cell.Inlines.Sum(i => Shown(i).Length);

    private static IEnumerable<string> Words(Cell cell) => cell.Inlines.SelectMany(i => Shown(i).Split(' ', '\n', '-', '/'));

    private static string Shown(Inline inline) => inline switch { Plain p => p.Value, Link l => l.Label, Voiced v => v.Value, _ => "" };

    private Hyperlink LinkTo(Link link)
    {
        var properties = new RunProperties(new RunStyle { Val = link.IsMark ? "Mark" : "Hyperlink" });
        var made = new Hyperlink(WithText(new Run(properties), link.IsMark ? $" [{link.Label}]" : link.Label)) { Anchor = Bookmark(link.Target), History = true };
        if (link.Title is { } title) made.Tooltip = DocumentText.Legal(title.Length <= 260 ? title : title[..260]);
        return made;
    }

    private Run Note(string text)
    {
        lastFootnote++;
        Footnotes.Append(new W.Footnote(Styled("FootnoteText", new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReferenceMark()), Run(" " + text))) { Id = lastFootnote });
        return new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReference { Id = lastFootnote });
    }

    // Bookmark names are short and plain: letters and digits, 40 at the most.
    private string Bookmark(string anchor)
    {
        if (!bookmarks.TryGetValue(anchor, out var name)) bookmarks[anchor] = name = $"J{bookmarks.Count + 1}";
        return name;
    }

    private static Run WithText(Run run, string text)
    {
        foreach (var (i, line) in DocumentText.Legal(text).Split('\n').Index())
        {
            if (i > 0) run.Append(new Break());
            run.Append(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
