using System.Text.Json;

namespace Jembatan.Cli.Tests.Contract;

/// <summary>The shapes that scripts rely on, on the sample study.</summary>
public sealed class ShapeTests(SampleStudy sample)
{
    private static readonly string[] MainPairs = ["SE", "SR", "SV", "SO"];
    private static readonly string[] Verdicts = ["fit", "fairly-fit", "unclear", "misfit", "insufficient"];
    private static readonly string[] Statuses = ["unaddressed", "addressed-misfit", "addressed-fits", "insufficient"];
    private static readonly string[] Groups = ["head-office", "branch", "agent", "local-government", "expert", "worker"];

    private async Task<JsonElement> AskAsync(string verb, params string[] rest)
    {
        var document = await Run.JsonAsync([verb, await sample.PathAsync(), .. rest]);
        Shape.IsPlain(document);
        return document;
    }

    [Fact]
    public async Task Sources_have_the_properties_of_the_contract_in_order()
    {
        var sources = (await AskAsync("sources")).Items("sources");
        Assert.True(sources.Count >= 16);
        foreach (var s in sources)
        {
            s.Begins("id", "name", "kind", "language", "length", "revision", "turns", "informant", "codings");
            var informant = s.GetProperty("informant").Begins("name", "group", "variables");
            Assert.Contains(informant.Text("group"), Groups);
            Assert.Equal(JsonValueKind.Object, informant.GetProperty("variables").ValueKind);
            Assert.Equal("interview", s.Text("kind"));
            Assert.True(s.Number("length") > 3000 && s.Number("turns") > 10 && s.Number("codings") > 0 && s.Number("revision") >= 1);
        }

        Assert.Equal(6, sources.Select(s => s.GetProperty("informant").Text("group")).Distinct().Count());
    }

    [Fact]
    public async Task Codes_have_the_properties_of_the_contract_in_order()
    {
        var codes = (await AskAsync("codebook")).Items("codes");
        foreach (var c in codes) c.Begins("code", "name", "parent", "element", "retired", "codings", "informants");
        var income = codes.Single(c => c.Text("code") == "FI02");
        Assert.Equal(("Pendapatan tidak menentu", "E"), (income.Text("name"), income.Text("element")));
        Assert.Contains(codes, c => c.Text("level") == "theme");
        Assert.True(codes.Count(c => c.Text("origin") == "data") >= 5);
    }

    [Fact]
    public async Task Codings_have_the_properties_of_the_contract_and_their_text_stands_at_their_place()
    {
        var codings = (await AskAsync("codings", "--code", "FI02")).Items("codings");
        var source = codings[0].Text("source");
        var text = (await AskAsync("show", source)).GetProperty("source").Text("text");
        foreach (var c in codings)
        {
            c.Begins("id", "source", "revision", "code", "coder", "start", "end", "text", "stance", "basis", "strategy", "orphaned");
            if (c.Text("source") == source) Assert.Equal(CodePoints(text, c.Number("start"), c.Number("end")), c.Text("text"));
        }

        var workers = (await AskAsync("codings", "--code", "FI02", "--case", "group=worker")).Items("codings");
        Assert.True(workers.Count < codings.Count);
        var one = (await AskAsync("codings", "--source", source, "--coder", codings[0].Text("coder"))).Items("codings");
        Assert.All(one, c => Assert.Equal((source, codings[0].Text("coder")), (c.Text("source"), c.Text("coder"))));
    }

