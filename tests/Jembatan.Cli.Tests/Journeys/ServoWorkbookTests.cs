using Jembatan.App.ServoWorkbooks;
using Jembatan.Cli.Tests.Contract;
using Jembatan.Interchange.Tables;

namespace Jembatan.Cli.Tests.Journeys;

/// <summary>Strategies, ratings and verdicts from a workbook.</summary>
public sealed class ServoWorkbookTests
{
    private static string Workbook(Place place, params (string Sheet, object?[][] Rows)[] sheets)
    {
        var path = place["servo.xlsx"];
        using var stream = File.Create(path);
        TableWriter.WriteXlsx(stream, [.. sheets.Select(s => new SheetData(s.Sheet, [.. s.Rows[0].Select(c => (string)c!)], [.. s.Rows.Skip(1)]))]);
        return path;
    }

    private static (string, object?[][])[] Whole(string codingId) =>
    [
        ("strategies", [["label", "title", "claims", "approach", "goal", "target", "unit"], ["koperasi", "Iuran lewat koperasi", "FI02", "channel, retain", "anggota", 200, "orang"]]),
        ("criteria", [["label", "pair", "question", "required"], ["SE9", "SE", "Dapat dibayar pada musim barat?", "tidak ada tagihan"]]),
        ("performance", [["strategy", "date", "metric", "target", "achieved", "source"], ["koperasi", "2026-06", "anggota", 200, 80, "catatan"]]),
        ("evidence", [["key", "kind", "text", "coding", "strategy", "stance", "source"], ["e1", "quote", null, codingId, "koperasi", -1, null], ["e2", "document", "Tagihan tanggal 10", null, "koperasi", -1, "brosur"]]),
        ("factors", [["element", "statement", "evidence"], ["E", "Tidak melaut pada musim barat", "e1"]]),
        ("ratings", [["strategy", "criterion", "value", "observed", "evidence", "rationale", "rater"], ["koperasi", "SE9", -1, "tagihan bulanan", "e1, e2", null, "Ana"], ["koperasi", "SE9", "INSUFFICIENT", null, null, "belum melihat", "Budi"]]),
        ("verdicts", [["strategy", "is", "because"], ["koperasi", "misfit", "Tagihan tidak ikut musim"]]),
        ("misfits", [["strategy", "criterion", "statement", "causes", "disposition", "severity"], ["koperasi", "SE9", "Tagihan jatuh di musim kosong", "FI02", "mitigate", 4]]),
        ("recommendations", [["change", "misfits", "evidence", "owner"], ["Tagih sesudah musim", "koperasi/SE9", "e2", "Cabang"]]),
    ];

    private static async Task<(string Study, string Coding)> StudyAsync(Place place)
    {
        var study = await place.StudyAsync();
        await Run.JsonAsync("codebook", study, "--add", "FI02", "--name", "Pendapatan tidak menentu", "--element", "E");
        await Run.JsonAsync("import", study, place.Write("n01.txt", "Pewawancara: Kenapa?\nNarasumber: Musim barat tidak melaut.\n"));
        return (study, (await Run.JsonAsync("code", study, "n01", "33", "57", "FI02")).GetProperty("coding").Text("id"));
    }

