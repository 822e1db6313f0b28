using Jembatan.Simulation.Outputs;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>Concentration and survival against cases worked out by hand and closed forms.</summary>
public sealed class OutcomeFiguresTests
{
    // Two halves, a quarter and three quarters of the money: C = ½·1 − 1·¼ = .25. Four quarters with 4, 3, 2, 1: p = .25 .5 .75 1, L = .4 .7 .9 1: C = (.25·.7 − .5·.4) + (.5·.9 − .75·.7) + (.75·1 − 1·.9) = −.25.
    [Theory]
    [InlineData(new double[] { 1, 1 }, new double[] { 1, 3 }, .25)]
    [InlineData(new double[] { 1, 1, 1, 1 }, new double[] { 4, 3, 2, 1 }, -.25)]
    [InlineData(new double[] { 2, 1, 7 }, new double[] { 20, 10, 70 }, 0)]
    [InlineData(new double[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, new double[] { 5, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, -.9)]
    [InlineData(new double[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 5 }, .9)]
    public void Concentration_is_what_the_trapezoids_give(double[] persons, double[] amounts, double expected) =>
        Assert.Equal(expected, ConcentrationIndex.Of(persons, amounts)!.Value, 12);

    [Fact]
    public void Concentration_does_not_exist_without_anything_to_spread()
    {
        Assert.Null(ConcentrationIndex.Of([1, 1], [0, 0]));
        Assert.Null(ConcentrationIndex.Of([], []));
        Assert.Null(ConcentrationIndex.Of([0, 0], [1, 1]));
    }

    // Kaplan–Meier by hand: ten spells; ended 2 at 1, 3 at 3; cut 1 at 1, 2 at 2, 2 at 4. At risk 10, 7, 5, 2.
    [Fact]
    public void Survival_is_the_product_over_those_at_risk()
    {
        var curve = SurvivalCurve.Of([0, 2, 0, 3, 0], [0, 1, 2, 0, 2]);
        Assert.Equal([1, .8, .8, .32, .32], curve.Select(s => Math.Round(s, 12)));
        Assert.Equal(3, SurvivalCurve.Median([0, 2, 0, 3, 0], [0, 1, 2, 0, 2]));
    }

    [Fact]
    public void A_median_does_not_exist_when_most_outlast_what_is_watched() => Assert.Null(SurvivalCurve.Median([0, 2, 1], [0, 0, 7]));

    // Geometric spells, p = .04: half outlast ln .5/ln .96 = 16.98 months, so the median is 17; cutting some of those at risk moves nothing.
    [Theory]
    [InlineData(.04, 17)]
    [InlineData(.10, 7)]
    [InlineData(.5, 1)]
    public void The_median_of_geometric_spells_is_that_of_the_closed_form(double p, int expected)
    {
        var (ended, cut, left) = (new long[61], new long[61], 1_000_000_000_000L);
        for (var d = 1; d <= 60; d++)
        {
            ended[d] = (long)(left * p);
            cut[d] = (left - ended[d]) / 20;
            left -= ended[d] + cut[d];
        }

        cut[60] += left;
        Assert.Equal(expected, SurvivalCurve.Median(Array.ConvertAll(ended, n => (double)n), Array.ConvertAll(cut, n => (double)n)));
        Assert.Equal(Math.Ceiling(Math.Log(.5) / Math.Log(1 - p)), expected);
    }
}
