using Jembatan.Core;
using Jembatan.Interchange.Docx;
using Jembatan.Interchange.Html;
using Jembatan.Interchange.Markdown;
using Jembatan.Interchange.Odt;
using Jembatan.Interchange.Pdf;
using Jembatan.Interchange.PlainText;
using Jembatan.Interchange.Rtf;
using Jembatan.Interchange.Subtitles;

namespace Jembatan.Interchange;

/// <summary>Every format that is read as a text source. A new importer is one file and one line here.</summary>
public static class Importers
{
    /// <summary>All importers, with the default limits.</summary>
    public static IReadOnlyList<ISourceImporter> All { get; } =
    [
        new DocxImporter(ImportLimits.Default),
        new TextImporter(ImportLimits.Default),
        new MarkdownImporter(ImportLimits.Default),
        new RtfImporter(ImportLimits.Default),
        new OdtImporter(ImportLimits.Default),
        new HtmlImporter(ImportLimits.Default),
        new PdfImporter(ImportLimits.Default),
        new SubtitleImporter(SubtitleImporter.Vtt, ImportLimits.Default),
        new SubtitleImporter(SubtitleImporter.Srt, ImportLimits.Default),
    ];

    /// <summary>The importer for a file, by its extension, or null when there is none.</summary>
    /// <param name="fileName">Name of the file.</param>
    public static ISourceImporter? For(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        return All.FirstOrDefault(i => i.Format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Reads a file with the importer for its extension.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The text, <c>import/unknown-format</c>, or the importer's problem.</returns>
    public static async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken) =>
        For(name) is { } importer ? await importer.ImportAsync(name, content, cancellationToken) : Unknown(name);

    /// <summary>Says that a file has no importer and which extensions have one.</summary>
    /// <param name="fileName">Name of the file.</param>
    public static Problem Unknown(string fileName) => new(
        "import/unknown-format",
        $"'{fileName}' has no known format. Save it as one of {string.Join(' ', All.SelectMany(i => i.Format.Extensions))} and import that; tables (.csv, .xlsx) come in as a survey or with --cases.",
        fileName);
}
