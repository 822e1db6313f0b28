using Jembatan.Statistics.Agreement;
using static Jembatan.Statistics.Tests.Agreement.SomeData;

namespace Jembatan.Statistics.Tests.Agreement;

public sealed class AgreementIntervalTests
{
    [Theory]
    [InlineData("krippendorff-alpha")]
    [InlineData("cohen-kappa")]
    [InlineData("light-kappa")]
    [InlineData("scott-pi")]
    [InlineData("fleiss-kappa")]
    [InlineData("conger-kappa")]
    [InlineData("gwet-ac1")]
    [InlineData("brennan-prediger")]
    [InlineData("percent")]
    public void Linearisation_jackknife_and_bootstrap_agree_on_many_units(string id)
    {
        // Complete data: Gwet's linearisation takes the number of units with two values as given, so that missing values make it a little wider than the others.
        var data = Drawn(11, 2, 600, 3, 0);
        double Error(IntervalMethod method) => Of(data, id, new AgreementSettings { Interval = method, Replicates = 2000 }).StandardError!.Value;
        var analytic = Error(IntervalMethod.Analytic);
        Assert.InRange(Error(IntervalMethod.Jackknife) / analytic, .98, 1.02);
        Assert.InRange(Error(IntervalMethod.UnitsBootstrap) / analytic, .92, 1.08); // standard error of a deviation over 2,000 replicates: 1.6 %
    }

    [Fact]
    public void Drawing_by_pattern_and_drawing_by_unit_have_one_distribution()
    {
        // 40 patterns at most: 100 units are drawn one by one, 10,000 by binomials. Standard errors shrink by the root of the number of units.
        var rows = Values(3, 2, 100, 4, .1);
        var (few, many) = (AgreementLawTests.Data(rows), AgreementLawTests.Data([.. Enumerable.Repeat(rows, 100).SelectMany(r => r)]));
        var settings = new AgreementSettings { Replicates = 4000 };
        Assert.InRange(Of(few, "fleiss-kappa", settings).StandardError!.Value / Of(many, "fleiss-kappa", settings).StandardError!.Value / 10, .94, 1.06);
    }

    [Fact]
    public void The_jackknife_of_percent_agreement_is_the_deviation_of_the_mean()
    {
        var data = Rows(2, ["a", "a"], ["a", "b"], ["b", "b"], ["b", "b"], ["a", "a"], ["b", "a"]);
        // Agreements 1 0 1 1 1 0: mean 2/3, variance (4/18 + 8/9)/5 = 4/15, over six units 2/45.
        Assert.Equal(Math.Sqrt(2.0 / 45), Of(data, "percent", new AgreementSettings { Interval = IntervalMethod.Jackknife }).StandardError!.Value, 12);
        Assert.Equal(Math.Sqrt(2.0 / 45), Of(data, "percent", new AgreementSettings { Interval = IntervalMethod.Analytic }).StandardError!.Value, 12);
    }

