using System.Collections.Immutable;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Population;

namespace Jembatan.App.Coverage;

/// <summary>Reads who there is, and who is meant.</summary>
internal static class PopulationFields
{
    private static readonly IReadOnlyDictionary<string, Schooling> Schoolings =
        new Dictionary<string, Schooling> { ["none"] = Schooling.None, ["primary"] = Schooling.Primary, ["junior"] = Schooling.Junior, ["senior"] = Schooling.Senior, ["tertiary"] = Schooling.Tertiary };

    /// <summary>The population: <c>shipped</c>, or rows.</summary>
    public static PersonTable? Read(YamlFields f)
    {
        if (!f.IsList("population"))
        {
            if (f.Text("population") is { } word && word != "shipped") f.Wrong("model/population", $"is '{word}'. Write shipped, or a list of rows with count, sector, status and so on.", "population");
            return f.Problem is null ? SyntheticPopulation.Shipped() : null;
        }

        var (rows, counts) = (ImmutableArray.CreateBuilder<PersonRow>(), new List<long>());
        foreach (var row in f.Maps("population"))
        {
            row.NothingEmpty();
            counts.Add(row.Count("count", 0, 0, 4_000_000_000, required: true));
            rows.Add(new(
                Province(row, row.Text("province", required: false)), row.Word("area", "rural", "rural", "urban") == "urban", row.Word("sex", "man", "man", "woman") == "woman", (short)row.Whole("age", 40, 15, 64),
                Schoolings[row.Word("schooling", "junior", [.. Schoolings.Keys])], Sectors.ById[row.Word("sector", "trade", [.. Sectors.ById.Keys])],
                WorkStatuses.ById[row.Word("status", "own-account", [.. WorkStatuses.ById.Keys])], (float?)row.Number("income", 1, 1e12)));
            var band = row.Whole("age-years", 1, 1, 5);
            if (band is not (1 or 5)) row.Wrong("model/bad-value", $"is {band}. Write 1 for an age in completed years, or 5 for the middle of five years.", "age-years");
            rows[^1] = rows[^1] with { IsOneYear = band == 1 };
            row.NothingElse();
        }

        if (counts.Sum() is 0 or > 4_000_000_000L) f.Wrong("model/population", $"has {counts.Sum():N0} persons; 1 to 4,000 million can be run. Correct the counts.", "population");
        return f.Problem is null ? PersonTable.OfKinds(rows, counts, "rows of the model file") : null;
    }

    /// <summary>Who is meant: provinces, sectors, statuses, area.</summary>
    public static Target Target(YamlFields f) => new(
        [.. f.Words("provinces").Select(p => Province(f, p))],
        [.. f.Words("sectors").Select((s, i) => Known(f, Sectors.ById, s, $"sectors[{i}]"))],
        [.. f.Words("statuses").Select((s, i) => Known(f, WorkStatuses.ById, s, $"statuses[{i}]"))],
        f.Word("area", "both", "both", "urban", "rural") switch { "urban" => true, "rural" => false, _ => null });

    private static byte Province(YamlFields f, string? name)
    {
        if (name is null) return 0;
        var found = Provinces.Find(name);
        if (found.Problem is { } problem) f.Wrong(problem.Code, $"names '{name}'. {problem.Message}", "province");
        return found.IsOk ? found.Value : (byte)0;
    }

    private static T Known<T>(YamlFields f, IReadOnlyDictionary<string, T> words, string word, string field)
    {
        if (words.TryGetValue(word, out var value)) return value;
        f.Wrong("model/bad-value", $"is '{word}'. Write one of: {string.Join(", ", words.Keys)}.", field);
        return words.Values.First();
    }
}
