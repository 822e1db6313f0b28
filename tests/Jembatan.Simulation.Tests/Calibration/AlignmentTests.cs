using Jembatan.Simulation.Calibration;

namespace Jembatan.Simulation.Tests.Calibration;

public sealed class AlignmentTests
{
    // Published: T9 of the model's specification.
    [Fact]
    public void The_shift_of_three_persons_is_the_published_one()
    {
        var aligned = Alignment.Solve([-1, 0, 1], null, 0.6).Value;
        Assert.Equal(0.4716756210, aligned.Delta, 1e-9);
        double[] expected = [0.37090778, 0.61578028, 0.81331194];
        for (var i = 0; i < 3; i++) Assert.Equal(expected[i], aligned.Probabilities[i], 1e-8);
        Assert.True(aligned.Steps <= 8);
        Assert.False(aligned.IsLarge);
    }

    [Fact]
    public void Alignment_hits_any_target_with_any_weights_and_keeps_the_order() =>
        Gen.Select(Gen.Double[-8, 8].Array[1, 30], Gen.Double[0.001, 0.999], Gen.Int[0, 1000]).Sample((eta, target, salt) =>
        {
            var weights = eta.Select((_, i) => 0.1 + (((i * 7919) + salt) % 13)).ToArray();
            var aligned = Alignment.Solve(eta, weights, target).Value;
            var mean = aligned.Probabilities.Zip(weights).Sum(p => p.First * p.Second) / weights.Sum();
            return Math.Abs(mean - target) < 1e-12 && eta.Zip(aligned.Probabilities).OrderBy(p => p.First).Select(p => p.Second).ToArray() is var ordered && ordered.SequenceEqual(ordered.Order());
        });

    [Fact]
    public void A_target_that_is_met_already_needs_no_shift()
    {
        Assert.Equal(0, Alignment.Solve([-1, 0, 1], null, 0.5).Value.Delta, 1e-12);
        Assert.True(Alignment.Solve([-4, -4], null, 0.6).Value.IsLarge);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.2)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_target_that_nobody_can_reach_is_told_by_name(double target)
    {
        var problem = Alignment.Solve([-1, 0], null, target, "first-payment, 2023-12").Problem!;
        Assert.Equal("calibration/unreachable-target", problem.Code);
        Assert.Contains("first-payment, 2023-12", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_and_weights_of_zero_are_told()
    {
        Assert.Equal("calibration/weights", Alignment.Solve([], null, 0.5).Problem!.Code);
        Assert.Equal("calibration/weights", Alignment.Solve([1, 2], [0, 0], 0.5).Problem!.Code);
        Assert.Equal("calibration/weights", Alignment.Solve([1, double.NaN], null, 0.5).Problem!.Code);
    }
}
