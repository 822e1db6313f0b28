using System.Buffers;
using System.Text;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage;

/// <summary>Everything in a study as text: one line of JSON an entity, by kind and identity. Equal studies give equal dumps on every database.</summary>
public static class StudyDump
{
    /// <summary>The entities as the tables hold them.</summary>
    public static async IAsyncEnumerable<string> LinesAsync(JembatanDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var kind in EntityKind.All)
        {
            var type = db.Model.FindEntityType(kind.Type)!;
            var fields = type.GetProperties().ToArray();
            await foreach (var entity in kind.Rows(db).WithCancellation(cancellationToken))
                yield return Line(kind, fields.Select(p => (p.Name, Field.Write(p.ClrType, p.GetGetter().GetClrValue(entity)))));
        }
    }

    internal static string Line(EntityKind kind, IEnumerable<(string Name, string? Json)> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (var (name, json) in fields)
            {
                if (json is null) continue;
                writer.WritePropertyName(name);
                writer.WriteRawValue(json, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return $"{kind.Name} {Encoding.UTF8.GetString(buffer.WrittenSpan)}";
    }
}
