using System.Text.Json;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Things that two copies had both made and that merging made one: whoever takes back one copy's step must not take the other's along.</summary>
internal static class SharedThings
{
    /// <summary>Something that a step added or removed, and that another copy's step added too.</summary>
    public static async Task<Obstacle?> FindAsync(JembatanDb db, List<Change> changes, CancellationToken cancellationToken)
    {
        var aliases = await db.Aliases.AsNoTracking().ToListAsync(cancellationToken);
        if (aliases.Count == 0) return null;
        var own = new Dictionary<Guid, string>();
        foreach (var change in changes.Where(c => c.Operation != ChangeOperation.Set))
        {
            if (change.EntityId != Guid.Empty) own[change.EntityId] = change.Entity;
            else foreach (var id in BulkRows.Keys(db, change)) own[id] = change.Entity;
        }

        foreach (var same in aliases.GroupBy(a => a.StandsFor))
        {
            var ids = same.Select(a => a.Id).Append(same.Key).ToList();
            var touched = ids.FindAll(own.ContainsKey);
            if (touched.Count == 0 || touched.Count == ids.Count) continue;
            var other = ids.First(i => !own.ContainsKey(i));
            var by = await db.Changes.AsNoTracking().Where(c => c.EntityId == other && c.Operation == ChangeOperation.Add).Select(c => (Guid?)c.ChangeSetId).FirstOrDefaultAsync(cancellationToken);
            return new Obstacle(own[touched[0]], touched[0], by);
        }

        return null;
    }

    /// <summary>Whether a change stands beside that of the thing which this identity was folded into, and has no row of its own.</summary>
    public static bool IsBeside(JsonElement fields) => fields.GetPropertyCount() == 0;

    /// <summary>The identities that are folded into entities.</summary>
    public static async Task<List<Merge.Alias>> OfAsync(JembatanDb db, List<Guid> entities, CancellationToken cancellationToken) =>
        entities.Count == 0 || !await db.Aliases.AnyAsync(cancellationToken) ? []
            : await db.Aliases.AsNoTracking().Where(a => entities.Contains(a.StandsFor)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
}
