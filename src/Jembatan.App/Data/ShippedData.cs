using System.Text.Json;
using System.Text.Json.Serialization;
using Jembatan.Core;

namespace Jembatan.App.Data;

/// <summary>The data that come with the program: causes, further codes, criteria, strategies, macro series, the gap and facts.</summary>
public static class ShippedData
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new TextConverter() },
    };

    /// <summary>The 50 causes of non-coverage.</summary>
    public static ShippedCodebook Causes() => Read<ShippedCodebook>("causes");

    /// <summary>The codes that SERVO needs beyond causes.</summary>
    public static ShippedCodebook ServoCodes() => Read<ShippedCodebook>("servo-codes");

    /// <summary>Codes, categories and themes born from the data of the sample study.</summary>
    public static ShippedCodebook SampleCodes() => Read<ShippedCodebook>("sample-codes");

    /// <summary>The question bank.</summary>
    public static ShippedCriteria Criteria() => Read<ShippedCriteria>("criteria");

    /// <summary>The library of strategies.</summary>
    public static ShippedStrategies Strategies() => Read<ShippedStrategies>("strategies");

    /// <summary>The series of the economy.</summary>
    public static ShippedMacro Macro() => Read<ShippedMacro>("macro");

    /// <summary>Members and targets by date and definition.</summary>
    public static ShippedGap Gap() => Read<ShippedGap>("gap");

    /// <summary>Rules and benefits.</summary>
    public static ShippedFacts Facts() => Read<ShippedFacts>("facts");

    // A file that is not there reads as an empty one, so that a program built without it still opens studies.
    private static T Read<T>(string file) where T : new()
    {
        using var stream = typeof(ShippedData).Assembly.GetManifestResourceStream($"Jembatan.App.Data.{file}.json");
        return stream is null ? new T() : JsonSerializer.Deserialize<T>(stream, Options) ?? new T();
    }

    // A text that is the same in both languages may stand as a plain string.
    private sealed class TextConverter : JsonConverter<Bilingual>
    {
        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return Bilingual.Same(reader.GetString() ?? "");
            using var document = JsonDocument.ParseValue(ref reader);
            string In(string language) => document.RootElement.TryGetProperty(language, out var text) ? text.GetString() ?? "" : "";
            return new Bilingual(In("id"), In("en"));
        }

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

/// <summary>Where a shipped figure or statement was read.</summary>
public sealed record ShippedSource(string Title = "", string? Url = null, string? Date = null);

/// <summary>What every shipped file has: the sources of its tags.</summary>
public abstract record ShippedFile
{
    public Dictionary<string, ShippedSource> Sources { get; init; } = [];

    /// <summary>A tag as title and address, or the tag itself when the file does not resolve it.</summary>
    public string Cite(string tag) => Sources.TryGetValue(tag, out var source)
        ? string.Join(", ", new[] { source.Title, source.Date, source.Url }.Where(p => !string.IsNullOrEmpty(p)))
        : tag;
}

public sealed record ShippedCodebook : ShippedFile
{
    public string Version { get; init; } = "";
    public IReadOnlyList<ShippedFamily> Families { get; init; } = [];
    public IReadOnlyList<ShippedCode> Codes { get; init; } = [];
    public IReadOnlyList<ShippedCode> Categories { get; init; } = [];
    public IReadOnlyList<ShippedCode> Themes { get; init; } = [];
}

public sealed record ShippedFamily(string Key, Bilingual Name, Bilingual? Note = null);

public sealed record ShippedCode(
    string Key, Bilingual Name, string? Family = null, string? Element = null, Bilingual? Definition = null, Bilingual? Include = null, Bilingual? Exclude = null,
    Bilingual? Indicator = null, IReadOnlyList<string>? Sources = null, bool AnalystProposed = false, string? Origin = null, string? Color = null, bool? Cause = null,
    string? Parent = null, Bilingual? Abstraction = null);

public sealed record ShippedCriteria : ShippedFile
{
    public IReadOnlyList<ShippedCriterion> Criteria { get; init; } = [];
}

public sealed record ShippedCriterion(string Key, string Pair, Bilingual Question, Bilingual? Required = null, double Weight = 1, Bilingual? Hint = null);

public sealed record ShippedStrategies : ShippedFile
{
    public IReadOnlyList<ShippedStrategy> Strategies { get; init; } = [];
}

