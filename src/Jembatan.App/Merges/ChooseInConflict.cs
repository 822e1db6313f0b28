using Jembatan.App.Agreement;
using Jembatan.App.Codings;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Merges;

/// <summary>Takes one copy's value in a conflict; that is a step like any other, which others get by merging and undo takes back.</summary>
public static class ChooseInConflict
{
    /// <param name="Conflict">Identity of the conflict, or its end.</param>
    /// <param name="Ours">Whether this copy's value is taken, else the other's.</param>
    public sealed record Request(string Conflict, bool Ours);

    /// <returns>The conflict as it is now, or <c>conflict/not-found</c>, <c>conflict/ambiguous</c>, <c>conflict/gone</c>, <c>conflict/circle</c>, <c>conflict/still-used</c>, <c>study/duplicate</c>.</returns>
    public static async Task<Result<ConflictRow>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var wanted = request.Conflict.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        await Blinds.PutOnAsync(db, coder, cancellationToken);
        var found = (await ListConflicts.SeenAsync(db, await db.Conflicts.AsNoTracking().ToListAsync(cancellationToken), cancellationToken)).Where(c => wanted.Length >= Lookups.Lookup.ShortestSuffix && c.Id.ToString("N").EndsWith(wanted, StringComparison.Ordinal)).ToList();
        if (found.Count == 0) return Problem.NotFound("conflict", request.Conflict);
        if (found.Count > 1) return new Problem("conflict/ambiguous", $"More than one conflict ends in '{request.Conflict}'. Write more of it.", request.Conflict);
        var conflict = found[0];
        var acting = await db.CoderAsync(coder, cancellationToken);
        var chosen = await Choosing.ChooseAsync(db, conflict, request.Ours, acting.Id, clock, cancellationToken);
        if (chosen.Problem is { } problem) return problem;
        if (conflict is { Kind: ConflictKind.RemovedAndUsed, Entity: nameof(Coding) } && (request.Ours ? conflict.Ours : conflict.Theirs) is null)
        {
            var coding = await db.Codings.FirstOrDefaultAsync(c => c.Id == new Id<Coding>(conflict.EntityId), cancellationToken);
            if (coding is not null) await CodingRemoval.RemoveAsync(db, [coding], $"A quote under it was taken back by {acting.Name}.", cancellationToken);
        }

        await db.CommitAsync("Choose in conflict", acting.Id, cancellationToken);
        return (await ConflictRows.ReadAsync(db, [conflict], cancellationToken))[0];
    }
}
