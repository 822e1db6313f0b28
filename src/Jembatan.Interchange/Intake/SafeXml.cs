using System.Xml;
using System.Xml.Linq;
using Jembatan.Core;

namespace Jembatan.Interchange.Intake;

/// <summary>Loads markup without document types, entities, network or bottomless nesting.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 0, IgnoreComments = true, IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <returns>The document, or <c>…/bad-xml</c>.</returns>
    internal static Result<XDocument> Load(string format, string name, byte[] bytes, ImportLimits limits)
    {
        try
        {
            using (var probe = XmlReader.Create(new MemoryStream(bytes, writable: false), Strict))
            {
                while (probe.Read())
                    if (probe.Depth > limits.MaxDepth) return Bad(format, name, null);
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Strict);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            return Bad(format, name, $"line {e.LineNumber}");
        }
    }

    private static Problem Bad(string format, string name, string? at) =>
        new($"{format}/bad-xml", $"'{name}' is damaged or was made to harm: its markup cannot be read. Open it in its program, save it again, and import that.", at is null ? name : $"{name}, {at}");
}
