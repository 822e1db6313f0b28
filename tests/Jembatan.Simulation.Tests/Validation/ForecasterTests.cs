using Jembatan.Simulation.Uncertainty;
using Jembatan.Simulation.Validation;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Tests.Validation;

public sealed class ForecasterTests
{
    private static readonly MonthValue[] Series = [new(CalendarMonth.Of(2020, 12), 2.49), new(CalendarMonth.Of(2021, 12), 3.55), new(CalendarMonth.Of(2022, 12), 6.0), new(CalendarMonth.Of(2023, 12), 9.19)];

    [Fact]
    public void The_last_value_stays_and_drift_goes_on_in_a_straight_line()
    {
        Assert.Equal(9.19, Predict("last-value", 2025, 5), 1e-12);
        Assert.Equal(9.19 + ((9.19 - 2.49) / 36 * 17), Predict("drift", 2025, 5), 1e-12);
    }

    [Fact]
    public void Rivals_grow_less_sure_with_time()
    {
        foreach (var rival in NaiveForecasters.All)
        {
            var forecasts = rival.Predict(Series, [CalendarMonth.Of(2024, 1), CalendarMonth.Of(2025, 1), CalendarMonth.Of(2026, 6)]).Value;
            var widths = forecasts.Select(f => f.Interval(0.8).High - f.Interval(0.8).Low).ToArray();
            Assert.True(widths[0] > 0 && widths[0] < widths[1] && widths[1] < widths[2], rival.Id);
        }
    }

    [Fact]
    public void Rivals_are_normal_and_scored_in_closed_form()
    {
        foreach (var rival in NaiveForecasters.All)
        {
            var forecast = rival.Predict(Series, [CalendarMonth.Of(2025, 5)]).Value.Single();
            var (low, high) = forecast.Interval(0.8);
            var deviation = (high - low) / (2 * 1.2815515655446004);
            Assert.Equal(forecast.Median, (low + high) / 2, 1e-12);
            Assert.Equal(RankedProbability.OfNormal(8.28, forecast.Median, deviation), forecast.Crps(8.28), 1e-12);
        }
    }

    [Fact]
    public void Smoothing_takes_the_equal_steps_that_end_with_the_last_value()
    {
        MonthValue[] uneven = [.. Series, new(CalendarMonth.Of(2023, 2), 6.1)];
        var (values, step) = NaiveForecasters.EqualSteps([.. uneven.OrderBy(v => v.Month)]);
        Assert.Equal([2.49, 3.55, 6.0, 9.19], values);
        Assert.Equal(12, step);
    }

    // A noiseless line is Holt's; a noiseless constant any form's.
    [Fact]
    public void A_straight_line_goes_on_and_a_constant_stays()
    {
        var line = ExponentialSmoothing.Fit([.. Enumerable.Range(0, 20).Select(t => 3 + (0.5 * t))]).Value;
        Assert.NotEqual(SmoothingForm.Simple, line.Form);
        Assert.Equal(3 + (0.5 * 24), line.At(5), 1e-6);
        Assert.Equal(7, ExponentialSmoothing.Fit([7, 7, 7, 7, 7, 7]).Value.At(12), 1e-9);
    }

    // α = 1 is a random walk, α near 0 a mean.
    [Fact]
    public void A_random_walk_wants_its_last_value_and_noise_around_a_level_its_mean()
    {
        var stream = new PhiloxStream(8, "test/ets", 0);
        var (walk, at) = (new List<double>(), 0.0);
        for (var t = 0; t < 300; t++) walk.Add(at += NormalDraws.Next(stream));
        Assert.True(ExponentialSmoothing.Fit(walk).Value.Alpha > 0.8);
        var level = Enumerable.Range(0, 300).Select(_ => 5 + NormalDraws.Next(stream)).ToArray();
        var fitted = ExponentialSmoothing.Fit(level).Value;
        Assert.Equal(level.Average(), fitted.At(1), 0.25);
        Assert.Equal(1, fitted.Deviation, 0.12);
    }

    [Fact]
    public void A_short_series_has_simple_smoothing_alone()
    {
        Assert.Equal(SmoothingForm.Simple, ExponentialSmoothing.Fit([2.49, 3.55, 6.0, 9.19]).Value.Form);
        Assert.Equal("validation/too-few", ExponentialSmoothing.Fit([1]).Problem!.Code);
        Assert.Equal("validation/too-few", ExponentialSmoothing.Fit([1, double.NaN]).Problem!.Code);
    }

    private static double Predict(string id, int year, int month) => NaiveForecasters.All.Single(f => f.Id == id).Predict(Series, [CalendarMonth.Of(year, month)]).Value[0].Median;
}
