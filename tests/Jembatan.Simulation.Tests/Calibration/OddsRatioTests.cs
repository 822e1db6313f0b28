using Jembatan.Simulation.Calibration;

namespace Jembatan.Simulation.Tests.Calibration;

public sealed class OddsRatioTests
{
    // Published: T8 of the model's specification.
    [Theory]
    [InlineData(0.05, 0.8, 0.0404040404)]
    [InlineData(0.05, 1.5, 0.0731707317)]
    [InlineData(0.01, 2, 0.0198019802)]
    [InlineData(0, 3, 0)]
    [InlineData(1, 3, 1)]
    [InlineData(1, 0, 1)]
    public void Odds_are_multiplied(double p, double ratio, double expected) => Assert.Equal(expected, OddsRatio.Apply(p, ratio), 1e-10);

    [Fact]
    public void Two_ratios_in_turn_are_their_product_and_the_inverse_undoes() => Gen.Select(Gen.Double[0, 1], Gen.Double[0.05, 20], Gen.Double[0.05, 20]).Sample((p, a, b) =>
        Math.Abs(OddsRatio.Apply(OddsRatio.Apply(p, a), b) - OddsRatio.Apply(p, a * b)) < 1e-12 && Math.Abs(OddsRatio.Apply(OddsRatio.Apply(p, a), 1 / a) - p) < 1e-12);

    // Published: Capuno et al., 50 % subsidy and information; hand-holding of those who had not complied.
    [Theory]
    [InlineData(119, 801, 32, 323, 0.46, 0.05, 0.88)]
    [InlineData(124, 312, 10, 290, 2.92, 2.25, 3.59)]
    public void Tables_of_trials_give_the_published_log_odds(int a, int n, int c, int m, double expected, double low, double high)
    {
        var (log, se) = OddsRatio.OfTable(a, n, c, m);
        Assert.Equal(expected, log, 0.006);
        Assert.Equal(low, log - (1.96 * se), 0.012);
        Assert.Equal(high, log + (1.96 * se), 0.012);
    }

    [Fact]
    public void A_table_with_an_empty_cell_stays_finite()
    {
        var (log, se) = OddsRatio.OfTable(0, 10, 5, 10);
        Assert.True(double.IsFinite(log) && log < 0 && double.IsFinite(se));
        Assert.Throws<ArgumentOutOfRangeException>(() => OddsRatio.OfTable(11, 10, 1, 10));
    }

    // Published: full subsidy in Indonesia, 8 % to 26.6 % in a year.
    [Fact]
    public void An_uptake_over_a_year_comes_to_the_monthly_scale()
    {
        Assert.Equal(1.31, OddsRatio.MonthlyShift(0.266, 0.08), 0.005);
        Assert.Equal(0.175, OddsRatio.MonthlyProbability(0.9, 12), 0.0005); // Nicaragua: under a tenth left after a year
        var (p0, p1) = (OddsRatio.MonthlyProbability(0.08, 12), OddsRatio.MonthlyProbability(0.266, 12));
        Assert.Equal(OddsRatio.MonthlyShift(0.266, 0.08), Math.Log(p1 / (1 - p1)) - Math.Log(p0 / (1 - p0)), 0.02);
    }

    [Fact]
    public void A_monthly_probability_gives_its_uptake_back() => Gen.Select(Gen.Double[0, 0.999], Gen.Int[1, 60]).Sample((uptake, months) =>
        Math.Abs(1 - Math.Pow(1 - OddsRatio.MonthlyProbability(uptake, months), months) - uptake) < 1e-9);

    [Fact]
    public void An_effect_from_elsewhere_is_less_sure()
    {
        Assert.Equal(0.35, OddsRatio.TransportedDeviation(0), 1e-12);
        Assert.Equal(0.5, OddsRatio.TransportedDeviation(0.3, 0.4), 1e-12);
    }
}
