using Jembatan.Core;
using Jembatan.Interchange.Intake;
using Jembatan.Text.Decoding;

namespace Jembatan.Interchange.PlainText;

/// <summary>Reads a plain text file of any encoding.</summary>
/// <remarks>
/// Kept: every character. Left out: the byte-order mark; line ends become LF.
/// <para>Untrusted input: files that are not text are refused.</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed class TextImporter(ImportLimits limits) : ISourceImporter
{
    /// <inheritdoc/>
    public FileFormat Format { get; } = new("text", "Plain text", [".txt", ".text"]);

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c> or <c>text/binary</c>.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var read = await TextFile.ReadAsync(name, content, limits, cancellationToken);
        return read.Problem is { } problem ? problem : ImportedText.From(read.Value.Text, read.Value.Doubts);
    }
}
