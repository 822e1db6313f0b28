using System.Text.Json;

namespace Jembatan.Cli.Tests.Contract;

/// <summary>What holds for the JSON of every verb.</summary>
public sealed class EveryVerbTests(SampleStudy sample)
{
    // Verbs whose JSON is tried elsewhere: they make a study, serve, or project coverage.
    private static readonly string[] Elsewhere = ["demo", "serve", "coverage", "new", "import", "template"];

    [Fact]
    public async Task Names_in_two_languages_are_id_and_en_and_nothing_else_in_the_json_of_every_verb()
    {
        using var place = new Place();
        var study = await sample.CopyAsync(place.Path);
        File.Copy(study, place["lain.jembatan"]);
        var coding = (await Run.JsonAsync("codings", study, "--coder", "Ratna", "--limit", "1")).Items("codings")[0];
        var (source, id, code) = (coding.Text("source"), coding.Text("id"), coding.Text("code"));
        string[][] runs =
        [
            ["sources"], ["show", source], ["codebook"], ["codings", "--limit", "5"], ["agreement", "--interval", "none"], ["adjudicate", "--limit", "5"], ["journal", "--limit", "50"], ["conflicts", "--all"],
            ["strategy"], ["criterion"], ["performance", "perisai"], ["factor"], ["evidence"], ["misfit"], ["recommend"], ["narrative"], ["thresholds"], ["servo"], ["causes"], ["gap"], ["macro"],
            ["trace", "verdict:perisai", "--down"], ["trace", $"cause:{code}", "--up"], ["saturation", "--permutations", "500"], ["crosstab", "--by", "group"], ["cooccur"],
            ["search", "iuran"], ["kwic", "iuran"], ["words"], ["keyness", "--target", "group=worker"], ["doctor"],
            ["assign", source, "--coders", "Ratna,Bima", "--open"], ["done", source], ["note", $"code:{code}", "Catatan."], ["undo"], ["redo"],
            ["code", source, coding.GetProperty("start").GetRawText(), coding.GetProperty("end").GetRawText(), code], ["rate", "perisai", "SE2", "-1", "--required", "Harian", "--observed", "Bulanan", "--evidence", id],
            ["verdict", "perisai", "--is", "unclear", "--because", "Belum cukup"], ["uncode", id],
            ["merge", place["lain.jembatan"], "--dry-run"], ["copy", place["salin.jembatan"]], ["report", place["laporan.html"]], ["purge", source, "--yes"],
        ];
        foreach (var run in runs)
        {
            var document = await Run.JsonAsync([run[0], study, .. run[1..]]);
            Shape.IsPlain(document);
            Assert.Empty(Ajar(document, run[0]));
        }

        var verbs = (await Run.OfAsync("--help")).Out.Split("Commands:")[1].Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim().Split(' ')[0]);
        Assert.Equal(verbs.Except(Elsewhere).Order(StringComparer.Ordinal), runs.Select(r => r[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(Ajar(await sample.SaidAsync(), "demo"));
    }

    // Paths of objects with a text in two languages that hold more than the two.
    private static IEnumerable<string> Ajar(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Ajar(p.Value, $"{path}.{p.Name}"))
            .Concat(element.TryGetProperty("en", out _) && !element.EnumerateObject().Select(p => p.Name).SequenceEqual(["id", "en"]) || element.TryGetProperty("isEmpty", out _) ? [path] : []),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => Ajar(e, $"{path}[{i}]")),
        _ => [],
    };
}
