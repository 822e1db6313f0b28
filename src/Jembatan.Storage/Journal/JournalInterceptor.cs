using System.Text;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jembatan.Storage.Journal;

/// <summary>Writes one change set beside every change to a study, in the same transaction.</summary>
internal sealed class JournalInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public const int BlobThresholdBytes = 4096;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Save through CommitAsync: every change is journalled.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is JembatanDb db) await WriteAsync(db, cancellationToken);
        return result;
    }

    private async Task WriteAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var entries = db.ChangeTracker.Entries<IEntity>()
            .Where(e => e.State is EntityState.Added or EntityState.Deleted || (e.State == EntityState.Modified && ChangedFields(e).Any()))
            .ToList();
        if (entries.Count == 0) return;
        var act = db.Act ?? throw new InvalidOperationException("Save through CommitAsync: every change is journalled under a label.");

        var set = await StartAsync(db, act, clock, cancellationToken);
        var changes = new List<Change>(entries.Count);
        foreach (var entry in entries.OrderBy(e => e.State == EntityState.Deleted ? 1 : 0))
        {
            changes.Add(new Change
            {
                ChangeSetId = set.Id, Ordinal = changes.Count, Entity = entry.Metadata.ClrType.Name, EntityId = entry.Entity.Key,
                Operation = entry.State switch { EntityState.Added => ChangeOperation.Add, EntityState.Deleted => ChangeOperation.Remove, _ => ChangeOperation.Set },
                Payload = await PayloadAsync(db, entry, cancellationToken),
            });
        }

        db.AddRange(changes);
    }

    /// <summary>Begins a change set with the next tick of the hybrid clock.</summary>
    public static async Task<ChangeSet> StartAsync(JembatanDb db, PendingAct act, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await db.ChangeSets.MaxAsync(s => (long?)s.Clock, cancellationToken) ?? 0;
        var replica = await ReplicaIdAsync(db, cancellationToken);
        var set = new ChangeSet
        {
            Id = Guid.CreateVersion7(now), Label = act.Label, CoderId = act.CoderId, ReplicaId = replica, Kind = act.Kind, Target = act.Target,
            Clock = Math.Max(now.ToUnixTimeMilliseconds() << 16, last + 1), At = now,
        };
        db.Add(set);
        return set;
    }

    private static async Task<Guid> ReplicaIdAsync(JembatanDb db, CancellationToken cancellationToken) =>
        (db.Replicas.Local.FirstOrDefault() ?? await db.Replicas.AsNoTracking().FirstAsync(cancellationToken)).Id;

    public static IEnumerable<PropertyEntry> ChangedFields(EntityEntry entry) =>
        entry.Properties.Where(p => p.IsModified && !Equals(Field.Write(p, p.OriginalValue), Field.Write(p, p.CurrentValue)));

    private static async Task<byte[]> PayloadAsync(JembatanDb db, EntityEntry entry, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, object?>();
        if (entry.State == EntityState.Modified)
        {
            foreach (var p in ChangedFields(entry))
                fields[p.Metadata.Name] = new object?[] { await KeepAsync(db, Field.Write(p, p.OriginalValue), cancellationToken), await KeepAsync(db, Field.Write(p, p.CurrentValue), cancellationToken) };
        }
        else
        {
            foreach (var p in entry.Properties)
                fields[p.Metadata.Name] = await KeepAsync(db, Field.Write(p, entry.State == EntityState.Deleted ? p.OriginalValue : p.CurrentValue), cancellationToken);
        }

        return Encoding.UTF8.GetBytes(Json.Write(fields));
    }

    // Long fields are kept once in the blobs and named here by their hash.
    private static async Task<object?> KeepAsync(JembatanDb db, string? json, CancellationToken cancellationToken)
    {
        if (json is null) return null;
        if (json.Length <= BlobThresholdBytes) return new RawJson(json);
        return new Dictionary<string, string> { ["$blob"] = await db.KeepAsync(json, cancellationToken) };
    }
}