    [Fact]
    public async Task Causes_have_the_properties_of_the_contract_and_are_ranked_by_informants_then_groups_then_code()
    {
        var causes = (await AskAsync("causes")).Items("causes");
        foreach (var c in causes)
        {
            c.Begins("code", "label", "element", "informants", "ofInformants", "groups", "codings", "contradicting", "basis", "status", "strategies", "quotes");
            c.GetProperty("basis").Begins("experience", "knowledge", "observation");
            Assert.Contains(c.Text("status"), Statuses);
            foreach (var s in c.GetProperty("strategies").EnumerateArray()) s.Begins("id", "pair", "fit", "verdict");
            foreach (var q in c.GetProperty("quotes").EnumerateArray()) q.Begins("source", "start", "end", "text");
            Assert.True(c.GetProperty("quotes").GetArrayLength() <= 3);
            Assert.Equal(c.Number("informants"), c.GetProperty("groups").EnumerateObject().Sum(g => g.Value.GetInt32()));
            Assert.All(c.GetProperty("groups").EnumerateObject(), g => Assert.Contains(g.Name, Groups));
        }

        static (int, int, string) Key(JsonElement c) => (-c.Number("informants"), -c.GetProperty("groups").EnumerateObject().Count(), c.Text("code"));
        Assert.Equal(causes.OrderBy(c => Key(c).Item1).ThenBy(c => Key(c).Item2).ThenBy(c => Key(c).Item3, StringComparer.Ordinal).Select(c => c.Text("code")), causes.Select(c => c.Text("code")));
    }

    [Fact]
    public async Task Causes_follow_the_coders_that_are_asked_for()
    {
        int Sum(JsonElement document) => document.Items("causes").Sum(c => c.Number("informants"));
        var any = Sum(await AskAsync("causes"));
        var all = Sum(await AskAsync("causes", "--coders", "all"));
        Assert.InRange(all, 1, any - 1);
        var coder = (await AskAsync("codings", "--limit", "1")).Items("codings")[0].Text("coder");
        Assert.InRange(Sum(await AskAsync("causes", "--coders", coder)), 1, any);
        await Run.FailsAsync("coder/not-found", "causes", await sample.PathAsync(), "--coders", "siapa-ini");
    }

    [Fact]
    public async Task Servo_has_the_properties_of_the_contract_and_the_verdict_of_the_analyst_stands_beside_the_computed_one()
    {
        var board = await AskAsync("servo");
        board.Begins("strategies", "misfits");
        var strategies = board.Items("strategies");
        Assert.Equal(10, strategies.Count);
        foreach (var s in strategies)
        {
            s.Begins("id", "title", "pairs", "weakest", "congruence", "computed", "verdict", "verdictBy", "because", "disagrees");
            var pairs = s.Items("pairs");
            Assert.Equal(MainPairs, pairs.Select(p => p.Text("pair")).Take(4));
            foreach (var p in pairs)
            {
                p.Begins("pair", "fit", "low", "high", "coverage", "strength", "verdict", "verdictLabel", "rangeMethod", "horizonFit", "evidence");
                Assert.Contains(p.Text("verdict"), Verdicts);
                if (p.GetProperty("fit").ValueKind == JsonValueKind.Null) Assert.NotEqual("", p.Text("reason"));
                else if (p.GetProperty("low").ValueKind == JsonValueKind.Number) Assert.True(p.GetProperty("low").GetDouble() <= p.GetProperty("high").GetDouble());
            }
        }

        Assert.Contains(strategies, s => s.GetProperty("disagrees").GetBoolean());
        foreach (var m in board.Items("misfits"))
        {
            m.Begins("strategy", "pair", "type", "required", "observed", "causes", "disposition", "priority");
            m.GetProperty("priority").Begins("rank", "low", "high");
            Assert.NotEqual(m.GetProperty("priority").GetProperty("rank").ValueKind == JsonValueKind.Null, m.GetProperty("priority").GetProperty("reason").ValueKind == JsonValueKind.Null);
            Assert.True(m.GetProperty("priority").GetProperty("reason").ValueKind is JsonValueKind.String or JsonValueKind.Null, "A reason is a text, as everywhere.");
        }
    }

