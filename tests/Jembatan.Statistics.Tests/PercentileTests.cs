namespace Jembatan.Statistics.Tests;

public sealed class PercentileTests
{
    // Python 3.11, statistics.quantiles([15, 20, 35, 40, 50], n=20, method="inclusive").
    [Theory]
    [InlineData(.05, 16)]
    [InlineData(.25, 20)]
    [InlineData(.40, 29)]
    [InlineData(.95, 48)]
    public void Percentiles_agree_with_Python(double p, double expected) => Assert.Equal(expected, Percentile.Of([40, 15, 50, 20, 35], p), 12);

    [Fact]
    public void The_ends_are_the_least_and_the_greatest() => Gen.Double[-1e6, 1e6].Array[1, 30].Sample(values =>
    {
        Assert.Equal(values.Min(), Percentile.Of(values, 0));
        Assert.Equal(values.Max(), Percentile.Of(values, 1));
    });

    [Fact]
    public void Percentiles_rise_with_the_share() => Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 30], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((values, a, b) =>
        Assert.True(Percentile.Of(values, Math.Min(a, b)) <= Percentile.Of(values, Math.Max(a, b)) + 1e-9));

    [Fact]
    public void One_value_is_all_its_percentiles() => Assert.Equal(3, Percentile.Of([3], .37));

    [Fact]
    public void No_values_are_refused() => Assert.Throws<ArgumentException>(() => Percentile.Of([], .5));

    [Fact]
    public void The_values_given_stay_in_their_order()
    {
        double[] values = [3, 1, 2];
        Percentile.Of(values, .5);
        Assert.Equal([3.0, 1.0, 2.0], values);
    }
}
