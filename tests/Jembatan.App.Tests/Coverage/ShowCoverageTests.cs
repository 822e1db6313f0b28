using Jembatan.App.Coverage;
using Jembatan.App.Reports;
using Jembatan.App.Tests.Samples;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Tests.Coverage;

/// <summary>The coverage model beside the study: a shock, levers, and the way from a projected number to the words.</summary>
public sealed class ShowCoverageTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<T> AskAsync<T>(Func<JembatanDb, Task<Result<T>>> ask)
    {
        await using var db = sample.Store.NewDb();
        var answer = await ask(db);
        Assert.True(answer.IsOk, answer.Problem?.ToString());
        return answer.Value;
    }

    [Theory]
    [InlineData("baseline", "baseline")]
    [InlineData("2020-like", "2020-like")]
    [InlineData("subsidy.share=0.5;2020-like", "2020-like;subsidy.share=0.5")]
    [InlineData("subsidy.share=0.5", "subsidy.share=0.5")]
    public void A_scenario_is_one_word_that_reads_back(string written, string word) => Assert.Equal(word, ScenarioKey.Parse(written).Value.ToString());

    [Theory]
    [InlineData("3020-like")]
    [InlineData("subsidy.share=7")]
    [InlineData("magic.wand=1")]
    [InlineData("subsidy.share=")]
    public void A_scenario_that_is_none_is_refused(string written) => Assert.NotNull(ScenarioKey.Parse(written).Problem);

    [Fact]
    public async Task A_shock_lowers_incomes_and_raises_lapse_where_people_reported_losses()
    {
        var shown = await AskAsync(db => ShowCoverage.HandleAsync(new(ScenarioKey.Parse("2020-like").Value), db, Token, sample.Runs));
        foreach (var sector in (string[])["transport", "lodging", "manufacturing", "trade"])
        {
            var row = shown.Sectors.Single(s => s.Sector == sector);
            Assert.True(row.Scenario["meanIncome"] < row.Baseline["meanIncome"], sector);
            Assert.True(row.Scenario["lapseShare"] > row.Baseline["lapseShare"], sector);
        }

        Assert.True(shown.Projected.Indicators["coveredPersonYears"] < shown.Baseline.Indicators["coveredPersonYears"]);
        Assert.StartsWith("uncalibrated", shown.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_shock_and_levers_the_scenario_is_the_baseline_bit_for_bit()
    {
        var shown = await AskAsync(db => ShowCoverage.HandleAsync(new(ScenarioKey.Baseline), db, Token, sample.Runs));
        var again = await AskAsync(db => ShowCoverage.HandleAsync(new(ScenarioKey.Parse("subsidy.share=0").Value, WithCost: false), db, Token, sample.Runs));
        Assert.Equal(shown.Baseline.Hash, shown.Projected.Hash);
        Assert.Equal(shown.Baseline.Hash, again.Projected.Hash);
    }

    [Fact]
    public void The_sample_is_one_in_a_hundred() => Assert.Equal(ShowCoverage.Persons, ((MembershipFile)CoverageModel.Shipped()).Membership.Population.Persons / 100, 0.5);

    [Fact]
    public async Task A_run_is_kept_for_who_asks_again_and_what_failed_is_not()
    {
        var kept = new KeptRuns();
        var made = 0;
        Task<Result<string>> Make(Result<string> answer) => kept.TakeAsync("key", () => { made++; return Task.FromResult(answer); });
        Assert.Equal("coverage/x", (await Make(new Problem("coverage/x", "It did not run."))).Problem?.Code);
        Assert.Equal("first", (await Make("first")).Value);
        Assert.Equal("first", (await Make("second")).Value);
        Assert.Equal(2, made);
        Assert.Equal(7, (await kept.TakeAsync("key", () => Task.FromResult<Result<List<int>>>(new List<int> { 7 }))).Value[0]); // what is of another kind is another run
        for (var i = 0; i < 100; i++) await kept.TakeAsync($"key {i}", () => Task.FromResult<Result<string>>("more"));
        Assert.Equal("third", (await Make("third")).Value); // few are kept
    }

    [Fact]
    public async Task Flows_between_states_fit_the_stocks_of_the_run()
    {
        var shown = await AskAsync(db => ShowCoverage.HandleAsync(new(ScenarioKey.Baseline), db, Token, sample.Runs));
        var scale = shown.Informal / ShowCoverage.Persons;
        double Stock(int month) => shown.Projected.Series[month].States["ended"] * ShowCoverage.Persons * scale;
        var net = 12 * (shown.Flows.Where(f => f.To == "ended").Sum(f => f.PersonsPerMonth) - shown.Flows.Where(f => f.From == "ended").Sum(f => f.PersonsPerMonth));
        Assert.InRange(net - (Stock(24) - Stock(12)), -scale * 200, scale * 200);
    }

    [Theory]
    [InlineData("projection:2020-like/memberStock/120")]
    [InlineData("projection:2020-like/lapseShare@transport/120")]
    [InlineData("projection:2020-like;subsidy.share=0.5/coveredPersonYears/120")]
    [InlineData("projection:2020-like;subsidy.share=0.5/deadweightShare/120")]
    [InlineData("parameter:missed-payment.affordability")]
    [InlineData("lever:subsidy")]
    [InlineData("shock:2020-like")]
    public async Task A_projected_number_ends_at_the_words_of_an_informant(string id)
    {
        var trace = await AskAsync(db => Trace.HandleAsync(new(id, TraceDirection.Down), db, Token, sample.Runs));
        Assert.Equal(id, trace.Id);
        if (id.StartsWith("projection", StringComparison.Ordinal)) Assert.False(string.IsNullOrEmpty(trace.Node.Value?.In(Language.English)));
        static IEnumerable<TraceNode> All(TraceNode node) => node.Down.SelectMany(All).Prepend(node);
        Assert.Contains(All(trace.Node), n => n.Words is { Text.Length: > 0 });
    }

    [Fact]
    public async Task The_words_lead_up_to_the_model()
    {
        var up = await AskAsync(db => Trace.HandleAsync(new("cause:FI02", TraceDirection.Up), db, Token, sample.Runs));
        static IEnumerable<TraceNode> All(TraceNode node) => node.Up.SelectMany(All).Prepend(node);
        Assert.Contains(All(up.Node), n => n.Id == "parameter:missed-payment.affordability");
        Assert.Contains(All(up.Node), n => n.Kind == "projection");
    }

    [Theory]
    [InlineData("projection:2020-like/nothing/120")]
    [InlineData("projection:2020-like/memberStock/5000")]
    [InlineData("projection:2020-like/memberStock@moon/120")]
    [InlineData("projection:2020-like")]
    [InlineData("parameter:none")]
    public async Task What_no_run_says_opens_nothing(string id)
    {
        await using var db = sample.Store.NewDb();
        Assert.Equal("trace/not-found", (await Trace.HandleAsync(new(id), db, Token, sample.Runs)).Problem?.Code);
    }

    [Fact]
    public async Task The_indonesian_report_says_units_and_notes_of_the_model_in_indonesian()
    {
        var report = await AskAsync(db => WriteReport.HandleAsync(new("html", Language.Indonesian, ["coverage"]), db, TimeProvider.System, Token));
        var html = System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(report.Content));
        Assert.Contains("bagian yang tersisa per bulan", html, StringComparison.Ordinal);
        foreach (var english in (string[])["[assumption]", "(Inggris)", "probability per month", "months of income", "no trial found"]) Assert.DoesNotContain(english, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_projected_number_of_the_report_opens()
    {
        var report = await AskAsync(db => WriteReport.HandleAsync(new("html", Language.English, ["coverage"]), db, TimeProvider.System, Token, sample.Runs));
        var html = System.Text.Encoding.UTF8.GetString(report.Content);
        var ids = System.Text.RegularExpressions.Regex.Matches(html, "(?:projection|parameter|lever):[^\"<\\s]+").Select(m => System.Net.WebUtility.HtmlDecode(m.Value)).Distinct().ToList();
        Assert.True(ids.Count > 40, $"{ids.Count} ids");
        Assert.Contains(ids, id => id.Contains("subsidy.share=1/deadweightShare/", StringComparison.Ordinal));
        await using var db = sample.Store.NewDb();
        foreach (var id in ids.Where((_, i) => i % 7 == 0)) Assert.True((await Trace.HandleAsync(new(id, TraceDirection.Down, 1), db, Token, sample.Runs)).IsOk, id);
    }
}
