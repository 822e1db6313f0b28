using System.Text.Json;
using Jembatan.App.Traces;
using Jembatan.Cli.Tests.Contract;
using Jembatan.Storage;

namespace Jembatan.Cli.Tests.Journeys;

/// <summary>A study of one's own from nothing to a verdict, by commands alone.</summary>
public sealed class OwnStudyTests
{
    private const string First = "Pewawancara: Kenapa iurannya berhenti?\nNarasumber: Uangnya tidak tentu, kadang seminggu kosong 🐟.\nPewawancara: Lalu?\nNarasumber: Agennya juga jarang datang ke sini.\n";
    private const string Second = "Pewawancara: Bagaimana kalau musim barat?\nNarasumber: Musim barat kami tidak melaut, jadi tidak bayar.\n";

    [Fact]
    public async Task From_nothing_to_a_verdict_and_a_report_whose_numbers_open()
    {
        using var place = new Place();
        var study = place["nelayan.jembatan"];
        (await Run.JsonAsync("new", study, "--title", "Nelayan", "--template", "servo")).GetProperty("study").Begins("id", "title", "language", "template");

        Directory.CreateDirectory(place["transkrip"]);
        place.Write("transkrip/n01.txt", First);
        place.Write("transkrip/n02.txt", Second);
        place.Write("lembar.csv", "nama,kelompok,status\nn01,worker,lapsed\nn02,worker,never\n");
        var preview = await Run.JsonAsync("import", study, place["transkrip"], "--cases", place["lembar.csv"], "--preview");
        Assert.Equal([2, 3], preview.GetProperty("cases").Items("matches").Select(m => m.Number("row")));
        Assert.Empty((await Run.JsonAsync("sources", study)).GetProperty("sources").EnumerateArray());
        var imported = await Run.JsonAsync("import", study, place["transkrip"], "--cases", place["lembar.csv"]);
        imported.Begins("files", "imported", "skipped", "failed", "cases", "problem");
        Assert.Equal((2, 0), (imported.Number("imported"), imported.Number("failed")));

        var twin = await Run.JsonAsync("import", study, place.Write("salinan n01.txt", First));
        Assert.StartsWith("The source 'n01' holds the same text.", twin.Items("files")[0].Items("losses").Single().GetString(), StringComparison.Ordinal);
        await Run.JsonAsync("undo", study);

        await Run.JsonAsync("codebook", study, "--add", "FI02", "--name", "Pendapatan tidak menentu", "--element", "E");
        await Run.JsonAsync("codebook", study, "--add", "AG01", "--name", "Agen jarang datang", "--element", "R", "--origin", "data");
        var income = await CodeAsync(study, "n01", First, "Uangnya tidak tentu, kadang seminggu kosong 🐟", "FI02", "--basis", "experience");
        var season = await CodeAsync(study, "n02", Second, "Musim barat kami tidak melaut", "FI02", "--basis", "experience");
        var agent = await CodeAsync(study, "n01", First, "Agennya juga jarang datang ke sini", "AG01", "--basis", "observation", "--coder", "Budi");
        await Run.JsonAsync("note", study, $"coding:{agent}", "Tanya lagi di kampung sebelah.");
        await Run.JsonAsync("done", study, "n01", "--coder", "Ana");
        var shown = (await Run.OfAsync("show", study, "n01")).Out.Split('\n');
        foreach (var line in First.TrimEnd('\n').Split('\n'))
            Assert.Contains($"{First[..First.IndexOf(line, StringComparison.Ordinal)].EnumerateRunes().Count(),3}  {line}", shown);

        await Run.JsonAsync("strategy", study, "--add", "koperasi", "--title", "Iuran lewat koperasi", "--claims", "FI02", "AG01", "--status", "pilot");
        await Run.JsonAsync("criterion", study, "--add", "SE9", "--pair", "SE", "--question", "Dapat dibayar pada musim barat?", "--required", "tidak ada tagihan Desember sampai Februari");
        await Run.JsonAsync("performance", study, "koperasi", "--date", "2026-06", "--metric", "anggota baru", "--target", "200", "--achieved", "80", "--source", "catatan koperasi");
        var evidence = (await Run.JsonAsync("evidence", study, "--kind", "document", "--text", "Tagihan jatuh tanggal 10", "--source", "brosur 2026", "--issuer", "koperasi", "--strategy", "koperasi", "--stance", "-1"))
            .GetProperty("evidence").Text("id");
        await Run.JsonAsync("factor", study, "--element", "E", "--statement", "Tidak ada penghasilan pada musim barat", "--evidence", evidence, season);
        Assert.Equal(2, (await Run.JsonAsync("factor", study)).Items("factors")[^1].Items("evidence").Count);
        await Run.FailsAsync("rating/no-evidence", "rate", study, "koperasi", "SE9", "-1", "--required", "x", "--observed", "y");
        var rating = (await Run.JsonAsync("rate", study, "koperasi", "SE9", "-1", "--observed", "tagihan bulanan", "--evidence", season, income, evidence, "--rater", "Ana")).GetProperty("rating");
        Assert.Equal(3, rating.Items("evidence").Count);
        await Run.JsonAsync("rate", study, "koperasi", "SE9", "-2", "--observed", "tagihan bulanan", "--evidence", season, evidence, "--rater", "Budi", "--horizon", "2030");

        var board = await Run.JsonAsync("servo", study, "--strategy", "koperasi");
        var pair = board.Items("strategies")[0].Items("pairs")[0];
        Assert.Equal(-0.5, pair.GetProperty("fit").GetDouble(), 12);
        Assert.Equal("insufficient", pair.Text("verdict"));
        await Run.FailsAsync("verdict/no-rationale", "verdict", study, "koperasi", "--is", "misfit", "--because", " ");
        var verdict = (await Run.JsonAsync("verdict", study, "koperasi", "--is", "misfit", "--because", "Tagihan tidak ikut musim", "--analyst", "Ana")).GetProperty("verdict");
        Assert.Equal("misfit", verdict.Text("is"));

        Assert.Contains((await Run.JsonAsync("misfit", study)).Items("misfits"), m => m.Text("key") == "koperasi/SE9");
        await Run.JsonAsync("misfit", study, "koperasi/SE9", "--confirm", "--disposition", "mitigate", "--severity", "4");
        var change = (await Run.JsonAsync("recommend", study, "--change", "Tagih sesudah musim", "--misfit", "koperasi/SE9", "--owner", "Cabang")).GetProperty("recommendation").Text("id");
        await Run.JsonAsync("narrative", study, "cause:FI02", "--text", $"Bukan besarnya, tetapi harinya. [[coding:{income}]]");

        var cause = (await Run.JsonAsync("causes", study)).Items("causes")[0];
        Assert.Equal(("FI02", 2, 2), (cause.Text("code"), cause.Number("informants"), cause.Number("ofInformants")));
        Assert.Equal("koperasi", cause.Items("strategies")[0].Text("id"));

        var up = (await Run.JsonAsync("trace", study, season, "--up")).GetProperty("node").GetRawText();
        foreach (var id in (string[])["fit:koperasi/SE", "verdict:koperasi", "cause:FI02"]) Assert.Contains(id, up, StringComparison.Ordinal);
        var down = (await Run.JsonAsync("trace", study, $"recommendation:{change}", "--down")).GetProperty("node").GetRawText();
        Assert.Contains("Musim barat kami tidak melaut", down, StringComparison.Ordinal);

        await Run.JsonAsync("report", study, place["laporan.html"]);
        await Run.JsonAsync("report", study, place["laporan.docx"]);
        await EveryIdOpensAsync(study, await File.ReadAllTextAsync(place["laporan.html"], TestContext.Current.CancellationToken));

        var uncoded = await Run.JsonAsync("uncode", study, season);
        uncoded.Begins("removed", "evidenceRemoved", "ratingsReopened");
        Assert.Equal(2, uncoded.Number("ratingsReopened"));
        Assert.Equal(JsonValueKind.Null, (await Run.JsonAsync("servo", study, "--strategy", "koperasi")).Items("strategies")[0].Items("pairs")[0].GetProperty("fit").ValueKind);
        await Run.JsonAsync("undo", study);
        Assert.Equal(-0.5, (await Run.JsonAsync("servo", study, "--strategy", "koperasi")).Items("strategies")[0].Items("pairs")[0].GetProperty("fit").GetDouble(), 12);
        await Run.JsonAsync("redo", study);
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
    }

