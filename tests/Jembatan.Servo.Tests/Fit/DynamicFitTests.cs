namespace Jembatan.Servo.Tests.Fit;

public sealed class DynamicFitTests
{
    [Theory]
    [InlineData(.5, .1, false, false, ChangeKind.DriftRisk)]     // ΔF = −.4
    [InlineData(.5, .2, false, false, ChangeKind.None)]          // ΔF = −.3 is not below −.3
    [InlineData(.1, -.21, true, true, ChangeKind.DriftRisk)]     // F now = .1 is enough
    [InlineData(.09, -.9, true, true, ChangeKind.None)]
    [InlineData(-.01, null, true, false, ChangeKind.Reactive)]
    [InlineData(-.01, .9, true, true, ChangeKind.Crisis)]
    [InlineData(-.01, null, false, true, ChangeKind.None)]
    [InlineData(-.01, null, null, true, ChangeKind.None)]
    [InlineData(0.0, null, true, true, ChangeKind.None)]         // 0 is not below 0
    [InlineData(.5, null, true, true, ChangeKind.None)]
    public void The_change_follows_from_the_two_fits_and_performance(double now, double? horizon, bool? below, bool critical, ChangeKind expected) =>
        Assert.Equal(expected, DynamicFit.Of(now, horizon, below, critical, VerdictThresholds.Default).Kind);

    [Fact]
    public void Without_a_fit_now_there_is_no_answer()
    {
        var result = DynamicFit.Of(null, .5, true, true, VerdictThresholds.Default);
        Assert.Equal((null, null, "dynamic/no-fit-now"), (result.Change, result.Kind, result.Reason!.Code));
    }

    [Fact]
    public void Without_a_horizon_there_is_no_difference_and_a_reason()
    {
        var result = DynamicFit.Of(.5, null, null, false, VerdictThresholds.Default);
        Assert.Equal((null, "dynamic/no-horizon"), (result.Change, result.Reason!.Code));
    }

    [Fact]
    public void Kinds_have_ids() => Assert.Equal(["none", "drift-risk", "reactive", "crisis"], Enum.GetValues<ChangeKind>().Select(k => k.Id()));
}
