using System.IO.Compression;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Bulk;

/// <summary>Adds very many entities as one step of undo, past the change tracker, with compressed journal rows.</summary>
public static class BulkRows
{
    /// <summary>Entities to a journal row: memory stays flat while many are added or taken back.</summary>
    public const int RowsPerChange = 2_000;

    /// <summary>Adds them all, or none.</summary>
    /// <param name="entities">What to add; of mixed kinds, what others refer to must come first, and one kind should follow another, not alternate.</param>
    /// <param name="label">What was done, in English.</param>
    /// <param name="coder">Who did it.</param>
    public static async Task AddAsync<T>(
        JembatanDb db, IEnumerable<T> entities, string label, Id<Coder>? coder, TimeProvider clock, CancellationToken cancellationToken) where T : class, IEntity
    {
        await using var transaction = await CommitLock.BeginAsync(db, cancellationToken);
        var set = await HybridClock.StartAsync(db, new PendingAct(label, coder?.Value, ChangeSetKind.Act, null), clock, cancellationToken);
        db.Add(set);
        var ordinal = 0;
        foreach (var chunk in Chunks(entities))
        {
            var type = db.Model.FindEntityType(chunk[0].GetType())!;
            await BulkWriter.Of(db).InsertAsync(db, type, chunk, cancellationToken);
            await AppendAsync(db, set, ordinal++, ChangeOperation.AddMany, type.ClrType.Name, Pack(type, chunk, await RevisionMarks.OfAsync(db, chunk, cancellationToken)), cancellationToken);
        }

        if (ordinal > 0) await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    internal static async Task AppendAsync(
        JembatanDb db, ChangeSet set, int ordinal, ChangeOperation operation, string entity, byte[] payload, CancellationToken cancellationToken)
    {
        db.Add(new Change { ChangeSetId = set.Id, Ordinal = ordinal, Entity = entity, EntityId = Guid.Empty, Operation = operation, Payload = payload });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    internal static byte[] Pack(IEntityType type, IEnumerable<IEntity> entities, RevisionMarks marks)
    {
        using var buffer = new MemoryStream();
        using (var compressed = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new Utf8JsonWriter(compressed, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartArray();
            foreach (var entity in entities)
            {
                writer.WriteStartObject();
                Payload.WriteFields(writer, type, entity);
                marks.Write(writer, entity);
                writer.WriteEndObject();
                if (writer.BytesPending > 1 << 16) writer.Flush();
            }

            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    internal static List<IEntity> Unpack(IEntityType type, byte[] payload)
    {
        using var document = Open(payload);
        var properties = type.GetProperties().ToArray();
        var kind = EntityKind.Named(type.ClrType.Name);
        var rows = new List<IEntity>(document.RootElement.GetArrayLength());
        foreach (var fields in document.RootElement.EnumerateArray())
        {
            var entity = kind.Blank();
            foreach (var p in properties)
            {
                if (fields.TryGetProperty(p.Name, out var value)) p.PropertyInfo!.SetValue(entity, Field.Read(p.ClrType, value));
            }

            rows.Add(entity);
        }

        return rows;
    }

    /// <summary>Identities of the many.</summary>
    internal static IEnumerable<Guid> Keys(JembatanDb db, Change change)
    {
        var key = db.Model.FindEntityType(EntityKind.Named(change.Entity).Type)!.FindPrimaryKey()!.Properties[0].Name;
        using var document = Open(change.Payload);
        foreach (var fields in document.RootElement.EnumerateArray()) yield return fields.GetProperty(key).GetGuid();
    }

    internal static byte[] Compress(ReadOnlySpan<byte> json)
    {
        using var buffer = new MemoryStream();
        using (var compressed = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) compressed.Write(json);
        return buffer.ToArray();
    }

    internal static JsonDocument Open(byte[] payload)
    {
        using var stream = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        return JsonDocument.Parse(stream);
    }

    private static IEnumerable<List<IEntity>> Chunks(IEnumerable<IEntity> entities)
    {
        var chunk = new List<IEntity>();
        foreach (var entity in entities)
        {
            if (chunk.Count == RowsPerChange || (chunk.Count > 0 && chunk[0].GetType() != entity.GetType()))
            {
                yield return chunk;
                chunk = [];
            }

            chunk.Add(entity);
        }

        if (chunk.Count > 0) yield return chunk;
    }
}