    internal static async Task<string> CodeAsync(string study, string source, string text, string words, string code, params string[] rest)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        var start = text[..at].EnumerateRunes().Count();
        var end = start + words.EnumerateRunes().Count();
        var coding = (await Run.JsonAsync(["code", study, source, $"{start}", $"{end}", code, .. rest])).GetProperty("coding");
        Assert.Equal(words, coding.Text("text"));
        return coding.Text("id");
    }

    // The ids stand in the report as jembatan trace takes them; all are opened in this process, three by the program.
    private static async Task EveryIdOpensAsync(string study, string html)
    {
        var ids = System.Text.RegularExpressions.Regex.Matches(html, "id=\"t--([^\"]+)\"").Select(m => Plain(m.Groups[1].Value)).Distinct().ToList();
        Assert.Contains("verdict:koperasi", ids);
        Assert.Contains("fit:koperasi/SE", ids);
        Assert.Contains("cause:FI02", ids);
        var opened = await StudyStore.OpenAsync(new StudyLocation.File(study), StudyAccess.Read, TimeProvider.System, TestContext.Current.CancellationToken);
        await using var store = opened.Value;
        await using var db = store.NewDb();
        foreach (var id in ids)
        {
            var trace = await Trace.HandleAsync(new(id, Depth: 1), db, TestContext.Current.CancellationToken);
            Assert.True(trace.IsOk, $"{id}: {trace.Problem}");
        }

        foreach (var id in ids.Where(i => i.StartsWith("fit:", StringComparison.Ordinal) || i.StartsWith("coding:", StringComparison.Ordinal)).Take(3)) await Run.JsonAsync("trace", study, id);
    }

    // An anchor writes the colon as two hyphens and other signs by their numbers: fit:koperasi/SE is fit--koperasi_2f_SE.
    private static string Plain(string anchor) => System.Text.RegularExpressions.Regex.Replace(
        anchor.Replace("--", ":", StringComparison.Ordinal), "_([0-9a-f]+)_", m => char.ConvertFromUtf32(Convert.ToInt32(m.Groups[1].Value, 16)));

    [Fact]
    public async Task Merging_retiring_renaming_and_undo_work_on_the_codebook()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        foreach (var code in (string[])["A1", "A2", "B1"]) await Run.JsonAsync("codebook", study, "--add", code, "--name", $"Kode {code}");
        await Run.FailsAsync("code/label-taken", "codebook", study, "--add", "A1", "--name", "lagi");
        await Run.JsonAsync("codebook", study, "--rename", "A1", "--to", "A9", "--name", "Sembilan");
        await Run.JsonAsync("codebook", study, "--move", "A2", "--parent", "A9");
        await Run.JsonAsync("codebook", study, "--retire", "B1");
        var codes = (await Run.JsonAsync("codebook", study)).Items("codes");
        Assert.Equal("A9", codes.Single(c => c.Text("code") == "A2").Text("parent"));
        Assert.True(codes.Single(c => c.Text("code") == "B1").GetProperty("retired").GetBoolean());
        Assert.Equal(2, (await Run.JsonAsync("undo", study, "--steps", "2")).Items("undone").Count);
        codes = (await Run.JsonAsync("codebook", study)).Items("codes");
        Assert.Equal(JsonValueKind.Null, codes.Single(c => c.Text("code") == "A2").GetProperty("parent").ValueKind);
        Assert.False(codes.Single(c => c.Text("code") == "B1").GetProperty("retired").GetBoolean());
        await Run.FailsAsync("journal/nothing-to-undo", "undo", study, "--coder", "Orang lain");
    }

    [Fact]
    public async Task Many_codings_come_from_a_file_and_each_line_that_fails_is_named()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        await Run.JsonAsync("codebook", study, "--add", "A1", "--name", "Kode");
        await Run.JsonAsync("import", study, place.Write("n01.txt", First));
        place.Write("banyak.tsv", "# sumber\tawal\takhir\tkode\nn01\t0\t11\tA1\nn01\t13\t19\tA1\t-1\texperience\nn01\t13\t999999\tA1\nn01\tx\n\nn01\t0\t5\tTIDAK\n");
        var run = await Run.OfAsync("code", study, "--batch", place["banyak.tsv"], "--json");
        Assert.Equal(1, run.Code);
        Assert.Equal([2, 3], run.Json.Items("codings").Select(c => c.Number("line")));
        Assert.Equal(["selection/outside", "code/bad-line", "code/not-found"], run.Json.Items("failed").Select(f => f.GetProperty("problem").Text("code")));
        Assert.Equal([4, 5, 7], run.Json.Items("failed").Select(f => f.Number("line")));
        Assert.Equal([-1], (await Run.JsonAsync("codings", study)).Items("codings").Where(c => c.Number("start") == 13).Select(c => c.Number("stance")));
    }
}
