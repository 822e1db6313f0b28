using Jembatan.App.Agreement;
using Jembatan.App.Codings;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Shows a source: text, turns, codings and what its import left out.</summary>
public static class ShowSource
{
    /// <param name="Source">Name or identity of the source.</param>
    public sealed record Request(string Source);

    /// <param name="Text">The current revision's text; a marker when it was purged.</param>
    /// <param name="Length">Its length, code points.</param>
    /// <param name="Turns">Speaker turns, in order.</param>
    /// <param name="Losses">What the importer left out.</param>
    /// <param name="Codings">Codings that stand on the current revision, in the order of their place.</param>
    /// <param name="Orphaned">Codings whose words are not found in it.</param>
    /// <param name="Blind">Who codes it blind; null when nobody does.</param>
    public sealed record Response(
        Id<Source> Id, string Name, SourceKind Kind, int Revision, int Length, string Hash, string Text, IReadOnlyList<Turn> Turns, IReadOnlyList<string> Losses,
        InformantCard? Informant, InterviewRecord? Interview, string? ImportedFrom, DateTimeOffset ImportedAt, bool Purged, IReadOnlyList<CodingRow> Codings,
        IReadOnlyList<CodingRow> Orphaned, IReadOnlyList<string> DoneBy, BlindCoding? Blind);

    /// <returns>The source, or <c>source/not-found</c>, <c>source/no-text</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = await db.SourceAsync(request.Source, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var source = found.Value;
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.SourceId == source.Id && r.Number == source.Revision, cancellationToken);
        if (revision is null) return new Problem("source/no-text", $"'{source.Name}' has no text. Run 'jembatan doctor', then import it again.", source.Name);
        var text = await db.ReadTextAsync(revision.TextHash, cancellationToken);
        var codings = await CodingRows.ReadAsync(db, db.SeenCodings.Where(c => c.SourceId == source.Id), cancellationToken);
        var standing = codings.ToLookup(c => !c.Orphaned && c.Revision == source.Revision);
        var informant = source.InformantId is { } id ? (await InformantCard.AllAsync(db, cancellationToken)).GetValueOrDefault(id) : null;
        var doneBy = await (from d in db.DoneMarks join c in db.Coders on d.CoderId equals c.Id where d.SourceId == source.Id orderby c.Name select c.Name).ToListAsync(cancellationToken);
        return new Response(
            source.Id, source.Name, source.Kind, source.Revision, revision.Length, revision.TextHash, text, revision.Turns, revision.Losses, informant, source.Interview,
            source.ImportedFrom, source.ImportedAt, source.Purged, [.. standing[true]], [.. standing[false]], doneBy, await Blinds.OnAsync(db, source.Id, cancellationToken));
    }
}
