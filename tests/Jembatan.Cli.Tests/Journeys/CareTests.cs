using System.Text;
using System.Text.Json;
using Jembatan.Cli.Tests.Contract;

namespace Jembatan.Cli.Tests.Journeys;

/// <summary>Copying, purging, checking, memos.</summary>
public sealed class CareTests(SampleStudy sample)
{
    [Fact]
    public async Task A_copy_is_whole_and_a_replica_of_its_own_and_nothing_is_overwritten()
    {
        using var place = new Place();
        var copied = (await Run.JsonAsync("copy", await sample.PathAsync(), place["salinan.jembatan"])).GetProperty("copy").Begins("path", "bytes");
        Assert.Equal(new FileInfo(place["salinan.jembatan"]).Length, copied.GetProperty("bytes").GetInt64());
        Assert.Equal((await Run.JsonAsync("sources", await sample.PathAsync())).GetRawText(), (await Run.JsonAsync("sources", place["salinan.jembatan"])).GetRawText());
        await Run.FailsAsync("study/exists", "copy", await sample.PathAsync(), place["salinan.jembatan"]);
    }

    [Fact]
    public async Task A_code_put_again_corrects_what_was_said_of_it_and_a_first_step_can_be_done_again()
    {
        using var place = new Place();
        var study = place["ulang.jembatan"];
        await Run.JsonAsync("new", study, "--title", "Ulang", "--template", "blank");
        await Run.JsonAsync("import", study, place.Write("w1.txt", "N: Uangnya tidak tentu.\n"), "--coder", "Siti");
        await Run.JsonAsync("undo", study, "--coder", "Siti");
        await Run.JsonAsync("redo", study, "--coder", "Siti");
        Assert.All((await Run.JsonAsync("journal", study)).Items("journal").Where(j => j.Text("kind") != "create").Take(3), j => Assert.Equal("Siti", j.Text("coder")));
        await Run.JsonAsync("codebook", study, "--add", "X1", "--name", "Kode");
        await Run.JsonAsync("code", study, "w1", "3", "9", "X1", "--coder", "Siti");
        var again = await Run.JsonAsync("code", study, "w1", "3", "9", "X1", "--coder", "Siti", "--stance", "-1", "--note", "dibaca ulang");
        Assert.True(again.GetProperty("wasThere").GetBoolean());
        var piped = await Run.WithAsync("\uFEFFw1\t3\t9\tX1\t\tknowledge\n", ["code", study, "--batch", "-", "--coder", "Siti", "--json"]);
        Assert.Equal(0, piped.Code);
        var coding = Assert.Single((await Run.JsonAsync("codings", study)).Items("codings"));
        Assert.Equal((-1, "knowledge", "dibaca ulang"), (coding.Number("stance"), coding.Text("basis"), coding.Text("note")));
        foreach (var id in new[] { (await Run.JsonAsync("sources", study)).Items("sources")[0].Text("id"), coding.Text("source") })
            Assert.Equal("source:w1", (await Run.JsonAsync("trace", study, id)).Text("id"));
        await Run.FailsAsync("study/not-found", "merge", study, place["tiada.jembatan"]);
    }

