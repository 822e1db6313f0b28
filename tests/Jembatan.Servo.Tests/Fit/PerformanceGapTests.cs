namespace Jembatan.Servo.Tests.Fit;

public sealed class PerformanceGapTests
{
    [Fact]
    public void The_gap_is_achieved_less_target() =>
        Assert.Equal(new PerformanceGapResult("2025", -20, .8, true, null), PerformanceGap.Of(new("2025", 100, 80)));

    [Fact]
    public void The_target_itself_is_not_below_the_target() => Assert.False(PerformanceGap.Of(new("2025", 100, 100)).BelowTarget);

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal("performance/no-target", PerformanceGap.Of(new("2025", null, 80)).Reason!.Code);
        Assert.Equal("performance/no-achievement", PerformanceGap.Of(new("2025", 100, null)).Reason!.Code);
        var zero = PerformanceGap.Of(new("2025", 0, 5));
        Assert.Equal((5, null, false, "performance/no-share"), (zero.Gap, zero.Share, zero.BelowTarget, zero.Reason!.Code));
        Assert.Equal("performance/none", PerformanceGap.Latest([]).Reason!.Code);
    }

    [Fact]
    public void The_latest_date_with_both_values_counts()
    {
        Assert.Equal("2024-12", PerformanceGap.Latest([new("2023", 10, 10), new("2025-06", 20, null), new("2024-12", 15, 9)]).Date);
        Assert.Equal("2025", PerformanceGap.Latest([new("2024", null, 9), new("2025", 20, null)]).Date);
    }
}
