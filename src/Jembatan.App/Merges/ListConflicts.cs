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
        if (db.Blindfold is not null)
        {
            var seen = await db.SeenCodings.Select(c => c.Id).ToListAsync(cancellationToken);
            all.RemoveAll(c => c.Entity == nameof(Coding) && !seen.Contains(new(c.EntityId)));
        }

        var rows = await ConflictRows.ReadAsync(db, all, cancellationToken);
        var open = rows.Count(r => !r.Settled);
        return new Response([.. rows.Where(r => request.All || !r.Settled).OrderBy(r => r.Settled)], open, rows.Count - open);
    }
}
