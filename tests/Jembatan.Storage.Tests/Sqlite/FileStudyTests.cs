using System.Buffers.Binary;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Tests.Contract;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Sqlite;

public sealed class FileStudyTests() : StudyContract(new FileGround())
{
    private string Folder => ((FileGround)Ground).Folder;

    [Fact]
    public async Task A_closed_study_is_one_file()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        await store.DisposeAsync();
        Assert.Equal([PathOf(store)], Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task A_study_needs_a_folder_that_is_there()
    {
        var made = await StudyStore.CreateAsync(new StudyLocation.File(Path.Combine(Folder, "tiada", "x.jembatan")), Ground.NewStudy(Ground.Clock), Ground.Clock, Stop);
        Assert.Equal("study/no-folder", made.Problem?.Code);
    }

    [Fact]
    public async Task Files_that_are_not_studies_are_refused_and_stay_as_they_are()
    {
        var other = Path.Combine(Folder, "other.sqlite");
        await using (var connection = new SqliteConnection($"Data Source={other};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE t (a); INSERT INTO t VALUES (1)";
            await command.ExecuteNonQueryAsync(Stop);
        }

        var store = await Ground.NewStudyAsync();
        await store.DisposeAsync();
        var whole = await File.ReadAllBytesAsync(PathOf(store), Stop);
        (string Name, byte[] Content)[] files =
        [
            ("text", "Pewawancara: Mengapa?\n"u8.ToArray()), ("long text", [.. Enumerable.Repeat((byte)'a', 10_000)]), ("empty", []),
            ("head", whole[..50]), ("other", await File.ReadAllBytesAsync(other, Stop)), ("zeros", new byte[8192]),
        ];
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(Folder, name);
            await File.WriteAllBytesAsync(path, content, Stop);
            Assert.Equal("study/not-a-study", await CodeOfOpeningAsync(path));
            Assert.Equal(content, await File.ReadAllBytesAsync(path, Stop));
        }
    }

    [Fact]
    public async Task A_file_cut_off_at_any_length_is_told_and_never_opened_as_whole()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        await store.DisposeAsync();
        var whole = await File.ReadAllBytesAsync(PathOf(store), Stop);
        foreach (var length in (int[])[100, 512, 4096, 4097, whole.Length / 2, whole.Length - 4096, whole.Length - 1])
        {
            var path = Path.Combine(Folder, $"cut{length}.jembatan");
            await File.WriteAllBytesAsync(path, whole[..length], Stop);
            var code = await CodeOfOpeningAsync(path);
            Assert.True(code is "study/not-a-study" or "study/damaged", $"{length} of {whole.Length} bytes: {code}");
        }
    }

