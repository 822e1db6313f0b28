using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Storage.Model;

/// <summary>How values are written in journal payloads and in columns that hold more than one value: the same on every database.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new IdConverterFactory(), new JsonStringEnumConverter(), new RatingValueConverter(), new MomentConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    private sealed class RatingValueConverter : JsonConverter<RatingValue>
    {
        public override RatingValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RatingValue.Parse(reader.GetString()) ?? throw new JsonException("Not a rating value.");

        public override void Write(Utf8JsonWriter writer, RatingValue value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    // Columns keep moments in UTC; the journal must say the same, or a moment of another offset would look changed.
    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToUniversalTime());
    }

    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class IdConverter<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
