using System.Collections.Immutable;
using System.Globalization;
using Jembatan.Core;

namespace Jembatan.Simulation.Population;

/// <summary>A population made of survey rows.</summary>
/// <param name="Table">The population.</param>
/// <param name="Rows">Rows of the survey that are in it.</param>
/// <param name="Losses">What was left out and what was filled in, one sentence each.</param>
/// <param name="EffectiveSize">(Σw)²/Σw² of the weights, rows.</param>
public sealed record SurveyedPopulation(PersonTable Table, int Rows, ImmutableArray<string> Losses, double EffectiveSize)
{
    /// <summary>How the weights were raked; null when the mapping has no margins.</summary>
    public RakingReport? Raking { get; init; }
}

/// <summary>How hard it was to meet the margins.</summary>
/// <param name="Sweeps">How many sweeps it took.</param>
/// <param name="LargestError">Largest error of a cell over its target, at the end.</param>
/// <param name="WeightChangeRatio">Largest change of a weight over the smallest.</param>
public sealed record RakingReport(int Sweeps, double LargestError, double WeightChangeRatio);

/// <summary>Makes a population of the informal workers in a survey.</summary>
/// <remarks>
/// Kept are rows of informal status with a weight above 0 and an age of 15 to 64; weights are scaled if the mapping says so, then made whole by <see cref="WholePersons"/>. Where a column is left out everyone has: first province, rural,
/// man, 40 years, primary school; the losses say so. Income that is empty stays unknown.
/// <para><b>Untrusted input</b>: every cell is checked; a problem names file, line and column.</para>
/// </remarks>
public static class SurveyPopulation
{
    private static readonly (string Field, string Otherwise)[] Optional = [("province", Provinces.Names[0]), ("area", "rural"), ("sex", "man"), ("age", "40"), ("schooling", "primary")];

