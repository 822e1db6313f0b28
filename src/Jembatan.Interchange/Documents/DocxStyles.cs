using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jembatan.Interchange.Documents;

/// <summary>The styles of a report in Word; people change them there once for the whole document.</summary>
internal static class DocxStyles
{
    public static void Add(MainDocumentPart main, string language)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "21" }, new Languages { Val = language == "id" ? "id-ID" : "en-GB" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraph("Normal", "Normal", isDefault: true),
            Paragraph("BodyText", "Body Text"),
            Paragraph("Title", "Title", size: 40, bold: true, after: 160),
            Paragraph("Heading1", "heading 1", size: 30, bold: true, before: 360, after: 120, outline: 0),
            Paragraph("Heading2", "heading 2", size: 25, bold: true, before: 280, after: 100, outline: 1),
            Paragraph("Heading3", "heading 3", size: 22, bold: true, before: 220, after: 80, outline: 2),
            Paragraph("Lead", "Lead", size: 24),
            Paragraph("Notice", "Notice", size: 20, fill: "FDF3DA"),
            Paragraph("Small", "Small", size: 17, color: "46514B", after: 80),
            Paragraph("Quote", "Quote", size: 21, font: "Cambria", indent: 400, after: 20),
            Paragraph("QuoteContrary", "Quote Contrary", size: 21, font: "Cambria", indent: 400, after: 20, italic: true),
            Paragraph("QuoteSource", "Quote Source", size: 17, color: "46514B", indent: 400, after: 140),
            Paragraph("Caption", "caption", size: 19, bold: true, before: 160, after: 60, keepNext: true),
            Paragraph("TableText", "Table Text", size: 17, after: 20, line: 240),
            Paragraph("AfterTable", "After Table", size: 8, after: 60, line: 240),
            Paragraph("ContentsTitle", "Contents Title", size: 25, bold: true, before: 200, after: 80, keepNext: true),
            Paragraph("TOC1", "toc 1", after: 40),
            Paragraph("ListBullet", "List Bullet", after: 60),
            Paragraph("ListNumber", "List Number", after: 60),
            Paragraph("Header", "header", size: 17, color: "46514B"),
            Paragraph("Footer", "footer", size: 17, color: "46514B"),
            Paragraph("FootnoteText", "footnote text", size: 17, after: 20),
            Character("FootnoteReference", "footnote reference", new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }),
            Character("Mark", "Mark", new Color { Val = "0B6B57" }, new FontSize { Val = "15" }),
            Character("Hyperlink", "Hyperlink", new Color { Val = "0B6B57" }, new Underline { Val = UnderlineValues.Dotted }),
            TableStyle());
        main.AddNewPart<StyleDefinitionsPart>().Styles = styles;
    }

    private static Style Paragraph(
        string id, string name, int? size = null, bool bold = false, bool italic = false, string? font = null, string? color = null, string? fill = null, int? before = null, int? after = null, int? indent = null,
        int? outline = null, bool keepNext = false, bool isDefault = false, int? line = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext || outline is not null) paragraph.Append(new KeepNext());
        if (fill is not null) paragraph.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = fill });
        if (before is not null || after is not null || line is not null)
        {
            var spacing = new SpacingBetweenLines { Before = Text(before), After = Text(after ?? 120) };
            if (line is not null) (spacing.Line, spacing.LineRule) = (Text(line), LineSpacingRuleValues.Auto);
            paragraph.Append(spacing);
        }

        if (indent is not null) paragraph.Append(new Indentation { Left = Text(indent) });
        if (outline is not null) paragraph.Append(new OutlineLevel { Val = outline.Value });
        var run = new StyleRunProperties();
        if (font is not null) run.Append(new RunFonts { Ascii = font, HighAnsi = font });
        if (bold) run.Append(new Bold());
        if (italic) run.Append(new Italic());
        if (color is not null) run.Append(new Color { Val = color });
        if (size is not null) run.Append(new FontSize { Val = Text(size) });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault };
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Style Character(string id, string name, params OpenXmlElement[] properties) =>
        new(new StyleName { Val = name }, new StyleRunProperties(properties)) { Type = StyleValues.Character, StyleId = id };

    private static Style TableStyle()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "BBBFBB", Space = 0 };
        return new Style(
            new StyleName { Val = "Jembatan Table" },
            new StyleTableProperties(
                new TableBorders(Line<TopBorder>(), Line<BottomBorder>(), Line<InsideHorizontalBorder>()),
                new TableCellMarginDefault(new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "JembatanTable", CustomStyle = true };
    }
}
