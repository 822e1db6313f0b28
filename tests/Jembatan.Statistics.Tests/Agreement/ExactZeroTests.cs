using Jembatan.Statistics.Agreement;
using static Jembatan.Statistics.Tests.Agreement.SomeData;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>Where observed and expected agreement are equal a coefficient is 0 and not what rounding leaves of a difference.</summary>
public sealed class ExactZeroTests
{
    [Fact]
    public void Alpha_is_exactly_zero_where_observed_and_expected_disagreement_are_equal()
    {
        // One unit apart, all others agreeing on one value: n Dₒ = 2 and n (n − 1) Dₑ = 2 · 1 · (n − 1), so α = 1 − 1.
        for (var units = 2; units <= 400; units++)
        {
            var rows = Enumerable.Range(0, units).Select(u => (string?[])["0", u == 0 ? "1" : "0"]).ToArray();
            foreach (var level in (string[])["nominal", "interval", "ordinal", "ratio", "bipolar:-1,2", "circular:3"])
                Assert.Equal(0.0, Of(Rows(2, rows), "krippendorff-alpha", new AgreementSettings { Level = MeasurementLevel.Parse(level), Interval = IntervalMethod.None }).Value);
        }
    }

    [Fact]
    public void A_coefficient_of_independent_margins_is_exactly_zero() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 40]).Sample((a, b, c, d) =>
    {
        // A table of products: observed agreement is what the margins give.
        var table = ReliabilityData.OfTable("A", "B", ["1", "2"], [[a * c, a * d], [b * c, b * d]]);
        Assert.Equal(0.0, Of(table, "cohen-kappa").Value);
        Assert.Equal(0.0, Of(table, "conger-kappa").Value);
        Assert.Equal(0.0, Of(table, "light-kappa").Value);
    }, iter: 300);

    [Fact]
    public void A_small_coefficient_that_is_not_zero_stays()
    {
        // One more unit apart: α = 1 − (n − 1)·4/(2·2(n − 2)) = −1/(n − 2), down to 5 in ten million.
        for (var units = 10; units <= 1_000_000; units *= 10)
        {
            var table = ReliabilityData.OfTable("A", "B", ["1", "2"], [[units - 2, 2], [0, 0]]);
            var n = 2.0 * units;
            Assert.Equal(-1 / (n - 2), Of(table, "krippendorff-alpha").Value!.Value, 1e-12 / (n - 2));
        }
    }

    [Fact]
    public void Alpha_keeps_its_digits_where_nearly_all_agree()
    {
        // A million units, three of them apart, both values a side: α by whole numbers alone, 1 − (n − 1)·6/(2·n₁·n₂).
        var table = ReliabilityData.OfTable("A", "B", ["1", "2"], [[999_990, 2], [1, 7]]);
        const double N = 2_000_000, Second = 2 + 1 + 14;
        Assert.Equal(1 - ((N - 1) * 6 / (2 * Second * (N - Second))), Of(table, "krippendorff-alpha").Value!.Value, 1e-15);
    }
}