    /// <summary>Reads.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">Rows × columns as text; row 0 is line 2.</param>
    /// <param name="mapping">Which column is what.</param>
    /// <param name="seed">Seed of the rounding to whole persons.</param>
    /// <returns>The population, or <c>population/no-column</c>, <c>population/bad-cell</c>, <c>population/nobody</c>, <c>population/weight</c>.</returns>
    public static Result<SurveyedPopulation> Read(string file, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, SurveyMapping mapping, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(mapping);
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, column) in mapping.Columns)
        {
            var index = header.Index().Where(h => string.Equals(h.Item.Trim(), column.Trim(), StringComparison.OrdinalIgnoreCase)).Select(h => h.Index).FirstOrDefault(-1);
            if (index < 0) return Told("population/no-column", file, 1, column, $"there is no column '{column}' for '{field}'. Columns are: {string.Join(", ", header.Take(40))}. Correct the mapping file.");
            at[field] = index;
        }

        var (persons, weights) = (ImmutableArray.CreateBuilder<PersonRow>(), new List<double>());
        var (formal, age, zero) = (0, 0, 0);
        for (var r = 0; r < rows.Count; r++)
        {
            var cells = new Cells(file, r + 2, rows[r], at, mapping);
            var weight = cells.Number("weight", 0, 1e9);
            var status = cells.Word("status") is { } word ? WorkStatuses.ById[word] : default;
            if (cells.Problem is { } early) return early;
            if (!WorkStatuses.IsInformal(status)) formal++;
            else if (weight is null or 0) zero++;
            else
            {
                var row = Person(cells, status);
                if (cells.Problem is { } bad) return bad;
                if (row.AgeYears is < 15 or > 64) age++;
                else
                {
                    persons.Add(row);
                    weights.Add(weight.Value);
                }
            }
        }

        if (persons.Count == 0) return new Problem("population/nobody", FormattableString.Invariant($"'{file}' has no informal worker of 15 to 64 years with a weight above 0 among {rows.Count} rows ({formal} formal, {zero} without weight, {age} of another age). Check the codes of 'status' and the column of 'weight'."), file);
        // Weighted in an order of their own, so that the order of the survey's rows changes nobody's weight.
        var order = Enumerable.Range(0, persons.Count).OrderBy(i => persons[i].Order).ThenBy(i => weights[i]).ToList();
        var kinds = order.Select(i => persons[i]).ToImmutableArray();
        ImmutableArray<double> plain = [.. order.Select(i => weights[i])];
        var raked = SurveyMargins.Rake(mapping, kinds, plain);
        if (raked.Problem is { } unraked) return unraked;
        var fitted = raked.Value?.Weights ?? plain;
        var scale = mapping.PersonsInAll is { } total ? total / fitted.Sum() : 1;
        var counts = WholePersons.Of([.. fitted.Select(w => w * scale)], seed);
        if (counts.Problem is { } broken) return broken;
        if (counts.Value.Sum() == 0) return new Problem("population/weight", $"The weights of '{file}' sum to less than one person. Give the number of persons under 'totals' in the mapping file.", "weight");
        var own = new long[kinds.Length];
        foreach (var (k, i) in order.Index()) own[i] = counts.Value[k];
        return new SurveyedPopulation(new(persons.ToImmutable(), own, $"Survey rows of {file}"), kinds.Length, Losses(at, formal, zero, age), Population.Raking.EffectiveSize(fitted))
        {
            Raking = raked.Value is { } how ? new(how.Sweeps, how.MaxRelativeError, how.MaxWeightRatio) : null,
        };
    }

    private static PersonRow Person(Cells cells, WorkStatus status) => new(
        Provinces.Find(cells.Word("province") ?? Provinces.Names[0]) is { IsOk: true } found ? found.Value : (byte)0, cells.Word("area") == "urban", cells.Word("sex") == "woman", (short)Math.Floor(cells.Number("age", 0, 130) ?? 40),
        cells.Word("schooling") is { } schooling ? Enum.Parse<Schooling>(schooling, ignoreCase: true) : Schooling.Primary,
        cells.Word("sector") is { } sector ? Sectors.ById.TryGetValue(sector, out var known) ? known : Sectors.ByLetter[sector] : default, status,
        cells.Number("income", 0, 1e12) is { } income and > 0 ? (float)income : null)
    { IsOneYear = true };

    private static ImmutableArray<string> Losses(Dictionary<string, int> at, int formal, int zero, int age) =>
    [
        .. formal > 0 ? [FormattableString.Invariant($"{formal} rows of formal workers were left out.")] : (string[])[],
        .. zero > 0 ? [FormattableString.Invariant($"{zero} rows without a weight were left out.")] : (string[])[],
        .. age > 0 ? [FormattableString.Invariant($"{age} rows outside 15 to 64 years were left out.")] : (string[])[],
        .. Optional.Where(o => !at.ContainsKey(o.Field)).Select(o => $"No column for {o.Field}: everyone has '{o.Otherwise}'."),
    ];

    private static Problem Told(string code, string file, int line, string column, string what) =>
        new(code, FormattableString.Invariant($"In '{file}', line {line}, column {column}: {what}"), FormattableString.Invariant($"{file}, line {line}, field {column}"));

    // The cells of a row by field; the first that is wrong becomes the problem.
    private sealed class Cells(string file, int line, IReadOnlyList<string> row, Dictionary<string, int> at, SurveyMapping mapping)
    {
        public Problem? Problem { get; private set; }

        public string? Word(string field)
        {
            if (Plain(field) is not { } word) return null;
            if (SurveyMapping.IsWord(field, word)) return word;
            Problem ??= Told("population/bad-cell", file, line, mapping.Columns[field], $"'{word}' has no meaning for '{field}'. {SurveyMapping.Words(field)} Or add it to 'codes' of the mapping file.");
            return null;
        }

        public double? Number(string field, double least, double most)
        {
            if (Plain(field) is not { } text) return null;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            Problem ??= Told("population/bad-cell", file, line, mapping.Columns[field], FormattableString.Invariant($"'{text}' is no number from {least} to {most}. Correct the cell, or leave it empty."));
            return null;
        }

        private string? Plain(string field)
        {
            if (!at.TryGetValue(field, out var column) || column >= row.Count || row[column].Trim() is not { Length: > 0 } text) return Missing(field);
            return mapping.Codes.TryGetValue(field, out var codes) && codes.TryGetValue(text, out var word) ? word : text;
        }

        // An empty cell is a problem where every person needs an answer.
        private string? Missing(string field)
        {
            if (field is "sector" or "status") Problem ??= Told("population/bad-cell", file, line, mapping.Columns[field], $"the cell of '{field}' is empty. Fill it in, or leave the row out.");
            return null;
        }
    }
}
