using Jembatan.Statistics.Distributions;

namespace Jembatan.Statistics.Tests.Distributions;

public sealed class QuantileTests
{
    // R: qnorm
    [Theory]
    [InlineData(.975, 1.959963984540054)]
    [InlineData(.995, 2.5758293035489)]
    [InlineData(.5, 0)]
    [InlineData(.025, -1.959963984540054)]
    [InlineData(.9, 1.2815515655446)]
    public void Normal_quantiles_are_those_of_R(double p, double expected) => Assert.Equal(expected, Normal.Quantile(p), 12);

    // R: qt
    [Theory]
    [InlineData(.975, 1, 12.7062047361747)]
    [InlineData(.975, 2, 4.30265272974946)]
    [InlineData(.975, 10, 2.22813885198627)]
    [InlineData(.975, 11, 2.20098516009164)]
    [InlineData(.975, 100, 1.98397151852355)]
    [InlineData(.95, 5, 2.01504837333302)]
    [InlineData(.025, 10, -2.22813885198627)]
    public void Students_quantiles_are_those_of_R(double p, double degrees, double expected) => Assert.InRange(StudentT.Quantile(p, degrees) / expected, 1 - 1e-12, 1 + 1e-12);

    [Fact]
    public void Students_quantile_nears_the_normal_one() => Assert.Equal(Normal.Quantile(.975), StudentT.Quantile(.975, 1e7), 6);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_share_outside_0_to_1_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(p, 3));
    }
}
