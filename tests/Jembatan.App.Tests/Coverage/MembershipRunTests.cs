using Jembatan.App.Coverage;
using Jembatan.Core;
using Jembatan.Simulation.Engine;

namespace Jembatan.App.Tests.Coverage;

public sealed class MembershipRunTests
{
    private const string Small = """
        kind: membership
        start: 2023-12
        population:
          - {count: 300000, sector: agriculture, area: rural, age: 42, province: Jambi}
          - {count: 300000, sector: transport, area: urban, age: 27, province: DKI Jakarta, schooling: senior}
        persons: 30000
        months: 24
        states: {unaware: 0.46, aware: 0.3, attempted: 0.02, registered: 0.03, active: 0.09, grace: 0.02, ended: 0.05, claimed: 0.01, formal: 0.02}
        sponsors:
          - {id: budget, payer: local-budget, places: 60000, starts: [2024-12], months: 3, source: "[assumption]"}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RunRequest Ask(string text = Small) => new(CoverageModel.Read(text, "m.yaml").Value);

    [Fact]
    public async Task The_shipped_model_runs_and_says_first_that_it_is_uncalibrated()
    {
        var run = (await RunCoverage.HandleAsync(new(CoverageModel.Shipped()) { Persons = 20_000, Months = 24 }, null, Cancel)).Value;
        Assert.StartsWith("uncalibrated", run.Notes[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 25), run.Series.Select(s => s.Month));
        Assert.All(run.Series, s => Assert.Equal(1, s.States.Values.Sum(), 1e-12));
        Assert.InRange(run.Indicators["memberStock"]!.Value, .02, .4);
        Assert.InRange(run.Monthly[0].Values["members"]!.Value, 8.5e6, 9.9e6); // 9.19 million in December 2023
        Assert.Contains(run.Groups, g => g is { By: "sector", Group: "agriculture", Reason: null });
        Assert.All(run.Groups.Where(g => g.Persons < 30), g => Assert.Empty(g.Figures));
    }

    [Fact]
    public async Task The_file_of_the_documentation_is_the_shipped_model_and_runs()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "formats", "model.md"), Cancel);
        var shipped = CoverageModel.Shipped().Text.Trim();
        Assert.Contains(shipped, page, StringComparison.Ordinal);
    }

    // Of people of 64 years a twelfth turns 65 each month; of a band around 62 years, 60 to 64, one in sixty.
    [Theory]
    [InlineData("age: 64", 1, 1 / 12.0)]
    [InlineData("age: 64", 6, 6 / 12.0)]
    [InlineData("age: 64", 12, 1)]
    [InlineData("age: 62, age-years: 5", 5, 5 / 60.0)]
    [InlineData("age: 62, age-years: 5", 10, 10 / 60.0)]
    public async Task People_leave_at_65_by_the_age_that_the_file_gives(string age, int month, double gone)
    {
        var text = $"kind: membership\nstart: 2023-12\npopulation:\n  - {{count: 120000, sector: trade, {age}}}\nstates: {{aware: 1}}\nswitches: {{frailty: off, income-noise: off, liquidity: off}}\nparameters:\n  death.intercept: {{value: -20, source: \"none\"}}\n";
        var run = (await RunCoverage.HandleAsync(Ask(text) with { Exact = true, Months = 12 }, null, Cancel)).Value;
        Assert.Equal(gone, run.Series[month].States["gone"], 1e-3);
        var micro = (await RunCoverage.HandleAsync(Ask(text) with { Months = 12, Persons = 120000 }, null, Cancel)).Value;
        Assert.Equal(gone, micro.Series[month].States["gone"], 5e-3);
    }

    [Fact]
    public async Task Rules_of_ones_own_stand_in_the_model_file_and_overlaps_are_told_by_line()
    {
        var shipped = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "Jembatan.Simulation", "Data", "rules.json"), Cancel);
        string With(string rules) => Small + "\nrules: |\n  " + rules.Replace("\n", "\n  ", StringComparison.Ordinal);
        var before = (await RunCoverage.HandleAsync(Ask(), null, Cancel)).Value;
        Assert.Equal(before.Hash, (await RunCoverage.HandleAsync(Ask(With(shipped)), null, Cancel)).Value.Hash);
        var dearer = (await RunCoverage.HandleAsync(Ask(With(shipped.Replace("\"amountRupiah\": 6800", "\"amountRupiah\": 60000", StringComparison.Ordinal))), null, Cancel)).Value;
        Assert.True(dearer.Indicators["sponsorCostTotal"] > 1.5 * before.Indicators["sponsorCostTotal"]);
        const string Twice = """{ "id": "a", "programmes": ["jkk"], "share": 0.5, "from": "2026-01", "to": "2026-06", "mark": "B", "source": "x" },""" + "\n";
        var overlap = CoverageModel.Read(With(shipped.Replace("\"discounts\": [", "\"discounts\": [\n" + Twice + Twice.Replace("\"a\"", "\"b\"", StringComparison.Ordinal), StringComparison.Ordinal)), "m.yaml").Problem!;
        Assert.Equal("rules/overlap", overlap.Code);
        Assert.Matches("^m.yaml:[0-9]+ rules$", overlap.At);
        Assert.Contains("discounts[1]", overlap.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 1, "coverage/exact-draws")]
    [InlineData(0, 3, "coverage/exact-replicates")]
    public async Task Luck_and_draws_are_not_for_the_exact_engine(int draws, int replicates, string code) =>
        Assert.Equal(code, (await RunCoverage.HandleAsync(Ask() with { Exact = true, Draws = draws, Replicates = replicates }, null, Cancel)).Problem?.Code);

    [Fact]
    public async Task Parts_joined_are_the_whole_run()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var request = Ask() with { Levers = ["subsidy.share=0.5"], Draws = 2 };
            var paths = new List<string>();
            for (var i = 1; i <= 3; i++)
            {
                paths.Add(Path.Combine(folder.FullName, $"{i}.json"));
                await File.WriteAllBytesAsync(paths[^1], (await MergeShards.RunOneAsync(request with { Shard = new(i, 3) }, null, Cancel)).Value, Cancel);
            }

            var (whole, joined) = ((await RunCoverage.HandleAsync(request, null, Cancel)).Value, (await MergeShards.HandleAsync(paths, Cancel)).Value);
            Assert.Equal(whole.Hash, joined.Hash);
            Assert.Equal((null, null, RunCoverage.JoinedReason), (joined.WallSeconds, joined.PersonMonthsPerSecond, joined.Reason));
            Assert.Equal(whole.Indicators, joined.Indicators);
            Assert.Equal(whole.Bands, joined.Bands);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_rests_on_interviews_alone_is_told_wherever_it_was_set()
    {
        const string Told = ": effect size not evidenced (grade E)";
        async Task<IReadOnlyList<string>> Notes(RunRequest request) => (await RunCoverage.HandleAsync(request, null, Cancel)).Value.Notes;
        Assert.DoesNotContain(await Notes(Ask()), n => n.EndsWith(Told, StringComparison.Ordinal));
        Assert.Contains("retention-follow-up" + Told, await Notes(Ask() with { Levers = ["retention-follow-up.reach=1"] }));
        Assert.Contains("retention-follow-up" + Told, await Notes(Ask() with { Scenario = "levers: [retention-follow-up.reach=1]\n" }));
        Assert.Equal("retention-follow-up: besar pengaruh belum terbukti (kelas E)", RunWords.In("retention-follow-up" + Told, Language.Indonesian));
        Assert.StartsWith("belum dikalibrasi (uncalibrated)", RunWords.In((await Notes(Ask()))[0], Language.Indonesian), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparing_pairs_the_persons_and_prices_added_coverage()
    {
        var compared = (await CompareCoverage.HandleAsync(Ask() with { Levers = ["subsidy.share=1"] }, null, Cancel)).Value;
        var gain = compared.Difference.Single(d => d is { Indicator: "coveredPersonYears", Month: 24 });
        Assert.True(gain.Low > 0 && gain.Value > gain.Low && gain.High > gain.Value);
        var now = compared.Cost.PresentValue!;
        Assert.Equal(Present(compared.Scenario) - Present(compared.Baseline), now.AddedCost, now.AddedCost * 1e-9);
        Assert.Equal(now.AddedCost / compared.Cost.AddedPersonYears, now.PerAddedPersonYear, 1e-6);
        Assert.True(now.Low < now.PerAddedPersonYear && now.PerAddedPersonYear < now.High && now.PerAddedPersonYear < compared.Cost.PerAddedPersonYear);
        static double Present(CoverageRun run) => run.Monthly.Where(m => m.Month > 0).Sum(m => (m.Values["fiscalCost"]!.Value + m.Values["sponsorCost"]!.Value) / Math.Pow(1.05, m.Month / 12.0));
        Assert.True(compared.Cost.Low < compared.Cost.PerAddedPersonYear && compared.Cost.PerAddedPersonYear < compared.Cost.High);
        Assert.Equal(compared.Cost.AddedCost, compared.Scenario.Indicators["fiscalCostTotal"]!.Value + compared.Scenario.Indicators["sponsorCostTotal"]!.Value - compared.Baseline.Indicators["sponsorCostTotal"]!.Value, compared.Cost.AddedCost * .01);

        Assert.Equal(compared.Scenario.Indicators["fiscalCostTotal"]!.Value, compared.Deadweight!.Subsidy, 1);
        Assert.Equal(compared.Deadweight.Rupiah!.Value / compared.Deadweight.Subsidy, compared.Deadweight.Share!.Value, 9);
        Assert.True(compared.Deadweight.Low < compared.Deadweight.Share && compared.Deadweight.Share < compared.Deadweight.High && compared.Deadweight.High < 1);
        var band = compared.Scenario.Bands.Single(b => b is { Indicator: "deadweightShare", Month: 24 });
        Assert.Equal((compared.Deadweight.Low, compared.Deadweight.High), (band.P05, band.P95));
        Assert.All(compared.Scenario.Groups.Where(g => g.By is "sex" or "area" && g.Reason is null), g => Assert.InRange(g.Figures["deadweightShare"]!.Value, 0, 1));

        var nothing = (await CompareCoverage.HandleAsync(Ask() with { Levers = ["reminders.reach=0"] }, null, Cancel)).Value;
        Assert.Equal((0, 0, 0), (nothing.Difference[0].Value, nothing.Difference[0].Low, nothing.Difference[0].High));
        Assert.StartsWith("not estimable", nothing.Cost.Reason, StringComparison.Ordinal);
        Assert.Null(nothing.Cost.PerAddedPersonYear);
        Assert.Null(nothing.Deadweight);
    }

    [Fact]
    public async Task A_subsidy_that_reaches_nobody_has_no_share_of_deadweight_and_says_why()
    {
        var compared = (await CompareCoverage.HandleAsync(Ask() with { Levers = ["subsidy.share=0.5", "subsidy.sector=mining"] }, null, Cancel)).Value;
        Assert.Equal((0.0, null), (compared.Deadweight!.Subsidy, compared.Deadweight.Share));
        Assert.StartsWith("not estimable", compared.Deadweight.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(compared.Scenario.Bands, b => b.Indicator == "deadweightShare");
    }

    [Fact]
    public async Task Deadweight_over_draws_has_the_band_of_the_draws()
    {
        var compared = (await CompareCoverage.HandleAsync(Ask() with { Levers = ["subsidy.share=1"], Draws = 20, Persons = 3000 }, null, Cancel)).Value;
        Assert.Equal("draws", compared.Scenario.Bands.Single(b => b.Indicator == "deadweightShare").Of);
        Assert.True(compared.Deadweight!.High - compared.Deadweight.Low > .02);
    }

    private const string Tied = """
        kind: membership
        start: 2023-12
        population:
          - {count: 2000, sector: agriculture, area: rural, age: 42, province: Jambi}
          - {count: 2000, sector: transport, area: urban, age: 27, province: DKI Jakarta, schooling: senior}
        persons: 4000
        months: 24
        states: {unaware: 0.46, aware: 0.3, attempted: 0.02, registered: 0.03, active: 0.09, grace: 0.02, ended: 0.05, claimed: 0.01, formal: 0.02}
        switches: {peers: on}
        """;

    [Fact]
    public async Task Peers_are_run_all_together_and_compared_over_repetitions()
    {
        var alone = (await RunCoverage.HandleAsync(Ask(Tied.Replace("switches: {peers: on}", "", StringComparison.Ordinal)), null, Cancel)).Value;
        var told = new List<RunProgress>();
        var run = (await RunCoverage.HandleAsync(Ask(Tied), new Inline(told.Add), Cancel)).Value;
        Assert.NotEqual(alone.Hash, run.Hash);
        Assert.Equal(run.Hash, (await RunCoverage.HandleAsync(Ask(Tied), null, Cancel)).Value.Hash);
        Assert.Equal(4000, told[^1].Done);
        Assert.Contains(run.Notes, n => n.StartsWith("awareness.peers: effect size not evidenced", StringComparison.Ordinal));

        foreach (var refused in (RunRequest[])[Ask(Tied) with { Persons = 3000 }, Ask(Tied) with { Shard = new(1, 2) }, Ask(Tied.Replace("switches: {peers: on}", "", StringComparison.Ordinal)) with { Persons = 3000, Levers = ["agents.density=5", "agents.capacity=3"] }])
            Assert.Equal("coverage/coupled", (await RunCoverage.HandleAsync(refused, null, Cancel)).Problem?.Code);
        Assert.Equal("coverage/coupled", (await CompareCoverage.HandleAsync(Ask(Tied) with { Levers = ["subsidy.share=1"] }, null, Cancel)).Problem?.Code);
        var compared = (await CompareCoverage.HandleAsync(Ask(Tied) with { Levers = ["subsidy.share=1"], Replicates = 20 }, null, Cancel)).Value;
        Assert.True(compared.Difference.Single(d => d is { Indicator: "coveredPersonYears", Month: 24 }).Low > 0);
        Assert.True(compared.Deadweight!.Low < compared.Deadweight.Share && compared.Deadweight.Share < compared.Deadweight.High);
    }

    [Fact]
    public async Task Who_turns_15_keeps_the_population_from_shrinking_and_is_refused_where_it_cannot_be_made()
    {
        var renewed = Small.Replace("area: rural, age: 42", "area: rural, age: 17", StringComparison.Ordinal) + "\nswitches: {entrants: on}\n";
        var closed = (await RunCoverage.HandleAsync(Ask(renewed.Replace("entrants: on", "entrants: off", StringComparison.Ordinal)), null, Cancel)).Value;
        var open = (await RunCoverage.HandleAsync(Ask(renewed), null, Cancel)).Value;
        double Grown(CoverageRun run) => run.Monthly[24].Values["informalWorkers"]!.Value - run.Monthly[0].Values["informalWorkers"]!.Value;
        Assert.InRange(Grown(open) - Grown(closed), 105_000, 122_000); // two fifths of 300,000, less those who find formal work or die
        var compared = (await CompareCoverage.HandleAsync(Ask(renewed) with { Levers = ["subsidy.share=1"] }, null, Cancel)).Value;
        Assert.Equal(compared.Baseline.Monthly[0].Values["informalWorkers"], compared.Scenario.Monthly[0].Values["informalWorkers"]);
        Assert.Equal("coverage/entrants", (await RunCoverage.HandleAsync(Ask(renewed) with { Months = 181 }, null, Cancel)).Problem?.Code);
        Assert.Equal("coverage/entrants", (await RunCoverage.HandleAsync(Ask(Small + "\nswitches: {entrants: on}\n"), null, Cancel)).Problem?.Code);
    }

    private sealed class Inline(Action<RunProgress> tell) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => tell(value);
    }

    [Fact]
    public async Task A_lever_without_evidence_is_flagged()
    {
        var run = (await RunCoverage.HandleAsync(Ask() with { Levers = ["retention-follow-up.effect=0.5"] }, null, Cancel)).Value;
        Assert.Contains(run.Notes, n => n.Contains("effect size not evidenced", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scenario_file_brings_a_shock()
    {
        var calm = (await RunCoverage.HandleAsync(Ask(), null, Cancel)).Value;
        var shock = (await RunCoverage.HandleAsync(Ask() with { Scenario = "macro: {preset: 1998-like, start-month: 3}\nlevers: [reminders.reach=1]\n" }, null, Cancel)).Value;
        Assert.True(shock.Monthly[24].Values["meanIncome"] < calm.Monthly[24].Values["meanIncome"]);
        Assert.Equal("macro/no-preset", (await RunCoverage.HandleAsync(Ask() with { Scenario = "macro: {preset: 1929-like}" }, null, Cancel)).Problem?.Code);
    }

    [Fact]
    public async Task Draws_widen_the_band_and_the_exact_engine_says_what_stands_in_its_way()
    {
        var run = (await RunCoverage.HandleAsync(Ask() with { Draws = 20, Persons = 3000 }, null, Cancel)).Value;
        Assert.All(run.Bands, b => Assert.Equal("draws", b.Of));
        var last = run.Bands.Last(b => b.Indicator == "memberStock");
        Assert.True(last.P95 - last.P05 > .02);
        var inexact = (await RunCoverage.HandleAsync(Ask() with { Exact = true }, null, Cancel)).Problem;
        Assert.Equal(("coverage/no-exact", "--engine"), (inexact?.Code, inexact?.At));
    }

    [Theory]
    [InlineData("start: 2023-12", "start: december", "model/no-month", "m.yaml:2 start")]
    [InlineData("age: 42", "age: 12", "model/out-of-range", "m.yaml:4 population[0].age")]
    [InlineData("sector: transport", "sector: space", "model/bad-value", "m.yaml:5 population[1].sector")]
    [InlineData("unaware: 0.46", "unaware: 0.47", "model/start-sum", "m.yaml:8 states")]
    [InlineData("places: 60000", "places: -1", "model/out-of-range", "m.yaml:10 sponsors[0].places")]
    [InlineData("payer: local-budget", "payer: self", "model/bad-value", "m.yaml:10 sponsors[0].payer")]
    [InlineData("months: 24", "parameters: {missed-payment.slope: 1}", "model/unknown-parameter", "m.yaml:7 parameters.missed-payment.slope")]
    [InlineData("months: 24", "parameters: {missed-payment.intercept: {value: -2, source: '[recall]'}}", "coverage/unverified", "m.yaml:7 parameters.missed-payment.intercept")]
    [InlineData("months: 24", "parameters: {ended-by-rule.grace-months: 2.5}", "model/bad-value", "m.yaml:7 parameters.ended-by-rule.grace-months")]
    [InlineData("months: 24", "parameters: {ended-by-rule.grace-months: {value: 2.5, source: own}}", "model/bad-value", "m.yaml:7 parameters.ended-by-rule.grace-months.value")]
    [InlineData("months: 24", "parameters: {ended-by-rule.grace-months: 0}", "model/bad-value", "m.yaml:7 parameters.ended-by-rule.grace-months")]
    [InlineData("months: 24", "parameters: {ended-by-rule.grace-months: {value: 3, sd: 1, source: own}}", "model/bad-value", "m.yaml:7 parameters.ended-by-rule.grace-months.sd")]
    [InlineData("months: 24", "switches: {frailty: maybe}", "model/bad-value", "m.yaml:7 switches.frailty")]
    [InlineData("starts: [2024-12]", "starts: []", "model/empty", "m.yaml:10 sponsors[0].starts")]
    [InlineData("starts: [2024-12]", "starts: [2024-12, 2024-12]", "model/twice", "m.yaml:10 sponsors[0].starts[1]")]
    [InlineData("starts: [2024-12]", "starts: [2024-12, 2024-10]", "model/overlap", "m.yaml:10 sponsors[0].starts[1]")]
    [InlineData("places: 60000", "places: 60000, provinces: [Atlantis]", "population/no-province", "m.yaml:10 sponsors[0].provinces[0]")]
    [InlineData("months: 24", "month: 24", "model/unknown-field", "m.yaml:7 month")]
    public void Bad_files_are_named_with_line_and_field(string old, string @new, string code, string at)
    {
        var problem = CoverageModel.Read(Small.Replace(old, @new, StringComparison.Ordinal), "m.yaml").Problem;
        Assert.Equal((code, at), (problem?.Code, problem?.At));
    }

    [Fact]
    public async Task A_sample_larger_than_the_population_is_refused() =>
        Assert.Equal("coverage/too-many-persons", (await RunCoverage.HandleAsync(Ask() with { Persons = 700_000 }, null, Cancel)).Problem?.Code);

    [Theory]
    [InlineData("subsidy.share=0.5", "subsidy.share=0.25", "lever/twice")]
    [InlineData("subsidy.area=urban", "subsidy.area=rural", "lever/twice")]
    [InlineData("subsidy.share=0.5", "subsidy.share=0.5", null)]
    [InlineData("subsidy.province=Aceh", "subsidy.province=Jambi", null)]
    public async Task A_field_of_a_lever_has_one_value(string first, string second, string? code)
    {
        var request = Ask() with { Levers = [first, second], Persons = 2000, Months = 3 };
        Assert.Equal(code, (await RunCoverage.HandleAsync(request, null, Cancel)).Problem?.Code);
        Assert.Equal(code, (await CompareCoverage.HandleAsync(request, null, Cancel)).Problem?.Code);
    }

    [Fact]
    public async Task The_halves_of_a_comparison_say_that_their_speed_was_not_measured()
    {
        var compared = (await CompareCoverage.HandleAsync(Ask() with { Levers = ["subsidy.share=1"], Persons = 2000, Months = 3 }, null, Cancel)).Value;
        Assert.All((CoverageRun[])[compared.Baseline, compared.Scenario], run => Assert.Equal((null, null, RunCoverage.ComparedReason), (run.WallSeconds, run.PersonMonthsPerSecond, run.Reason)));
    }

    [Fact]
    public void A_switch_is_on_or_off() =>
        Assert.Contains("Write on or off.", CoverageModel.Read(Small.Replace("months: 24", "switches: {peers: maybe}", StringComparison.Ordinal), "m.yaml").Problem!.Message, StringComparison.Ordinal);
}
