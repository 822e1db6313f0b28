using System.Collections.Immutable;
using System.Globalization;
using Jembatan.Core;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Population;

/// <summary>Which column of a survey is what, and which of its codes mean what.</summary>
/// <param name="Columns">Field → name of the column.</param>
/// <param name="Codes">Field → code in the survey → word of this program; a field without codes must have the words themselves.</param>
/// <param name="PersonsInAll">What the weights are scaled to, persons; null to leave them as they are.</param>
public sealed record SurveyMapping(IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes, double? PersonsInAll)
{
    /// <summary>Totals that the weights are raked to; empty to leave them as they are.</summary>
    public ImmutableArray<SurveyMargin> Margins { get; init; } = [];

    /// <summary>Name of the file, for problems.</summary>
    public string File { get; init; } = "";

    /// <summary>The fields of a person. Needed are weight, sector and status; the rest may be left out.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["weight", "province", "area", "sex", "age", "schooling", "sector", "status", "income"];

    private static readonly string[] Needed = ["weight", "sector", "status"];

    /// <summary>Reads a mapping file: lists <c>columns</c> of <c>{"field","column"}</c>, <c>codes</c> of <c>{"field","code","is"}</c> and perhaps <c>totals</c> of <c>{"persons"}</c> and <c>margins</c> of <c>{"field","is","persons"}</c>.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <returns>The mapping, or a problem that names file, line and field.</returns>
    public static Result<SurveyMapping> Read(string file, ReadOnlySpan<byte> utf8)
    {
        var read = JsonRecords.Read(file, utf8, "columns", "codes", "totals", "margins");
        if (read.Problem is { } problem) return problem;
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in read.Value.GetValueOrDefault("columns", []))
        {
            var f = new FieldReader(record);
            var (field, column) = (Field(f, file, record), f.Text("column"));
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            if (!columns.TryAdd(field, column)) return new Problem("data/repeated-field", $"'{file}', line {record.Line}: '{field}' is mapped twice. Keep one.", record.At("field"));
        }

        var codes = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var record in read.Value.GetValueOrDefault("codes", []))
        {
            var f = new FieldReader(record);
            var (field, code, word) = (Field(f, file, record), f.Text("code"), f.Text("is"));
            if (f.Problem is null && !IsWord(field, word)) f.Refuse("data/bad-field", "is", $"'{file}', line {record.LineOf("is")}: '{word}' is no word for '{field}'. {Words(field)}");
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            if (!codes.TryGetValue(field, out var own)) codes[field] = own = new(StringComparer.OrdinalIgnoreCase);
            if (!own.TryAdd(code, word)) return new Problem("data/repeated-field", $"'{file}', line {record.Line}: the code '{code}' of '{field}' stands twice. Keep one.", record.At("code"));
        }

        (double? total, JsonRecord? at) = (null, null);
        foreach (var record in read.Value.GetValueOrDefault("totals", []))
        {
            var f = new FieldReader(record);
            var persons = f.Whole("persons", 1, 1_000_000_000);
            if (total is not null) f.Refuse("data/repeated-field", "persons", $"'{file}', line {record.LineOf("persons")}: 'totals' gives the persons twice. Keep one.");
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            (total, at) = (persons, record);
        }

        var margins = SurveyMargins.Read(file, read.Value.GetValueOrDefault("margins", []));
        if (margins.Problem is { } contradicting) return contradicting;
        if (at is not null && SurveyMargins.Contradicts(total!.Value, margins.Value) is { } sum)
            return new Problem(
                "population/contradicting-totals",
                FormattableString.Invariant($"'{file}', line {at.LineOf("persons")}, field persons: 'totals' has {total:#,0} persons, the margins of '{margins.Value[0].Field}' sum to {sum:#,0}. Correct one of them, or leave 'totals' out: both count the same persons."),
                at.At("persons"));
        return Needed.FirstOrDefault(n => !columns.ContainsKey(n)) is { } missing
            ? new Problem("data/missing-field", $"'{file}' does not say which column is '{missing}'. Add {{\"field\":\"{missing}\",\"column\":…}} to 'columns'.", file)
            : new SurveyMapping(columns, codes.ToDictionary(c => c.Key, c => (IReadOnlyDictionary<string, string>)c.Value, StringComparer.Ordinal), total) { Margins = margins.Value, File = file };
    }

    internal static bool IsWord(string field, string word) => field switch
    {
        "province" => Provinces.Find(word).IsOk,
        "area" => word is "urban" or "rural",
        "sex" => word is "woman" or "man",
        "schooling" => Enum.TryParse<Schooling>(word, ignoreCase: true, out var s) && Enum.IsDefined(s) && !char.IsDigit(word[0]),
        "sector" => Sectors.ById.ContainsKey(word) || Sectors.ByLetter.ContainsKey(word),
        "status" => WorkStatuses.ById.ContainsKey(word),
        _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n),
    };

    internal static string Words(string field) => "Use " + (field switch
    {
        "province" => "the name of a province.",
        "area" => "urban or rural.",
        "sex" => "woman or man.",
        "schooling" => "none, primary, junior, senior or tertiary.",
        "sector" => string.Join(", ", Sectors.ById.Keys) + ", or a letter of KBLI.",
        "status" => string.Join(", ", WorkStatuses.ById.Keys) + ".",
        _ => "a number.",
    });

    private static string Field(FieldReader f, string file, JsonRecord record)
    {
        var field = f.Text("field");
        if (f.Problem is null && !Fields.Contains(field)) f.Refuse("data/bad-field", "field", $"'{file}', line {record.LineOf("field")}: '{field}' is no field of a person. Use one of {string.Join(", ", Fields)}.");
        return field;
    }
}
