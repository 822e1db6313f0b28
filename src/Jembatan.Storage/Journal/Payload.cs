using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jembatan.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Journal;

/// <summary>What a change did, as JSON: fields of an entity added or removed, or [before, after] of each field that was set. Absent fields are null.</summary>
internal static class Payload
{
    /// <summary>Longer fields are kept once, in the blobs, and named by their hash.</summary>
    public const int BlobThresholdBytes = 4096;

    private const string BlobKey = "$blob";

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names of the fields that were really set.</summary>
    public static IEnumerable<PropertyEntry> ChangedFields(EntityEntry entry) =>
        entry.Properties.Where(p => p.IsModified && !Equals(Field.Write(p, p.OriginalValue), Field.Write(p, p.CurrentValue)));

    /// <summary>The payload of what is about to be saved.</summary>
    public static byte[] Of(JembatanDb db, EntityEntry entry, RevisionMarks marks)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        if (entry.State == EntityState.Modified)
        {
            foreach (var p in ChangedFields(entry))
            {
                writer.WriteStartArray(p.Metadata.Name);
                Write(db, writer, Field.Write(p, p.OriginalValue));
                Write(db, writer, Field.Write(p, p.CurrentValue));
                writer.WriteEndArray();
            }
        }
        else
        {
            var values = entry.State == EntityState.Deleted ? entry.OriginalValues : entry.CurrentValues;
            foreach (var p in entry.Metadata.GetProperties())
            {
                if (Field.Write(p.ClrType, values[p]) is not { } json) continue;
                writer.WritePropertyName(p.Name);
                Write(db, writer, json);
            }
        }

        marks.Write(writer, entry);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes an entity's fields in full, as bulk changes and dumps hold them.</summary>
    public static void WriteFields(Utf8JsonWriter writer, IEntityType type, IEntity entity)
    {
        foreach (var p in type.GetProperties())
        {
            if (Field.Write(p.ClrType, p.GetGetter().GetClrValue(entity)) is not { } json) continue;
            writer.WritePropertyName(p.Name);
            writer.WriteRawValue(json, skipInputValidation: true);
        }
    }

    /// <summary>Sets an entity's fields from a payload of an addition or removal.</summary>
    public static async Task FillAsync(JembatanDb db, IEntityType type, IEntity entity, JsonElement fields, CancellationToken cancellationToken)
    {
        foreach (var p in type.GetProperties())
        {
            if (!fields.TryGetProperty(p.Name, out var value)) continue;
            var whole = await WholeAsync(db, value, cancellationToken);
            if (whole.ValueKind != JsonValueKind.Null) p.PropertyInfo!.SetValue(entity, Field.Read(p.ClrType, whole));
        }
    }

    /// <summary>The value itself, fetched from the blobs when it was long.</summary>
    public static async Task<JsonElement> WholeAsync(JembatanDb db, JsonElement value, CancellationToken cancellationToken)
    {
        if (BlobHash(value) is not { } hash) return value;
        var text = await db.ReadTextAsync(hash, cancellationToken);
        return text.Length == 0 ? value : JsonElement.Parse(text);      // a lost blob is told by doctor; here the field counts as changed
    }

    /// <summary>The hash by which a long value is named; null for a value that stands there itself.</summary>
    public static string? BlobHash(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() == 1 && value.TryGetProperty(BlobKey, out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString() : null;

    /// <summary>The value as this program would write it, whatever version wrote it.</summary>
    public static string? Normal(Type type, JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null
        : BlobHash(value) is { } lost ? lost
        : Field.Write(type, Field.Read(type, value));

    private static void Write(JembatanDb db, Utf8JsonWriter writer, string? json)
    {
        if (json is null)
        {
            writer.WriteNullValue();
        }
        else if (json.Length <= BlobThresholdBytes / 3 || Encoding.UTF8.GetByteCount(json) <= BlobThresholdBytes)
        {
            writer.WriteRawValue(json, skipInputValidation: true);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteString(BlobKey, db.Keep(json));
            writer.WriteEndObject();
        }
    }
}
