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
}
