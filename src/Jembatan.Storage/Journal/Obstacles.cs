using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Journal;

/// <summary>Finds what keeps a step from being turned round, so that the later step can be named.</summary>
internal static class Obstacles
{
    /// <summary>After the turn, inside its transaction: a reference outside the foreign keys that would point to nothing.</summary>
    public static async Task<Obstacle?> DanglingAsync(JembatanDb db, ChangeSet set, List<Change> changes, CancellationToken cancellationToken)
    {
        var gone = new Dictionary<Guid, string>();
        foreach (var change in changes.Where(c => c.Operation is ChangeOperation.Add or ChangeOperation.AddMany))
        {
            if (change.Operation == ChangeOperation.Add) gone[change.EntityId] = change.Entity;
            else foreach (var id in BulkRows.Keys(db, change)) gone[id] = change.Entity;
        }

        if (gone.Count > 0)
        {
            await foreach (var reference in SoftReferences.ToAsync(db, gone, cancellationToken)) return new Obstacle(reference.From.GetType().Name, reference.From.Key);
            if (gone.ContainsValue(nameof(SourceRevision)) && await OnNoRevisionAsync(db, cancellationToken) is { } standing) return standing;
        }

        // What came back may name things that somebody removed in the meantime.
        foreach (var change in changes.Where(c => c.Operation is ChangeOperation.Remove or ChangeOperation.Set && SoftReferences.Holders.Contains(c.Entity)))
        {
            if (await EntityKind.Named(change.Entity).FindAsync(db, change.EntityId, cancellationToken) is not { } back) continue;
            foreach (var reference in SoftReferences.Of(back))
            {
                if (await EntityKind.Named(reference.Kind).ExistsAsync(db, reference.Id, cancellationToken)) continue;
                var removedLater = await (from c in db.Changes
                                          join s in db.ChangeSets on c.ChangeSetId equals s.Id
                                          where c.EntityId == reference.Id && s.Clock > set.Clock
                                          select c).AnyAsync(cancellationToken);
                if (removedLater) return new Obstacle(reference.Kind, reference.Id);
            }
        }

        return null;
    }

    // Somebody else's coding may stand on a revision that would go.
    private static async Task<Obstacle?> OnNoRevisionAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var coding = await db.Codings.AsNoTracking().Where(c => !db.Revisions.Any(r => r.SourceId == c.SourceId && r.Number == c.Revision)).Select(c => (Id<Coding>?)c.Id).FirstOrDefaultAsync(cancellationToken);
        if (coding is { } id) return new Obstacle(nameof(Coding), id.Value);
        var source = await db.Sources.AsNoTracking().Where(s => s.Revision > 0 && !db.Revisions.Any(r => r.SourceId == s.Id && r.Number == s.Revision)).Select(s => (Id<Source>?)s.Id).FirstOrDefaultAsync(cancellationToken);
        return source is { } shown ? new Obstacle(nameof(Source), shown.Value) : null;
    }

    /// <summary>After the database refused: the row that holds on to what would go, stands where something would come back, or is missing under it.</summary>
    public static async Task<Obstacle?> FindAsync(JembatanDb db, List<Change> changes, CancellationToken cancellationToken)
    {
        var own = changes.Select(c => c.EntityId).ToHashSet();
        foreach (var change in changes)
        {
            var type = db.Model.FindEntityType(EntityKind.Named(change.Entity).Type)!;
            foreach (var entity in await EntitiesAsync(db, change, type, cancellationToken))
            {
                var found = change.Operation is ChangeOperation.Add or ChangeOperation.AddMany
                    ? await HolderAsync(db, type, entity, own, cancellationToken)
                    : await TwinAsync(db, type, entity, own, cancellationToken) ?? await MissingParentAsync(db, type, entity, own, cancellationToken);
                if (found is not null) return found;
            }
        }

        return null;
    }

    private static async Task<IEnumerable<IEntity>> EntitiesAsync(JembatanDb db, Change change, IEntityType type, CancellationToken cancellationToken)
    {
        var kind = EntityKind.Named(change.Entity);
        if (change.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany) return BulkRows.Unpack(type, change.Payload);
        using var payload = JsonDocument.Parse(change.Payload);
        if (change.Operation == ChangeOperation.Set)
        {
            if (await kind.FindAsync(db, change.EntityId, cancellationToken) is not { } there) return [];
            db.ChangeTracker.Clear();
            var before = payload.RootElement.EnumerateObject().ToDictionary(f => f.Name, f => f.Value[0]);
            await Payload.FillAsync(db, type, there, JsonSerializer.SerializeToElement(before), cancellationToken);
            return [there];
        }

        var entity = kind.Blank();
        await Payload.FillAsync(db, type, entity, payload.RootElement, cancellationToken);
        return [entity];
    }

    private static async Task<Obstacle?> HolderAsync(JembatanDb db, IEntityType type, IEntity entity, HashSet<Guid> own, CancellationToken cancellationToken)
    {
        foreach (var key in type.GetReferencingForeignKeys())
        {
            var held = new Dictionary<IProperty, object?> { [key.Properties[0]] = type.FindPrimaryKey()!.Properties[0].GetGetter().GetClrValue(entity) };
            foreach (var holder in await Rows.WhereAsync(db, key.DeclaringEntityType, held, cancellationToken))
            {
                if (!own.Contains(holder)) return new Obstacle(key.DeclaringEntityType.ClrType.Name, holder);
            }
        }

        return null;
    }

    private static async Task<Obstacle?> TwinAsync(JembatanDb db, IEntityType type, IEntity entity, HashSet<Guid> own, CancellationToken cancellationToken)
    {
        foreach (var index in type.GetIndexes().Where(i => i.IsUnique))
        {
            var values = index.Properties.ToDictionary(p => p, p => p.GetGetter().GetClrValue(entity));
            foreach (var twin in await Rows.WhereAsync(db, type, values, cancellationToken))
            {
                if (!own.Contains(twin)) return new Obstacle(type.ClrType.Name, twin);
            }
        }

        return null;
    }

    private static async Task<Obstacle?> MissingParentAsync(JembatanDb db, IEntityType type, IEntity entity, HashSet<Guid> own, CancellationToken cancellationToken)
    {
        foreach (var key in type.GetForeignKeys())
        {
            if (key.Properties[0].GetGetter().GetClrValue(entity) is not { } parent) continue;
            var primary = key.PrincipalKey.Properties[0];
            var id = Rows.Plain(parent);
            if (own.Contains(id)) continue;
            if ((await Rows.WhereAsync(db, key.PrincipalEntityType, new Dictionary<IProperty, object?> { [primary] = parent }, cancellationToken)).Count == 0)
                return new Obstacle(key.PrincipalEntityType.ClrType.Name, id);
        }

        return null;
    }
}