public sealed record ShippedStrategy(
    string Key, Bilingual Title, Bilingual? Summary = null, IReadOnlyList<string>? Approach = null, ShippedGoal? Goal = null, ShippedScope? Scope = null, Bilingual? Basis = null,
    ShippedBusinessModel? BusinessModel = null, string? Status = null, string? From = null, string? To = null, Bilingual? Owner = null, IReadOnlyList<string>? LegalBasis = null,
    IReadOnlyList<string>? Mechanism = null, IReadOnlyList<ShippedAssumption>? Assumptions = null, IReadOnlyList<ShippedFact>? Facts = null,
    IReadOnlyList<ShippedPerformance>? Performance = null);

public sealed record ShippedGoal(Bilingual? Metric = null, double? Baseline = null, double? Target = null, string? Unit = null, string? Due = null);

public sealed record ShippedScope(IReadOnlyList<Bilingual>? Segments = null, IReadOnlyList<Bilingual>? Areas = null, IReadOnlyList<string>? Programmes = null);

public sealed record ShippedBusinessModel(Bilingual? Payer = null, Bilingual? FundingSource = null, Bilingual? UnitCost = null, Bilingual? Collector = null);

public sealed record ShippedAssumption(Bilingual Text, string? Element = null, Bilingual? Indicator = null);

public sealed record ShippedFacts : ShippedFile
{
    public IReadOnlyList<ShippedFact> Facts { get; init; } = [];
}

public sealed record ShippedFact(
    Bilingual Text, string? Key = null, JsonElement? Value = null, string? Unit = null, string? Date = null, IReadOnlyList<string>? Sources = null, string? Mark = null);

public sealed record ShippedPerformance(
    string Date, Bilingual Metric, double? Target = null, double? Achieved = null, string? Unit = null, IReadOnlyList<string>? Sources = null, string? Mark = null, Bilingual? Note = null);

public sealed record ShippedMacro : ShippedFile
{
    public Bilingual? Caution { get; init; }
    public IReadOnlyList<ShippedSeries> Series { get; init; } = [];
}

public sealed record ShippedSeries(
    string Key, Bilingual Name, string? Unit = null, Bilingual? Definition = null, string? Month = null, IReadOnlyList<string>? Links = null, IReadOnlyList<ShippedPoint>? Points = null,
    string? Kind = null, Bilingual? Caution = null, string? Issuer = null);

public sealed record ShippedPoint(
    string Date, double? Value = null, double? Millions = null, string? Mark = null, IReadOnlyList<string>? Sources = null, Bilingual? Note = null, string? Printed = null, string? Key = null, Bilingual? Label = null);

public sealed record ShippedGap : ShippedFile
{
    public IReadOnlyList<ShippedMembers> Members { get; init; } = [];
    public IReadOnlyList<ShippedTarget> Targets { get; init; } = [];
    public IReadOnlyList<ShippedReference> InformalWorkers { get; init; } = [];
    public IReadOnlyList<ShippedArea> Areas { get; init; } = [];
    public Bilingual? Caution { get; init; }
    public IReadOnlyList<Bilingual> Conflicts { get; init; } = [];
}

/// <summary>Points of a series of the macro file that count informal workers.</summary>
public sealed record ShippedReference(string MacroKey, string? Month = null, IReadOnlyList<string>? Dates = null);

/// <summary>Members of an area, in persons, with the workers there where they were printed.</summary>
public sealed record ShippedArea(string Key, Bilingual Area, string Date, double? Persons = null, double? Denominator = null, string? Mark = null, IReadOnlyList<string>? Sources = null);

public sealed record ShippedMembers(string Key, string? Segment = null, string? Measure = null, Bilingual? Definition = null, IReadOnlyList<ShippedPoint>? Points = null);

public sealed record ShippedTarget(
    string Key, Bilingual Text, double? Value = null, string? Unit = null, string? Due = null, Bilingual? Denominator = null, IReadOnlyList<string>? Sources = null, string? Mark = null,
    string? Measure = null, ShippedBaseline? Baseline = null, ShippedBaseline? Achieved = null, Bilingual? Note = null);

public sealed record ShippedBaseline(double? Value = null, string? Unit = null, string? Date = null, IReadOnlyList<string>? Sources = null, string? Mark = null);
