using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Merges;

/// <summary>Lists what merging could not settle, open conflicts first.</summary>
public static class ListConflicts
{
    /// <param name="All">Also those in which somebody chose.</param>
    public sealed record Request(bool All = false);

    /// <param name="Open">How many are open.</param>
    /// <param name="Settled">In how many somebody chose.</param>
    public sealed record Response(IReadOnlyList<ConflictRow> Conflicts, int Open, int Settled);

    /// <returns>The conflicts.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var all = await db.Conflicts.AsNoTracking().OrderBy(c => c.At).ThenBy(c => c.Entity).ThenBy(c => c.Name).ThenBy(c => c.Field).ToListAsync(cancellationToken);
        all = [.. await SeenAsync(db, all, cancellationToken)];
        var rows = await ConflictRows.ReadAsync(db, all, cancellationToken);
        var open = rows.Count(r => !r.Settled);
        return new Response([.. rows.Where(r => request.All || !r.Settled).OrderBy(r => r.Settled)], open, rows.Count - open);
    }

    /// <summary>The conflicts that the reader may see: none about a coding, or a note on one, that is hidden while they code blind.</summary>
    internal static async Task<IReadOnlyList<Conflict>> SeenAsync(JembatanDb db, IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken)
    {
        if (db.Blindfold is null) return conflicts;
        var seen = (await db.SeenCodings.Select(c => c.Id).ToListAsync(cancellationToken)).Select(c => c.Value).ToHashSet();
        var notes = await db.Notes.AsNoTracking().Where(n => n.TargetKind == "coding").ToDictionaryAsync(n => n.Id.Value, n => n.TargetId, cancellationToken);
        return [.. conflicts.Where(c => c.Entity switch
        {
            nameof(Coding) => seen.Contains(c.EntityId),
            nameof(Note) => !notes.TryGetValue(c.EntityId, out var target) || seen.Contains(target),
            _ => true,
        })];
    }
}
