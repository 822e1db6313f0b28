using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jembatan.Cli.Tests.Contract;

/// <summary>What holds for every verb: exit codes, one-line problems, plain output.</summary>
public sealed class FormTests(SampleStudy sample)
{
    private static readonly string[] Verbs =
    [
        "demo", "new", "import", "template", "sources", "show", "codebook", "codings", "code", "uncode", "done", "note", "undo", "redo", "journal", "strategy", "criterion", "performance", "factor", "evidence",
        "rate", "verdict", "thresholds", "misfit", "recommend", "narrative", "servo", "causes", "gap", "macro", "trace", "copy", "purge", "doctor", "serve", "report",
    ];

    [Fact]
    public async Task Every_verb_has_help_and_stands_in_both_guides()
    {
        var help = await Run.OfAsync("--help");
        Assert.Equal(0, help.Code);
        var verbs = help.Out[help.Out.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim().Split(' ')[0]).ToList();
        Assert.Equal(verbs.Distinct(), verbs);
        Assert.Superset(new HashSet<string>(Verbs), verbs.ToHashSet());
        foreach (var guide in (string[])["command-line.md", "baris-perintah.md"])
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "guide", guide), TestContext.Current.CancellationToken);
            Assert.All(verbs, v => Assert.Contains($"### `{v}`", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_option_of_every_verb_stands_in_its_section_of_both_guides()
    {
        string[] common = ["--json", "--language", "--database", "--study", "--verbose", "--help", "--coder"];
        var verbs = NamesIn((await Run.OfAsync("--help")).Out).ToList();
        Assert.True(verbs.Count > 40);
        foreach (var verb in verbs)
        {
            var help = (await Run.OfAsync(verb, "--help")).Out;
            var options = new HashSet<string>(StringComparer.Ordinal);
            foreach (var under in NamesIn(help)) options.UnionWith(OptionsIn((await Run.OfAsync(verb, under, "--help")).Out));
            if (options.Count == 0) options = [.. OptionsIn(help)];
            foreach (var guide in (string[])["command-line.md", "baris-perintah.md"])
            {
                var sections = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "guide", guide), TestContext.Current.CancellationToken)).Split("\n### ");
                var own = string.Concat(sections.Where(s => Regex.IsMatch(s.Split('\n')[0], $"`{verb}[ `]")));
                Assert.Empty(options.Except(common).Where(o => !Regex.IsMatch(own, Regex.Escape(o) + "(?![a-z-])")).Select(o => $"{guide}: {verb} {o}"));
            }
        }
    }

    private static IEnumerable<string> NamesIn(string help) =>
        help.Split("Commands:").Skip(1).SelectMany(c => c.Split('\n')).Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim().Split(' ')[0]);

    private static IEnumerable<string> OptionsIn(string help) => Regex.Matches(help[help.IndexOf("Options:", StringComparison.Ordinal)..], "(?<=  )--[a-z-]+").Select(m => m.Value);

    [Fact]
    public async Task A_wrong_command_line_ends_with_2_in_one_line()
    {
        var run = await Run.OfAsync("terbang", "--json");
        Assert.Equal(2, run.Code);
        Assert.Equal("usage", run.Json.GetProperty("problem").GetProperty("code").GetString());
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        var missing = await Run.OfAsync("code", "x.jembatan");
        Assert.Equal((2, ""), (missing.Code, missing.Out));
        Assert.StartsWith("usage: ", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_a_problem_stands_on_standard_error_alone()
    {
        var run = await Run.OfAsync("sources", "tidak-ada.jembatan");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.StartsWith("study/not-found: ", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("codebook")]
    [InlineData("codings", "--limit", "30")]
    [InlineData("causes")]
    [InlineData("servo")]
    [InlineData("crosstab", "--by", "group")]
    [InlineData("cooccur")]
    [InlineData("agreement", "--interval", "none")]
    [InlineData("adjudicate", "--limit", "20")]
    [InlineData("evidence")]
    [InlineData("misfit")]
    [InlineData("recommend")]
    [InlineData("journal", "--limit", "20")]
    public async Task Eighty_columns_hold_every_table_with_its_words_whole(string verb, params string[] rest)
    {
        var study = await sample.PathAsync();
        string[] line = [verb, study, .. rest, "--language", "id"];
        var wide = await Run.OfAsync(line);
        var narrow = await Run.WithAsync(null, line, ("COLUMNS", "80"));
        Assert.Equal((0, 0), (wide.Code, narrow.Code));
        Assert.All(narrow.Out.Split('\n'), l => Assert.True(l.EnumerateRunes().Count() <= 80, l));
        var words = Regex.Matches(wide.Out, @"\p{L}+").Select(m => m.Value).ToHashSet();
        Assert.Empty(Regex.Matches(narrow.Out, @"\p{L}+").Select(m => m.Value).Where(w => !words.Contains(w)).Distinct());       // none is cut in two
    }

    [Fact]
    public async Task Output_into_a_pipe_is_plain_and_in_the_language_asked_for()
    {
        var study = await sample.PathAsync();
        foreach (var (language, word) in new[] { ("id", "Sebab"), ("en", "Cause") })
        {
            var run = await Run.WithAsync(null, ["causes", study, "--language", language], ("TERM", "xterm-256color"), ("NO_COLOR", "1"));
            Assert.Equal((0, ""), (run.Code, run.Error));
            Assert.Contains(word, run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', run.Out);
            Assert.DoesNotContain('│', run.Out);
        }
    }

    [Fact]
    public async Task The_demo_says_all_that_it_must_and_its_summary_fits_80_columns()
    {
        var said = await sample.SaidAsync();
        Assert.NotEqual("", said.GetProperty("study").Text("notice"));
        Assert.NotEmpty(said.GetProperty("gap").Items("ratios"));
        Assert.Contains(said.Items("causes"), c => c.GetProperty("strategies").GetArrayLength() > 0 && c.Text("status") == "addressed-misfit");
        Assert.All(said.Items("strategies"), s => Assert.True(s.Items("pairs").Count >= 4));
        Assert.All(said.Items("reports"), r => Assert.True(new FileInfo(r.GetString()!).Length > 10_000));
        Assert.Equal(JsonValueKind.Null, said.GetProperty("address").ValueKind);

        var again = await Run.OfAsync("demo", "--dir", Path.GetDirectoryName(await sample.PathAsync())!, "--no-serve", "--language", "en");
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains("There already", again.Out, StringComparison.Ordinal);
        Assert.Contains("invented", again.Out, StringComparison.Ordinal);
        Assert.All(again.Out.Split('\n').Where(l => !l.Contains(Path.DirectorySeparatorChar)), l => Assert.True(l.TrimEnd().Length <= 80, l));
    }

    [Fact]
    public async Task The_demo_leaves_a_study_of_ones_own_alone()
    {
        using var place = new Place();
        await Run.JsonAsync("new", place["contoh.jembatan"], "--title", "Milik saya", "--template", "blank");
        var before = await File.ReadAllBytesAsync(place["contoh.jembatan"], TestContext.Current.CancellationToken);
        await Run.FailsAsync("demo/own-study", "demo", "--dir", place.Path, "--no-serve");
        Assert.Equal(before, await File.ReadAllBytesAsync(place["contoh.jembatan"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Serving_prints_the_address_and_ends_cleanly_when_interrupted()
    {
        using var place = new Place();
        var study = await sample.CopyAsync(place.Path);
        using var process = Run.Start(["serve", study, "--json"]);
        var address = JsonElement.Parse((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!).Text("address");
        using var client = new HttpClient();
        Assert.Contains("token=", address, StringComparison.Ordinal);
        Assert.True((await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        await InterruptAsync(process.Id);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains(process.ExitCode, (int[])[0, 130]);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(study + "-wal"));
    }

    [Fact]
    public async Task Serving_to_the_network_warns_in_one_line_and_prints_an_address_that_others_can_open()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        using var process = Run.Start(["serve", study, "--urls", "http://0.0.0.0:0", "--no-token", "--json", "--language", "en"]);
        var address = new Uri(JsonElement.Parse((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!).Text("address"));
        var others = NetworkInterface.GetAllNetworkInterfaces().Where(n => n.NetworkInterfaceType != NetworkInterfaceType.Loopback).SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork).Select(a => a.Address.ToString()).DefaultIfEmpty("127.0.0.1");
        Assert.Contains(address.Host, others);
        using var client = new HttpClient();
        var agreement = await client.GetAsync(new Uri(address, "/agreement"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, agreement.StatusCode);     // a study that nobody has coded twice is young, not wrong
        Assert.Contains("No source has been finished by two coders yet", await agreement.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await InterruptAsync(process.Id);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "The study is open to the network, unencrypted", Assert.Single((await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_import_ends_with_130_and_keeps_what_came_in_whole()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        place.Write("a.txt", "Pewawancara: Kenapa?\nNarasumber: Ya begitu.\n");
        await ShellAsync("mkfifo", place["b.txt"]);
        using var process = Run.Start(["import", study, place["a.txt"], place["b.txt"]]);
        while (new FileInfo(study + "-wal") is { Exists: false } or { Length: < 4096 }) await Task.Delay(50, TestContext.Current.CancellationToken);
        while (!(await Run.JsonAsync("sources", study)).GetProperty("sources").EnumerateArray().Any()) await Task.Delay(50, TestContext.Current.CancellationToken);
        await InterruptAsync(process.Id);
        await ShellAsync("sh", "-c", $"timeout 20 sh -c 'echo x > \"{place["b.txt"]}\"' || true");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Interrupted", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("a", Assert.Single((await Run.JsonAsync("sources", study)).Items("sources")).Text("name"));
    }

    internal static Task InterruptAsync(int process) => ShellAsync("kill", "-INT", process.ToString(System.Globalization.CultureInfo.InvariantCulture));

    internal static async Task ShellAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
