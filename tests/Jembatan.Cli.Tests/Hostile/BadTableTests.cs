using Jembatan.Cli.Tests.Contract;

namespace Jembatan.Cli.Tests.Hostile;

/// <summary>Tables that cannot be used, or only in part.</summary>
public sealed class BadTableTests
{
    [Fact]
    public async Task Rows_twice_or_without_a_match_are_listed_and_change_nothing()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        place.Write("n01.txt", "Narasumber: satu.\n");
        place.Write("n02.txt", "Narasumber: dua.\n");
        var cases = place.Write("kasus.csv", "nama,kelompok,umur\nn01,worker,40\nn01,expert,41\nn09,branch,42\n");
        var matched = (await Run.JsonAsync("import", study, place["n01.txt"], place["n02.txt"], "--cases", cases)).GetProperty("cases");
        Assert.Equal(["n01"], matched.Items("matches").Select(m => m.Text("name")));
        Assert.Single(matched.Items("duplicates"));
        Assert.Single(matched.Items("unmatched"));
        Assert.Equal(["n02"], matched.Items("missing").Select(m => m.GetString()));
        var informant = (await Run.JsonAsync("sources", study)).Items("sources").Single(s => s.Text("name") == "n01").GetProperty("informant");
        Assert.Equal(("worker", 40), (informant.Text("group"), informant.GetProperty("variables").Number("umur")));
    }

    [Fact]
    public async Task A_table_that_matches_nothing_or_cannot_be_read_stops_the_import_before_it_begins()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        var text = place.Write("n01.txt", "Narasumber: satu.\n");
        foreach (var (file, code) in new[]
        {
            (place.Write("lain.csv", "nama,umur\nxyz,40\n"), "cases/no-match"), (place.Write("rusak.xlsx", Zips.Of(("xl/workbook.xml", "<x"u8.ToArray()))), "xlsx/bad-xml"),
            (place.Write("terkunci.xlsx", Zips.Encrypted()), "xlsx/encrypted"), (place.Write("kosong.csv", []), "import/empty"), (place["tidak-ada.csv"], "import/not-found"),
        })
            await Run.FailsAsync(code, "import", study, text, "--cases", file);
        Assert.Empty((await Run.JsonAsync("sources", study)).GetProperty("sources").EnumerateArray());
    }

    [Fact]
    public async Task A_selection_cannot_stand_inside_a_pair_because_positions_count_whole_characters()
    {
        using var place = new Place();
        var study = await place.StudyAsync();
        await Run.JsonAsync("codebook", study, "--add", "X1", "--name", "Kode");
        await Run.JsonAsync("import", study, place.Write("ikan.txt", "a🐟b👩‍🌾c\n"));
        foreach (var (start, end, words) in new[] { (0, 1, "a"), (1, 2, "🐟"), (2, 3, "b"), (3, 6, "👩‍🌾"), (3, 4, "👩"), (6, 7, "c") })
            Assert.Equal(words, (await Run.JsonAsync("code", study, "ikan", $"{start}", $"{end}", "X1")).GetProperty("coding").Text("text"));
        await Run.FailsAsync("selection/outside", "code", study, "ikan", "6", "9", "X1");
    }
}
