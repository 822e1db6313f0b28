using System.IO.Compression;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Bulk;

/// <summary>Adds very many entities of one kind as one step of undo, past the change tracker, with compressed journal rows.</summary>
public static class BulkRows
{
    private const int RowsPerChange = 20_000;

    /// <summary>Adds them all, or none.</summary>
    /// <param name="label">What was done, in English.</param>
    /// <param name="coder">Who did it.</param>
    public static async Task AddAsync<T>(
        JembatanDb db, IReadOnlyList<T> entities, string label, Id<Coder>? coder, TimeProvider clock, CancellationToken cancellationToken) where T : class, IEntity
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var type = db.Model.FindEntityType(typeof(T))!;
        await BulkWriter.Of(db).InsertAsync(db, type, entities, cancellationToken);
        var set = await JournalInterceptor.StartAsync(db, new PendingAct(label, coder?.Value, ChangeSetKind.Act, null), clock, cancellationToken);
        foreach (var (index, chunk) in entities.Chunk(RowsPerChange).Index())
        {
            db.Add(new Change
            {
                ChangeSetId = set.Id, Ordinal = index, Entity = typeof(T).Name, EntityId = Guid.Empty,
                Operation = ChangeOperation.AddMany, Payload = Pack(type, chunk),
            });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    internal static async Task<Result<Done>> InvertAsync(
        JembatanDb db, ChangeSet set, List<Change> changes, PendingAct act, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var inverse = await JournalInterceptor.StartAsync(db, act, clock, cancellationToken);
        foreach (var change in changes)
        {
            var type = db.Model.FindEntityType(Mapping.EntityTypes.Single(t => t.Name == change.Entity))!;
            var rows = Unpack(type, change.Payload);
            var adding = change.Operation == ChangeOperation.RemoveMany;
            if (!adding && await AnyChangedAsync(db, rows, set, cancellationToken) is { } touched)
                return await UndoRedo.ChangedSinceAsync(db, set, touched, cancellationToken);
            try
            {
                if (adding) await BulkWriter.Of(db).InsertAsync(db, type, rows, cancellationToken);
                else await BulkWriter.DeleteAsync(db, type, rows, cancellationToken);
            }
            catch (System.Data.Common.DbException)
            {
                return await UndoRedo.ChangedSinceAsync(db, set, change, cancellationToken);
            }

            db.Add(new Change
            {
                ChangeSetId = inverse.Id, Ordinal = change.Ordinal, Entity = change.Entity, EntityId = Guid.Empty,
                Operation = adding ? ChangeOperation.AddMany : ChangeOperation.RemoveMany, Payload = change.Payload,
            });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        return default(Done);
    }

    internal static byte[] Pack(IEntityType type, IEnumerable<IEntity> entities)
    {
        using var buffer = new MemoryStream();
        using (var compressed = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new Utf8JsonWriter(compressed))
        {
            var properties = type.GetProperties().ToArray();
            writer.WriteStartArray();
            foreach (var entity in entities)
            {
                writer.WriteStartObject();
                foreach (var p in properties)
                {
                    if (Field.Write(p.ClrType, p.GetGetter().GetClrValue(entity)) is not { } json) continue;
                    writer.WritePropertyName(p.Name);
                    writer.WriteRawValue(json, skipInputValidation: true);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    internal static List<IEntity> Unpack(IEntityType type, byte[] payload)
    {
        using var stream = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(stream);
        var properties = type.GetProperties().ToArray();
        var rows = new List<IEntity>(document.RootElement.GetArrayLength());
        foreach (var fields in document.RootElement.EnumerateArray())
        {
            var entity = (IEntity)Activator.CreateInstance(type.ClrType, nonPublic: true)!;
            foreach (var p in properties)
            {
                if (fields.TryGetProperty(p.Name, out var value)) p.PropertyInfo!.SetValue(entity, Field.Read(p.ClrType, value));
            }

            rows.Add(entity);
        }

        return rows;
    }

    // A row that somebody changed after it came in with the many cannot be taken back with them.
    private static async Task<Change?> AnyChangedAsync(JembatanDb db, List<IEntity> rows, ChangeSet set, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Key).ToHashSet();
        var later = from c in db.Changes.AsNoTracking()
                    join s in db.ChangeSets.AsNoTracking() on c.ChangeSetId equals s.Id
                    where s.Clock > set.Clock && c.EntityId != Guid.Empty
                    select new { c.EntityId, c.Entity };
        await foreach (var change in later.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (ids.Contains(change.EntityId)) return new Change { Entity = change.Entity, EntityId = change.EntityId };
        }

        return null;
    }
}