    [Fact]
    public async Task A_purge_asks_first_and_then_leaves_no_word_in_the_file()
    {
        using var place = new Place();
        var study = await sample.CopyAsync(place.Path);
        var source = (await Run.JsonAsync("sources", study)).Items("sources").Last(s => s.GetProperty("informant").Text("group") == "worker").Text("name");
        var words = (await Run.JsonAsync("codings", study, "--source", source)).Items("codings").Select(c => c.Text("text")).Where(t => t.Length > 40 && !t.Contains('\n')).Take(5).ToList();
        Assert.NotEmpty(words);

        await Run.FailsAsync("purge/not-agreed", "purge", study, source);
        Assert.All(words, w => Assert.True(Holds(study, w), $"'{w}' should still stand there"));
        var purged = (await Run.JsonAsync("purge", study, source, "--yes", "--coder", "Ana")).GetProperty("purged");
        Assert.Equal(("source", source), (purged.Text("kind"), purged.Text("name")));
        Assert.True(purged.Number("ratingsReopened") > 0, purged.GetRawText());
        Assert.All(words, w => Assert.False(Holds(study, w), $"'{w}' still stands in the file"));
        Assert.Contains("[purged sha256:", (await Run.JsonAsync("show", study, source)).GetProperty("source").Text("text"), StringComparison.Ordinal);
        Assert.Contains((await Run.JsonAsync("journal", study, "--limit", "3")).Items("journal"), j => j.Text("kind") == "purge" && j.Text("coder") == "Ana");
        Assert.Contains((await Run.JsonAsync("servo", study)).Items("strategies"), s => s.Number("reopenedRatings") > 0);
        var doctor = await Run.OfAsync("doctor", study, "--json");
        Assert.True(doctor.Json.GetProperty("healthy").GetBoolean(), doctor.Out);
    }

    [Fact]
    public async Task Purging_an_informant_takes_name_variables_and_all_sources()
    {
        using var place = new Place();
        var study = await sample.CopyAsync(place.Path);
        var s = (await Run.JsonAsync("sources", study)).Items("sources")[0];
        var informant = s.GetProperty("informant").Text("name");
        await Run.JsonAsync("purge", study, $"informant:{informant}", "--yes");
        var after = (await Run.JsonAsync("sources", study)).Items("sources");
        Assert.DoesNotContain(after, x => x.Text("name") == s.Text("name"));
        var purged = Assert.Single(after, x => x.GetProperty("purged").GetBoolean());
        Assert.NotEqual(informant, purged.GetProperty("informant").Text("name"));
        Assert.Equal(s.Number("codings"), purged.Number("codings"));
        await Run.FailsAsync("purge/not-found", "purge", study, "siapa-ini", "--yes");
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task The_doctor_tells_a_changed_text_a_moved_anchor_and_a_journal_that_differs()
    {
        using var place = new Place();
        foreach (var (sql, code) in new[]
        {
            ("UPDATE Blobs SET Content = replace(Content, 'a', 'o') WHERE Hash IN (SELECT TextHash FROM Revisions LIMIT 1)", "text/hash"),
            ("UPDATE Codings SET \"Start\" = \"Start\" + 1, \"End\" = \"End\" + 1 WHERE rowid = (SELECT min(rowid) FROM Codings)", "coding/anchor"),
            ("UPDATE Strategies SET \"Owner\" = 'orang lain' WHERE rowid = (SELECT min(rowid) FROM Strategies)", "journal/differs"),
        })
        {
            var study = await sample.CopyAsync(place.Path);
            await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={study};Pooling=false"))
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            }

            var run = await Run.OfAsync("doctor", study, "--json");
            Assert.Equal(1, run.Code);
            Assert.False(run.Json.GetProperty("healthy").GetBoolean());
            Assert.Contains(run.Json.Items("findings"), f => f.Text("code") == code);
            File.Delete(study);
        }
    }

    [Fact]
    public async Task Memos_stand_on_anything_and_an_empty_one_takes_it_away()
    {
        using var place = new Place();
        var study = await sample.CopyAsync(place.Path);
        var source = (await Run.JsonAsync("sources", study)).Items("sources")[0].Text("name");
        foreach (var (target, kind) in new[] { ("study", "study"), (source, "source"), ("FI02", "code"), ("perisai", "strategy"), ("criterion:SE2", "criterion") })
            Assert.Equal(kind, (await Run.JsonAsync("note", study, target, "Perlu dicek lagi.")).GetProperty("note").Begins("noteId", "kind", "name", "text").Text("kind"));
        Assert.Equal(JsonValueKind.Null, (await Run.JsonAsync("note", study, "FI02", "")).GetProperty("note").GetProperty("noteId").ValueKind);
        await Run.FailsAsync("note/not-found", "note", study, "tidak ada ini", "x");
    }

    private static bool Holds(string file, string words) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
}
