using Jembatan.App.Coverage;
using Jembatan.Core;
using Jembatan.Simulation.Membership;

namespace Jembatan.App.Tests.Coverage;

/// <summary>Every number of a run is said what it is, in which unit, and why it is not there.</summary>
public sealed class IndicatorWordsTests
{
    private static async Task<CoverageRun> RunAsync(params string[] levers) =>
        (await RunCoverage.HandleAsync(new(CoverageModel.Shipped()) { Persons = 3_000, Months = 24, Levers = levers }, null, TestContext.Current.CancellationToken)).Value;

    [Theory]
    [InlineData(Language.Indonesian)]
    [InlineData(Language.English)]
    public async Task Every_indicator_of_a_run_and_its_groups_has_a_definition_and_a_unit(Language language)
    {
        var run = await RunAsync("subsidy.share=1");
        var definitions = IndicatorWords.Definitions(run, language);
        Assert.Subset(definitions.Select(d => d.Indicator).ToHashSet(), run.Indicators.Keys.Concat(run.Groups.SelectMany(g => g.Figures.Keys)).ToHashSet());
        Assert.All(definitions, d => Assert.True(d.Unit.Length > 0 && d.Definition != d.Indicator, d.Indicator));
        Assert.Contains("sdgCoverage", run.Indicators.Keys);
        Assert.Contains("monthsToLapse", run.Indicators.Keys);
        Assert.Contains("oldAgeAdequacy", run.Indicators.Keys);
        Assert.Contains("subsidyConcentration", run.Indicators.Keys);
    }

    [Fact]
    public async Task An_indicator_without_a_value_comes_with_a_reason()
    {
        var model = (MembershipFile)CoverageModel.Shipped();
        var run = (await RunCoverage.HandleAsync(new(model with { Membership = model.Membership with { Sponsors = [] } }) { Persons = 1_000, Months = 6 }, null, TestContext.Current.CancellationToken)).Value;
        var definitions = IndicatorWords.Definitions(run, Language.English).Where(d => run.Indicators.TryGetValue(d.Indicator, out var value) && value is null).ToList();
        Assert.Contains(definitions, d => d.Indicator == "subsidyConcentration");
        Assert.Contains(definitions, d => d.Indicator == "oldAgeAdequacy");
        Assert.All(definitions, d => Assert.False(string.IsNullOrEmpty(d.Reason), d.Indicator));
    }

    [Fact]
    public async Task Every_group_has_a_name_in_both_languages()
    {
        var run = await RunAsync();
        foreach (var group in run.Groups.Where(g => g.By is "sex" or "area" or "status" or "sector"))
            Assert.True(GroupWords.Of(group) is { Id: var id, En: var en } && id != group.Group && en != group.Group, group.Group);
        Assert.Equal(run.Groups.Select(g => g.By).Distinct().Order(), GroupWords.Dimensions.Select(d => d.By).Append("sector").Order());
        Assert.Equal(PersonStates.Ids.Count, run.Series[0].States.Count);
    }

    [Fact]
    public async Task A_month_or_a_group_without_a_value_says_why()
    {
        var run = await RunAsync("subsidy.share=1");
        Assert.All(run.Monthly, m => Assert.Equal(m.Values.Where(v => v.Value is null).Select(v => v.Key).Order(), m.Missing.Keys.Order()));
        Assert.Equal("Counted from month 1 on.", run.Monthly[0].Missing["lapseShare"]);
        Assert.Contains("meanIncome", run.Monthly[1].Missing.Keys);
        Assert.Empty(run.Monthly[3].Missing);
        Assert.All(run.Groups.Where(g => g.Reason is null), g => Assert.Equal(g.Figures.Where(f => f.Value is null).Select(f => f.Key).Order(), g.Missing.Keys.Order()));
        Assert.All(run.Monthly.SelectMany(m => m.Missing.Values).Concat(run.Groups.SelectMany(g => g.Missing.Values)).Distinct(), reason => Assert.NotEqual("", reason));
    }

    [Fact]
    public async Task When_nobody_is_left_the_definitions_say_why()
    {
        const string Old = """
            kind: membership
            start: 2023-12
            population:
              - {count: 1000, sector: trade, status: own-account, age: 64}
            persons: 1000
            months: 60
            states: {aware: 1}
            """;
        var run = (await RunCoverage.HandleAsync(new(CoverageModel.Read(Old, "m.yaml").Value), null, TestContext.Current.CancellationToken)).Value;
        var absent = IndicatorWords.Definitions(run, Language.English).Where(d => run.Indicators.TryGetValue(d.Indicator, out var value) && value is null).ToList();
        Assert.Contains(absent, d => d.Indicator == "memberStock");
        Assert.All(absent, d => Assert.False(string.IsNullOrEmpty(d.Reason), d.Indicator));
        Assert.All(absent, d => Assert.NotEqual(d.Reason, RunWords.In(d.Reason!, Language.Indonesian)));
    }

    [Fact]
    public void The_neighbours_of_density_speak_of_the_same_persons() =>
        Assert.All((string[])["densityUnderQuarter", "densityUnderHalf", "densityUnderThreeQuarters"], name => Assert.StartsWith("Bagian orang terdaftar", IndicatorWords.Of(name).Id, StringComparison.Ordinal));
}
