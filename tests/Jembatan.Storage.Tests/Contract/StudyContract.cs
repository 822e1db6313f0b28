using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Contract;

/// <summary>What every place that keeps studies must do with a study as a whole.</summary>
public abstract class StudyContract(Ground ground) : GroundContract(ground)
{
    [Fact]
    public async Task A_new_study_holds_itself_and_nothing_else()
    {
        var store = await Ground.NewStudyAsync();
        Assert.StartsWith("Study ", Assert.Single(await Ground.DumpAsync(store)), StringComparison.Ordinal);
        Assert.Empty(await store.CheckAsync(Stop));
        await using var db = store.NewDb();
        Assert.Equal("journal/nothing-to-undo", (await UndoRedo.UndoAsync(db, null, Ground.Clock, Stop)).Problem?.Code);
    }

    [Fact]
    public async Task A_unit_of_work_knows_nothing_of_the_one_before()
    {
        var store = await Ground.NewStudyAsync();
        await using (var db = store.NewDb())
        {
            db.Blindfold = new(Id<Coder>.New(), []);
            db.Add(new Coder("Ani"));
        }

        await using var next = store.NewDb();
        Assert.Null(next.Blindfold);
        Assert.False(next.ChangeTracker.HasChanges());
        Assert.Empty(await next.Coders.ToListAsync(Stop));
    }

    [Fact]
    public async Task What_was_committed_is_there_after_closing_and_opening()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        var before = await Ground.DumpAsync(store);
        await store.DisposeAsync();
        Assert.Equal(before, await Ground.DumpAsync(await Ground.OpenAsync(store.Location)));
    }

    [Fact]
    public async Task A_study_is_not_made_over_another()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, new Sample());
        var before = await Ground.DumpAsync(store);
        var again = await StudyStore.CreateAsync(store.Location, Ground.NewStudy(Ground.Clock), Ground.Clock, Stop);
        Assert.Equal("study/exists", again.Problem?.Code);
        Assert.Equal(before, await Ground.DumpAsync(store));
    }

    [Fact]
    public async Task A_study_that_is_not_there_is_not_found()
    {
        var opened = await StudyStore.OpenAsync(await Ground.NewLocationAsync(), StudyAccess.Write, Ground.Clock, Stop);
        Assert.Equal("study/not-found", opened.Problem?.Code);
    }

    [Fact]
    public async Task A_study_opened_for_reading_cannot_be_written_to()
    {
        var store = await Ground.NewStudyAsync();
        await store.DisposeAsync();
        var reader = await Ground.OpenAsync(store.Location, StudyAccess.Read);
        Assert.True(reader.IsReadOnly);
        await using var db = reader.NewDb();
        Assert.Single(await db.Studies.ToListAsync(Stop));
        db.Coders.Add(new Coder("Ani"));
        var e = await Record.ExceptionAsync(() => db.CommitAsync("Add coder", null, Stop));
        Assert.Equal("study/read-only", StorageProblems.From(e!)?.Code);
    }

    [Fact]
    public async Task A_text_is_kept_once_and_read_by_its_hash()
    {
        var store = await Ground.NewStudyAsync();
        await using var db = store.NewDb();
        var hash = await db.KeepAsync(Sample.Long, Stop);
        Assert.Equal(hash, await db.KeepAsync(Sample.Long, Stop));
        db.Coders.Add(new Coder("Ani"));
        await db.CommitAsync("Keep", null, Stop);
        Assert.Equal(hash, await db.KeepAsync(Sample.Long, Stop));
        db.Coders.Add(new Coder("Budi"));
        await db.CommitAsync("Keep", null, Stop);
        Assert.Equal(Sample.Long, await db.ReadTextAsync(hash, Stop));
        Assert.Equal(1, await db.Blobs.CountAsync(Stop));
    }

    [Fact]
    public async Task Two_units_of_work_that_write_at_once_take_turns()
    {
        var store = await Ground.NewStudyAsync();
        var coders = Enumerable.Range(0, 4).Select(i => new Coder($"C{i}")).ToList();
        await using (var db = store.NewDb())
        {
            db.AddRange(coders);
            await db.CommitAsync("Add coders", null, Stop);
        }

        await Task.WhenAll(coders.Select(coder => Task.Run(
            async () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    await using var db = store.NewDb();
                    db.Notes.Add(new Note("study", Guid.Empty, $"{coder.Name} {i}", coder.Id, Ground.Clock.GetUtcNow()));
                    await db.CommitAsync("Write note", coder.Id, Stop);
                }
            },
            Stop)));
        await using var reader = store.NewDb();
        Assert.Equal(40, await reader.Notes.CountAsync(Stop));
        var clocks = await reader.ChangeSets.Select(s => s.Clock).ToListAsync(Stop);
        Assert.Equal(clocks.Count, clocks.Distinct().Count());
        Assert.Equal(await Ground.DumpAsync(store), await JournalReplay.LinesAsync(reader, Stop));
    }
}
