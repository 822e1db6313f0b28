using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Cli.Frame;

/// <summary>How answers are written as JSON: camelCase, enumerations in kebab-case, elements and pairs by their letters, nulls written.</summary>
internal static class JsonOutput
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new IdConverters(), new BilingualConverter(), new ElementConverter(), new JsonStringEnumConverter<Pair>(), new RatingValueConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
        },
    };

    public static async Task WriteAsync(object document, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, document, document.GetType(), Options, cancellationToken);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes a document whose lists are read while they are written.</summary>
    /// <exception cref="HalfWrittenException">It broke off: no second document may follow.</exception>
    public static async Task StreamAsync(object document, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(document, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new HalfWrittenException(e);
        }
    }

    public static object Of(Problem problem) => new { problem = new { problem.Code, problem.Message, problem.At } };

    /// <summary>A word of an enumeration as JSON and options write it.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private sealed class ElementConverter : JsonConverter<Element>
    {
        public override Element Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Element value, JsonSerializerOptions options) => writer.WriteStringValue(value.Letter());
    }

    private sealed class RatingValueConverter : JsonConverter<RatingValue>
    {
        public override RatingValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, RatingValue value, JsonSerializerOptions options)
        {
            if (value.Number is { } number) writer.WriteNumberValue(number);
            else writer.WriteStringValue(value.ToString());
        }
    }

    private sealed class BilingualConverter : JsonConverter<Bilingual>
    {
        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("id", value.Id);
            writer.WriteString("en", value.En);
            writer.WriteEndObject();
        }
    }

    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class IdConverter<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

/// <summary>A document of which the beginning is on standard output could not be ended.</summary>
internal sealed class HalfWrittenException(Exception why) : Exception(why.Message, why);
