using Jembatan.Core;
using Jembatan.Interchange.Intake;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Jembatan.Interchange.Pdf;

/// <summary>Reads the text of a PDF, line by line from top to bottom.</summary>
/// <remarks>
/// Kept: words in lines as they stand on the page; an empty line between pages. Words of one line come from left to right, so columns of a page run into each other.
/// <para>Left out: pictures, and pages that are pictures of text (they are counted; no optical recognition), annotations, form values, running heads are kept as text.</para>
/// <para>Untrusted input: pages and bytes are limited; whatever the parser cannot read ends in <c>pdf/damaged</c>.</para>
/// <para>Source: ISO 32000-1, parsed by PdfPig.</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed class PdfImporter(ImportLimits limits) : ISourceImporter
{
    /// <inheritdoc/>
    public FileFormat Format { get; } = new("pdf", "PDF", [".pdf"]);

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c>, <c>pdf/not-a-pdf</c>, <c>pdf/encrypted</c>, <c>pdf/damaged</c>, <c>pdf/no-text</c> or <c>pdf/too-many-pages</c>.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        if (bytes.Problem is { } problem) return problem;
        if (bytes.Value.AsSpan(0, Math.Min(1024, bytes.Value.Length)).IndexOf("%PDF-"u8) < 0)
            return new Problem("pdf/not-a-pdf", $"'{name}' is not a PDF, whatever its name says. Find out which program made it and save it as .pdf or .docx.", name);
        try
        {
            return Read(name, bytes.Value, cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Container.Encrypted(Format.Id, name);
        }
        catch (Exception fault) when (PdfFaults.IsOfTheFile(fault))
        {
            return new Problem("pdf/damaged", $"'{name}' is damaged and cannot be read as a PDF. Open it in a viewer, print it to a new PDF, and import that.", name);
        }
    }

    private Result<ImportedText> Read(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, ClipPaths = false });
        if (document.NumberOfPages > limits.MaxPages)
            return new Problem("pdf/too-many-pages", FormattableString.Invariant($"'{name}' has {document.NumberOfPages} pages; at most {limits.MaxPages} are read. Split it and import the pieces."), name);

        var manuscript = new Manuscript();
        var silent = new List<int>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = document.GetPage(number);
            manuscript.LeaveOut("pictures", page.NumberOfImages);
            var lines = PdfLines.Of(page);
            if (lines.Count == 0) silent.Add(number);
            else if (manuscript.HasWords) manuscript.Line("");
            foreach (var line in lines) manuscript.Line(line);
        }

        if (!manuscript.HasWords)
            return new Problem("pdf/no-text", $"'{name}' holds no text; its pages are pictures. Run text recognition (OCR) over it in another program and import the result.", name);
        return manuscript.ToImportedText(silent.Count == 0 ? [] : [FormattableString.Invariant($"{silent.Count} of {document.NumberOfPages} pages hold no text: {string.Join(", ", silent.Take(20))}{(silent.Count > 20 ? ", …" : "")}. They may be pictures of text.")]);
    }
}
