using Jembatan.Statistics.Agreement;
using static Jembatan.Statistics.Tests.Agreement.SomeData;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>What every measure on the list owes its users.</summary>
public sealed class AgreementContractTests
{
    public static TheoryData<string> Measures => [.. AgreementMeasures.All.Select(m => m.Id)];

    public static TheoryData<string, IntervalMethod> MeasuresAndIntervals =>
        new(AgreementMeasures.All.SelectMany(_ => Enum.GetValues<IntervalMethod>(), (m, i) => (m.Id, i)));

    [Fact]
    public void Ids_are_unique_and_kebab_case() => Assert.All(
        AgreementMeasures.All.GroupBy(m => m.Id), g => Assert.True(g.Count() == 1 && g.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')));

    [Theory]
    [MemberData(nameof(Measures))]
    public void It_says_its_name_source_and_what_it_does_with_missing_values(string id)
    {
        var measure = AgreementMeasures.Find(id)!;
        Assert.NotEmpty(measure.Name);
        Assert.Matches(@"\b(19|20)\d\d\b", measure.Source);
        Assert.EndsWith(".", measure.MissingRule, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MeasuresAndIntervals))]
    public void It_answers_degenerate_data_with_a_reason_and_never_with_NaN(string id, IntervalMethod interval)
    {
        foreach (var (what, data) in Degenerate())
        {
            var estimate = Of(data, id, new AgreementSettings { Interval = interval, Replicates = 20 });
            Sound(estimate, $"{id} of {what}");
        }
    }

    [Theory]
    [MemberData(nameof(MeasuresAndIntervals))]
    public void It_gives_the_same_figures_on_one_thread_and_on_many(string id, IntervalMethod interval)
    {
        var settings = new AgreementSettings { Interval = interval, Replicates = 50, Seed = 7 };
        var data = Drawn(5, 2, 40, 3, .1);
        Assert.Equal(Of(data, id, settings with { Threads = 1 }), Of(data, id, settings with { Threads = 4 }));
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Any_data_give_a_value_of_at_most_one_or_a_reason(string id) => Gen.Select(Gen.ULong, Gen.Int[1, 4], Gen.Int[0, 12], Gen.Int[1, 4], Gen.Double[0, .9]).Sample(
        (seed, coders, units, categories, missing) => Sound(Of(Drawn(seed, coders, units, categories, missing), id, new AgreementSettings { Replicates = 10 }), id), iter: 200);

    [Theory]
    [MemberData(nameof(Measures))]
    public void Perfect_agreement_is_one(string id)
    {
        var data = Rows(2, ["a", "a"], ["b", "b"], ["c", "c"], ["b", "b"]);
        Assert.Equal(1, Of(data, id, new AgreementSettings { Interval = IntervalMethod.None }).Value!.Value, 12);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Every_choice_is_part_of_the_answer(string id)
    {
        var estimate = Of(Drawn(3, 2, 30, 3, 0), id, new AgreementSettings { Seed = 9, Replicates = 25 });
        Assert.Equal(id, estimate.Measure);
        Assert.True((estimate.Level is null) != (estimate.Weights is null), "There is a level or there are weights.");
        Assert.Equal((9ul, IntervalMethod.UnitsBootstrap, .95), (estimate.Seed, estimate.Interval, estimate.Confidence));
        Assert.Equal((25, 25), (estimate.RequestedReplicates, estimate.Replicates + estimate.UndefinedReplicates));
        Assert.Equal("all units", estimate.Universe);
        Assert.NotEmpty(estimate.MissingRule);
    }

    private static void Sound(AgreementEstimate e, string what)
    {
        double?[] numbers = [e.Value, e.Observed, e.Expected, e.StandardError, e.Low, e.High, e.N, e.Coverage];
        Assert.True(numbers.All(n => n is null || double.IsFinite(n.Value)), $"{what}: {e}");
        Assert.True(e.Value is null ? e.Undefined is not null && e.Reason is not null : e.Value <= 1 + 1e-12, $"{what}: {e}");
        Assert.True(e.Low is null || (e.Low <= e.High && e.High <= 1 + 1e-12), $"{what}: {e}");
        Assert.True(e.Low is not null || e.Reason is not null || e.Interval == IntervalMethod.None, $"{what}: no interval and no reason");
    }

    private static IEnumerable<(string, ReliabilityData)> Degenerate()
    {
        yield return ("nothing", Rows(2));
        yield return ("one coder", Rows(1, ["a"], ["b"]));
        yield return ("no coder", ReliabilityData.OfRows([], []));
        yield return ("one unit", Rows(2, ["a", "a"]));
        yield return ("one unit with two values", Rows(2, ["a", "b"]));
        yield return ("one category", Rows(2, ["a", "a"], ["a", "a"]));
        yield return ("no pairable unit", Rows(2, ["a", null], [null, "b"]));
        yield return ("only missing", Rows(3, [[null, null, null]]));
        yield return ("a silent coder", Rows(3, ["a", "b", null], ["b", "b", null]));
        yield return ("an empty table", ReliabilityData.OfTable("A", "B", ["x", "y"], [[0, 0], [0, 0]]));
        yield return ("a table of one category", ReliabilityData.OfTable("A", "B", ["x"], [[5]]));
    }
}
