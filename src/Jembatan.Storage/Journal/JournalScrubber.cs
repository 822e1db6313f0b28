using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Rewrites the words of purged entities in every step of the journal: the one thing that ever changes its rows.</summary>
internal sealed class JournalScrubber(JembatanDb db, PurgeTargets targets)
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> blobs = [];

    /// <summary>How many rows were rewritten.</summary>
    public int Rewritten { get; private set; }

    /// <summary>Hashes of long fields that no step names any more.</summary>
    public IReadOnlySet<string> Blobs => blobs;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // In the order of time an owner comes before what it owns, so one pass learns which entities, perhaps long gone, are concerned.
        await foreach (var change in JournalReplay.StoredChanges(db, cancellationToken)) Learn(change);
        await foreach (var change in JournalReplay.StoredChanges(db, cancellationToken))
        {
            if (PurgeTargets.Kinds.Contains(change.Entity) && Scrub(change) is { } payload) await WriteAsync(change, payload, cancellationToken);
        }

        await KeepSharedBlobsAsync(cancellationToken);
        await WipeLabelsAsync(cancellationToken);
    }

    private void Learn(Change change)
    {
        if (change.Operation == ChangeOperation.Set || !PurgeTargets.Kinds.Contains(change.Entity)) return;
        using var document = Open(change);
        if (!IsMany(change)) targets.Learn(change.Entity, change.EntityId, document.RootElement);
        else foreach (var row in document.RootElement.EnumerateArray()) targets.Learn(change.Entity, row.GetProperty("Id").GetGuid(), row);
    }

    private byte[]? Scrub(Change change)
    {
        using var document = Open(change);
        var buffer = new ArrayBufferWriter<byte>(change.Payload.Length);
        var touched = false;
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            if (IsMany(change))
            {
                writer.WriteStartArray();
                foreach (var row in document.RootElement.EnumerateArray()) touched |= Write(writer, change, row.GetProperty("Id").GetGuid(), row);
                writer.WriteEndArray();
            }
            else
            {
                touched = Write(writer, change, change.EntityId, document.RootElement);
            }
        }

        if (!touched) return null;
        return IsMany(change) ? BulkRows.Compress(buffer.WrittenSpan) : buffer.WrittenSpan.ToArray();
    }

    private bool Write(Utf8JsonWriter writer, Change change, Guid id, JsonElement payload)
    {
        var touched = false;
        writer.WriteStartObject();
        foreach (var field in payload.EnumerateObject())
        {
            if (change.Operation == ChangeOperation.Set)
            {
                writer.WriteStartArray(field.Name);
                foreach (var side in field.Value.EnumerateArray())
                {
                    var overwrite = Overwrite(change.Entity, id, field.Name, side, out var json);
                    touched |= overwrite;
                    writer.WriteRawValue(overwrite ? json ?? "null" : side.GetRawText(), skipInputValidation: true);
                }

                writer.WriteEndArray();
            }
            else if (!Overwrite(change.Entity, id, field.Name, field.Value, out var json))
            {
                field.WriteTo(writer);
            }
            else
            {
                touched = true;
                if (json is null) continue;
                writer.WritePropertyName(field.Name);
                writer.WriteRawValue(json, skipInputValidation: true);
            }
        }

        writer.WriteEndObject();
        return touched;
    }

    private bool Overwrite(string kind, Guid id, string field, JsonElement value, out string? json)
    {
        if (!targets.Overwrites(kind, id, field, value, out json)) return false;
        if (Payload.BlobHash(value) is { } hash) blobs.Add(hash);
        return value.GetRawText() != json;
    }

    private async Task WriteAsync(Change change, byte[] payload, CancellationToken cancellationToken)
    {
        await using var command = Rows.Command(db, "UPDATE \"Changes\" SET \"Payload\" = @p0 WHERE \"ChangeSetId\" = @p1 AND \"Ordinal\" = @p2");
        command.Bind("@p0", payload);
        command.Bind("@p1", Rows.Stored(db, change.ChangeSetId));
        command.Bind("@p2", change.Ordinal);
        await command.ExecuteNonQueryAsync(cancellationToken);
        Rewritten++;
    }

    // Another step may name the same long text, such as a note that says the same of something else.
    private async Task KeepSharedBlobsAsync(CancellationToken cancellationToken)
    {
        if (blobs.Count == 0) return;
        await foreach (var change in JournalReplay.StoredChanges(db, cancellationToken))
        {
            if (IsMany(change) || change.Payload.AsSpan().IndexOf("\"$blob\""u8) < 0) continue;
            var text = Encoding.UTF8.GetString(change.Payload);
            blobs.RemoveWhere(hash => text.Contains(hash, StringComparison.Ordinal));
        }
    }

    // A step may be named after a file or a person, as "Import Bu Siti".
    private async Task WipeLabelsAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, marker) in targets.FormerNames)
        {
            foreach (var set in await db.ChangeSets.AsNoTracking().Where(s => s.Label.Contains(name)).Select(s => new { s.Id, s.Label }).ToListAsync(cancellationToken))
            {
                await using var command = Rows.Command(db, "UPDATE \"ChangeSets\" SET \"Label\" = @p0 WHERE \"Id\" = @p1");
                command.Bind("@p0", set.Label.Replace(name, marker, StringComparison.Ordinal));
                command.Bind("@p1", Rows.Stored(db, set.Id));
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static bool IsMany(Change change) => change.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany;

    private static JsonDocument Open(Change change) => IsMany(change) ? BulkRows.Open(change.Payload) : JsonDocument.Parse(change.Payload);
}
