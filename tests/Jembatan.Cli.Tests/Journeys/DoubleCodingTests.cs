using System.Globalization;
using System.Text.Json;
using Jembatan.Cli.Tests.Contract;

namespace Jembatan.Cli.Tests.Journeys;

/// <summary>Two coders, two copies: merged, measured, settled and counted from the command line.</summary>
public sealed class DoubleCodingTests
{
    private const string Interview = "Pewawancara: Kenapa?\nNarasumber: Musim barat tidak melaut. Iuran berat. Kantor jauh.\n";

    [Fact]
    public async Task Two_copies_become_one_study_and_their_agreement_is_settled()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        foreach (var (code, name) in new[] { ("ZZ01", "Musim"), ("ZZ02", "Jarak") }) await Run.JsonAsync("codebook", study, "--add", code, "--name", name, "--element", "E");
        await Run.JsonAsync("import", study, place.Write("n01.txt", Interview));
        Assert.True((await SaidAsync("assign", study, "n01", "--coders", "Ana,Budi")).GetProperty("blind").GetBoolean());
        var copy = place["salinan.jembatan"];
        await SaidAsync("copy", study, copy);
        await SaidAsync("code", study, "n01", "33", "57", "ZZ01");
        await SaidAsync("code", copy, "n01", "33", "57", "ZZ01", "--coder", "Budi");
        await SaidAsync("code", copy, "n01", "72", "83", "ZZ02", "--coder", "Budi");

        Assert.True((await SaidAsync("merge", study, copy, "--dry-run")).GetProperty("dryRun").GetBoolean());
        Assert.Equal(1, (await SaidAsync("codings", study)).Number("total"));
        Assert.Equal(0, (await SaidAsync("merge", study, copy)).GetProperty("conflicts").GetArrayLength());
        Assert.Equal(1, (await SaidAsync("codings", study)).Number("total"));        // Ana codes blind
        await SaidAsync("done", study, "n01");
        await Run.FailsAsync("agreement/blind", "agreement", study);
        await SaidAsync("done", study, "n01", "--coder", "Budi");
        Assert.Equal(3, (await SaidAsync("codings", study)).Number("total"));

        // Three sentences: α of ZZ02 is 1 − (1/3)/(2·1·5/(6·5)) = 0.
        var before = await AlphaAsync(study, "Ana,Budi");
        Assert.Equal((1, 0), (before["ZZ01"], Math.Round(before["ZZ02"], 12)));
        var open = await Run.JsonAsync("adjudicate", study);
        Assert.Equal((1, 0), (open.Number("total"), open.Number("settled")));
        var settled = await Run.JsonAsync("adjudicate", study, "--source", "n01", "--code", "ZZ02", "--at", "72-83", "--accept", "Budi");
        Assert.Equal("consensus", Assert.Single(settled.Items("consensus")).Text("coder"));
        Assert.Equal(1, (await Run.JsonAsync("adjudicate", study)).Number("settled"));
        Assert.Equal(1, (await AlphaAsync(study, "Budi,consensus"))["ZZ02"]);

