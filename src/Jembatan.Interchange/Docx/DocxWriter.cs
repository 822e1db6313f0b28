using System.IO.Compression;
using System.Xml;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Docx;

/// <summary>How a written transcript shows its turns.</summary>
public enum TranscriptLayout
{
    /// <summary>One paragraph per turn, "Speaker: words".</summary>
    Paragraphs,

    /// <summary>A table of two columns, speaker and words.</summary>
    Table,
}

/// <summary>Writes transcripts as Word documents that any word processor opens, such as samples.</summary>
public static class DocxWriter
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Writes a transcript.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="titleLines">Lines above the talk; may be empty.</param>
    /// <param name="turns">Speaker and words of each turn; line feeds in the words become paragraphs.</param>
    /// <param name="layout">Paragraphs or a table.</param>
    public static void WriteTranscript(
        Stream stream, IReadOnlyList<string> titleLines, IReadOnlyList<(string Speaker, string Words)> turns, TranscriptLayout layout)
    {
        ArgumentNullException.ThrowIfNull(titleLines);
        ArgumentNullException.ThrowIfNull(turns);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        PartWriter.ContentTypes(archive, ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"));
        PartWriter.Relations(archive, "_rels/.rels", ("rId1", "officeDocument", "word/document.xml"));
        PartWriter.Part(archive, "word/document.xml", xml =>
        {
            Start(xml, "document");
            Start(xml, "body");
            foreach (var line in titleLines) Paragraph(xml, line);
            if (layout == TranscriptLayout.Table && turns.Count > 0) Table(xml, turns);
            else foreach (var (speaker, words) in turns) Paragraphs(xml, $"{speaker}: {words}");
            Paragraph(xml, "");      // a body may not end with a table
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }

    private static void Table(XmlWriter xml, IReadOnlyList<(string Speaker, string Words)> turns)
    {
        Start(xml, "tbl");
        xml.WriteRaw("""<w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="7000"/></w:tblGrid>""");
        foreach (var (speaker, words) in turns)
        {
            Start(xml, "tr");
            Cell(xml, speaker, "2000");
            Cell(xml, words, "7000");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string words, string width)
    {
        Start(xml, "tc");
        xml.WriteRaw($"""<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>""");
        Paragraphs(xml, words);
        xml.WriteEndElement();
    }

    private static void Paragraphs(XmlWriter xml, string words)
    {
        foreach (var line in PartWriter.Legal(words).Split('\n')) Paragraph(xml, line);
    }

    private static void Paragraph(XmlWriter xml, string line)
    {
        Start(xml, "p");
        foreach (var (i, piece) in PartWriter.Legal(line).Split('\t').Index())
        {
            Start(xml, "r");
            if (i > 0)
            {
                Start(xml, "tab");
                xml.WriteEndElement();
            }

            Start(xml, "t");
            xml.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
            xml.WriteString(piece.Replace('\n', ' '));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name) => xml.WriteStartElement("w", name, W);
}