    [Theory]
    [InlineData("causes")]
    [InlineData("crosstab", "--by", "group")]
    public async Task Counts_say_whom_and_which_codings_they_count(string verb, params string[] more)
    {
        foreach (var (language, words) in new[] { ("id", "Penyebut di sini: "), ("en", "Informants here are out of ") })
            Assert.StartsWith(words, Assert.Single((await AskAsync(verb, [.. more, "--language", language])).Items("notices")).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_odds_ratio_that_does_not_exist_says_why()
    {
        var rows = (await AskAsync("crosstab", "--by", "group")).Items("rows");       // six groups
        Assert.NotEmpty(rows);
        Assert.All(rows, r =>
        {
            var odds = r.GetProperty("oddsRatio");
            Assert.Equal((JsonValueKind.Null, "table/not-two-by-two"), (odds.GetProperty("conditional").ValueKind, odds.Text("reason")));
            Assert.NotEmpty(odds.Text("reasonText"));
        });
    }

    [Fact]
    public async Task One_strategy_and_a_horizon_can_be_asked_for()
    {
        var now = await AskAsync("servo", "--strategy", "perisai");
        Assert.Equal("perisai", Assert.Single(now.Items("strategies")).Text("id"));
        var horizon = now.Items("horizons")[0].GetString()!;
        var then = await AskAsync("servo", "--strategy", "perisai", "--horizon", horizon);
        Assert.Equal(horizon, then.Text("horizon"));
        Assert.NotEqual(now.Items("strategies")[0].GetProperty("pairs").GetRawText(), then.Items("strategies")[0].GetProperty("pairs").GetRawText());
        await Run.FailsAsync("strategy/not-found", "servo", await sample.PathAsync(), "--strategy", "tidak-ada");
    }

    [Fact]
    public async Task Gap_prints_values_with_sources_and_divisions_written_out()
    {
        var gap = await AskAsync("gap");
        gap.Begins("notice", "informalShare", "informalWorkers");
        foreach (var r in gap.Items("ratios"))
        {
            Assert.Equal(r.GetProperty("numerator").GetDouble() / r.GetProperty("denominator").GetDouble(), r.GetProperty("ratio").GetDouble(), 12);
            Assert.NotEmpty(r.Items("sources"));
        }

        Assert.All(gap.Items("strategies").SelectMany(s => s.Items("points")), p => Assert.NotEqual("", p.Text("source")));
        Assert.All(gap.Items("targets"), t => Assert.True(t.GetProperty("arithmetic").ValueKind == JsonValueKind.String || t.Text("reason").Length > 0));
    }

    [Fact]
    public async Task Macro_sets_series_beside_what_informants_say()
    {
        var macro = await AskAsync("macro");
        Assert.NotEmpty(macro.Items("series"));
        Assert.Contains("notice", macro.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_journal_lists_steps_newest_first()
    {
        var journal = (await AskAsync("journal", "--limit", "5")).Items("journal");
        Assert.Equal(5, journal.Count);
        foreach (var j in journal) j.Begins("id", "at", "coder", "label", "kind");
        Assert.Equal(journal.Select(j => j.Text("at")).OrderDescending(StringComparer.Ordinal), journal.Select(j => j.Text("at")));
    }

    [Fact]
    public async Task A_number_opens_down_to_words_and_words_open_up_to_numbers()
    {
        var down = (await AskAsync("trace", "fit:perisai/SE", "--down")).GetProperty("node");
        var words = Leaves(down, "down").First(n => n.GetProperty("words").ValueKind == JsonValueKind.Object);
        var place = words.GetProperty("words").Begins("source", "revision", "start", "end", "text");
        var text = (await AskAsync("show", place.Text("source"))).GetProperty("source").Text("text");
        Assert.Equal(place.Text("text"), CodePoints(text, place.Number("start"), place.Number("end")));

        var up = (await AskAsync("trace", words.Text("id"), "--up")).GetProperty("node");
        Assert.Contains(Leaves(up, "up"), n => n.Text("id") is "fit:perisai/SE" or "verdict:perisai");
    }

    [Fact]
    public async Task The_doctor_finds_the_sample_healthy()
    {
        var doctor = await AskAsync("doctor");
        doctor.Begins("healthy", "findings", "checkedRevisions", "checkedCodings", "journalSteps", "problem");
        Assert.True(doctor.GetProperty("healthy").GetBoolean(), doctor.GetRawText());
        Assert.True(doctor.Number("checkedRevisions") >= 16 && doctor.Number("checkedCodings") > 400 && doctor.Number("journalSteps") > 100);
    }

    private static IEnumerable<JsonElement> Leaves(JsonElement node, string way) => node.GetProperty(way).EnumerateArray().SelectMany(n => Leaves(n, way)).Prepend(node);

    internal static string CodePoints(string text, int start, int end) => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start));
}
