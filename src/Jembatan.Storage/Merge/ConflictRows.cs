using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Merge;

/// <summary>Keeps what merging found beside the study: conflicts, and identities folded into others.</summary>
internal static class ConflictRows
{
    /// <summary>Keeps conflicts that this merge found and those that the other copy still knows.</summary>
    /// <param name="sets">Steps that this copy knew before: the value that one of them wrote is ours.</param>
    /// <returns>Those that are new here.</returns>
    public static async Task<IReadOnlyList<Conflict>> CarryAsync(
        JembatanDb ours, JembatanDb theirs, IReadOnlyList<Conflict> found, IReadOnlyList<ChangeSet> sets, CancellationToken cancellationToken)
    {
        var known = (await ours.Conflicts.AsNoTracking().Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();
        var fresh = found.Where(c => known.Add(c.Id)).ToList();
        var carried = await theirs.Conflicts.AsNoTracking().ToListAsync(cancellationToken);
        if (carried.Count > 0)
        {
            var mine = sets.Select(s => s.Id).ToHashSet();
            fresh.AddRange(carried.Where(c => known.Add(c.Id)).Select(c => mine.Contains(c.TheirSet) && !mine.Contains(c.OurSet) ? Turned(c) : c));
        }

        await BulkWriter.Of(ours).InsertAsync(ours, ours.Model.FindEntityType(typeof(Conflict))!, fresh, cancellationToken);
        return fresh;
    }

    /// <summary>Keeps the identities that were folded into others.</summary>
    /// <returns>How many are new.</returns>
    public static async Task<int> WriteAliasesAsync(JembatanDb db, Picture picture, CancellationToken cancellationToken)
    {
        var before = await db.Aliases.AsNoTracking().ToListAsync(cancellationToken);
        if (before.Count == 0 && picture.Aliases.Count == 0) return 0;
        await using var command = Rows.Command(db, "DELETE FROM \"Aliases\"");
        await command.ExecuteNonQueryAsync(cancellationToken);
        await BulkWriter.Of(db).InsertAsync(
            db, db.Model.FindEntityType(typeof(Alias))!, picture.Aliases.Select(a => new Alias { Id = a.Key, Entity = a.Value.Entity, StandsFor = a.Value.StandsFor }), cancellationToken);
        return Math.Max(0, picture.Aliases.Count - before.Count);
    }

    private static Conflict Turned(Conflict c) => new()
    {
        Id = c.Id, Kind = c.Kind, Entity = c.Entity, EntityId = c.EntityId, Name = c.Name, Field = c.Field, At = c.At,
        Ours = c.Theirs, Theirs = c.Ours, OurSet = c.TheirSet, TheirSet = c.OurSet, TookOurs = !c.TookOurs,
    };
}
