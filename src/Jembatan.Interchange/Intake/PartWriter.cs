using System.IO.Compression;
using System.Xml;
using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Intake;

/// <summary>Writes the parts of an Office container; the same content gives the same bytes.</summary>
internal static class PartWriter
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Part(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = true });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    internal static void ContentTypes(ZipArchive archive, params (string Part, string Type)[] parts) => Part(archive, "[Content_Types].xml", xml =>
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        foreach (var (extension, type) in new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml") })
        {
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        foreach (var (part, type) in parts)
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", "/" + part);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    internal static void Relations(ZipArchive archive, string name, params (string Id, string Type, string Target)[] relations) => Part(archive, name, xml =>
    {
        xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        foreach (var (id, type, target) in relations)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    /// <summary>Text with every character that XML 1.0 forbids replaced by U+FFFD.</summary>
    internal static string Legal(string text)
    {
        var plain = CanonicalText.From(text).Value;
        return plain.All(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c)) ? plain : string.Concat(plain.Select(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
    }
}
