using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Stock;
using Jembatan.Simulation.Validation;

namespace Jembatan.Simulation.Tests.Stock;

public sealed class StockBackTestTests
{
    private static readonly AbcSettings Small = new(120, 1, 0.5, 40_000);
    private static readonly List<CalibrationTarget> Fit = [.. CalibrationTargets.Shipped().Where(t => t.Use == TargetUse.Fit)];

    [Fact]
    public void The_back_test_sets_sponsors_on_an_alternative_calendar_and_off_beside_three_rivals()
    {
        var report = StockBackTest.Run(CalibrationTargets.Shipped(), SponsorCalendar.Shipped(), [], Small, CancellationToken.None).Value;
        Assert.Equal(["sponsors-on", "sponsors-prompt-renewal", "sponsors-off", "last-value", "drift", "ets"], report.Scores.Select(s => s.Id));
        Assert.All(report.Scores, s => Assert.Null(s.Reason));
        Assert.All(report.Scores, s => Assert.Equal(4, s.Points.Length));
        Assert.All(report.Scores, s => Assert.Null(s.Pit));
        Assert.Equal(StockBackTest.CalendarIsAssumed, report.Notices[0]);
        Assert.Contains("Only 4 points", report.Notices[1].En, StringComparison.Ordinal);

        // Only a calendar whose contracts run out makes the stock fall from February to May 2025.
        double Fall(string id) => Score(report, id).Points[0].Predicted - Score(report, id).Points[3].Predicted;
        Assert.True(Fall("sponsors-on") > 0.2, $"{Fall("sponsors-on")}");
        Assert.True(Fall("sponsors-off") <= 0, $"{Fall("sponsors-off")}");
        Assert.True(Fall("sponsors-on") > Fall("sponsors-prompt-renewal"));
    }

    [Fact]
    public void The_jump_at_the_end_of_2022_needs_sponsors()
    {
        double Jump(SponsorCalendar? calendar)
        {
            var posterior = StockBackTest.Fit(Fit, calendar, [], Small, CancellationToken.None).Value;
            Assert.True(posterior.IsComplete);
            return posterior.Particles.Sum(p => p.Weight * Of(p)) - 1;
            double Of(AbcParticle p)
            {
                var path = StockBackTest.Path(p.Point.Parameters, calendar, 2.49, CalendarMonth.Of(2021, 1), 24);
                return path[23] / path[20];
            }
        }

        var (on, off) = (Jump(SponsorCalendar.Shipped()[0]), Jump(null));
        Assert.True(on > 0.15 && off < 0.15, $"{on:0.000} with sponsors, {off:0.000} without");
    }

    [Fact]
    public void Stocks_alone_leave_entry_and_lapse_confounded_and_the_report_says_so()
    {
        var report = StockBackTest.Identify(Fit, SponsorCalendar.Shipped()[0], [], CancellationToken.None).Value;
        Assert.Contains("lapse", report.Confounded);
        Assert.NotNull(report.Warning);
        Assert.Equal("validation/too-few", StockBackTest.Fit([.. Fit.Take(2)], null, [], Small, CancellationToken.None).Problem!.Code);
    }

    private static ForecastScore Score(BackTestReport report, string id) => report.Scores.Single(s => s.Id == id);
}
