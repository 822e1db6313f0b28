using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jembatan.Interchange.Documents;

/// <summary>Writes a document for Word: real headings, lists, tables with counted captions, footnotes, links to bookmarks, a notice on every page.</summary>
/// <remarks>
/// <para>A figure becomes the table that says the same: Word shows it everywhere and it can be edited.</para>
/// <para>Links to anchors that the document lacks are written as plain words. An anchor named twice stands where it is first named.</para>
/// <para>Source: ECMA-376-1 (WordprocessingML).</para>
/// </remarks>
public static class DocxDocumentWriter
{
    /// <summary>Writes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">A stream that can be written to; it stays open.</param>
    public static void Write(RichDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        // A package holds its parts in memory, whole, until it is closed: the body of a large study goes past it into the file.
        using var file = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        using var rest = new MemoryStream();
        using (var package = WordprocessingDocument.Create(rest, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = DocumentText.Legal(document.Title);
            package.PackageProperties.Language = document.Language;
            var main = package.AddMainDocumentPart();
            main.Document = new W.Document();
            DocxStyles.Add(main, document.Language);
            using var body = file.CreateEntry(BodyName).Open();
            new Writer(document, main).Write(body);
        }

        using var parts = new ZipArchive(rest, ZipArchiveMode.Read);
        foreach (var part in parts.Entries.Where(e => e.FullName != BodyName))
        {
            using var from = part.Open();
            using var to = file.CreateEntry(part.FullName).Open();
            from.CopyTo(to);
        }
    }

    private const string BodyName = "word/document.xml";

    private sealed class Writer(RichDocument document, MainDocumentPart main)
    {
        private readonly DocxLists lists = new(main);
        private readonly DocxRuns runs = new(document);
        private int tables;

        public void Write(Stream output)
        {
            // Element after element: a tree of a large study's report would take hundreds of megabytes.
            var section = Section();
            using (var body = OpenXmlWriter.Create(output, new UTF8Encoding(false)))
            {
                body.WriteStartElement(new W.Document());
                body.WriteStartElement(new Body());
                foreach (var element in document.Blocks.SelectMany(Of)) body.WriteElement(element);
                body.WriteElement(section);
                body.WriteEndElement();
                body.WriteEndElement();
            }

            main.AddNewPart<FootnotesPart>().Footnotes = runs.Footnotes;
        }

        private SectionProperties Section()
        {
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(DocxRuns.Styled("Header", DocxRuns.Run(document.Notice ?? document.Title)));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(DocxRuns.Styled("Footer", DocxRuns.Run(document.Words.Page + " "), DocxRuns.Field(" PAGE ", "1"), DocxRuns.Run(" / "), DocxRuns.Field(" NUMPAGES ", "1")));
            return new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1474, Bottom = 1304, Left = 1134U, Right = 1134U, Header = 567U, Footer = 567U, Gutter = 0U });
        }

        private IEnumerable<OpenXmlElement> Of(Block block)
        {
            switch (block)
            {
                case Heading h:
                    return [runs.Anchored(h.Anchor, DocxRuns.Styled(h.Level == 1 ? "Title" : $"Heading{h.Level - 1}", DocxRuns.Run(h.Text)))];
                case Paragraph p:
                    return [runs.Anchored(p.Anchor, DocxRuns.Styled(p.Style switch { ParagraphStyle.Lead => "Lead", ParagraphStyle.Note => "Notice", ParagraphStyle.Small => "Small", _ => "BodyText" }, [.. runs.Of(p.Inlines)]))];
                case Quotation q:
                    return [runs.Anchored(q.Anchor, DocxRuns.Styled(q.Contradicts ? "QuoteContrary" : "Quote", DocxRuns.Run(q.Words))), DocxRuns.Styled("QuoteSource", [.. runs.Of(q.Attribution)])];
                case Bullets b:
                    var list = lists.New(b.Ordered);
                    return b.Items.Select(item => (OpenXmlElement)DocxLists.Item(list, b.Ordered, runs.Of(item)));
                case Table t:
                    return OfTable(t);
                case Figure f:
                    return [.. OfTable(f.Data with { Anchor = f.Data.Anchor ?? f.Anchor }), DocxRuns.Styled("Small", DocxRuns.Run(f.Description))];
                case ContentsList c:
                    return Contents(c);
                case PageBreak:
                    return [new W.Paragraph(new Run(new Break { Type = BreakValues.Page }))];
                default:
                    throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No Word form for this block.");
            }
        }

        // A field that Word can renew, already filled so that it reads without being renewed.
        private IEnumerable<OpenXmlElement> Contents(ContentsList contents)
        {
            var chapters = document.Blocks.OfType<Heading>().Where(h => h is { Level: 2, Anchor: not null }).ToList();
            yield return DocxRuns.Styled("ContentsTitle", DocxRuns.Run(contents.Title));
            foreach (var (i, chapter) in chapters.Index())
            {
                List<OpenXmlElement> line = [.. runs.Of([new Link(chapter.Text, chapter.Anchor!)])];
                if (i == 0) line.InsertRange(0, DocxRuns.FieldBegin(" TOC \\o \"1-1\" \\h \\z \\u "));
                if (i == chapters.Count - 1) line.Add(DocxRuns.FieldEnd());
                yield return DocxRuns.Styled("TOC1", [.. line]);
            }
        }

        private IEnumerable<OpenXmlElement> OfTable(Table table)
        {
            var widths = DocxRuns.Widths(table);
            var grid = new W.Table(
                new TableProperties(
                    new TableStyle { Val = "JembatanTable" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLayout { Type = TableLayoutValues.Fixed },
                    new TableLook { FirstRow = true, FirstColumn = true }),
                new TableGrid(widths.Select(w => new GridColumn { Width = w })));
            var header = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
            foreach (var (i, cell) in table.Header.Index()) header.Append(OfCell(cell, widths[i], bold: true));
            grid.Append(header);
            foreach (var row in table.Rows)
            {
                var line = new TableRow(new TableRowProperties(new CantSplit()));
                foreach (var (i, cell) in row.Index()) line.Append(OfCell(cell, widths[i], bold: false));
                grid.Append(line);
            }

            OpenXmlElement[] caption = table.IsNumbered
                ? [DocxRuns.Run(document.Words.Table + " "), DocxRuns.Field($" SEQ {document.Words.Table} \\* ARABIC ", DocxRuns.Text(++tables)), DocxRuns.Run(". " + table.Caption)]
                : [DocxRuns.Run(table.Caption)];
            return [runs.Anchored(table.Anchor, DocxRuns.Styled("Caption", caption)), grid, DocxRuns.Styled("AfterTable")];
        }

        private TableCell OfCell(Cell cell, string width, bool bold)
        {
            var paragraph = DocxRuns.Styled("TableText", [.. runs.Of(cell.Inlines, bold)]);
            if (cell.IsNumber) paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
            var made = new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }));
            if (Shade(cell.Tone) is { } fill) made.TableCellProperties!.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
            made.Append(runs.Anchored(cell.Anchor, paragraph));
            return made;
        }

        private static string? Shade(string? tone) => tone switch
        {
            "fit" => "CFE0F1",
            "fairly-fit" => "E4EEF8",
            "unclear" => "EDEFEC",
            "misfit" => "FBECE0",
            _ => null,
        };
    }
}
