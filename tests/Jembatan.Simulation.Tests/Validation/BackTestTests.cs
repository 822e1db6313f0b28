using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Validation;

namespace Jembatan.Simulation.Tests.Validation;

public sealed class BackTestTests
{
    private static readonly MonthValue[] Seen = [new(CalendarMonth.Of(2022, 12), 6.0), new(CalendarMonth.Of(2020, 12), 2.49), new(CalendarMonth.Of(2021, 12), 3.55), new(CalendarMonth.Of(2023, 12), 9.19)];
    private static readonly MonthValue[] Later = [new(CalendarMonth.Of(2025, 2), 9.58), new(CalendarMonth.Of(2025, 3), 9.22), new(CalendarMonth.Of(2025, 4), 8.99), new(CalendarMonth.Of(2025, 5), 8.28)];

    [Fact]
    public void A_model_that_loses_to_a_rival_is_told_so_in_the_first_line_and_never_called_validated()
    {
        var report = BackTest.Run(Seen, Later, [Model(m => 14), .. NaiveForecasters.All], 1).Value;
        Assert.True(report.NaiveWins);
        Assert.StartsWith("A naive forecast wins: Last value", report.FirstLine.En, StringComparison.Ordinal);
        Assert.Contains("not validated", report.FirstLine.En, StringComparison.Ordinal);
        Assert.Contains("Ramalan naif menang", report.FirstLine.Id, StringComparison.Ordinal);
        Assert.True(report.Scores[0].Skill < 0);
    }

    [Fact]
    public void A_model_that_wins_has_skill_and_the_rivals_stand_beside_it()
    {
        var report = BackTest.Run(Seen, Later, [Model(m => Later.Single(l => l.Month == m).Value + 0.01), .. NaiveForecasters.All], 1).Value;
        Assert.False(report.NaiveWins);
        Assert.Equal(["model", "last-value", "drift", "ets"], report.Scores.Select(s => s.Id));
        Assert.Equal(0.01, report.Scores[0].MeanAbsoluteError!.Value, 1e-9);
        Assert.True(report.Scores[0].Skill > 0.9);
        Assert.All(report.Scores.Skip(1), s => Assert.Null(s.Skill));
        Assert.Equal(Math.Abs(9.58 - 9.19), Math.Abs(report.Scores[1].Points[0].Observed - report.Scores[1].Points[0].Predicted), 1e-9);
    }

    [Fact]
    public void With_few_points_there_are_points_and_no_percentages()
    {
        var report = BackTest.Run(Seen, Later, [Model(m => 9), .. NaiveForecasters.All], 1).Value;
        Assert.All(report.Scores, s => Assert.Null(s.IntervalCoverage));
        Assert.All(report.Scores, s => Assert.Null(s.Pit));
        Assert.All(report.Scores, s => Assert.Equal(4, s.Points.Length));
        Assert.Contains("Only 4 points", Assert.Single(report.Notices).En, StringComparison.Ordinal);
    }

    [Fact]
    public void With_many_points_coverage_and_transform_are_told()
    {
        var later = Enumerable.Range(1, 24).Select(m => new MonthValue(CalendarMonth.Of(2023, 12).Plus(m), 9 + (m % 5 * 0.1))).ToArray();
        var report = BackTest.Run(Seen, later, [Model(m => 9.2), .. NaiveForecasters.All], 1).Value;
        Assert.Empty(report.Notices);
        Assert.All(report.Scores, s => Assert.Equal(24, s.Pit!.Value.Sum()));
        Assert.Equal(3, report.Scores[1].IntervalCoverage!.Value.Length);
        Assert.True(report.Scores[1].IntervalCoverage!.Value[2] >= report.Scores[1].IntervalCoverage!.Value[0]);
    }

    [Fact]
    public void A_model_that_fails_has_a_reason_and_the_rivals_are_still_there()
    {
        var broken = new Forecaster("model", Bilingual.Same("Model"), false, (_, _) => new Problem("x/y", "No."));
        var report = BackTest.Run(Seen, Later, [broken, .. NaiveForecasters.All], 1).Value;
        Assert.Contains("x/y", report.Scores[0].Reason, StringComparison.Ordinal);
        Assert.Null(report.Scores[0].MeanAbsoluteError);
        Assert.True(report.NaiveWins);
        Assert.NotNull(report.Scores[1].MeanAbsoluteError);
        var nan = new Forecaster("model", Bilingual.Same("Model"), false, (_, months) => months.Select(m => new Forecast(m, [double.NaN])).ToImmutableArray());
        Assert.NotNull(BackTest.Run(Seen, Later, [nan, .. NaiveForecasters.All], 1).Value.Scores[0].Reason);
    }

    [Fact]
    public void Divisions_that_make_no_sense_are_told()
    {
        string Code(MonthValue[] seen, MonthValue[] later) => BackTest.Run(seen, later, [Model(m => 9), .. NaiveForecasters.All], 1).Problem!.Code;
        Assert.Equal("validation/too-few", Code([Seen[0]], Later));
        Assert.Equal("validation/too-few", Code(Seen, []));
        Assert.Equal("validation/overlap", Code(Seen, [new(CalendarMonth.Of(2023, 6), 7)]));
        Assert.Equal("validation/repeated-month", Code(Seen, [new(CalendarMonth.Of(2023, 12), 7)]));
        Assert.Equal("validation/not-a-number", Code(Seen, [new(CalendarMonth.Of(2024, 12), double.NaN)]));
    }

    private static Forecaster Model(Func<CalendarMonth, double> value) =>
        new("model", Bilingual.Same("Model"), false, (_, months) => months.Select(m => new Forecast(m, [value(m) - 0.05, value(m), value(m) + 0.05])).ToImmutableArray());
}
