using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jembatan.Interchange.Documents;

/// <summary>Lists of a Word document: bullets share one numbering, every numbered list begins at 1.</summary>
internal sealed class DocxLists
{
    private const int BulletKind = 1, NumberKind = 2;
    private readonly Numbering numbering = new(Kind(BulletKind, NumberFormatValues.Bullet, "•"), Kind(NumberKind, NumberFormatValues.Decimal, "%1."));
    private readonly int bullets;
    private int last;

    public DocxLists(MainDocumentPart main)
    {
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering;
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = BulletKind }) { NumberID = bullets = ++last });
    }

    /// <summary>The number by which the items of a new list name it.</summary>
    public int New(bool ordered)
    {
        if (!ordered) return bullets;
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = NumberKind }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = ++last });
        return last;
    }

    public static W.Paragraph Item(int list, bool ordered, IEnumerable<OpenXmlElement> content) => new(
    [
        new ParagraphProperties(
            new ParagraphStyleId { Val = ordered ? "ListNumber" : "ListBullet" }, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list })),
        .. content,
    ]);

    private static AbstractNum Kind(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "397", Hanging = "397" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };
}
