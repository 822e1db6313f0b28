using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Jembatan.Cli.Tests.Contract;

namespace Jembatan.Cli.Tests.RealData;

/// <summary>Real interviews through the command line.</summary>
public sealed class RealInterviewTests
{
    [Fact]
    public async Task The_twelve_Sheffield_interviews_come_in_with_their_face_sheet_and_no_character_is_lost()
    {
        var folder = SharedData.Require("data/interviews/sheffield");
        using var place = new Place();
        var study = await place.StudyAsync();
        var imported = await Run.JsonAsync("import", study, folder, "--cases", Path.Combine(folder, "facesheet.xlsx"));
        Assert.Equal((12, 0, 0), (imported.Number("imported"), imported.Number("skipped"), imported.Number("failed")));
        Assert.Equal(12, imported.GetProperty("cases").Items("matches").Count);
        Assert.Empty(imported.GetProperty("cases").GetProperty("missing").EnumerateArray());

        var sources = (await Run.JsonAsync("sources", study)).Items("sources");
        Assert.Equal(12, sources.Count);
        Assert.All(sources, s => Assert.True(s.Number("turns") >= 20 && s.GetProperty("informant").GetProperty("variables").EnumerateObject().Any(), s.GetRawText()));
        await Run.JsonAsync("codebook", study, "--add", "WORK", "--name", "Kerja|Work");
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => !f.EndsWith(".xlsx", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var text = (await Run.JsonAsync("show", study, Path.GetFileNameWithoutExtension(file))).GetProperty("source").Text("text");
            Assert.Equal(Bare(file.EndsWith(".docx", StringComparison.Ordinal) ? Words(file) : await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)), Bare(text));
        }

        var coding = (await Run.JsonAsync("code", study, "Ana", "200", "260", "WORK", "--basis", "experience")).GetProperty("coding");
        Assert.Equal(60, coding.Text("text").EnumerateRunes().Count());
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task The_24_Indonesian_narratives_come_in_and_are_coded()
    {
        var folder = SharedData.Require("data/interviews/frog");
        using var place = new Place();
        var study = await place.StudyAsync();
        Assert.Equal(24, (await Run.JsonAsync("import", study, folder)).Number("imported"));
        await Run.JsonAsync("codebook", study, "--add", "KODOK", "--name", "Kodok|Frog");
        var sources = (await Run.JsonAsync("sources", study)).Items("sources");
        Assert.Equal(24, sources.Count);
        var batch = new StringBuilder();
        foreach (var s in sources) batch.Append(s.Text("name")).Append("\t0\t").Append(Math.Min(40, s.Number("length"))).Append("\tKODOK\n");
        var coded = await Run.WithAsync(batch.ToString(), ["code", study, "--batch", "-", "--json"]);
        Assert.Equal((0, 24), (coded.Code, coded.Json.Items("codings").Count));
        Assert.Equal(24, (await Run.JsonAsync("codebook", study)).Items("codes").Single(c => c.Text("code") == "KODOK").Number("informants"));
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
    }

    // The document's own text elements, joined; white space is layout.
    private static string Words(string docx)
    {
        using var archive = ZipFile.OpenRead(docx);
        using var stream = archive.GetEntry("word/document.xml")!.Open();
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return string.Concat(XDocument.Load(stream).Descendants(w + "t").Select(t => t.Value));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF'));
}
