using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Uncertainty;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Tests.Calibration;

public sealed class MixingTests
{
    // Published: T4 of the model's specification.
    [Theory]
    [InlineData(-2, 0.5, 0.1290065364)]
    [InlineData(-3, 0.8, 0.0612343748)]
    [InlineData(-3, 0, 0.0474258732)]
    public void The_mean_over_a_logit_frailty_is_the_published_one(double mean, double deviation, double expected) => Assert.Equal(expected, Mixing.Logit(mean, deviation), 1e-10);

    [Fact]
    public void The_mean_over_a_probit_frailty_is_exact() => Assert.Equal(0.0368191351, Mixing.Probit(-2, 0.5), 1e-10);

    [Fact]
    public void Frailty_draws_the_mean_towards_a_half() => Gen.Select(Gen.Double[-5, -0.2], Gen.Double[0.1, 3]).Sample((mean, deviation) =>
        Mixing.Logit(mean, deviation) > Mixing.Logit(mean, 0) && Math.Abs(Mixing.Logit(-mean, deviation) - (1 - Mixing.Logit(mean, deviation))) < 1e-12);

    [Fact]
    public void Draws_agree_with_the_integral()
    {
        var stream = new PhiloxStream(3, "test/mixing", 0);
        var draws = Enumerable.Range(0, 100_000).Select(_ => Alignment.Logistic(-3 + (0.8 * NormalDraws.Next(stream)))).ToArray();
        Assert.Equal(Mixing.Logit(-3, 0.8), draws.Average(), 4 * 0.05 / Math.Sqrt(draws.Length));
    }
}
