using System.Text.Json;
using System.Text.Json.Serialization;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jembatan.Storage.Journal;

/// <summary>A field's value as the journal writes it: JSON of the domain value, the same on every database.</summary>
internal static class Field
{
    public static string? Write(PropertyEntry property, object? value) => Write(property.Metadata.ClrType, value);

    public static string? Write(Type type, object? value) => value is null ? null : JsonSerializer.Serialize(value, Underlying(type), Json.Options);

    public static object? Read(Type type, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.Deserialize(Underlying(type), Json.Options);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

/// <summary>JSON that is already written.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record RawJson(string Text)
{
    private sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
