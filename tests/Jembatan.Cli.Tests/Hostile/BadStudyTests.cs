using System.Diagnostics;
using Jembatan.Cli.Tests.Contract;
using Microsoft.Data.Sqlite;

namespace Jembatan.Cli.Tests.Hostile;

/// <summary>Study files that cannot be opened or written to.</summary>
public sealed class BadStudyTests
{
    private const string Talk = "Pewawancara: Kenapa?\nNarasumber: Ya begitu saja.\n";

    private static async Task<string> CodedAsync(Place place)
    {
        var study = await place.StudyAsync();
        await Run.JsonAsync("codebook", study, "--add", "X1", "--name", "Kode");
        await Run.JsonAsync("import", study, place.Write("n01.txt", Talk));
        await Run.JsonAsync("code", study, "n01", "0", "5", "X1");
        return study;
    }

    [Fact]
    public async Task A_file_that_is_no_study_is_told_and_left_as_it_is()
    {
        using var place = new Place();
        var text = place.Write("catatan.jembatan", "ini catatan saya");
        await Run.FailsAsync("study/not-a-study", "sources", text);
        Assert.Equal("ini catatan saya", await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken));
        await Run.FailsAsync("study/not-a-study", "sources", place.Write("kosong.jembatan", []));
        var other = place["lain.jembatan"];
        await using (var connection = new SqliteConnection($"Data Source={other};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE t(x); INSERT INTO t VALUES (1);";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Run.FailsAsync("study/not-a-study", "code", other, "a", "0", "1", "X");
        await Run.FailsAsync("study/exists", "new", other, "--title", "x");
    }

    [Fact]
    public async Task A_study_of_a_newer_program_is_told_and_left_as_it_is()
    {
        using var place = new Place();
        var study = await CodedAsync(place);
        var bytes = await File.ReadAllBytesAsync(study, TestContext.Current.CancellationToken);
        bytes[63] = 99;
        await File.WriteAllBytesAsync(study, bytes, TestContext.Current.CancellationToken);
        await Run.FailsAsync("study/newer", "sources", study);
        await Run.FailsAsync("study/newer", "code", study, "n01", "0", "6", "X1");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(study, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_read_only_study_can_be_read_but_not_changed()
    {
        using var place = new Place();
        var study = await CodedAsync(place);
        File.SetAttributes(study, FileAttributes.ReadOnly);
        await Run.FailsAsync("study/read-only", "code", study, "n01", "0", "6", "X1");
        Assert.Single((await Run.JsonAsync("codings", study)).Items("codings"));
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
        File.SetAttributes(study, FileAttributes.Normal);
    }

    [Fact]
    public async Task A_study_that_another_program_writes_to_is_busy_and_readable_and_free_again_afterwards()
    {
        using var place = new Place();
        var study = await CodedAsync(place);
        await using (var other = new SqliteConnection($"Data Source={study};Pooling=false"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE;";
            await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await Run.FailsAsync("study/busy", "code", study, "n01", "0", "6", "X1");
            Assert.Single((await Run.JsonAsync("codings", study)).Items("codings"));
        }

        await Run.JsonAsync("code", study, "n01", "0", "6", "X1");
        Assert.Equal(2, (await Run.JsonAsync("codings", study)).Items("codings").Count);
    }

    [Fact]
    public async Task A_workspace_that_is_open_does_not_keep_commands_from_coding_and_copying()
    {
        using var place = new Place();
        var study = await CodedAsync(place);
        using var serving = Run.Start(["serve", study, "--json"]);
        await serving.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await Run.JsonAsync("code", study, "n01", "0", "6", "X1");
        await Run.JsonAsync("copy", study, place["salinan.jembatan"]);
        Assert.Equal(2, (await Run.JsonAsync("codings", place["salinan.jembatan"])).Items("codings").Count);
        await FormTests.InterruptAsync(serving.Id);
        await serving.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
    }

    // A limit on file size stands in for a full disk: writing beyond it fails in the same place.
    [Fact]
    public async Task On_a_full_disk_the_step_is_refused_and_what_was_there_stays()
    {
        using var place = new Place();
        var study = await CodedAsync(place);
        var large = place.Write("besar.txt", string.Concat(Enumerable.Repeat(Talk, 40_000)));
        var blocks = (new FileInfo(study).Length / 512) + 200;
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -f {blocks}; exec dotnet exec \"{Repository.Program}\" import \"{study}\" \"{large}\" --json"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";    // the runtime would write a large file of its own
        start.Environment["JEMBATAN_CODER"] = "Ana";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 1, await output + await error);
        Assert.Matches("\"code\":\"study/disk-(full|error)\"", await output);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);

        Assert.Equal("n01", Assert.Single((await Run.JsonAsync("sources", study)).Items("sources")).Text("name"));
        Assert.Single((await Run.JsonAsync("codings", study)).Items("codings"));
        Assert.True((await Run.JsonAsync("doctor", study)).GetProperty("healthy").GetBoolean());
        await Run.JsonAsync("import", study, large);
    }

    [Fact]
    public async Task A_cut_off_study_is_told()
    {
        using var place = new Place();
        var study = await CodedAsync(place);
        var bytes = await File.ReadAllBytesAsync(study, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(study, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        await Run.FailsAsync("study/damaged", "sources", study);
    }

    [Fact]
    public async Task The_doctor_tells_each_damage_in_a_line_and_the_first_on_standard_error()
    {
        using var place = new Place();
        var study = await CodedAsync(place);
        var bytes = await File.ReadAllBytesAsync(study, TestContext.Current.CancellationToken);
        await using (var connection = new SqliteConnection($"Data Source={study};Pooling=false;Mode=ReadOnly"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('Changes', 'ChangeSets') ORDER BY 1";
            await using var pages = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await pages.ReadAsync(TestContext.Current.CancellationToken)) bytes.AsSpan((pages.GetInt32(0) - 1) * 4096, 4096).Fill(0x5A);
        }

        await File.WriteAllBytesAsync(study, bytes, TestContext.Current.CancellationToken);
        var run = await Run.OfAsync("doctor", study, "--language", "en");
        Assert.Equal(1, run.Code);
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 2, run.Out + run.Error);
        Assert.All(lines[..^1], l => Assert.Matches("^study/damaged: (SQLite reports: [^*]+\\. Go back|The study file is damaged\\. Keep)", l));
        Assert.True(lines.Count(l => l.StartsWith("study/damaged: SQLite reports: ", StringComparison.Ordinal)) > 2, run.Out);
        Assert.Equal($"{lines.Length - 1} findings.", lines[^1]);
        Assert.StartsWith("doctor/findings: ", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
