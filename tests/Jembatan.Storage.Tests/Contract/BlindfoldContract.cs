using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Tests.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Contract;

/// <summary>Reading blindfolded, and assignments that come together from copies, in a file and in a database.</summary>
public abstract class BlindfoldContract(Ground ground) : GroundContract(ground)
{
    private readonly Sample sample = new();

    [Fact]
    public async Task A_blindfolded_reader_sees_only_their_own_codings_of_the_sources_that_are_coded_blind()
    {
        var store = await StudyAsync();
        Assert.Equal((1, 1, 1), await SeenAsync(store, null));
        Assert.Equal((1, 1, 1), await SeenAsync(store, new(sample.Ani.Id, [sample.Source.Id])));
        Assert.Equal((0, 0, 0), await SeenAsync(store, new(sample.Budi.Id, [sample.Source.Id])));
        Assert.Equal((1, 1, 1), await SeenAsync(store, new(sample.Budi.Id, [Id<Source>.New(), Id<Source>.New()])));
        Assert.Equal((0, 0, 0), await SeenAsync(store, new(sample.Budi.Id, [Id<Source>.New(), sample.Source.Id])));
        await using var db = store.NewDb();
        var coding = await db.Codings.SingleAsync(Stop);
        Assert.True(new Blindfold(sample.Budi.Id, [sample.Source.Id]).Hides(coding));
        Assert.False(new Blindfold(sample.Ani.Id, [sample.Source.Id]).Hides(coding));
    }

    [Fact]
    public async Task An_assignment_made_in_one_copy_holds_in_the_other()
    {
        var a = await StudyAsync();
        var b = await Ground.CopyAsync(a);
        await ActAsync(a, async db => db.Remove(await db.Assignments.SingleAsync(Stop)));
        Assert.False(await IsUsedAsync(a));
        await Copies.MergeAsync(b, a);
        Assert.False(await IsUsedAsync(b));
        await ActAsync(a, db => Task.FromResult(db.Add(new Assignment(sample.Source.Id, sample.Budi.Id, true, Ground.Clock.GetUtcNow()))));
        await Copies.MergeAsync(b, a);
        Assert.True(await IsUsedAsync(b));
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await Copies.AssertSoundAsync(b);
    }

    [Fact]
    public async Task The_same_assignment_made_in_both_copies_is_one_and_the_later_word_on_blindness_stands()
    {
        var a = await StudyAsync();
        var b = await Ground.CopyAsync(a);
        foreach (var (store, blind) in new[] { (a, true), (b, true) })
            await ActAsync(store, db => Task.FromResult(db.Add(new Assignment(sample.Source.Id, sample.Budi.Id, blind, Ground.Clock.GetUtcNow()))));
        await Copies.MergeAsync(a, b);
        await Copies.MergeAsync(b, a);
        await ActAsync(b, async db => (await db.Assignments.SingleAsync(x => x.CoderId == sample.Budi.Id, Stop)).Work(false));
        await Copies.MergeAsync(a, b);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await Copies.AssertSoundAsync(a);
        await using var db = a.NewDb();
        Assert.False((await db.Assignments.SingleAsync(x => x.CoderId == sample.Budi.Id, Stop)).Blind);
        Assert.Equal(2, await db.Assignments.CountAsync(Stop));
    }

    private async Task<StudyStore> StudyAsync()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        return store;
    }

    private async Task ActAsync(StudyStore store, Func<JembatanDb, Task> act)
    {
        Ground.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = store.NewDb();
        await act(db);
        await db.CommitAsync("Assign source", sample.Ani.Id, Stop);
    }

    private static async Task<bool> IsUsedAsync(StudyStore store)
    {
        await using var db = store.NewDb();
        return await Blindfold.IsUsedAsync(db, Stop);
    }

    // By query, by counts and by pairs: all three must tell the same.
    private async Task<(int Query, int Counts, int Pairs)> SeenAsync(StudyStore store, Blindfold? blindfold)
    {
        await using var db = store.NewDb();
        db.Blindfold = blindfold;
        var counts = await CodingCounts.ReadAsync(db, null, withOrphaned: true, withInterviewer: true, Stop);
        var pairs = await CodingsOfPairs.ReadAsync(db, [(sample.Code.Id, sample.Source.Id)], null, withInterviewer: true, Stop);
        return (await db.SeenCodings.CountAsync(Stop), counts.Sum(c => c.All), pairs.Count);
    }
}

public sealed class FileBlindfoldTests() : BlindfoldContract(new FileGround());

public sealed class DatabaseBlindfoldTests(PostgresServer server) : BlindfoldContract(new DatabaseGround(server));
