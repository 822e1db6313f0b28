using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Odt;

/// <summary>Reads the body of an OpenDocument text (.odt) as one text source.</summary>
/// <remarks>
/// Kept: one line per paragraph or heading, tabs, line breaks, runs of blanks, tracked insertions. Tables with the shape of a transcript become turns, other tables lines with tabs.
/// <para>Left out, and counted in the losses: footnotes and endnotes, comments, text boxes, pictures, tracked deletions, list numbers; headers and footers are not part of the body.</para>
/// <para>Untrusted input: see <see cref="ImportLimits"/>; document types are refused.</para>
/// <para>Source: OASIS OpenDocument 1.3, part 3, §5 and §6.</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed class OdtImporter(ImportLimits limits) : ISourceImporter
{
    /// <inheritdoc/>
    public FileFormat Format { get; } = new("odt", "OpenDocument text", [".odt"]);

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c>, <c>odt/encrypted</c>, <c>odt/no-body</c> or a problem of the container as for Word documents.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        if (bytes.Problem is { } unread) return unread;
        var opened = Container.Open(Format.Id, name, bytes.Value, limits);
        if (opened.Problem is { } closed) return closed;
        using var container = opened.Value;

        if (container.Has("META-INF/manifest.xml") && container.Read("META-INF/manifest.xml") is { IsOk: true } manifest
            && manifest.Value.AsSpan().IndexOf("encryption-data"u8) >= 0) return Container.Encrypted(Format.Id, name);

        var part = container.Read("content.xml");
        if (part.Problem is { } missing) return missing;
        var loaded = SafeXml.Load(Format.Id, name, part.Value, limits);
        if (loaded.Problem is { } bad) return bad;
        if (loaded.Value.Root?.Element(OdtBody.Office + "body")?.Element(OdtBody.Office + "text") is not { } body)
            return new Problem("odt/no-body", $"'{name}' holds no text document; it may be a spreadsheet or a presentation. Save its text as .odt and import that.", name);

        var manuscript = new Manuscript();
        new OdtBody(manuscript).Read(body);
        return manuscript.HasWords
            ? manuscript.ToImportedText([])
            : new Problem("import/empty", $"'{name}' holds no words in its body. If they stand in frames or pictures, copy them into the text and import it again.", name);
    }
}
