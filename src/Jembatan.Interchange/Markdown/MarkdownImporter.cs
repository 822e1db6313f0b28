using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Markdown;

/// <summary>Reads a Markdown file as plain words.</summary>
/// <param name="limits">How much is read.</param>
public sealed class MarkdownImporter(ImportLimits limits) : ISourceImporter
{
    /// <inheritdoc/>
    public FileFormat Format { get; } = new("markdown", "Markdown", [".md", ".markdown"]);

    /// <inheritdoc/>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var read = await TextFile.ReadAsync(name, content, limits, cancellationToken);
        return read.Problem is { } problem ? problem : ImportedText.From(read.Value.Text, read.Value.Doubts);
    }
}
