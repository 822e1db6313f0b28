using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Rtf;

/// <summary>Reads a Rich Text Format file as one text source.</summary>
/// <remarks>
/// Kept: paragraphs, tabs, line breaks, typographic signs, characters of any code page and Unicode, results of fields, table cells. Tables with the shape of a transcript become turns.
/// <para>Left out, and counted in the losses: headers, footers, footnotes, comments, pictures, objects, text boxes, text marked as deleted.</para>
/// <para>Untrusted input: read without recursion; an open group at the end is told as a loss.</para>
/// <para>Source: Microsoft, Rich Text Format Specification 1.9.1 (2008).</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed class RtfImporter(ImportLimits limits) : ISourceImporter
{
    /// <inheritdoc/>
    public FileFormat Format { get; } = new("rtf", "Rich Text Format", [".rtf"]);

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c>, <c>rtf/not-rtf</c> or <c>rtf/too-deep</c>.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        if (bytes.Problem is { } problem) return problem;
        if (!bytes.Value.AsSpan().TrimStart("\uFEFF \r\n\t"u8).StartsWith("{\\rtf"u8))
            return new Problem("rtf/not-rtf", $"'{name}' is not in Rich Text Format, whatever its name says. Open it in its program, save it as .docx or .rtf, and import that.", name);

        var manuscript = new Manuscript();
        var text = new RtfText(manuscript);
        if (!new RtfReader(bytes.Value, text, limits.MaxDepth).Read())
            return new Problem("rtf/too-deep", $"'{name}' nests its groups beyond all measure. Open it in its program, save it again, and import that.", name);
        text.End();
        return manuscript.HasWords
            ? manuscript.ToImportedText(text.Doubts)
            : new Problem("import/empty", $"'{name}' holds no words in its body. Check that the file was copied whole, or leave it out.", name);
    }
}