    [Fact]
    public void Krippendorffs_bootstrap_is_narrower_says_so_and_is_for_alpha_only()
    {
        var data = Drawn(2, 5, 40, 4, .05);
        var settings = new AgreementSettings { Level = new(LevelKind.Ordinal), Replicates = 4000 };
        var units = Of(data, "krippendorff-alpha", settings);
        var pairs = Of(data, "krippendorff-alpha", settings with { Interval = IntervalMethod.KrippendorffBootstrap });
        Assert.InRange(pairs.StandardError!.Value / units.StandardError!.Value, .2, .75);
        Assert.Contains("narrower", pairs.Warning!, StringComparison.Ordinal);
        Assert.InRange(pairs.Value!.Value, pairs.Low!.Value, pairs.High!.Value);
        var kappa = Of(data, "fleiss-kappa", settings with { Interval = IntervalMethod.KrippendorffBootstrap });
        Assert.Null(kappa.Low);
        Assert.NotNull(kappa.Value);
        Assert.Contains("krippendorff-alpha only", kappa.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mean_of_Krippendorffs_bootstrap_is_alpha()
    {
        var alpha = Of(Drawn(4, 3, 60, 3, .1), "krippendorff-alpha", new AgreementSettings { Interval = IntervalMethod.KrippendorffBootstrap, Replicates = 4000, Confidence = .02 });
        Assert.InRange(alpha.Value!.Value, alpha.Low!.Value - .004, alpha.High!.Value + .004); // the two per cent around the median
    }

    [Fact]
    public void Another_seed_gives_another_interval_and_the_same_value()
    {
        var data = Drawn(4, 3, 60, 3, .1);
        var (one, two) = (Of(data, "fleiss-kappa", new AgreementSettings()), Of(data, "fleiss-kappa", new AgreementSettings { Seed = 2 }));
        Assert.Equal(one.Value, two.Value);
        Assert.NotEqual((one.Low, one.High), (two.Low, two.High));
    }

    [Fact]
    public void Resamples_without_variation_are_counted_and_left_out()
    {
        var data = Rows(2, ["a", "a"], ["a", "a"], ["a", "a"], ["b", "b"]);
        var alpha = Of(data, "krippendorff-alpha", new AgreementSettings());
        Assert.InRange(alpha.UndefinedReplicates!.Value, 250, 400); // (3/4)⁴ = .316 of 1,000 hold only a
        Assert.NotNull(alpha.Warning);
    }

    [Theory]
    [InlineData(IntervalMethod.UnitsBootstrap)]
    [InlineData(IntervalMethod.Jackknife)]
    [InlineData(IntervalMethod.Analytic)]
    [InlineData(IntervalMethod.KrippendorffBootstrap)]
    public void One_unit_has_a_value_and_no_interval(IntervalMethod method)
    {
        foreach (var data in new[] { Rows(2, ["1", "2"]), Rows(2, ["1", "2"], ["1", null], [null, "2"]) })
        {
            foreach (var id in (string[])["krippendorff-alpha", "scott-pi", "gwet-ac1", "percent"])
            {
                var estimate = Of(data, id, new AgreementSettings { Interval = method });
                Assert.NotNull(estimate.Value);
                Assert.Equal((null, null, null), (estimate.StandardError, estimate.Low, estimate.High));
                Assert.Contains("one unit", estimate.Reason!, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Ten_thousand_categories_cost_megabytes()
    {
        var rows = Enumerable.Range(0, 20_000).Select(i => new string?[] { $"{i % 10_000}", $"{(i % 7 == 0 ? i + 1 : i) % 10_000}" }).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var data = AgreementLawTests.Data(rows);
        foreach (var level in (string[])["nominal", "ordinal", "interval"])
        {
            var alpha = Of(data, "krippendorff-alpha", new AgreementSettings { Level = MeasurementLevel.Parse(level), Interval = IntervalMethod.Analytic });
            Assert.InRange(alpha.Value!.Value, .8, 1);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L << 20); // a matrix of 10,000 by 10,000 doubles would take 763 MB
    }

    [Fact]
    public void Bytes_and_words_give_the_same_coefficients() => Gen.Select(Gen.ULong, Gen.Int[2, 6], Gen.Int[2, 200], Gen.Int[2, 6]).Sample((seed, coders, units, q) =>
    {
        var rows = Values(seed, coders, units, q, .1);
        var words = AgreementLawTests.Data(rows);
        var codes = Enumerable.Range(0, coders).Select(g => rows.Select(r => r[g] is { } v ? (byte)words.Categories.ToList().IndexOf(v) : ReliabilityData.Missing).ToArray()).ToList();
        var bytes = ReliabilityData.OfCodes(words.Coders, words.Categories, codes);
        Assert.Equal((words.Units, words.Values, words.DroppedUnits), (bytes.Units, bytes.Values, bytes.DroppedUnits));
        foreach (var measure in AgreementMeasures.All) Same(Of(words, measure.Id).Value, Of(bytes, measure.Id).Value);
    }, iter: 60);
}
