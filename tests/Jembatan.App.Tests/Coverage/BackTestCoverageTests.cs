using System.Text;
using Jembatan.App.Coverage;

namespace Jembatan.App.Tests.Coverage;

public sealed class BackTestCoverageTests
{
    [Fact]
    public async Task The_back_test_says_first_who_won_and_that_the_calendar_is_assumed()
    {
        var tested = (await BackTestCoverage.HandleAsync(new(Particles: 100), CancellationToken.None)).Value;
        Assert.Equal(tested.Report.NaiveWins, tested.Report.FirstLine.En.StartsWith("A naive forecast", StringComparison.Ordinal));
        Assert.Contains("calendar of 2024 and 2025 is assumed", tested.Report.Notices[0].En, StringComparison.Ordinal);
        Assert.Equal(2, tested.Calendars.Length);
        Assert.Equal(["2025-02", "2025-03", "2025-04", "2025-05"], tested.Report.Scores[0].Points.Select(p => p.Month.ToString()));
        Assert.NotNull(tested.Identification);
    }

    [Fact]
    public async Task Equal_seeds_give_equal_back_tests()
    {
        var (first, second) = ((await BackTestCoverage.HandleAsync(new(Particles: 60, Seed: 5), CancellationToken.None)).Value, (await BackTestCoverage.HandleAsync(new(Particles: 60, Seed: 5), CancellationToken.None)).Value);
        Assert.Equal(first.Report.Scores.SelectMany(s => s.Points), second.Report.Scores.SelectMany(s => s.Points));
    }

    [Fact]
    public async Task The_membership_model_takes_part_with_sponsors_and_without()
    {
        var tested = (await BackTestCoverage.HandleAsync(new(Particles: 50, Model: (MembershipFile)CoverageModel.Shipped(), Persons: 1000), CancellationToken.None)).Value;
        Assert.Equal(["membership-sponsors-on", "membership-sponsors-off", "sponsors-on", "sponsors-prompt-renewal", "sponsors-off", "last-value", "drift", "ets"], tested.Report.Scores.Select(s => s.Id));
        Assert.All(tested.Report.Scores, s => Assert.Null(s.Reason));
    }

    [Fact]
    public async Task With_the_economy_as_it_was_the_model_is_tried_knowing_it_and_not_knowing_it()
    {
        var model = (MembershipFile)CoverageModel.Shipped();
        Task<Core.Result<BackTestCoverage.Response>> Ask(string csv, MembershipFile? with) => BackTestCoverage.HandleAsync(new(Particles: 50, Model: with, Persons: 1000, Macro: File("economy.csv", csv)), CancellationToken.None);
        var tested = (await Ask(Economy(2018, 2025), model)).Value;
        Assert.Equal(["membership-sponsors-on", "membership-unseen-economy", "membership-sponsors-off"], tested.Report.Scores.Take(3).Select(s => s.Id));
        Assert.All(tested.Report.Scores, s => Assert.Null(s.Reason));
        Assert.NotEqual(tested.Report.Scores[0].Points, tested.Report.Scores[1].Points);
        Assert.Contains(BackTestCoverage.Economies, tested.Report.Notices);

        Assert.Equal("coverage/option", (await Ask(Economy(2018, 2025), null)).Problem!.Code);
        Assert.Equal("macro/too-short", (await Ask(Economy(2018, 2023), model)).Problem!.Code);
        Assert.Equal("macro/missing-month", (await Ask(Economy(2022, 2025), model)).Problem!.Code);
        Assert.Equal("macro/never-moved", (await Ask("month,growth_gap\n" + string.Concat(Months(2020, 2025).Select(m => m + ",0\n")), model)).Problem!.Code);
    }

    private static string Economy(int first, int last) => "month,growth_gap,inflation_surprise\n" + string.Concat(Months(first, last).Select((m, i) => FormattableString.Invariant($"{m},{.02 * Math.Sin(i * i):0.0000},{.003 * Math.Cos(i * i * 1.7):0.00000}\n")));

    private static IEnumerable<string> Months(int first, int last) => Enumerable.Range(first * 12, 12 * (last - first + 1)).Select(m => FormattableString.Invariant($"{m / 12}-{(m % 12) + 1:00}"));

    [Fact]
    public async Task Files_and_options_that_are_wrong_are_told()
    {
        async Task<string> Code(BackTestCoverage.Request request) => (await BackTestCoverage.HandleAsync(request, CancellationToken.None)).Problem!.Code;
        Assert.Equal("coverage/option", await Code(new(Particles: 5)));
        Assert.Equal("data/not-json", await Code(new(File("t.json", "{"))));
        Assert.Equal("validation/too-few", await Code(new(File("t.json", """{ "targets": [ { "id": "a", "name": "a", "month": "2023-12", "value": 1000, "tolerance": 0.1, "measure": "member-stock", "use": "fit", "mark": "B", "source": "x" } ] }"""))));
        Assert.Equal("data/bad-field", await Code(new(Calendars: File("c.json", """{ "calendars": [ { "id": "a", "name": "a", "mark": "P", "source": "x" } ] }"""))));
        Assert.Equal("data/missing-field", await Code(new(Calendars: File("c.json", "{}"))));
    }

    internal static NamedFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
