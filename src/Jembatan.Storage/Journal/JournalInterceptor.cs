using Jembatan.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jembatan.Storage.Journal;

/// <summary>Writes one change set beside every change to a study, in the same transaction.</summary>
internal sealed class JournalInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Save through CommitAsync: every change is journalled.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is JembatanDb db) await WriteAsync(db, cancellationToken);
        return result;
    }

    /// <summary>Lets go of the journal rows that a commit wrote or could not write; entities stay tracked.</summary>
    public static void Forget(JembatanDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is ChangeSet or Change or Blob).ToList()) entry.State = EntityState.Detached;
    }

    private async Task WriteAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var entries = db.ChangeTracker.Entries<IEntity>()
            .Where(e => e.State is EntityState.Added or EntityState.Deleted || (e.State == EntityState.Modified && Payload.ChangedFields(e).Any()))
            .OrderBy(e => e.State == EntityState.Deleted ? 1 : 0)
            .ToList<EntityEntry>();
        if (entries.Count > 0)
        {
            if (db.Act is not { } act || db.Database.CurrentTransaction is null)
                throw new InvalidOperationException("Save through CommitAsync: every change is journalled under a label.");
            await RequireFreshAsync(entries, cancellationToken);
            var set = await HybridClock.StartAsync(db, act, clock, cancellationToken);
            db.Add(set);
            var marks = await RevisionMarks.OfAsync(db, entries.Select(e => (IEntity)e.Entity), cancellationToken);
            foreach (var (ordinal, entry) in entries.Index())
            {
                db.Add(new Change
                {
                    ChangeSetId = set.Id, Ordinal = ordinal, Entity = entry.Metadata.ClrType.Name, EntityId = ((IEntity)entry.Entity).Key,
                    Operation = entry.State switch { EntityState.Added => ChangeOperation.Add, EntityState.Deleted => ChangeOperation.Remove, _ => ChangeOperation.Set },
                    Payload = Payload.Of(db, entry, marks),
                });
            }

            await WriteBesideAsync(db, set, entries, act, cancellationToken);
        }

        await DropKnownBlobsAsync(db, cancellationToken);
    }

    // What merging folded into an entity goes and comes back with it.
    private static async Task WriteBesideAsync(JembatanDb db, ChangeSet set, List<EntityEntry> entries, PendingAct act, CancellationToken cancellationToken)
    {
        var operations = entries.Where(e => e.State == EntityState.Deleted || (e.State == EntityState.Added && act.Kind is ChangeSetKind.Undo or ChangeSetKind.Redo))
            .ToDictionary(e => ((IEntity)e.Entity).Key, e => e.State == EntityState.Deleted ? ChangeOperation.Remove : ChangeOperation.Add);
        foreach (var (i, alias) in (await SharedThings.OfAsync(db, [.. operations.Keys], cancellationToken)).Index())
            db.Add(new Change { ChangeSetId = set.Id, Ordinal = entries.Count + i, Entity = alias.Entity, EntityId = alias.Id, Operation = operations[alias.StandsFor], Payload = "{}"u8.ToArray() });
    }

    // What a step calls "before" must be what stands in the database, not what stood there when it was read; otherwise undo would bring back another's past.
    private static async Task RequireFreshAsync(List<EntityEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Where(e => e.State is EntityState.Modified or EntityState.Deleted))
        {
            var now = await entry.GetDatabaseValuesAsync(cancellationToken);
            var fields = entry.State == EntityState.Modified ? Payload.ChangedFields(entry) : entry.Properties;
            if (now is null || fields.Any(p => Field.Write(p, now[p.Metadata]) != Field.Write(p, p.OriginalValue)))
                throw new DbUpdateConcurrencyException($"The {entry.Metadata.ClrType.Name} was changed or removed by somebody else since it was read.");
        }
    }

    private static async Task DropKnownBlobsAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        foreach (var entry in db.ChangeTracker.Entries<Blob>().Where(e => e.State == EntityState.Added).ToList())
        {
            var hash = entry.Entity.Hash;
            if (await db.Blobs.AnyAsync(b => b.Hash == hash, cancellationToken)) entry.State = EntityState.Detached;
        }
    }
}
