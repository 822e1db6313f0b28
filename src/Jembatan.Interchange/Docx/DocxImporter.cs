using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Docx;

/// <summary>Reads the body of a Word document (.docx) as one text source.</summary>
/// <remarks>
/// Kept: one line per paragraph, tabs, manual line breaks, non-breaking hyphens, tracked insertions, text inside content controls and links, equations as plain characters.
/// Tables with the shape of a transcript become turns, other tables lines with tabs.
/// <para>Left out, and counted in the losses: headers, footers, footnotes, endnotes, comments, text boxes, pictures, tracked deletions, the old place of moved text, list numbers.</para>
/// <para>Untrusted input: see <see cref="ImportLimits"/>; document types are refused.</para>
/// <para>Source: ECMA-376-1 (WordprocessingML), §17.3 and §17.4.</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed class DocxImporter(ImportLimits limits) : ISourceImporter
{
    private const string BodyPart = "word/document.xml";

    /// <inheritdoc/>
    public FileFormat Format { get; } = new("docx", "Word document", [".docx"]);

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c>, <c>docx/not-a-zip</c>, <c>docx/encrypted</c>, <c>docx/old-format</c>, <c>docx/too-many-parts</c>,
    /// <c>docx/unsafe-part</c>, <c>docx/no-body</c>, <c>docx/zip-bomb</c>, <c>docx/too-large</c>, <c>docx/damaged</c>, <c>docx/bad-xml</c>.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        if (bytes.Problem is { } unread) return unread;

        var opened = Container.Open(Format.Id, name, bytes.Value, limits);
        if (opened.Problem is { } closed) return closed;
        using var container = opened.Value;

        var part = container.Read(BodyPart);
        if (part.Problem is { } missing) return missing;
        var loaded = SafeXml.Load(Format.Id, name, part.Value, limits);
        if (loaded.Problem is { } bad) return bad;
        if (loaded.Value.Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "body") is not { } body)
            return new Problem("docx/no-body", $"'{name}' has no text body. It may be a renamed file of another kind; save it as .docx and import that.", name);

        var manuscript = new Manuscript();
        new DocxBody(body.Name.Namespace, manuscript).Read(body);
        if (!manuscript.HasWords)
            return new Problem("import/empty", $"'{name}' holds no words in its body. If they stand in text boxes or pictures, copy them into the text and import it again.", name);
        DocxParts.Count(container, body.Name.Namespace, limits, manuscript);
        return manuscript.ToImportedText([]);
    }
}