    [Fact]
    public async Task Damage_inside_a_page_is_told_by_the_check()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        await store.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(PathOf(store), Stop);
        for (var page = 8192; page + 4096 <= bytes.Length; page += 4096) bytes.AsSpan(page, 64).Fill(0xEE);
        await File.WriteAllBytesAsync(PathOf(store), bytes, Stop);
        var opened = await StudyStore.OpenAsync(store.Location, StudyAccess.Write, Ground.Clock, Stop);
        var codes = opened.IsOk ? (await Ground.Kept(opened.Value).CheckAsync(Stop)).Select(p => p.Code) : [opened.Problem.Code];
        Assert.Contains("study/damaged", codes);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_left_alone()
    {
        var store = await Ground.NewStudyAsync();
        await store.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(PathOf(store), Stop);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(60), 2);
        await File.WriteAllBytesAsync(PathOf(store), bytes, Stop);
        Assert.Equal("study/newer", await CodeOfOpeningAsync(PathOf(store)));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(PathOf(store), Stop));
    }

    [Fact]
    public async Task A_file_marked_read_only_can_be_read_but_not_written_to()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        await store.DisposeAsync();
        var before = await File.ReadAllBytesAsync(PathOf(store), Stop);
        File.SetAttributes(PathOf(store), FileAttributes.ReadOnly);
        Assert.Equal("study/read-only", await CodeOfOpeningAsync(PathOf(store)));
        var reader = await Ground.OpenAsync(store.Location, StudyAccess.Read);
        await using (var db = reader.NewDb()) Assert.Equal(1, await db.Codings.CountAsync(Stop));
        await reader.DisposeAsync();
        Assert.Equal([PathOf(store)], Directory.GetFiles(Folder));
        Assert.Equal(before, await File.ReadAllBytesAsync(PathOf(store), Stop));
    }

    [Fact]
    public async Task A_study_that_another_writes_to_is_busy_and_free_again_afterwards()
    {
        var store = await Ground.NewStudyAsync();
        await using var db = store.NewDb();
        db.Coders.Add(new Coder("Ani"));
        await using (var other = new SqliteConnection($"Data Source={PathOf(store)};Pooling=False"))
        {
            await other.OpenAsync(Stop);
            await using var lockAll = other.CreateCommand();
            lockAll.CommandText = "BEGIN IMMEDIATE";
            await lockAll.ExecuteNonQueryAsync(Stop);
            Assert.Equal("study/busy", StorageProblems.From((await Record.ExceptionAsync(() => db.CommitAsync("Add coder", null, Stop)))!)?.Code);
            Assert.Equal("study/busy", await CodeOfOpeningAsync(PathOf(store)));
        }

        await db.CommitAsync("Add coder", null, Stop);
        Assert.Equal(1, await db.Coders.CountAsync(Stop));
    }

    [Fact]
    public async Task A_full_disk_refuses_the_step_whole_and_keeps_what_was_there()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        var before = await Ground.DumpAsync(store);
        await using (var db = store.NewDb())
        {
            // A limit on pages is what SQLite meets as SQLITE_FULL, as when the disk is full.
            await db.Database.OpenConnectionAsync(Stop);
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count=1", Stop);
            var coder = await db.Coders.FirstAsync(Stop);
            for (var i = 0; i < 200; i++) db.Notes.Add(new Note("study", Guid.Empty, Sample.Long + i, coder.Id, default));
            var e = await Record.ExceptionAsync(() => db.CommitAsync("Write notes", coder.Id, Stop));
            Assert.Equal("study/disk-full", StorageProblems.From(e!)?.Code);
        }

        Assert.Equal(before, await Ground.DumpAsync(store));
        Assert.Empty(await store.CheckAsync(Stop));
    }

    [Fact]
    public async Task A_copy_made_while_others_write_is_whole_and_a_replica_of_its_own()
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await EntityContract.AddAllAsync(store, sample);
        var target = Path.Combine(Folder, "copy.jembatan");
        await using (var db = store.NewDb())
        {
            db.Notes.Add(new Note("study", Guid.Empty, "not committed yet", sample.Ani.Id, default));
            Assert.Null((await store.CopyAsync(target, Stop)).Problem);
            await db.CommitAsync("Write note", sample.Ani.Id, Stop);
        }

        var copy = await Ground.OpenAsync(new StudyLocation.File(target));
        Assert.Empty(await copy.CheckAsync(Stop));
        await using var mine = store.NewDb();
        await using var theirs = copy.NewDb();
        Assert.Equal(0, await theirs.Notes.CountAsync(n => n.Text == "not committed yet", Stop));
        Assert.NotEqual((await mine.Replicas.SingleAsync(Stop)).Id, (await theirs.Replicas.SingleAsync(Stop)).Id);
        Assert.Equal("journal/nothing-to-undo", (await UndoRedo.UndoAsync(theirs, sample.Ani.Id, Ground.Clock, Stop)).Problem?.Code);
        Assert.Equal("study/exists", (await store.CopyAsync(target, Stop)).Problem?.Code);
        Assert.Equal("study/no-folder", (await store.CopyAsync(Path.Combine(Folder, "tiada", "x.jembatan"), Stop)).Problem?.Code);
    }

    [Fact]
    public async Task Programs_that_open_and_close_a_study_at_one_moment_find_no_log_lost()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        await store.DisposeAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; turn < 25; turn++)
            {
                var opened = await StudyStore.OpenAsync(store.Location, StudyAccess.Write, Ground.Clock, Stop);
                Assert.True(opened.IsOk, opened.Problem?.Message);
                await opened.Value.DisposeAsync();
            }
        })));
        Assert.Empty(await (await Ground.OpenAsync(store.Location)).CheckAsync(Stop));
    }

    [Fact]
    public async Task A_file_copied_without_its_log_says_so_until_the_loss_is_accepted()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        var torn = Path.Combine(Folder, "torn.jembatan");
        File.Copy(PathOf(store), torn);     // the log, with the sample in it, stays behind
        var opened = await Ground.OpenAsync(new StudyLocation.File(torn));
        Assert.Equal(["study/log-lost"], (await opened.CheckAsync(Stop)).Select(p => p.Code));
        await opened.DisposeAsync();
        opened = await Ground.OpenAsync(new StudyLocation.File(torn));
        Assert.Equal(["study/log-lost"], (await opened.CheckAsync(Stop)).Select(p => p.Code));
        var accepted = Path.Combine(Folder, "accepted.jembatan");
        await opened.CopyAsync(accepted, Stop);
        Assert.Empty(await (await Ground.OpenAsync(new StudyLocation.File(accepted))).CheckAsync(Stop));

        await store.DisposeAsync();
        Assert.Empty(await (await Ground.OpenAsync(store.Location)).CheckAsync(Stop));
    }

    [Fact]
    public async Task A_study_whose_program_died_opens_with_all_that_was_committed()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        var dead = Path.Combine(Folder, "dead.jembatan");
        foreach (var suffix in (string[])["", "-wal"]) File.Copy(PathOf(store) + suffix, dead + suffix);
        var opened = await Ground.OpenAsync(new StudyLocation.File(dead));
        Assert.Empty(await opened.CheckAsync(Stop));
        Assert.Equal(await Ground.DumpAsync(store), await Ground.DumpAsync(opened));
    }

    [Fact]
    public async Task A_study_whose_update_was_cut_short_is_brought_up_to_date_at_the_next_opening()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        var before = await Ground.DumpAsync(store);
        await store.DisposeAsync();
        await TakeBackCountingIndexAsync(PathOf(store), "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00')");

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        var opened = await StudyStore.OpenAsync(store.Location, StudyAccess.Write, Ground.Clock, patience.Token);
        Assert.Null(opened.Problem);
        Assert.Equal(before, await Ground.DumpAsync(opened.Value));
        await opened.Value.DisposeAsync();
        Assert.Equal([PathOf(store)], Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task A_study_that_another_brings_up_to_date_is_busy()
    {
        var store = await Ground.NewStudyAsync();
        await store.DisposeAsync();
        await TakeBackCountingIndexAsync(PathOf(store), "SELECT 1");
        await using (new FileStream(PathOf(store) + "-update", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            Assert.Equal("study/busy", await CodeOfOpeningAsync(PathOf(store)));
        Assert.Null(await CodeOfOpeningAsync(PathOf(store)));
    }

    // The study as it was before its counting index.
    private static async Task TakeBackCountingIndexAsync(string path, string then)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            DROP INDEX IX_Codings_CodeId_SourceId_Stance_Basis_Voice_Orphaned; CREATE INDEX IX_Codings_CodeId_SourceId ON Codings (CodeId, SourceId);
            DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_CountingIndex'; {then};
            """;
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static string PathOf(StudyStore store) => ((StudyLocation.File)store.Location).Path;

    private async Task<string?> CodeOfOpeningAsync(string path)
    {
        var opened = await StudyStore.OpenAsync(new StudyLocation.File(path), StudyAccess.Write, Ground.Clock, Stop);
        if (opened.IsOk) await opened.Value.DisposeAsync();
        return opened.Problem?.Code;
    }
}
