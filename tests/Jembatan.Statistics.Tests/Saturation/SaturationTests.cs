using Jembatan.Statistics.Saturation;

namespace Jembatan.Statistics.Tests.Saturation;

public sealed class SaturationTests
{
    private static Gen<int[][]> Events(int most) => Gen.Int[0, 9].Array[0, 6].Array[0, most];

    [Theory]
    [InlineData("saturation_base4_run3")]
    [InlineData("saturation_base6_run3")]
    public void The_worked_case_is_met(string name)
    {
        var oracle = Oracle.Case("saturation.json", name);
        var expected = oracle.GetProperty("expected");
        var events = oracle.GetProperty("data").GetProperty("codes_per_event").EnumerateArray()
            .Select(e => e.EnumerateArray().Select(c => int.Parse(c.GetString()![1..], System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var options = new SaturationOptions(oracle.GetProperty("params").GetProperty("base").GetInt32(), oracle.GetProperty("params").GetProperty("run").GetInt32());
        var result = SaturationRun.Measure(events, options);
        Assert.Equal(expected.GetProperty("new_per_event").Numbers().Select(v => (int)v), result.NewPerEvent);
        Assert.Equal(expected.GetProperty("base_codes").GetInt32(), result.BaseCodes);
        Assert.Equal(expected.GetProperty("runs").GetArrayLength(), result.Runs.Count);
        foreach (var (e, a) in expected.GetProperty("runs").EnumerateArray().Zip(result.Runs))
        {
            Assert.Equal((e.GetProperty("upto").GetInt32(), e.GetProperty("new_in_run").GetInt32()), (a.UpTo, a.NewCodes));
            Oracle.Near(e.GetProperty("ratio").GetDouble(), a.Share, 1e-12);
        }

        Assert.Equal(expected.GetProperty("saturated_at_5pct").GetInt32(), result.SaturatedAt);
        Assert.Equal(expected.GetProperty("saturated_at_0pct").GetInt32(), SaturationRun.Measure(events, options with { Threshold = 0 }).SaturatedAt);
    }

    [Fact]
    public void A_code_named_twice_in_an_interview_counts_once() =>
        Assert.Equal([2, 1], SaturationRun.Measure([[1, 1, 2], [2, 3, 3]], new()).NewPerEvent);

    [Fact]
    public void Only_the_first_interview_of_a_code_matters() => Events(15).Sample(events =>
    {
        var result = SaturationRun.Measure(events, new(2, 2, 0));
        var repeated = SaturationRun.Measure([.. events.Select((e, i) => events.Take(i + 1).SelectMany(x => x).ToArray())], new(2, 2, 0));
        Assert.Equal(result.NewPerEvent, repeated.NewPerEvent);
        Assert.Equal(result.SaturatedAt, repeated.SaturatedAt);
        Assert.True(result.SaturatedAt is null != result.Reason is null);
    });

    [Fact]
    public void A_looser_threshold_is_never_reached_later() => Events(15).Sample(events =>
    {
        var (strict, loose) = (SaturationRun.Measure(events, new(3, 2, 0)), SaturationRun.Measure(events, new(3, 2, .2)));
        if (strict.SaturatedAt is { } at) Assert.InRange(loose.SaturatedAt!.Value, 5, at);
    });

    [Fact]
    public void What_cannot_be_said_has_a_reason()
    {
        Assert.Equal(SaturationRun.NoEvents, SaturationRun.Measure([], new()).Reason);
        Assert.Equal(SaturationRun.TooFewEvents, SaturationRun.Measure([[1], [2], [3], [4], [5]], new()).Reason);
        Assert.Equal(SaturationRun.NoBaseCodes, SaturationRun.Measure([[], [], [], [], [1], [2], [3]], new()).Reason);
        Assert.Equal(SaturationRun.NotReached, SaturationRun.Measure([[1], [2], [3], [4], [5], [6]], new()).Reason);
        Assert.Equal(SaturationRun.TooFewEvents, SaturationRun.Measure([[1], [2]], new(int.MaxValue, int.MaxValue)).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => SaturationRun.Measure([], new(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SaturationRun.Measure([], new(4, 2, double.NaN)));
    }

    [Fact]
    public void The_mean_curve_is_that_of_all_orders() => Events(5).Where(e => e.Length > 0).Sample(events =>
    {
        var orders = Orders([.. Enumerable.Range(0, events.Length)]).Select(o => SaturationRun.Measure([.. o.Select(i => events[i])], new(1, 1)).Cumulative).ToList();
        var band = SaturationBand.Draw(events, new(1, 1), 1, 1, CancellationToken.None);
        for (var n = 0; n < events.Length; n++) Oracle.Near(orders.Average(o => o[n]), band.Curve[n].Expected, 1e-12);
    }, iter: 60);

    [Fact]
    public void Drawn_orders_have_the_exact_mean_and_end_where_all_orders_end() => Events(12).Where(e => e.Length > 0).Sample(events =>
    {
        var band = SaturationBand.Draw(events, new(2, 1), 500, 7, CancellationToken.None);
        var all = events.SelectMany(e => e).Distinct().Count();
        Assert.Equal((all, all, all), ((int)band.Curve[^1].Low, (int)band.Curve[^1].Median, (int)band.Curve[^1].High));
        Assert.All(band.Curve, p => Assert.True(p.Low <= p.Median && p.Median <= p.High));
        Assert.InRange(band.ReachedShare, 0, 1);
    }, iter: 30);

    [Fact]
    public void More_permutations_keep_the_first_ones_and_the_seed_repeats_them()
    {
        int[][] events = [.. Enumerable.Range(0, 14).Select(i => new[] { i % 5, i / 3, 20 + (i / 6) })];
        var one = SaturationBand.Draw(events, new(), 500, 3, CancellationToken.None);
        Assert.Equal(one.Curve, SaturationBand.Draw(events, new(), 500, 3, CancellationToken.None).Curve);
        Assert.NotEqual(one.Curve, SaturationBand.Draw(events, new(), 500, 4, CancellationToken.None).Curve);
        var reached = Enumerable.Range(1, 20).Select(n => SaturationBand.Draw(events, new(), n, 3, CancellationToken.None).Reached).ToList();
        Assert.All(reached.Zip(reached.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 1)); // one more order adds one or none
    }

    [Fact]
    public void The_share_of_orders_that_saturate_is_near_that_of_all_orders()
    {
        int[][] events = [[1, 2, 3], [1], [4], [2, 5], [1, 2], [6]];
        var options = new SaturationOptions(2, 2, .2);
        var exact = Orders([0, 1, 2, 3, 4, 5]).Average(o => SaturationRun.Measure([.. o.Select(i => events[i])], options).SaturatedAt is null ? 0.0 : 1);
        var drawn = SaturationBand.Draw(events, options, 4000, 1, CancellationToken.None).ReachedShare;
        Assert.Equal(exact, drawn, 5 * Math.Sqrt(.25 / 4000));
    }

    [Fact]
    public void Code_saturation_is_the_share_of_the_final_codebook()
    {
        var steps = CodeSaturation.Codes([[1, 2, 3], [3, 4], [4], [5]]);
        Assert.Equal([(1, 3, 3, .6), (2, 1, 4, .8), (3, 0, 4, .8), (4, 1, 5, 1.0)], steps.Select(s => (s.Events, s.NewCodes, s.Codes, s.Share)));
        Assert.Empty(CodeSaturation.Codes([[], []]));
    }

    [Fact]
    public void Meaning_saturation_is_the_last_interview_that_adds_a_facet()
    {
        var rows = CodeSaturation.Meaning([[new(7, 1)], [new(7, 1), new(8, 1)], [new(7, 2), new(8, 1)], [new(8, 1)]]);
        Assert.Equal([new MeaningSaturationCode(7, 1, 3, 2, 3), new MeaningSaturationCode(8, 2, 2, 1, 3)], rows);
        Assert.Empty(CodeSaturation.Meaning([]));
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((first, i) => Orders([.. items.Where((_, k) => k != i)]).Select(rest => (int[])[first, .. rest]));
}
