using Jembatan.Core;
using Jembatan.Interchange.Intake;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Parser = Markdig.Markdown;

namespace Jembatan.Interchange.Markdown;

/// <summary>Reads a Markdown file as plain words.</summary>
/// <remarks>
/// Kept: all words, line breaks, text of links, code, and HTML blocks as they stand. Left out: marks of emphasis, headings and lists, addresses of links, pictures.
/// <para>Untrusted input: a text whose marks would take the parser too long is read as plain text, and that is told.</para>
/// <para>Source: CommonMark 0.31.</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed class MarkdownImporter(ImportLimits limits) : ISourceImporter
{
    /// <inheritdoc/>
    public FileFormat Format { get; } = new("markdown", "Markdown", [".md", ".markdown"]);

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c>, <c>text/binary</c> or <c>markdown/too-deep</c>.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var read = await TextFile.ReadAsync(name, content, limits, cancellationToken);
        if (read.Problem is { } problem) return problem;
        if (MarkdownCost.IsExcessive(read.Value.Text))
            return ImportedText.From(read.Value.Text, [.. read.Value.Doubts, "The file holds more brackets and stars than a text has; it was read as plain text, marks and all."]);
        try
        {
            var document = Parser.Parse(read.Value.Text);
            var manuscript = new Manuscript();
            manuscript.LeaveOut("addresses of links", document.Descendants<LinkInline>().Count(l => !l.IsImage));
            manuscript.LeaveOut("pictures", document.Descendants<LinkInline>().Count(l => l.IsImage));
            manuscript.LeaveOut("definitions of link addresses", document.Descendants<LinkReferenceDefinition>().Count());
            MarkdownLines.Write(document, manuscript);
            return manuscript.HasWords
                ? manuscript.ToImportedText(read.Value.Doubts)
                : new Problem("import/empty", $"'{name}' holds no words. Check that the file was copied whole, or leave it out.", name);
        }
        catch (ArgumentException)     // Markdig's way to refuse bottomless nesting
        {
            return new Problem("markdown/too-deep", $"'{name}' nests quotes or lists beyond all measure. Save it as .txt and import that.", name);
        }
    }
}
