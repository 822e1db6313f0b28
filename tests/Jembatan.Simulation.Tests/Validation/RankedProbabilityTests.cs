using Jembatan.Simulation.Uncertainty;
using Jembatan.Simulation.Validation;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Tests.Validation;

public sealed class RankedProbabilityTests
{
    // Published: T12 of the model's specification.
    [Theory]
    [InlineData(0, 0, 1, .2336949773)]
    [InlineData(1, 0, 1, .6024413576)]
    [InlineData(9.58, 9, 0.5, .3587682890)]
    [InlineData(3, 1, 0, 2)]
    public void The_score_of_a_normal_forecast_is_the_published_one(double y, double mean, double deviation, double expected) =>
        Assert.Equal(expected, RankedProbability.OfNormal(y, mean, deviation), 1e-10);

    // CRPS = ∫(F(x) − 1[x ≥ y])² dx.
    [Fact]
    public void The_closed_form_is_the_integral_of_squared_differences() => Gen.Select(Gen.Double[-3, 3], Gen.Double[-1, 1], Gen.Double[0.3, 2]).Sample((y, mean, deviation) =>
    {
        const int steps = 40_000;
        var (low, high, sum) = (-25.0, 25.0, 0.0);
        for (var i = 0; i < steps; i++)
        {
            var x = low + ((i + 0.5) * (high - low) / steps);
            var d = MathNet.Numerics.Distributions.Normal.CDF(mean, deviation, x) - (x >= y ? 1 : 0);
            sum += d * d * (high - low) / steps;
        }

        return Math.Abs(sum - RankedProbability.OfNormal(y, mean, deviation)) < 2e-3;
    }, iter: 20);

    // The fair score is unbiased whatever the size of the ensemble; the plain one is not.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(50)]
    public void The_fair_score_of_small_ensembles_has_the_mean_of_the_distribution(int size)
    {
        var stream = new PhiloxStream(4, "test/crps", (ulong)size);
        var scores = Enumerable.Range(0, 20_000).Select(_ => RankedProbability.OfEnsemble(1, [.. Enumerable.Range(0, size).Select(_ => NormalDraws.Next(stream))])).ToArray();
        Assert.Equal(.6024413576, scores.Average(), 4 * Math.Sqrt(VarianceSplit.Variance(scores) / scores.Length));
    }

    [Fact]
    public void The_fast_score_is_the_double_sum() => Gen.Select(Gen.Double[-5, 5].Array[2, 12], Gen.Double[-5, 5]).Sample((x, y) =>
    {
        var slow = x.Average(v => Math.Abs(v - y)) - (x.Sum(a => x.Sum(b => Math.Abs(a - b))) / (2.0 * x.Length * (x.Length - 1)));
        return Math.Abs(RankedProbability.OfEnsemble(y, x) - slow) < 1e-12 && Math.Abs(RankedProbability.OfEnsemble(y, [.. x.Reverse()]) - slow) < 1e-12;
    });

    [Fact]
    public void One_value_scores_its_absolute_error_and_none_is_a_bug_of_the_caller()
    {
        Assert.Equal(2, RankedProbability.OfEnsemble(3, [5]));
        Assert.Throws<ArgumentException>(() => RankedProbability.OfEnsemble(3, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankedProbability.OfNormal(0, 0, -1));
    }

    [Fact]
    public void The_transform_is_uniform_when_forecast_and_outcome_are_alike()
    {
        var stream = new PhiloxStream(6, "test/pit", 0);
        var values = Enumerable.Range(0, 5000).Select(_ => RankedProbability.Transform(NormalDraws.Next(stream), [.. Enumerable.Range(0, 9).Select(_ => NormalDraws.Next(stream))], stream.NextUniform())).ToArray();
        Assert.Equal(0.5, values.Average(), 4 / Math.Sqrt(12.0 * 5000));
        Assert.Equal(1 / 12.0, values.Average(v => (v - 0.5) * (v - 0.5)), 0.005);
        Assert.Equal(0.5, RankedProbability.Transform(1, [1, 1, 1], 0.5));
    }
}
