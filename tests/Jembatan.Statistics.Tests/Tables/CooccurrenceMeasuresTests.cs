using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class CooccurrenceMeasuresTests
{
    [Theory]
    [InlineData("cooc_10_8_4")]
    [InlineData("cooc_50_50_0")]
    [InlineData("cooc_7_3_6")]
    public void The_formulas_of_the_manual_are_met(string name)
    {
        var oracle = Oracle.Case("tables.json", name);
        var data = oracle.GetProperty("data");
        var pair = new PairCounts(data.GetProperty("n1").GetInt32(), data.GetProperty("n2").GetInt32(), data.GetProperty("n12").GetInt32());
        foreach (var (property, id) in new[] { ("c_coefficient", "c-coefficient"), ("jaccard", "jaccard"), ("dice", "dice"), ("cosine_ochiai", "cosine"), ("overlap", "overlap") })
            Oracle.Near(oracle.GetProperty("expected").GetProperty(property).GetDouble(), CooccurrenceMeasures.Find(id)!.Measure(pair).Value, oracle.GetProperty("tolerance").GetDouble());
    }

    [Fact]
    public void Lift_is_one_when_codes_fall_together_by_chance() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40]).Sample((a, b) =>
        Oracle.Near(1, CooccurrenceMeasures.Find("lift")!.Measure(new(a * 10, b * 10, a * b, 100)).Value, 1e-12));

    [Fact]
    public void Measures_do_not_depend_on_which_code_comes_first_and_stay_within_one_for_units() => Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((onlyFirst, onlySecond, both) =>
    {
        var pair = new PairCounts(onlyFirst + both, onlySecond + both, both, 90);
        foreach (var measure in CooccurrenceMeasures.All)
        {
            var one = measure.Measure(pair);
            Assert.Equal(one, measure.Measure(pair with { First = pair.Second, Second = pair.First }));
            if (measure.Id != "lift" && one.Value is { } v) Assert.InRange(v, 0, 1);
        }
    });

    [Fact]
    public void Without_occurrences_there_is_a_reason()
    {
        Assert.Equal(Undefined.NeitherOccurs, CooccurrenceMeasures.Find("jaccard")!.Measure(new(0, 0, 0, 9)).Reason);
        Assert.Equal(Undefined.OneNeverOccurs, CooccurrenceMeasures.Find("cosine")!.Measure(new(0, 4, 0, 9)).Reason);
        Assert.Equal(Undefined.NoUnits, CooccurrenceMeasures.Find("lift")!.Measure(new(2, 4, 1)).Reason);
        Assert.Equal(Undefined.NothingBelowLine, CooccurrenceMeasures.Find("c-coefficient")!.Measure(new(2, 2, 4)).Reason);
    }
}
