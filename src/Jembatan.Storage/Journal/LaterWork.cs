using System.Globalization;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>What was done after a step to the same things: it would be lost if the step were turned round.</summary>
internal static class LaterWork
{
    private const int FewEntities = 40;

    private sealed record LaterChange(Guid SetId, Guid? Target, long Clock, Guid EntityId, ChangeOperation Operation, byte[] Payload);

    /// <summary>A later step, not taken back since, that changed a field of the same entities.</summary>
    public static async Task<Obstacle?> FindAsync(JembatanDb db, ChangeSet set, List<Change> changes, CancellationToken cancellationToken)
    {
        var touched = new Dictionary<Guid, Change>();
        foreach (var change in changes)
        {
            if (change.EntityId != Guid.Empty) touched[change.EntityId] = change;
            else foreach (var id in BulkRows.Keys(db, change)) touched[id] = change;
        }

        var later = await LaterChangesAsync(db, set, touched, cancellationToken);
        foreach (var ofEntity in later.GroupBy(l => l.EntityId))
        {
            // A step and its taking back cancel out; so do any even number of doings and undoings since.
            var standing = ofEntity.GroupBy(l => l.Target ?? l.SetId).Where(steps => steps.Count() % 2 == 1).SelectMany(steps => steps).OrderByDescending(l => l.Clock);
            if (standing.FirstOrDefault(l => Overlap(touched[ofEntity.Key], l)) is { } by) return new Obstacle(touched[ofEntity.Key].Entity, ofEntity.Key, by.SetId);
        }

        return null;
    }

    /// <summary>The problem that names the later step.</summary>
    public static async Task<Problem> NameAsync(JembatanDb db, ChangeSet set, Obstacle obstacle, ChangeSetKind kind, CancellationToken cancellationToken)
    {
        var sets = db.ChangeSets.AsNoTracking();
        var later = obstacle.By is { } by
            ? await sets.FirstOrDefaultAsync(s => s.Id == by, cancellationToken)
            : await (from c in db.Changes.AsNoTracking()
                     join s in sets on c.ChangeSetId equals s.Id
                     where c.EntityId == obstacle.EntityId && s.Clock > set.Clock
                     orderby s.Clock descending
                     select s).FirstOrDefaultAsync(cancellationToken)
                ?? await sets.Where(s => s.Clock > set.Clock).OrderByDescending(s => s.Clock).FirstOrDefaultAsync(cancellationToken);
        if (later is { Kind: ChangeSetKind.Purge })
            return new Problem("journal/purged", $"'{set.Label}' cannot be turned round: its words were overwritten since, on withdrawn consent. Go on from here.", later.Id.ToString());
        var coder = later?.CoderId is { } id ? (await db.Coders.AsNoTracking().FirstOrDefaultAsync(c => c.Id == new Id<Coder>(id), cancellationToken))?.Name : null;
        var what = later is null ? "a later step"
            : string.Create(CultureInfo.InvariantCulture, $"'{later.Label}'{(coder is null ? "" : $" by {coder}")} ({later.At:yyyy-MM-dd HH:mm} UTC)");
        var turned = kind == ChangeSetKind.Undo ? "taken back" : "done again";
        return new Problem("journal/changed-since", $"'{set.Label}' cannot be {turned}: {what} changed or uses the same {obstacle.Entity.ToLowerInvariant()}. Take that back first.", later?.Id.ToString());
    }

    private static async Task<List<LaterChange>> LaterChangesAsync(JembatanDb db, ChangeSet set, Dictionary<Guid, Change> touched, CancellationToken cancellationToken)
    {
        var found = new List<LaterChange>();
        if (touched.Count <= FewEntities)
        {
            foreach (var id in touched.Keys)
            {
                found.AddRange(await (from c in db.Changes.AsNoTracking()
                                      join s in db.ChangeSets.AsNoTracking() on c.ChangeSetId equals s.Id
                                      where c.EntityId == id && s.Clock > set.Clock
                                      select new LaterChange(s.Id, s.Target, s.Clock, c.EntityId, c.Operation, c.Payload)).ToListAsync(cancellationToken));
            }

            return found;
        }

        var all = from s in db.ChangeSets.AsNoTracking()
                  join c in db.Changes.AsNoTracking() on s.Id equals c.ChangeSetId
                  where s.Clock > set.Clock && c.EntityId != Guid.Empty
                  select new LaterChange(s.Id, s.Target, s.Clock, c.EntityId, c.Operation, c.Payload);
        await foreach (var change in all.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (touched.ContainsKey(change.EntityId)) found.Add(change);
        }

        return found;
    }

    private static bool Overlap(Change change, LaterChange later)
    {
        if (change.Operation != ChangeOperation.Set || later.Operation != ChangeOperation.Set) return true;
        using var mine = JsonDocument.Parse(change.Payload);
        using var theirs = JsonDocument.Parse(later.Payload);
        return mine.RootElement.EnumerateObject().Any(f => theirs.RootElement.TryGetProperty(f.Name, out _));
    }
}
