using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Random;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.Statistics.Tests.Unitizing;

public sealed class UnitizingLawTests
{
    private static readonly Gen<(ulong Seed, int Coders, int Categories)> Any = Gen.Select(Gen.ULong, Gen.Int[2, 4], Gen.Int[1, 3]);

    [Fact]
    public void The_sweep_gives_what_counting_position_by_position_gives() => Any.Sample((seed, coders, q) =>
    {
        var continuum = Random(seed, coders, q, 60);
        var sums = Intersections.Of(continuum, q, withPairs: true);
        var labels = continuum.ByCoder.Select(s => Labels(s!, 60)).ToArray();
        for (var c = 0; c < q; c++)
        {
            double same = 0, gap = 0;
            foreach (var (g, h) in Pairs(coders))
                for (var i = 0; i < 60; i++)
                {
                    if (labels[g][i] == c && labels[h][i] == c) same++;
                    if (labels[g][i] == c && labels[h][i] < 0) gap++;
                }

            Assert.Equal(same / (coders - 1), sums.Same[c], 9);
            Assert.Equal(gap / (coders - 1), sums.WithGap[c], 9);
            for (var k = c + 1; k < q; k++)
                Assert.Equal(Pairs(coders).Sum(p => Enumerable.Range(0, 60).Count(i => labels[p.Item1][i] == c && labels[p.Item2][i] == k)) / (double)(coders - 1), sums.Different.GetValueOrDefault((c, k)), 9);
        }

        Assert.Equal(60.0 * coders, sums.Total, 9);
    }, iter: 200);

    [Fact]
    public void The_order_of_coders_changes_nothing() => Any.Sample((seed, coders, q) =>
    {
        var continuum = Random(seed, coders, q, 80);
        var turned = continuum with { ByCoder = [.. continuum.ByCoder.Reverse()] };
        Assert.All(Estimates(continuum, q).Zip(Estimates(turned, q)), p => Agreement.SomeData.Same(p.First.Value, p.Second.Value));
    }, iter: 100);

    [Fact]
    public void Splitting_a_section_at_one_place_by_all_coders_leaves_observed_agreement() => Any.Sample((seed, coders, q) =>
    {
        var continuum = Random(seed, coders, q, 80);
        var split = continuum with { ByCoder = [.. continuum.ByCoder.Select(s => (IReadOnlyList<Section>?)[.. s!.SelectMany(x => x.Start < 40 && x.End > 40 ? new[] { x with { End = 40 }, x with { Start = 40 } } : [x])])] };
        var (whole, parts) = (Estimates(continuum, q)[0], Estimates(split, q)[0]);
        Agreement.SomeData.Same(whole.Observed, parts.Observed);
    }, iter: 100);

    [Fact]
    public void The_same_sections_by_all_are_perfect_agreement()
    {
        IReadOnlyList<Section> sections = [new(2, 9, 0), new(12, 20, 1), new(25, 31, 0)];
        var estimates = Estimates(new Continuum("text", 40, [sections, sections]), 2);
        Assert.All(estimates, e => Assert.Equal(1, e.Value!.Value, 12));
        Assert.All(estimates, e => Assert.Equal(e.Measure == "cu-alpha" ? 21 / 40.0 : 1, e.Coverage!.Value, 12));
    }

    [Fact]
    public void Degenerate_continua_get_a_reason_and_never_NaN()
    {
        IReadOnlyList<Section> all = [new(0, 10, 0)];
        foreach (var continua in (Continuum[][])[
            [], [new("none", 0, [[], []])], [new("nothing found", 10, [[], []])], [new("everything", 10, [all, all])], [new("one reader", 10, [all, null])],
            [new("apart", 10, [[new(0, 2, 0)], [new(5, 7, 0)]])], [new("one position", 1, [[new(0, 1, 0)], []])]])
        {
            foreach (var interval in Enum.GetValues<IntervalMethod>())
            {
                var data = new UnitizingData(["A", "B"], ["k"], continua);
                foreach (var e in UnitizingReliability.Estimate(data, UnitizingMeasures.All, new AgreementSettings { Interval = interval, Replicates = 10 }, CancellationToken.None))
                {
                    Assert.True(e.Value is { } value ? double.IsFinite(value) && value <= 1 : e.Reason is not null, e.ToString());
                    Assert.True(e.Low is not null || e.Reason is not null || interval == IntervalMethod.None, e.ToString());
                }
            }
        }
    }

