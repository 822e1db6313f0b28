using Jembatan.App.Codings;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange;
using Jembatan.Storage;
using Jembatan.Text.Anchors;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Makes a corrected text the next revision of a source and carries its codings over; those whose words are lost are orphaned and listed.</summary>
public static class ReviseSource
{
    /// <param name="Source">Name or identity of the source.</param>
    /// <param name="Text">The corrected text; <see cref="ImportedText.From(string, IEnumerable{string})"/> makes it of a plain one.</param>
    public sealed record Request(string Source, ImportedText Text);

    /// <param name="Revision">Number of the new revision.</param>
    /// <param name="Kept">Codings whose words are the same.</param>
    /// <param name="Corrected">Codings whose words were corrected inside.</param>
    /// <param name="Found">Codings found again elsewhere.</param>
    /// <param name="Orphaned">Codings whose words are not found; they stay on the former revision.</param>
    public sealed record Response(Id<Source> SourceId, int Revision, int Kept, int Corrected, int Found, IReadOnlyList<CodingRow> Orphaned);

    /// <returns>What was carried over, or <c>source/not-found</c>, <c>source/purged</c>, <c>source/same-text</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.SourceAsync(request.Source, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var source = found.Value;
        var current = await CurrentText.OfAsync(source, db, cancellationToken);
        if (current.Problem is { } noText) return noText;
        if (current.Value.Revision.TextHash == request.Text.Text.Hash)
            return new Problem("source/same-text", $"The text of '{source.Name}' is the same already. There is nothing to revise.", source.Name);

        await db.KeepAsync(request.Text.Text.Value, cancellationToken);
        var revision = source.Revise(request.Text.Text, request.Text.Turns, request.Text.Losses, clock.GetUtcNow());
        db.Revisions.Add(revision);
        var counts = await CarryCodings.RunAsync(source, revision, request.Text.Text, db, onlyStanding: false, cancellationToken);     // those orphaned before are looked for again, each from its revision
        await db.CommitAsync("Revise source", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        var orphaned = await CodingRows.ReadAsync(db, db.SeenCodings.Where(c => c.SourceId == source.Id && c.Orphaned), cancellationToken);
        return new Response(source.Id, revision.Number, counts.GetValueOrDefault(AnchorMove.Kept), counts.GetValueOrDefault(AnchorMove.Corrected), counts.GetValueOrDefault(AnchorMove.Found), orphaned);
    }
}
