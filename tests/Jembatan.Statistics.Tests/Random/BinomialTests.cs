using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Tests.Random;

public sealed class BinomialTests
{
    [Theory]
    [InlineData(5, .3)]        // inversion
    [InlineData(1000, .004)]   // inversion, many trials
    [InlineData(40, .4)]       // rejection
    [InlineData(40, .7)]       // rejection of failures
    [InlineData(200_000, .01)] // rejection, many trials
    public void Frequencies_are_those_of_the_distribution(int n, double p)
    {
        const int Draws = 40_000;
        var stream = new PhiloxStream(1, "binomial", 0);
        var draws = Enumerable.Range(0, Draws).Select(_ => Binomial.Next(stream, n, p)).ToArray();
        var (mean, variance) = (n * p, n * p * (1 - p));
        Assert.InRange(draws.Average(), mean - (5 * Math.Sqrt(variance / Draws)), mean + (5 * Math.Sqrt(variance / Draws)));
        Assert.InRange(draws.Average(d => (d - mean) * (d - mean)) / variance, .96, 1.04); // five standard errors of √(2/40,000) are .035
        // Share of each value near the mean, within five standard errors of its probability.
        var mass = Math.Exp(n * Math.Log(1 - p));
        for (var k = 0; k <= n && k < mean + 10 && mass > 0; mass *= (n - k) / (k + 1.0) * (p / (1 - p)), k++)
        {
            if (mass < .002 || n > 1000) continue;
            var share = draws.Count(d => d == k) / (double)Draws;
            Assert.InRange(share, mass - (5 * Math.Sqrt(mass / Draws)), mass + (5 * Math.Sqrt(mass / Draws)));
        }
    }

    [Fact]
    public void Draws_lie_between_none_and_all() => Gen.Select(Gen.ULong, Gen.Long[0, 1L << 40], Gen.Double[0, 1]).Sample((seed, n, p) =>
        Assert.InRange(Binomial.Next(new PhiloxStream(seed, "binomial", 1), n, p), 0, n));

    [Fact]
    public void Certainty_is_certain()
    {
        var stream = new PhiloxStream(1, "binomial", 0);
        Assert.Equal((0L, 7L, 0L), (Binomial.Next(stream, 7, 0), Binomial.Next(stream, 7, 1), Binomial.Next(stream, 0, .5)));
    }

    [Theory]
    [InlineData(-1, .5)]
    [InlineData(1, double.NaN)]
    [InlineData(1, 1.1)]
    public void Values_out_of_range_are_refused(long n, double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.Next(new PhiloxStream(1, "binomial", 0), n, p));
}
