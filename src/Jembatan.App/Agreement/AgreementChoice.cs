using System.Text.Json;
using Jembatan.Core;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.App.Agreement;

/// <summary>Which measures are asked for and how, as a user writes them.</summary>
/// <param name="Measures">Ids; empty for a sensible list.</param>
/// <param name="Level">Level of measurement; null for nominal.</param>
/// <param name="Weights">Weight scheme; null for identity.</param>
/// <param name="Interval">Interval method; null for resampling units.</param>
/// <param name="Replicates">Number of resamples.</param>
/// <param name="Seed">Seed of the resamples.</param>
public sealed record AgreementChoice(
    IReadOnlyList<string> Measures, string? Level = null, string? Weights = null, string? Interval = null, int Replicates = 1000, ulong Seed = 1)
{
    /// <summary>Most resamples that are drawn.</summary>
    public const int MostReplicates = 1_000_000;

    private static readonly string[] Later = ["gamma", "boundary-similarity", "segmentation-similarity", "pk", "window-diff"];

    /// <summary>Ids of all measures.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. AgreementMeasures.All.Select(m => m.Id), .. UnitizingMeasures.All.Select(m => m.Id)];

    /// <summary>The words of an enumeration as they are written.</summary>
    public static IReadOnlyList<string> WordsOf<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <returns>The settings, or <c>agreement/level</c>, <c>agreement/weights</c>, <c>agreement/interval</c>, <c>agreement/replicates</c>.</returns>
    public Result<AgreementSettings> Settings()
    {
        var level = Level is null ? null : MeasurementLevel.Parse(Level);
        if (Level is not null && level is null)
            return new Problem("agreement/level", $"'{Level}' is no level of measurement. Write one of {MeasurementLevel.Words}; N is above 0 and LOW below HIGH.", "level");
        var weights = Of<WeightScheme>(Weights);
        if (Weights is not null && weights is null) return new Problem("agreement/weights", $"'{Weights}' is no weight scheme. Write one of {string.Join(", ", WordsOf<WeightScheme>())}.", "weights");
        var interval = Of<IntervalMethod>(Interval);
        if (Interval is not null && interval is null) return new Problem("agreement/interval", $"'{Interval}' is no interval. Write one of {string.Join(", ", WordsOf<IntervalMethod>())}.", "interval");
        if (Replicates is < 2 or > MostReplicates) return new Problem("agreement/replicates", $"{Replicates} resamples cannot be drawn. Choose 2 to {MostReplicates}; 1000 is usual.", "replicates");
        return new AgreementSettings { Level = level, Weights = weights, Interval = interval ?? IntervalMethod.UnitsBootstrap, Replicates = Replicates, Seed = Seed };
    }

    /// <summary>Measures for common units.</summary>
    /// <param name="coders">Number of coders, which decides the list when nothing is asked for.</param>
    /// <param name="input">Where the data come from, as the user wrote it.</param>
    /// <returns>The measures, or <c>agreement/unknown-measure</c>, <c>agreement/not-built</c>, <c>agreement/wrong-input</c>.</returns>
    public Result<IReadOnlyList<AgreementMeasure>> OfUnits(int coders, string input)
    {
        if (Measures.Count == 0)
        {
            string[] usual = coders == 2
                ? ["krippendorff-alpha", "cohen-kappa", "scott-pi", "gwet-ac1", "brennan-prediger", "percent"]
                : ["krippendorff-alpha", "fleiss-kappa", "conger-kappa", "gwet-ac1", "brennan-prediger", "percent"];
            return AgreementMeasures.All.Where(m => usual.Contains(m.Id) || (m.Id == "gwet-ac2" && Weights is not null)).ToList();
        }

        var found = new List<AgreementMeasure>();
        foreach (var id in Measures)
        {
            if (AgreementMeasures.Find(id) is not { } measure) return Not(id, UnitizingMeasures.Find(id) is not null, $"{input} holds common units. Give the sections that coders marked with --units, or a study");
            found.Add(measure);
        }

        return found;
    }

    /// <summary>Measures for sections of continua.</summary>
    /// <returns>The measures, or a problem as in <see cref="OfUnits"/>.</returns>
    public Result<IReadOnlyList<UnitizingMeasure>> OfSections()
    {
        if (Measures.Count == 0) return Result(UnitizingMeasures.All);
        var found = new List<UnitizingMeasure>();
        foreach (var id in Measures)
        {
            if (UnitizingMeasures.Find(id) is not { } measure) return Not(id, AgreementMeasures.Find(id) is not null, "--units holds sections of continua. Give values of common units with --data or --table, or a study");
            found.Add(measure);
        }

        return found;
    }

    /// <summary>Why a measure cannot be found.</summary>
    internal static Problem Not(string id, bool isOfOtherInput, string because) =>
        isOfOtherInput ? new("agreement/wrong-input", $"The measure {id} does not fit: {because}.", id)
        : Later.Contains(id) ? new("agreement/not-built", $"The measure {id} is not part of this version. Use one of {string.Join(", ", Ids)}.", id)
        : new("agreement/unknown-measure", $"There is no measure '{id}'. Use one of {string.Join(", ", Ids)}.", id);

    /// <summary>Turns a level or weights that do not fit the values into a problem.</summary>
    internal static Problem? Unfit(ReliabilityData data, IReadOnlyList<AgreementMeasure> measures, AgreementSettings settings)
    {
        foreach (var measure in measures)
        {
            var level = measure.TakesLevel && (settings.Level is not null || settings.Weights is null);
            var asked = level ? $"the level {settings.Level}" : $"the weights {settings.Weights?.ToString().ToLowerInvariant()}";
            Problem? problem = Reliability.Unfit(data, measure, settings) switch
            {
                Undefined.NotNumeric => new("agreement/not-numeric", $"For {asked} every value must be a number, and '{FirstWord(data)}' is a word. Give numbers such as 1.5, leave a missing value empty, or use the level nominal.", "values"),
                Undefined.NotOrdered => new("agreement/not-ordered", $"For {asked} the values need an order, and words such as '{FirstWord(data)}' have none. Give numbers, such as 1 for the lowest, or use nominal and identity.", "values"),
                Undefined.NegativeValue => new("agreement/negative", $"For {asked} values must not be negative, and there is {data.Categories[0]}. Use the level interval, or shift the values.", "values"),
                Undefined.OutsidePoles => new("agreement/outside-poles", $"For {asked} every value lies between the poles, and they run from {data.Categories[0]} to {data.Categories[^1]}. Widen the poles.", "values"),
                _ => null,
            };
            if (problem is not null) return problem;
        }

        return null;
    }

    private static string FirstWord(ReliabilityData data) =>
        data.Categories.FirstOrDefault(c => !double.TryParse(c, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) ?? data.Categories[0];

    private static Result<IReadOnlyList<UnitizingMeasure>> Result(IReadOnlyList<UnitizingMeasure> all) => all.ToList();

    private static T? Of<T>(string? word) where T : struct, Enum =>
        word is null ? null : Enum.GetValues<T>().Where(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()) == word).Select(v => (T?)v).FirstOrDefault();
}
