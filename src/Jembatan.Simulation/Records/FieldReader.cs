using System.Collections.Immutable;
using System.Text.Json;
using Jembatan.Core;

namespace Jembatan.Simulation.Records;

/// <summary>Takes the fields of one record; the first that is wrong becomes the problem, and the rest answer with defaults.</summary>
internal sealed class FieldReader(JsonRecord record)
{
    private readonly HashSet<string> asked = [];

    /// <summary>The first thing that was wrong: <c>data/missing-field</c>, <c>data/bad-field</c> or <c>data/unknown-field</c>.</summary>
    public Problem? Problem { get; private set; }

    public string Text(string field) => Optional(field) ?? Missing(field, "");

    public string? Optional(string field)
    {
        if (Find(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text) return text;
        return Bad<string?>(field, "a text", null);
    }

    public double Number(string field, double least, double most) => OptionalNumber(field, least, most) ?? Missing(field, 0.0);

    public double? OptionalNumber(string field, double least, double most)
    {
        if (Find(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most) return number;
        return Bad<double?>(field, FormattableString.Invariant($"a number from {least} to {most}"), null);
    }

    public long? OptionalWhole(string field, long least, long most)
    {
        if (Find(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most) return number;
        return Bad<long?>(field, FormattableString.Invariant($"a whole number from {least} to {most}"), null);
    }

    public long Whole(string field, long least, long most) => OptionalWhole(field, least, most) ?? Missing(field, 0L);

    public bool Flag(string field, bool otherwise)
    {
        if (Find(field) is not { } value) return otherwise;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Bad(field, "true or false", otherwise);
    }

    public CalendarMonth Month(string field) => OptionalMonth(field) ?? Missing(field, default(CalendarMonth));

    public CalendarMonth? OptionalMonth(string field)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.String && CalendarMonth.Parse(value.GetString()) is { } month ? month : Bad<CalendarMonth?>(field, "a month such as \"2026-01\"", null);
    }

    public T Word<T>(string field, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (Find(field) is not { } value) return Missing(field, default(T));
        return value.ValueKind == JsonValueKind.String && words.TryGetValue(value.GetString()!, out var known) ? known : Bad(field, "one of " + string.Join(", ", words.Keys), default(T));
    }

    public ImmutableArray<T> Words<T>(string field, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (Find(field) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array) return Bad<ImmutableArray<T>>(field, "a list", []);
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !words.TryGetValue(item.GetString()!, out var known)) return Bad<ImmutableArray<T>>(field, "a list of " + string.Join(", ", words.Keys), []);
            found.Add(known);
        }

        return found.ToImmutable();
    }

    public ImmutableArray<string> Texts(string field)
    {
        if (Find(field) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.String)) return Bad<ImmutableArray<string>>(field, "a list of texts", []);
        return [.. value.EnumerateArray().Select(v => v.GetString()!)];
    }

    public ImmutableArray<double> Numbers(string field)
    {
        if (Find(field) is not { } value) return Missing<ImmutableArray<double>>(field, []);
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.Number)) return Bad<ImmutableArray<double>>(field, "a list of numbers", []);
        return [.. value.EnumerateArray().Select(v => v.GetDouble())];
    }

    /// <summary>A text in both languages, <c>{"id":…,"en":…}</c>, or one text for both.</summary>
    public Bilingual Both(string field)
    {
        if (Find(field) is not { } value) return Bilingual.Empty;
        if (value.ValueKind == JsonValueKind.String) return Bilingual.Same(value.GetString()!);
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("id", out var id) && value.TryGetProperty("en", out var en) && id.ValueKind == JsonValueKind.String && en.ValueKind == JsonValueKind.String
            ? new(id.GetString()!, en.GetString()!)
            : Bad(field, "a text, or an object with id and en", Bilingual.Empty);
    }

    /// <summary>A field that nobody asked for is a slip of the pen, and is told.</summary>
    public void NothingElse()
    {
        if (Problem is null && record.Fields.Keys.FirstOrDefault(f => !asked.Contains(f)) is { } extra)
            Problem = new("data/unknown-field", FormattableString.Invariant($"'{record.File}' has a field '{extra}' at line {record.LineOf(extra)} that {record.Path} does not know. Known are: {string.Join(", ", asked)}."), record.At(extra));
    }

    /// <summary>Says that a field is wrong for a reason of its own.</summary>
    public void Refuse(string code, string field, string message) => Problem ??= new(code, message, record.At(field));

    private JsonElement? Find(string field)
    {
        asked.Add(field);
        return record.Fields.TryGetValue(field, out var found) && found.Value.ValueKind != JsonValueKind.Null ? found.Value : null;
    }

    private T Missing<T>(string field, T otherwise)
    {
        Problem ??= new("data/missing-field", FormattableString.Invariant($"'{record.File}', line {record.Line}: {record.Path} has no '{field}'. Add it."), record.At(field));
        return otherwise;
    }

    private T Bad<T>(string field, string expected, T otherwise)
    {
        Problem ??= new("data/bad-field", FormattableString.Invariant($"'{record.File}', line {record.LineOf(field)}: '{field}' of {record.Path} is not {expected}. Correct it."), record.At(field));
        return otherwise;
    }
}
