using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Sources;

/// <summary>The current revision of a source with its text.</summary>
/// <param name="Revision">The revision, for reading only.</param>
/// <param name="Text">Its text.</param>
public sealed record CurrentText(SourceRevision Revision, CanonicalText Text)
{
    /// <returns>The text, or <c>source/no-text</c>, <c>source/purged</c>.</returns>
    public static async Task<Result<CurrentText>> OfAsync(Source source, JembatanDb db, CancellationToken cancellationToken)
    {
        if (source.Purged) return new Problem("source/purged", $"The text of '{source.Name}' was overwritten on withdrawn consent. Work on another source.", source.Name);
        return await db.RevisionTextAsync(source.Id, source.Revision, cancellationToken) is { } current
            ? new CurrentText(current.Revision, current.Text)
            : new Problem("source/no-text", $"'{source.Name}' has no text. Run 'jembatan doctor', then import it again.", source.Name);
    }
}
