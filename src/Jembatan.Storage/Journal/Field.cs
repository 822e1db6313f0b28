using System.Text.Json;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jembatan.Storage.Journal;

/// <summary>A field's value as the journal writes it: JSON of the domain value, the same on every database.</summary>
internal static class Field
{
    public static string? Write(PropertyEntry property, object? value) => Write(property.Metadata.ClrType, value);

    public static string? Write(Type type, object? value) => value is null ? null : JsonSerializer.Serialize(value, Underlying(type), Json.Options);

    public static object? Read(Type type, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.Deserialize(Underlying(type), Json.Options);

    public static object? Read(Type type, string json) => JsonSerializer.Deserialize(json, Underlying(type), Json.Options);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
