using System.Xml.Linq;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Docx;

/// <summary>Counts what stands in the parts beside the body, for the loss report.</summary>
internal static class DocxParts
{
    internal static void Count(Container container, XNamespace w, ImportLimits limits, Manuscript manuscript)
    {
        foreach (var part in container.Parts.Where(p => p.StartsWith("word/", StringComparison.Ordinal) && p.LastIndexOf('/') == 4).Order(StringComparer.Ordinal))
        {
            var file = part["word/".Length..];
            if (file is "comments.xml") Items("comments", "comment");
            else if (file is "footnotes.xml") Items("footnotes", "footnote");
            else if (file is "endnotes.xml") Items("endnotes", "endnote");
            else if (file.StartsWith("header", StringComparison.Ordinal)) Worded("page headers");
            else if (file.StartsWith("footer", StringComparison.Ordinal)) Worded("page footers");

            void Items(string what, string element) => manuscript.LeaveOut(what, Load()?.Elements(w + element).Count(e => e.Attribute(w + "type") is null) ?? 0);
            void Worded(string what) => manuscript.LeaveOut(what, Load()?.Descendants(w + "t").Any(t => !string.IsNullOrWhiteSpace(t.Value)) == true ? 1 : 0);
            XElement? Load() => container.Read(part) is { IsOk: true } bytes && SafeXml.Load("docx", part, bytes.Value, limits) is { IsOk: true } xml ? xml.Value.Root : null;
        }
    }
}
