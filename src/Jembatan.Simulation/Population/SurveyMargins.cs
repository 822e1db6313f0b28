using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Population;

/// <summary>A known total of one cell that the weights of a survey are raked to.</summary>
/// <param name="Field">Field of a person.</param>
/// <param name="Word">Which value of it.</param>
/// <param name="Persons">How many informal workers of 15 to 64 years.</param>
/// <param name="Line">Line of the mapping file.</param>
public sealed record SurveyMargin(string Field, string Word, double Persons, int Line);

/// <summary>Reads the margins of a mapping file and rakes weights to them.</summary>
/// <remarks>A margin of a field has a total for every value that the survey has; totals of all fields agree within one in 10,000, since they count the same persons.</remarks>
internal static class SurveyMargins
{
    private const double Agree = 1e-4;
    private static readonly ImmutableArray<string> Fields = ["province", "area", "sex", "schooling", "sector", "status"];

    public static Result<ImmutableArray<SurveyMargin>> Read(string file, ImmutableArray<JsonRecord> records)
    {
        var margins = ImmutableArray.CreateBuilder<SurveyMargin>();
        foreach (var record in records)
        {
            var f = new FieldReader(record);
            var (field, word, persons) = (f.Text("field"), f.Text("is"), f.Number("persons", 0, 1e9));
            if (f.Problem is null && !Fields.Contains(field)) f.Refuse("data/bad-field", "field", $"'{file}', line {record.LineOf("field")}: '{field}' has no margins. Use one of {string.Join(", ", Fields)}.");
            if (f.Problem is null && !SurveyMapping.IsWord(field, word)) f.Refuse("data/bad-field", "is", $"'{file}', line {record.LineOf("is")}: '{word}' is no word for '{field}'. {SurveyMapping.Words(field)}");
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            if (margins.Any(m => m.Field == field && m.Word == word)) return new Problem("data/repeated-field", $"'{file}', line {record.Line}: the total of {field} '{word}' stands twice. Keep one.", record.At("is"));
            margins.Add(new(field, word, persons, record.LineOf("persons")));
        }

        var sums = margins.GroupBy(m => m.Field).Select(g => (Field: g.Key, Sum: g.Sum(m => m.Persons), g.First().Line)).ToList();
        if (sums.FirstOrDefault(s => Math.Abs(s.Sum - sums[0].Sum) > Agree * Math.Max(s.Sum, sums[0].Sum)) is { Field: not null } other)
            return new Problem(
                "population/contradicting-margins",
                FormattableString.Invariant($"'{file}', line {other.Line}, field persons: the totals of '{other.Field}' sum to {other.Sum:N0} persons, those of '{sums[0].Field}' (line {sums[0].Line}) to {sums[0].Sum:N0}. Correct one of them: both count the same persons."),
                FormattableString.Invariant($"{file}, line {other.Line}, field persons"));
        return margins.ToImmutable();
    }

    /// <summary>What the margins sum to, when a total of all persons says otherwise; null when they agree or there are none.</summary>
    public static double? Contradicts(double persons, ImmutableArray<SurveyMargin> margins) =>
        !margins.IsEmpty && margins.Where(m => m.Field == margins[0].Field).Sum(m => m.Persons) is var sum && Math.Abs(sum - persons) > Agree * Math.Max(sum, persons) ? sum : null;

    /// <summary>The weights raked to the margins; null when there are none.</summary>
    public static Result<RakedWeights?> Rake(SurveyMapping mapping, IReadOnlyList<PersonRow> rows, IReadOnlyList<double> weights)
    {
        if (mapping.Margins.IsEmpty) return (RakedWeights?)null;
        var (margins, total) = (new List<Margin>(), mapping.Margins.Where(m => m.Field == mapping.Margins[0].Field).Sum(m => m.Persons));
        foreach (var field in mapping.Margins.GroupBy(m => m.Field))
        {
            var cells = field.ToList();
            var at = cells.Index().ToDictionary(c => Canonical(field.Key, c.Item.Word), c => c.Index, StringComparer.Ordinal);
            var cellOf = new int[rows.Count];
            for (var i = 0; i < rows.Count; i++)
            {
                var word = WordOf(field.Key, rows[i]);
                if (!at.TryGetValue(word, out cellOf[i]))
                    return Told("population/no-margin", mapping.File, cells[0].Line, $"the survey has {field.Key} '{word}', for which there is no total. Add it; a margin has a total for every value.");
            }

            if (cells.Index().FirstOrDefault(c => c.Item.Persons > 0 && !cellOf.Contains(c.Index)) is { Item: { } empty })
                return Told("population/empty-cell", mapping.File, empty.Line, FormattableString.Invariant($"{empty.Persons:N0} persons are wanted with {field.Key} '{empty.Word}', but the survey has none. Merge the cell with another; nobody is invented."));
            var share = cells.Sum(c => c.Persons) is > 0 and var sum ? total / sum : 1; // totals that differ by rounding are brought to those of the first field
            margins.Add(new(field.Key, [.. cells.Select(c => c.Word)], [.. cells.Select(c => c.Persons * share)], [.. cellOf]));
        }

        var raked = Raking.Rake(weights, margins, new());
        return raked.Problem is { } problem ? Told(problem.Code, mapping.File, mapping.Margins[0].Line, problem.Message) : (RakedWeights?)raked.Value;
    }

    private static string Canonical(string field, string word) => field switch
    {
        "province" => Provinces.Names[Provinces.Find(word).Value],
        "sector" => Sectors.Id(Sectors.ById.TryGetValue(word, out var known) ? known : Sectors.ByLetter[word]),
        "schooling" => word.ToLowerInvariant(),
        _ => word,
    };

    private static string WordOf(string field, PersonRow row) => field switch
    {
        "province" => Provinces.Names[row.Province],
        "area" => row.IsUrban ? "urban" : "rural",
        "sex" => row.IsWoman ? "woman" : "man",
        "schooling" => row.Schooling.ToString().ToLowerInvariant(),
        "sector" => Sectors.Id(row.Sector),
        _ => WorkStatuses.Id(row.Status),
    };

    private static Problem Told(string code, string file, int line, string what) =>
        new(code, FormattableString.Invariant($"'{file}', line {line}, field persons: {what}"), FormattableString.Invariant($"{file}, line {line}, field persons"));
}
