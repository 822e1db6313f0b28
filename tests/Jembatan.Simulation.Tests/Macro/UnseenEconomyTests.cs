using Jembatan.Simulation.Macro;

namespace Jembatan.Simulation.Tests.Macro;

public sealed class UnseenEconomyTests
{
    private static readonly CalendarMonth Start = CalendarMonth.Of(2018, 1), Last = CalendarMonth.Of(2023, 12);

    [Fact]
    public void What_is_known_stays_and_what_follows_is_drawn_without_a_look_at_it()
    {
        var (known, other) = (Path((m, f) => Wave(m, f)), Path((m, f) => m > Last.Since(Start) ? 1.5 : Wave(m, f)));
        var (economy, blind) = (UnseenEconomy.Of(known, Last).Value, UnseenEconomy.Of(other, Last).Value);
        Assert.Equal(24, economy.Quarters);
        for (var draw = 0UL; draw < 20; draw++)
        {
            var course = economy.Draw(CalendarMonth.Of(2020, 12), 54, 7, draw).Value;
            for (var m = 0; m <= 36; m++)
                foreach (var f in Enum.GetValues<MacroFactor>()) Assert.Equal(known[m + 35, f], course[m, f]);
            Assert.Equal(course.Values, blind.Draw(CalendarMonth.Of(2020, 12), 54, 7, draw).Value.Values);
            Assert.Equal(course.Values, economy.Draw(CalendarMonth.Of(2020, 12), 54, 7, draw).Value.Values);
            Assert.NotEqual(course.Values, economy.Draw(CalendarMonth.Of(2020, 12), 54, 7, draw + 100).Value.Values);
            Assert.Equal(0, course[50, MacroFactor.ExchangeGap]);      // a factor that never moved does not begin to
        }
    }

    [Fact]
    public void Draws_centre_on_what_the_autoregression_expects()
    {
        var known = Path((m, f) => Wave(m, f));
        var quarters = new double[24, 2];
        for (var q = 0; q < 24; q++)
            for (var f = 0; f < 2; f++) quarters[q, f] = Enumerable.Range(0, 3).Average(m => Wave((3 * q) + m, (MacroFactor)f));
        var model = VectorAutoregression.Fit(quarters).Value;
        double[] expected = [quarters[23, 0], quarters[23, 1]];
        for (var q = 0; q < 4; q++) expected = [.. Enumerable.Range(0, 2).Select(i => model.Constant[i] + (model.Matrix[i, 0] * expected[0]) + (model.Matrix[i, 1] * expected[1]))];

        var economy = UnseenEconomy.Of(known, Last).Value;
        var ends = Enumerable.Range(0, 2000).Select(d => economy.Draw(Last, 13, 3, (ulong)d).Value).Select(p => (p[12, MacroFactor.GrowthGap], p[12, MacroFactor.InflationSurprise])).ToList();
        foreach (var (mean, values) in (((double, List<double>)[])[(expected[0], [.. ends.Select(e => e.Item1)]), (expected[1], [.. ends.Select(e => e.Item2)])]))
        {
            var average = values.Average();
            var error = Math.Sqrt(values.Sum(v => (v - average) * (v - average)) / values.Count / values.Count);
            Assert.InRange(average, mean - (4 * error), mean + (4 * error));
            Assert.True(error > 0);
        }
    }

    [Fact]
    public void Too_short_or_motionless_a_past_is_told()
    {
        Assert.Equal("macro/too-few-quarters", UnseenEconomy.Of(Path(Wave), CalendarMonth.Of(2018, 12)).Problem!.Code);
        Assert.Equal("macro/never-moved", UnseenEconomy.Of(MacroPath.Calm(Start, 90), Last).Problem!.Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => UnseenEconomy.Of(MacroPath.Calm(Start, 10), Last));
    }

    [Fact]
    public void A_whole_file_is_read_from_its_first_month_to_its_last()
    {
        var path = MacroPathCsv.ReadAll("m.csv", "month,growth_gap\n2021-02,0.2\n2021-01,0.1\n2021-03,0.3\n").Value;
        Assert.Equal((CalendarMonth.Of(2021, 1), 3, .3), (path.Start, path.Months, path[2, MacroFactor.GrowthGap]));
        Assert.Equal("macro/missing-month", MacroPathCsv.ReadAll("m.csv", "month,growth_gap\n2021-01,0\n2021-03,0\n").Problem!.Code);
        Assert.Equal("macro/too-short", MacroPathCsv.ReadAll("m.csv", "month,growth_gap\n").Problem!.Code);
        Assert.Equal("macro/too-long", MacroPathCsv.ReadAll("m.csv", "month,growth_gap\n0001-01,0\n9999-12,0\n").Problem!.Code);
    }

    // Two factors move, each with a shake of its own so that neither follows from the other.
    private static double Wave(int month, MacroFactor factor) => factor switch
    {
        MacroFactor.GrowthGap => (.03 * Math.Sin(month / 5.0)) + (.01 * Math.Sin(month * month)),
        MacroFactor.InflationSurprise => (.004 * Math.Cos(month / 7.0)) + (.002 * Math.Sin(3.3 * month * month)),
        _ => 0,
    };

    private static MacroPath Path(Func<int, MacroFactor, double> value) => new(Start, [.. Enumerable.Range(0, 90).SelectMany(m => Enum.GetValues<MacroFactor>().Select(f => value(m, f)))]);
}
