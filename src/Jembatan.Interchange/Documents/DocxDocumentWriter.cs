using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jembatan.Interchange.Documents;

/// <summary>Writes a document for Word: real headings, tables with captions, footnotes, links to bookmarks, a notice on every page.</summary>
/// <remarks>
/// <para>A figure becomes the table that says the same: Word shows it everywhere and it can be edited.</para>
/// <para>Source: ECMA-376-1 (WordprocessingML).</para>
/// </remarks>
public static class DocxDocumentWriter
{
    /// <summary>Writes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">A stream that can be written to and sought in.</param>
    public static void Write(RichDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var package = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        package.PackageProperties.Title = document.Title;
        package.PackageProperties.Language = document.Language;
        var main = package.AddMainDocumentPart();
        main.Document = new W.Document(new Body());
        DocxStyles.Add(main, document.Language);
        new Writer(document, main).Write();
    }

    private sealed class Writer(RichDocument document, MainDocumentPart main)
    {
        private readonly HashSet<string> anchors = Anchors.Of(document);
        private readonly Dictionary<string, string> bookmarks = [];
        private readonly Footnotes footnotes = new(
            new W.Footnote(new W.Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new W.Footnote(new W.Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });

        private int lastFootnote;

        public void Write()
        {
            var body = main.Document!.Body!;
            foreach (var block in document.Blocks) body.Append(Of(block));
            main.AddNewPart<FootnotesPart>().Footnotes = footnotes;
            body.Append(Section());
        }

        private SectionProperties Section()
        {
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(Styled("Header", new Run(Words(document.Notice ?? document.Title))));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Styled("Footer", new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" PAGE ")), new Run(new FieldChar { FieldCharType = FieldCharValues.End })));
            return new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1304, Bottom = 1304, Left = 1304U, Right = 1304U, Header = 624U, Footer = 624U });
        }

        private IEnumerable<OpenXmlElement> Of(Block block)
        {
            switch (block)
            {
                case Heading h:
                    return [Anchored(h.Anchor, Styled(h.Level == 1 ? "Title" : $"Heading{h.Level - 1}", new Run(Words(h.Text))))];
                case Paragraph p:
                    return [Anchored(p.Anchor, Styled(p.Style switch { ParagraphStyle.Lead => "Lead", ParagraphStyle.Note => "Notice", ParagraphStyle.Small => "Small", _ => "BodyText" }, [.. Runs(p.Inlines)]))];
                case Quotation q:
                    return [Anchored(q.Anchor, Styled(q.Contradicts ? "QuoteContrary" : "Quote", new Run(Words(q.Words)))), Styled("QuoteSource", [.. Runs(q.Attribution)])];
                case Bullets b:
                    return b.Items.Select((item, i) => (OpenXmlElement)Styled(b.Ordered ? "ListNumber" : "ListBullet", [new Run(Words(b.Ordered ? $"{i + 1}.  " : "•  ")), .. Runs(item)]));
                case Table t:
                    return OfTable(t);
                case Figure f:
                    return [Anchored(f.Anchor, Styled("Small", new Run(Words(f.Description)))), .. OfTable(f.Data with { Caption = f.Caption })];
                case PageBreak:
                    return [new W.Paragraph(new Run(new Break { Type = BreakValues.Page }))];
                default:
                    throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No Word form for this block.");
            }
        }

        private IEnumerable<OpenXmlElement> OfTable(Table table)
        {
            var grid = new W.Table(
                new TableProperties(new TableStyle { Val = "JembatanTable" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLook { FirstRow = true, FirstColumn = true }),
                new TableGrid(table.Header.Select(_ => new GridColumn())));
            var header = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
            foreach (var cell in table.Header) header.Append(OfCell(cell, bold: true));
            grid.Append(header);
            foreach (var row in table.Rows)
            {
                var line = new TableRow(new TableRowProperties(new CantSplit()));
                foreach (var cell in row) line.Append(OfCell(cell, bold: false));
                grid.Append(line);
            }

            return [Anchored(table.Anchor, Styled("Caption", new Run(Words(table.Caption)))), grid, Styled("Small")];
        }

        private TableCell OfCell(Cell cell, bool bold)
        {
            var paragraph = Styled("TableText", [.. Runs(cell.Inlines, bold)]);
            if (cell.IsNumber) paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
            var made = new TableCell(new TableCellProperties());
            if (Shade(cell.Tone) is { } fill) made.TableCellProperties!.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = fill });
            made.Append(Anchored(cell.Anchor, paragraph));
            return made;
        }

        private static string? Shade(string? tone) => tone switch
        {
            "fit" => "CFE0F1", "fairly-fit" => "E4EEF8", "unclear" => "EDEFEC", "misfit" => "FBECE0", _ => null,
        };

        private IEnumerable<OpenXmlElement> Runs(IReadOnlyList<Inline> inlines, bool bold = false)
        {
            foreach (var inline in inlines)
            {
                yield return inline switch
                {
                    Plain t => Set(t.Value, bold || t.Bold, t.Italic),
                    Voiced v => Set($"“{v.Value}”", bold: false, italic: true),
                    Link l when anchors.Contains(l.Target) => new Hyperlink(new Run(new RunProperties(new RunStyle { Val = "Hyperlink" }), Words(l.Label))) { Anchor = Bookmark(l.Target), History = true },
                    Link l => Set(l.Label, bold, italic: false),
                    Documents.Footnote n => Note(n.Note),
                    _ => throw new ArgumentOutOfRangeException(nameof(inlines), inline.GetType().Name, "No Word form for this part of a line."),
                };
            }
        }

        private Run Note(string text)
        {
            lastFootnote++;
            footnotes.Append(new W.Footnote(Styled("FootnoteText",
                new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReferenceMark()), new Run(Words(" " + text)))) { Id = lastFootnote });
            return new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReference { Id = lastFootnote });
        }

        private static Run Set(string text, bool bold, bool italic)
        {
            var properties = new RunProperties();
            if (bold) properties.Append(new Bold());
            if (italic) properties.Append(new Italic());
            var run = new Run(properties);
            foreach (var (i, line) in text.Split('\n').Index())
            {
                if (i > 0) run.Append(new Break());
                run.Append(Words(line));
            }

            return run;
        }

        private W.Paragraph Anchored(string? anchor, W.Paragraph paragraph)
        {
            if (anchor is null) return paragraph;
            var name = Bookmark(anchor);
            var id = name[1..];
            paragraph.InsertAfter(new BookmarkStart { Name = name, Id = id }, paragraph.ParagraphProperties);
            paragraph.Append(new BookmarkEnd { Id = id });
            return paragraph;
        }

        // Bookmark names are short and plain: letters and digits, 40 at the most.
        private string Bookmark(string anchor)
        {
            if (!bookmarks.TryGetValue(anchor, out var name)) bookmarks[anchor] = name = $"J{bookmarks.Count + 1}";
            return name;
        }

        private static W.Paragraph Styled(string style, params OpenXmlElement[] content) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

        // A file with a control character does not open in Word.
        private static W.Text Words(string text) =>
            new(string.Concat(text.Where(c => !char.IsControl(c) || c == '\t'))) { Space = SpaceProcessingModeValues.Preserve };
    }
}
