using System.Globalization;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Distributions;
using Jembatan.Statistics.Random;
using static Jembatan.Statistics.Tests.Agreement.SomeData;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>The jackknife where categories are so many that sums of weights are found from those before.</summary>
public sealed class ManyCategoriesTests
{
    [Theory]
    [InlineData("linear")]
    [InlineData("ordinal")]
    [InlineData("radical")]
    [InlineData("ratio")]
    [InlineData("bipolar")]
    [InlineData("circular")]
    [InlineData("quadratic")]
    public void The_jackknife_is_that_of_units_taken_out_one_by_one(string scheme)
    {
        // Every category is in two units at least, so that taking one out leaves the categories and their weights.
        const int Categories = 300, Units = 2 * Categories;
        var stream = new PhiloxStream(11, "tests/many-categories", 0);
        string Value(int u) => (1 + (stream.NextUniform() < .7 ? u % Categories : stream.NextBelow(Categories))).ToString(CultureInfo.InvariantCulture);
        string?[][] rows = [.. Enumerable.Range(0, Units).Select(u => (string?[])[(1 + (u % Categories)).ToString(CultureInfo.InvariantCulture), stream.NextUniform() < .1 ? null : Value(u), stream.NextUniform() < .1 ? null : Value(u)])];
        AgreementMeasure[] measures = [.. ((string[])["krippendorff-alpha", "fleiss-kappa", "conger-kappa", "light-kappa", "gwet-ac2"]).Select(id => AgreementMeasures.Find(id)!)];
        var settings = new AgreementSettings { Weights = Enum.Parse<WeightScheme>(scheme, ignoreCase: true), Interval = IntervalMethod.Jackknife };
        var found = Reliability.Estimate(Rows(3, rows), measures, settings, CancellationToken.None);
        var without = Enumerable.Range(0, Units).Select(u => Reliability.Estimate(Rows(3, [.. rows.Where((_, i) => i != u)]), measures, settings with { Interval = IntervalMethod.None }, CancellationToken.None)).ToList();
        foreach (var (m, estimate) in found.Index())
        {
            var values = without.Select(w => w[m].Value!.Value).ToList();
            var mean = values.Average();
            var error = Math.Sqrt((Units - 1.0) / Units * values.Sum(v => (v - mean) * (v - mean)));
            Assert.Equal(error, estimate.StandardError!.Value, 1e-8 * error);
            Assert.Equal(estimate.Value!.Value - (StudentT.Quantile(.975, Units - 1) * error), estimate.Low!.Value, 1e-9);
        }
    }

    [Theory]
    [InlineData("krippendorff-alpha", 3, "ordinal", null)]
    [InlineData("cohen-kappa", 2, null, "radical")]
    [InlineData("cohen-kappa", 2, null, null)]
    [InlineData("light-kappa", 3, null, null)]
    public void What_is_not_counted_anew_is_as_if_it_were(string id, int coders, string? level, string? scheme)
    {
        // Each category twice at least, as above; the ordinal level has middle ranks that move with every unit.
        const int Categories = 40, Units = 2 * Categories;
        var rows = Values(7, coders, Units, Categories, .1).Select((r, u) => (string?[])[(1 + (u % Categories)).ToString(CultureInfo.InvariantCulture), .. r.Skip(1)]).ToArray();
        var settings = new AgreementSettings { Level = level is null ? null : MeasurementLevel.Parse(level), Weights = scheme is null ? null : Enum.Parse<WeightScheme>(scheme, ignoreCase: true), Interval = IntervalMethod.Jackknife };
        double Value(string?[][] some) => Of(Rows(coders, some), id, settings with { Interval = IntervalMethod.None }).Value!.Value;
        var without = Enumerable.Range(0, Units).Select(u => Value([.. rows.Where((_, i) => i != u)])).ToList();
        var error = Math.Sqrt((Units - 1.0) / Units * without.Sum(v => (v - without.Average()) * (v - without.Average())));
        Assert.Equal(error, Of(Rows(coders, rows), id, settings).StandardError!.Value, 1e-9 * error);
    }
}