    [Fact]
    public async Task The_template_explains_every_column_and_is_empty()
    {
        using var place = new Place();
        var said = (await Run.JsonAsync("template", place["kosong.xlsx"])).GetProperty("template");
        Assert.Equal(ServoSheets.All.Select(s => s.Name), said.Items("sheets").Select(s => s.Text("name")));
        await using var stream = File.OpenRead(place["kosong.xlsx"]);
        var sheets = (await TableReader.ReadSheetsAsync("kosong.xlsx", stream, null, TestContext.Current.CancellationToken)).Value;
        Assert.Equal(ServoSheets.All.Sum(s => s.Columns.Count + 1), sheets["guide"].Rows.Count);
        await Run.FailsAsync("template/exists", "template", place["kosong.xlsx"]);
        var study = await place.StudyAsync();
        await Run.FailsAsync("servo/no-sheet", "import", study, place["kosong.xlsx"], "--kind", "servo");
        var docs = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "formats", "servo-workbook.md"), TestContext.Current.CancellationToken);
        foreach (var sheet in ServoSheets.All)
        {
            Assert.Contains($"## `{sheet.Name}`", docs, StringComparison.Ordinal);
            Assert.All(sheet.Columns, c => Assert.Contains($"| `{c.Name}` |", docs, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_workbook_comes_in_whole_as_one_step_of_undo()
    {
        using var place = new Place();
        var (study, coding) = await StudyAsync(place);
        var imported = await Run.JsonAsync("import", study, Workbook(place, Whole(coding)), "--kind", "servo", "--coder", "Ana");
        Assert.Equal(ServoSheets.All.Select(s => s.Name), imported.Items("files")[0].Items("sheets").Select(s => s.Text("sheet")));

        var strategy = (await Run.JsonAsync("servo", study)).Items("strategies")[0];
        var pair = strategy.Items("pairs")[0];
        Assert.Equal(-0.5, pair.GetProperty("fit").GetDouble(), 12);
        Assert.Equal(2, pair.Number("evidence"));
        Assert.Equal(("misfit", "Ana"), (strategy.Text("verdict"), strategy.Text("verdictBy")));
        var change = Assert.Single((await Run.JsonAsync("recommend", study)).Items("recommendations"));
        Assert.Contains("Musim barat tidak melaut", (await Run.JsonAsync("trace", study, "misfit:koperasi/SE9", "--down")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Tagih sesudah musim", change.Text("change"));

        var again = await Run.JsonAsync("import", study, Workbook(place, Whole(coding)), "--kind", "servo", "--coder", "Ana");
        Assert.All(again.Items("files")[0].Items("sheets").Where(s => s.Text("sheet") is not ("evidence" or "factors")), s => Assert.Equal(0, s.Number("added")));
        Assert.Equal("Import servo.xlsx", (await Run.JsonAsync("undo", study, "--steps", "2", "--coder", "Ana")).Items("undone")[0].Text("label"));
        Assert.Empty((await Run.JsonAsync("strategy", study)).GetProperty("strategies").EnumerateArray());
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task A_misfit_from_a_workbook_says_what_one_confirmed_by_hand_says()
    {
        using var place = new Place();
        using var other = new Place();
        var (imported, coding) = await StudyAsync(place);
        var own = ("misfits", (object?[][])[["strategy", "criterion", "statement"], ["koperasi", "SE9", "Tagihan jatuh di musim kosong"]]);
        await Run.JsonAsync("import", imported, Workbook(place, [.. Whole(coding).Where(s => s.Item1 is not ("misfits" or "recommendations")), own]), "--kind", "servo", "--coder", "Ana");
        var (byHand, same) = await StudyAsync(other);
        await Run.JsonAsync("import", byHand, Workbook(other, [.. Whole(same).Where(s => s.Item1 is not ("misfits" or "recommendations"))]), "--kind", "servo", "--coder", "Ana");
        await Run.JsonAsync("misfit", byHand, "koperasi/SE9", "--confirm", "--statement", "Tagihan jatuh di musim kosong", "--analyst", "Ana");
        var (one, two) = ((await Run.JsonAsync("misfit", imported)).Items("misfits")[0], (await Run.JsonAsync("misfit", byHand)).Items("misfits")[0]);
        Assert.Equal(("tidak ada tagihan", "tagihan bulanan"), (one.Text("required"), one.Text("observed")));
        foreach (var field in (string[])["type", "required", "observed", "statement", "status", "severity", "disposition", "causes"])
            Assert.Equal(two.GetProperty(field).GetRawText(), one.GetProperty(field).GetRawText());
        Assert.Equal("""["FI02"]""", one.GetProperty("causes").GetRawText());
    }

    [Fact]
    public async Task A_row_that_breaks_a_rule_is_named_and_nothing_comes_in()
    {
        using var place = new Place();
        var (study, coding) = await StudyAsync(place);
        (string Code, string At, (string, object?[][]) Sheet)[] broken =
        [
            ("rating/no-evidence", "ratings!2", ("ratings", [["strategy", "criterion", "value"], ["koperasi", "SE9", 1]])),
            ("servo/bad-row", "ratings!3", ("ratings", [["strategy", "criterion", "value", "evidence"], ["koperasi", "SE9", -1, "e1"], ["koperasi", "SE9", 3, "e1"]])),
            ("servo/bad-row", "verdicts!2", ("verdicts", [["strategy", "is", "because"], ["tidak-ada", "fit", "x"]])),
            ("servo/bad-row", "verdicts!2", ("verdicts", [["strategy", "is", "because"], ["koperasi", "fit", null]])),
            ("verdict/unknown", "verdicts!2", ("verdicts", [["strategy", "is", "because"], ["koperasi", "bagus", "x"]])),
            ("code/not-found", "misfits!2", ("misfits", [["strategy", "criterion", "statement", "causes"], ["koperasi", "SE9", "x", "ZZ99"]])),
            ("servo/no-column", "verdicts", ("verdicts", [["strategy", "because"], ["koperasi", "x"]])),
        ];
        foreach (var (code, at, sheet) in broken)
        {
            var problem = await Run.FailsAsync(code, "import", study, Workbook(place, [.. Whole(coding).Where(s => s.Item1 != sheet.Item1 && s.Item1 != "recommendations"), sheet]), "--kind", "servo");
            Assert.Equal(at, problem.Text("at"));
        }

        await Run.FailsAsync("xlsx/not-a-zip", "import", study, place.Write("rusak.xlsx", "bukan buku kerja"), "--kind", "servo");
        Assert.Empty((await Run.JsonAsync("strategy", study)).GetProperty("strategies").EnumerateArray());
        Assert.Empty((await Run.JsonAsync("evidence", study)).GetProperty("evidence").EnumerateArray());
    }
}