        var pair = Assert.Single((await Run.JsonAsync("cooccur", study, "--within", "turn", "--all")).Items("pairs"));
        Assert.Equal(("ZZ01", "ZZ02", 1, 1.0), (pair.Text("a"), pair.Text("b"), pair.Number("both"), pair.GetProperty("jaccard").GetDouble()));
        Assert.Equal(0, (await Run.JsonAsync("cooccur", study)).GetProperty("pairs").GetArrayLength());
        Assert.Equal(2, (await Run.JsonAsync("saturation", study)).Items("groups")[0].Number("codes"));
        Assert.Equal(1, (await Run.JsonAsync("crosstab", study, "--by", "group")).Number("withoutValue"));
        await Run.FailsAsync("merge/different-study", "merge", study, await OtherAsync(place));
    }

    [Fact]
    public async Task Coders_are_given_many_sources_at_once_and_taken_off_again()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        foreach (var name in (string[])["n01", "n02"]) await Run.JsonAsync("import", study, place.Write($"{name}.txt", Interview + name));
        var all = (await Run.JsonAsync("assign", study, "--all", "--coders", "Budi,Citra")).Items("assigned");
        Assert.Equal(["n01", "n02"], all.Select(a => a.Text("source")));
        Assert.All(all, a => Assert.Equal(2, a.GetProperty("coders").GetArrayLength()));
        var left = await Run.JsonAsync("assign", study, "n02", "--coders", "Budi,Citra", "--off");
        Assert.Equal(("n02", 0, false), (left.Text("source"), left.GetProperty("coders").GetArrayLength(), left.GetProperty("blind").GetBoolean()));
        await Run.FailsAsync("assignment/coders", "assign", study, "n01", "--coders", "Budi", "--off");
        await Run.FailsAsync("assignment/sources", "assign", study, "--group", "expert", "--coders", "Budi,Citra");
        Assert.Equal(2, (await Run.OfAsync("assign", study, "--coders", "Budi,Citra")).Code);
        Assert.Equal(2, (await Run.OfAsync("assign", study, "n01", "--all", "--coders", "Budi,Citra")).Code);
    }

    [Fact]
    public async Task Words_are_searched_counted_and_shown_in_context()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        await Run.JsonAsync("import", study, place.Write("n01.txt", Interview));
        Assert.Equal(1, (await Run.JsonAsync("search", study, "musim bar*")).Number("total"));
        Assert.Equal(0, (await Run.JsonAsync("search", study, "kenapa")).Number("total"));
        Assert.Equal(1, (await Run.JsonAsync("search", study, "kenapa", "--with-interviewer")).Number("total"));
        Assert.Contains((await Run.JsonAsync("words", study, "--all")).Items("words"), w => w.Text("word") == "iuran" && w.Number("count") == 1);
        Assert.NotEmpty((await Run.JsonAsync("kwic", study, "iuran")).GetRawText());
    }

    [Theory]
    [InlineData("csv/ragged", "a,b\n1,2\n1\n")]
    [InlineData("agreement/no-units", "a,b\n")]
    [InlineData("import/empty", "")]
    [InlineData("agreement/not-numeric", "a,b\nx,y\nx,x\n", "--level", "interval")]
    [InlineData("agreement/not-numeric", "a,b\nNaN,1\ninf,2\n", "--level", "interval")]
    [InlineData("agreement/negative", "a,b\n-1,2\n1,2\n", "--level", "ratio")]
    [InlineData("agreement/unknown-measure", "a,b\n1,1\n2,2\n", "--measure", "nonsense")]
    [InlineData("agreement/level", "a,b\n1,1\n2,2\n", "--level", "circular:0")]
    [InlineData("agreement/weights", "a,b\n1,1\n2,2\n", "--weights", "nonsense")]
    [InlineData("agreement/wrong-input", "a,b\n1,1\n2,2\n", "--measure", "u-alpha")]
    [InlineData("agreement/replicates", "a,b\n1,1\n2,2\n", "--replicates", "0")]
    public Task Bad_values_are_refused_by_name(string problem, string text, params string[] options) => RefusedAsync("--data", problem, text, options);

    [Theory]
    [InlineData("csv/ragged", ",a,b\na,1,2\nb,3\n")]
    [InlineData("agreement/not-square", ",a,b\na,1,2\nc,3,4\n")]
    [InlineData("agreement/not-a-count", ",a,b\na,1,x\nb,3,4\n")]
    [InlineData("agreement/not-a-count", ",a,b\na,1,-2\nb,3,4\n")]
    public Task Bad_tables_are_refused_by_name(string problem, string text) => RefusedAsync("--table", problem, text);

    [Theory]
    [InlineData("units/end-before-start", "k,a,5,2,x\nk,b,1,2,x\n")]
    [InlineData("units/outside", "k,a,5,20,x\nk,b,1,2,x\n#length,k,10\n")]
    [InlineData("units/overlap", "k,a,1,5,x\nk,a,3,8,x\nk,b,1,2,x\n")]
    public Task Bad_sections_are_refused_by_name(string problem, string text) => RefusedAsync("--units", problem, "continuum,coder,start,end,category\n" + text);

    [Theory]
    [InlineData("a\n1\n2\n")]
    [InlineData("a,b\n1,\n,2\n")]
    [InlineData("a,b\n1,1\n1,1\n")]
    public async Task What_has_no_value_says_why(string text)
    {
        using var place = new Place();
        var alpha = (await Run.JsonAsync("agreement", "--data", place.Write("d.csv", text), "--measure", "krippendorff-alpha")).Items("estimates")[0];
        Assert.Equal(JsonValueKind.Null, alpha.GetProperty("value").ValueKind);
        Assert.NotEmpty(alpha.Text("undefined"));
        Assert.NotEmpty(alpha.Text("reason"));
    }

    [Theory]
    [InlineData("ratio")]
    [InlineData("bipolar:0,10000")]
    [InlineData("circular:10000")]
    public async Task Ten_thousand_numbers_have_an_interval(string level)
    {
        using var place = new Place();
        var rows = Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{(i % 7 == 0 ? i + 1 : i) % 10_000}"));
        var alpha = (await Run.JsonAsync("agreement", "--data", place.Write("d.csv", "a,b\n" + string.Join('\n', rows)), "--level", level, "--measure", "krippendorff-alpha", "--replicates", "200"))
            .Items("estimates")[0];
        Assert.InRange(alpha.GetProperty("value").GetDouble(), .99, 1);
        Assert.InRange(alpha.GetProperty("low").GetDouble(), .9, alpha.GetProperty("high").GetDouble());
    }

    [Theory]
    [InlineData("--data", "--unit", "turn")]
    [InlineData("--data", "--code", "FI02")]
    [InlineData("--data", "--source", "n01")]
    [InlineData("--table", "--by", "code")]
    [InlineData("--units", "--unit", "character")]
    [InlineData("--data", "--with-interviewer", null)]
    [InlineData("--table", "--coders", "Ana,Budi")]
    public async Task What_means_something_for_a_study_only_is_refused_beside_a_file(string file, string option, string? value)
    {
        using var place = new Place();
        var run = await Run.OfAsync([.. ((string?[])["agreement", file, place.Write("d.csv", "a,b\n1,1\n2,2\n"), option, value]).OfType<string>(), "--json"]);
        Assert.Equal((2, "usage"), (run.Code, run.Json.GetProperty("problem").Text("code")));
        Assert.Contains($"{option} is for a study", run.Json.GetProperty("problem").Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resamples_asked_for_and_those_without_a_value_are_told_apart()
    {
        using var place = new Place();
        string[] asked = ["agreement", "--data", place.Write("d.csv", "a,b\n1,1\n1,1\n1,1\n1,2\n"), "--measure", "krippendorff-alpha", "--replicates", "50"];
        var alpha = (await Run.JsonAsync(asked)).Items("estimates")[0];
        Assert.Equal((50, 50), (alpha.Number("requestedReplicates"), alpha.Number("replicates") + alpha.Number("undefinedReplicates")));
        Assert.InRange(alpha.Number("undefinedReplicates"), 1, 25);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"50 replicates, seed 1, up to {alpha.Number("undefinedReplicates")} of them without a value"), (await Run.OfAsync([.. asked, "--language", "en"])).Out, StringComparison.Ordinal);
    }

    // While Ana codes blind, standard error says so.
    private static async Task<JsonElement> SaidAsync(params IEnumerable<string> arguments)
    {
        var run = await Run.OfAsync([.. arguments, "--json"]);
        Assert.True(run.Code == 0, run.Error + run.Out);
        return run.Json;
    }

    private static async Task RefusedAsync(string kind, string problem, string text, params string[] options)
    {
        using var place = new Place();
        await Run.FailsAsync(problem, ["agreement", kind, place.Write("d.csv", text), .. options]);
    }

    private static async Task<Dictionary<string, double>> AlphaAsync(string study, string coders) =>
        (await Run.JsonAsync("agreement", study, "--coders", coders, "--by", "code", "--measure", "krippendorff-alpha")).Items("estimates")
            .ToDictionary(e => e.Text("category"), e => e.GetProperty("value").GetDouble());

    private static async Task<string> OtherAsync(Place place)
    {
        var path = place["lain.jembatan"];
        await Run.JsonAsync("new", path, "--title", "Lain", "--template", "blank");
        return path;
    }
}
