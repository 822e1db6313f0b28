using System.IO.Compression;
using System.Text;
using System.Xml;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Tests.RealData;

/// <summary>Twelve real interviews with their face sheet: University of Sheffield, doi 10.15131/shef.data.23567223.</summary>
public sealed class SheffieldTests
{
    private static async Task<Dictionary<string, ImportedText>> AllAsync()
    {
        var texts = new Dictionary<string, ImportedText>();
        foreach (var file in Directory.EnumerateFiles(SharedData.Folder("interviews/sheffield")).Where(f => !f.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            await using var stream = File.OpenRead(file);
            var result = await Importers.ImportAsync(Path.GetFileName(file), stream, TestContext.Current.CancellationToken);
            Assert.True(result.IsOk, $"{file}: {result.Problem}");
            texts.Add(file, result.Value);
        }

        return texts;
    }

    [Fact]
    public async Task Twelve_interviews_come_in_and_each_has_turns_of_both_voices()
    {
        var texts = await AllAsync();
        Assert.Equal(12, texts.Count);
        Assert.All(texts, t =>
        {
            Assert.True(t.Value.Turns.Count >= 20, $"{t.Key} has {t.Value.Turns.Count} turns");
            Assert.All(t.Value.Turns, turn => Assert.Equal(turn.Speaker.StartsWith("Researcher", StringComparison.OrdinalIgnoreCase), turn.Voice == Voice.Interviewer));
            Assert.InRange(t.Value.Turns.Count(turn => turn.Voice == Voice.Interviewer), 8, t.Value.Turns.Count - 8);
            Assert.All(t.Value.Turns, turn => Assert.StartsWith(turn.Speaker, t.Value.Text.Slice(turn.Start, turn.End), StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task No_character_is_lost_against_the_text_elements_of_the_document()
    {
        foreach (var (file, imported) in (await AllAsync()).Where(t => t.Key.EndsWith(".docx", StringComparison.Ordinal)))
            Assert.Equal(TextElements(file), Bare(imported.Text.Value));
    }

    [Fact]
    public async Task A_text_file_keeps_every_character()
    {
        foreach (var (file, imported) in (await AllAsync()).Where(t => t.Key.EndsWith(".txt", StringComparison.Ordinal)))
            Assert.Equal(File.ReadAllText(file, Encoding.UTF8).ReplaceLineEndings("\n"), imported.Text.Value);
    }

    [Fact]
    public async Task The_face_sheet_matches_twelve_interviews_and_keeps_dates_and_times()
    {
        var folder = SharedData.Folder("interviews/sheffield");
        await using var stream = File.OpenRead(Path.Combine(folder, "facesheet.xlsx"));
        var cases = await CaseTable.ReadAsync("facesheet.xlsx", stream, TestContext.Current.CancellationToken);
        var names = Directory.EnumerateFiles(folder).Where(f => !f.EndsWith(".xlsx", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!).ToList();
        var matching = cases.Value.Match(names).Value;

        Assert.Equal(12, matching.Matches.Count);
        Assert.Empty(matching.Duplicates);
        Assert.Empty(matching.Missing);
        Assert.Equal("TranscriptName", cases.Value.Table.Header[matching.Column]);

        var table = cases.Value.Table;
        var jessica = table.Rows[matching.Matches.Single(m => m.Cell == "Jessica").Row];
        Assert.Equal("2023-04-21", jessica[table.IndexOf("InterviewDate")]);
        Assert.Equal("10:33:00", jessica[table.IndexOf("InterviewTime")]);
        Assert.Equal("00:43:07", jessica[table.IndexOf("InterviewLength_HH-MM-SS")]);
    }

    // An extraction of its own: every w:t in order, nothing else.
    private static string TextElements(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var reader = XmlReader.Create(zip.GetEntry("word/document.xml")!.Open());
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "t", Prefix: "w", IsEmptyElement: false }) continue;
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement) text.Append(reader.Value);
        }

        return Bare(text.ToString());
    }

    private static string Bare(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
}
