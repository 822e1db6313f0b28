using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Tests.Random;

public sealed class TriangularTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(.1, 16.324555320336759)]  // 10 + √(.1·40·10) = 10 + √40
    [InlineData(.25, 20)]                 // the mode, since (20−10)/40 = .25
    [InlineData(.5, 25.505102572168219)]  // 50 − √(.5·40·30) = 50 − √600
    [InlineData(1, 50)]
    public void Quantiles_are_those_worked_by_hand(double p, double expected) => Assert.Equal(expected, Triangular.Quantile(p, 10, 20, 50), 12);

    [Fact]
    public void The_quantile_is_the_inverse_of_the_distribution() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[-100, 100], Gen.Double[.1, 50], Gen.Double[.1, 50]).Sample((p, low, a, b) =>
        {
            var (mode, high) = (low + a, low + a + b);
            var x = Triangular.Quantile(p, low, mode, high);
            Assert.InRange(x, low, high);
            var share = x < mode ? (x - low) * (x - low) / ((high - low) * (mode - low)) : 1 - ((high - x) * (high - x) / ((high - low) * (high - mode)));
            Assert.InRange(share - p, -1e-9, 1e-9);
        });

    [Fact]
    public void A_triangle_without_width_has_one_value() => Assert.Equal(7, Triangular.Quantile(.3, 7, 7, 7));

    [Theory]
    [InlineData(3, 2, 4)]
    [InlineData(1, 5, 4)]
    [InlineData(double.NaN, 2, 4)]
    [InlineData(0, 1, double.PositiveInfinity)]
    public void Values_out_of_order_are_refused(double low, double mode, double high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Triangular.Quantile(.5, low, mode, high));

    [Theory]
    [InlineData(-.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_outside_0_to_1_is_refused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Triangular.Quantile(p, 0, 1, 2));
}