    [Fact]
    public void Several_continua_have_an_interval_and_one_has_a_reason()
    {
        var many = new UnitizingData(["A", "B"], ["x", "y"], [.. Enumerable.Range(0, 12).Select(i => Random((ulong)i + 5, 2, 2, 100))]);
        var estimates = UnitizingReliability.Estimate(many, [new UAlpha()], new AgreementSettings(), CancellationToken.None);
        Assert.InRange(estimates[0].Value!.Value, estimates[0].Low!.Value, estimates[0].High!.Value);
        var jackknife = UnitizingReliability.Estimate(many, [new UAlpha()], new AgreementSettings { Interval = IntervalMethod.Jackknife }, CancellationToken.None);
        Assert.InRange(jackknife[0].StandardError!.Value / estimates[0].StandardError!.Value, .6, 1.7);
        Assert.Contains("one continuum", Estimates(Random(5, 2, 2, 100), 2)[0].Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public void Naming_agreement_takes_the_level_of_its_categories()
    {
        var continuum = new Continuum("text", 50, [[new(0, 10, 0), new(20, 30, 2)], [new(0, 10, 1), new(20, 30, 2)]]);
        var data = new UnitizingData(["A", "B"], ["1", "2", "9"], [continuum]);
        double Cu(MeasurementLevel level) => UnitizingReliability.Estimate(data, [new CuAlpha()], new AgreementSettings { Level = level }, CancellationToken.None)[0].Value!.Value;
        Assert.True(Cu(new(LevelKind.Interval)) > Cu(MeasurementLevel.Nominal), "1 and 2 are near each other on an interval.");
    }

    [Fact]
    public void Sections_that_overlap_or_leave_their_continuum_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new UnitizingData(["A"], ["k"], [new("t", 10, [[new(0, 5, 0), new(4, 6, 0)]])]));
        Assert.Throws<ArgumentException>(() => new UnitizingData(["A"], ["k"], [new("t", 10, [[new(0, 11, 0)]])]));
        Assert.Throws<ArgumentException>(() => new UnitizingData(["A"], ["k"], [new("t", 10, [[new(5, 5, 0)]])]));
        Assert.Throws<ArgumentException>(() => new UnitizingData(["A"], ["k"], [new("t", 10, [[new(1, 2, 1)]])]));
    }

    private static IReadOnlyList<AgreementEstimate> Estimates(Continuum continuum, int q) => UnitizingReliability.Estimate(
        new UnitizingData([.. continuum.ByCoder.Select((_, i) => $"coder {i}")], [.. Enumerable.Range(0, q).Select(i => $"k{i}")], [continuum]),
        UnitizingMeasures.All, new AgreementSettings { Interval = IntervalMethod.UnitsBootstrap }, CancellationToken.None);

    private static Continuum Random(ulong seed, int coders, int categories, int length)
    {
        var stream = new PhiloxStream(seed, "tests/unitizing", 0);
        var byCoder = new List<IReadOnlyList<Section>>();
        for (var g = 0; g < coders; g++)
        {
            var sections = new List<Section>();
            for (var at = stream.NextBelow(8); at < length - 1;)
            {
                var end = Math.Min(length, at + 1 + stream.NextBelow(12));
                sections.Add(new(at, end, stream.NextBelow(categories)));
                at = end + stream.NextBelow(6);
            }

            byCoder.Add(sections);
        }

        return new("text", length, byCoder);
    }

    private static IEnumerable<(int, int)> Pairs(int coders) => from g in Enumerable.Range(0, coders) from h in Enumerable.Range(0, coders) where g != h select (g, h);

    private static int[] Labels(IReadOnlyList<Section> sections, int length)
    {
        var labels = Enumerable.Repeat(-1, length).ToArray();
        foreach (var s in sections) labels.AsSpan((int)s.Start, (int)s.Length).Fill(s.Category);
        return labels;
    }
}
