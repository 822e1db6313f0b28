using Jembatan.Core.Qualitative;
using Jembatan.Storage.Tests.Contract;
using Jembatan.Storage.Tests.Merge;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jembatan.Storage.Tests.Postgres;

public sealed class DatabaseStudyTests(PostgresServer server) : StudyContract(new DatabaseGround(server))
{
    [Fact]
    public async Task Two_studies_in_one_database_do_not_see_each_other()
    {
        var (one, two) = (await Ground.NewStudyAsync(), await Ground.NewStudyAsync());
        Assert.Equal(((StudyLocation.Database)one.Location).Connection, ((StudyLocation.Database)two.Location).Connection);
        var (first, second) = (new Sample(), new Sample());
        await EntityContract.AddAllAsync(one, first);
        await EntityContract.AddAllAsync(two, second);
        await using var db = two.NewDb();
        Assert.Equal(second.Coding.Id, (await db.Codings.SingleAsync(Stop)).Id);
        db.Remove(await db.DoneMarks.SingleAsync(Stop));
        await db.CommitAsync("Take done mark back", second.Ani.Id, Stop);
        await using var other = one.NewDb();
        Assert.Equal(1, await other.DoneMarks.CountAsync(Stop));
    }

    [Theory]
    [InlineData("Besar")]
    [InlineData("a\"; DROP SCHEMA public; --")]
    [InlineData("")]
    public async Task A_name_that_cannot_be_a_schema_is_refused(string name)
    {
        var place = (StudyLocation.Database)await Ground.NewLocationAsync();
        var made = await StudyStore.CreateAsync(place with { Study = name }, Ground.NewStudy(Ground.Clock), Ground.Clock, Stop);
        Assert.Equal("study/bad-name", made.Problem?.Code);
    }

    [Fact]
    public async Task A_server_that_is_not_there_a_database_that_is_not_there_and_a_bad_string_are_told_apart()
    {
        var place = (StudyLocation.Database)await Ground.NewLocationAsync();
        async Task<string?> CodeOf(string connection) => (await StudyStore.OpenAsync(place with { Connection = connection }, StudyAccess.Write, Ground.Clock, Stop)).Problem?.Code;
        Assert.Equal("database/unreachable", await CodeOf("Host=127.0.0.1;Port=1;Username=app;Database=x;Timeout=3"));
        Assert.Equal("database/not-found", await CodeOf(new NpgsqlConnectionStringBuilder(place.Connection) { Database = "tiada" }.ToString()));
        Assert.Equal("database/bad-connection", await CodeOf("not a connection string"));
    }

    [Fact]
    public async Task A_study_written_by_a_newer_program_is_left_alone()
    {
        var store = await Ground.NewStudyAsync();
        await ExecuteAsync(store, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Later', '99.0')");
        Assert.Equal("study/newer", (await StudyStore.OpenAsync(store.Location, StudyAccess.Write, Ground.Clock, Stop)).Problem?.Code);
    }

    [Fact]
    public async Task A_study_whose_making_was_interrupted_says_so()
    {
        var store = await Ground.NewStudyAsync();
        await ExecuteAsync(store, "DELETE FROM \"Studies\"");
        Assert.Equal("study/unfinished", (await StudyStore.OpenAsync(store.Location, StudyAccess.Write, Ground.Clock, Stop)).Problem?.Code);
    }

    [Fact]
    public async Task A_copy_of_a_database_is_a_file_with_its_journal_in_which_others_work_and_which_merges_back()
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await EntityContract.AddAllAsync(store, sample);
        await using var files = new FileGround();
        var place = (StudyLocation.File)await files.NewLocationAsync();
        Assert.Null((await store.CopyAsync(place.Path, Stop)).Problem);
        var copy = await files.OpenAsync(place);
        Assert.Equal(await Ground.DumpAsync(store), await Ground.DumpAsync(copy));
        await Copies.AssertSoundAsync(copy);
        await using (var mine = store.NewDb())
        await using (var theirs = copy.NewDb())
        {
            Assert.NotEqual((await mine.Replicas.SingleAsync(Stop)).Id, (await theirs.Replicas.SingleAsync(Stop)).Id);
            theirs.Notes.Add(new Note("study", Guid.Empty, "written in the copy", sample.Ani.Id, default));
            await theirs.CommitAsync("Write note", sample.Ani.Id, Stop);
        }

        await Copies.MergeAsync(store, copy);
        Assert.Equal(await Ground.DumpAsync(copy), await Ground.DumpAsync(store));
        await Copies.AssertSoundAsync(store);
        Assert.Equal("study/exists", (await store.CopyAsync(place.Path, Stop)).Problem?.Code);
    }

    private static async Task ExecuteAsync(StudyStore store, string sql)
    {
        await using var db = store.NewDb();
        await db.Database.ExecuteSqlRawAsync(sql, Stop);
    }
}
