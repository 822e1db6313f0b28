using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Uncertainty;

namespace Jembatan.Simulation.Tests.Uncertainty;

public sealed class SobolSequenceTests
{
    // Published: the documentation of the direction numbers of Joe and Kuo, in the order of the Gray code.
    [Fact]
    public void The_first_points_are_those_of_Joe_and_Kuo()
    {
        double[][] expected =
            [[0, 0, 0], [.5, .5, .5], [.75, .25, .25], [.25, .75, .75], [.375, .375, .625], [.875, .875, .125], [.625, .125, .875], [.125, .625, .375]];
        var plain = new SobolSequence(3, null);
        for (uint k = 0; k < 8; k++) Assert.Equal(expected[k], plain.Point(k ^ (k >> 1)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7ul)]
    public void Every_dimension_has_one_point_in_every_stratum(ulong? seed)
    {
        var sequence = new SobolSequence(SobolSequence.MaxDimensions, seed);
        var points = Enumerable.Range(0, 256).Select(i => sequence.Point((uint)i)).ToList();
        for (var d = 0; d < sequence.Dimensions; d++) Assert.Equal(Enumerable.Range(0, 256), points.Select(p => (int)(p[d] * 256)).Order());
    }

    // A (0, m, 2)-net: in the first two dimensions every box of area 2^−m holds one point, scrambled or not.
    [Fact]
    public void Pairs_of_the_first_dimensions_fill_every_box()
    {
        var sequence = new SobolSequence(2, 99);
        var points = Enumerable.Range(0, 64).Select(i => sequence.Point((uint)i)).ToList();
        for (var k = 0; k <= 6; k++) Assert.Equal(64, points.Select(p => ((int)(p[0] * (1 << k)), (int)(p[1] * (1 << (6 - k))))).Distinct().Count());
    }

    [Fact]
    public void Scrambling_repeats_by_seed_stays_inside_and_is_uniform_by_itself()
    {
        Assert.Equal(new SobolSequence(5, 3).Point(17), new SobolSequence(5, 3).Point(17));
        Assert.NotEqual(new SobolSequence(5, 3).Point(17), new SobolSequence(5, 4).Point(17));
        var first = Enumerable.Range(0, 4000).Select(s => new SobolSequence(1, (ulong)s).Point(0)[0]).ToArray();
        Assert.All(first, u => Assert.InRange(u, double.Epsilon, 1 - 1e-12));
        Assert.Equal(0.5, first.Average(), 4 / Math.Sqrt(12.0 * 4000));
        Assert.Equal(1 / 12.0, first.Average(u => (u - 0.5) * (u - 0.5)), 0.006);
    }

    [Fact]
    public void A_smooth_integral_is_met_far_better_than_by_luck()
    {
        var sequence = new SobolSequence(6, 11);
        var mean = Enumerable.Range(0, 1024).Average(i => sequence.Point((uint)i).Aggregate(1.0, (product, u) => product * (0.5 + u)));
        Assert.Equal(1, mean, 0.004); // a thousand random points would be off by some 0.025
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(32, 1));
    }

    [Fact]
    public void Draws_of_parameters_have_the_means_and_widths_of_their_priors()
    {
        var draws = ParameterDraws.Of([new(PriorFamily.Normal, 1.3, 0.45), new(PriorFamily.Uniform, 0.96, 0.99), new(PriorFamily.Beta, 3, 97), new(PriorFamily.LogNormal, -0.7, 0.5)], 1024, 5);
        Assert.Equal(1.3, draws.Average(d => d[0]), 0.005);
        Assert.Equal(0.975, draws.Average(d => d[1]), 1e-4);
        Assert.Equal(0.03, draws.Average(d => d[2]), 5e-4);
        Assert.Equal(Math.Exp(-0.7 + 0.125), draws.Average(d => d[3]), 0.01);
        Assert.Equal(0.45, Math.Sqrt(draws.Average(d => (d[0] - 1.3) * (d[0] - 1.3))), 0.01);
        Assert.All(draws, d => Assert.InRange(d[1], 0.96, 0.99));
    }

    [Fact]
    public void A_density_agrees_with_its_quantiles_and_an_improper_prior_is_known()
    {
        foreach (var prior in new Prior[] { new(PriorFamily.Normal, 1, 2), new(PriorFamily.Uniform, 1, 3), new(PriorFamily.LogNormal, 0, 0.5), new(PriorFamily.Beta, 3, 5) })
        {
            var (x, y) = (prior.Quantile(0.4), prior.Quantile(0.4001));
            Assert.Equal(0.0001, Math.Exp(prior.LogDensity((x + y) / 2)) * (y - x), 1e-7);
            var mean = Enumerable.Range(0, 20_000).Average(i => prior.Quantile((i + 0.5) / 20_000));
            Assert.Equal(prior.Deviation, Math.Sqrt(Enumerable.Range(0, 20_000).Average(i => Math.Pow(prior.Quantile((i + 0.5) / 20_000) - mean, 2))), 0.01);
        }

        Assert.False(new Prior(PriorFamily.Uniform, 1, 1).IsProper);
        Assert.False(new Prior(PriorFamily.Normal, 0, 0).IsProper);
        Assert.False(new Prior(PriorFamily.Normal, double.NaN, 1).IsProper);
    }
}
