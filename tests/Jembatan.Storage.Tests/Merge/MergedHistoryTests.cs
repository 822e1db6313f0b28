using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Merge;
using Jembatan.Storage.Tests.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Merge;

/// <summary>What holds after any histories in three copies, whatever their clocks say.</summary>
public abstract class MergedHistoryContract(Func<Ground> newGround, int histories)
{
    private static readonly Gen<(Act[] Common, Act[] A, Act[] B, Act[] C, int DaysB, int DaysC)> Three =
        Gen.Select(Act.Wider, Act.Wider, Act.Wider, Act.Wider, Gen.Int[-5, 5], Gen.Int[-5, 5]);

    private static CancellationToken Stop => Ground.Stop;

    [Fact]
    public Task Both_copies_come_to_the_same_study_and_merging_twice_is_merging_once() => ForCopiesAsync(async (ground, a, b, _) =>
    {
        var (inA, inB) = (await CodingsAsync(a.Store), await CodingsAsync(b.Store));
        var dry = (await MergeCopies.RunAsync(a.Store, [b.Store], dryRun: true, Stop)).Value.Single();
        var before = await Ground.DumpAsync(a.Store);
        var outcome = await Copies.MergeAsync(a.Store, b.Store);
        Assert.Equal(dry.Conflicts.Select(Said), outcome.Conflicts.Select(Said));
        Assert.Equal(dry.Kinds, outcome.Kinds);
        await Copies.AssertSoundAsync(a.Store);
        await Copies.MergeAsync(b.Store, a.Store);
        await Copies.AssertSoundAsync(b.Store);
        var merged = await Ground.DumpAsync(a.Store);
        Assert.Equal(merged, await Ground.DumpAsync(b.Store));
        if (outcome.Kinds.Count > 0) Assert.NotEqual(before, merged);
        Assert.Equal(0, (await Copies.MergeAsync(a.Store, b.Store)).Steps);
        Assert.Equal(merged, await Ground.DumpAsync(a.Store));
        await AssertNoCodingIsLostAsync(a.Store, [.. inA, .. inB]);
    });

    [Fact]
    public Task The_order_of_merging_does_not_matter() => ForCopiesAsync(async (ground, a, b, c) =>
    {
        var (ab, bc) = (await ground.CopyAsync(a.Store), await ground.CopyAsync(b.Store));
        await Copies.MergeAsync(ab, b.Store);
        await Copies.MergeAsync(bc, c.Store);
        await Copies.MergeAsync(ab, c.Store);
        await Copies.MergeAsync(bc, a.Store);
        await Copies.MergeAsync(c.Store, b.Store, a.Store);
        var merged = await Ground.DumpAsync(ab);
        Assert.Equal(merged, await Ground.DumpAsync(bc));
        Assert.Equal(merged, await Ground.DumpAsync(c.Store));
        await Copies.AssertSoundAsync(ab);
    });

    [Fact]
    public Task Work_goes_on_after_merging_and_undo_takes_back_only_what_was_done_here() => ForCopiesAsync(async (ground, a, b, c) =>
    {
        await Copies.MergeAsync(a.Store, b.Store);
        var merged = await Ground.DumpAsync(a.Store);
        HashSet<Guid> own;
        await using (var db = a.Store.NewDb())
        {
            var replica = (await db.Replicas.SingleAsync(Stop)).Id;
            own = [.. await db.ChangeSets.Where(s => s.ReplicaId == replica).Select(s => s.Id).ToListAsync(Stop)];
        }

        foreach (var act in (Act[])[new(0, 5, 3), new(0, 7, 1), new(1, 8, 5), new(1, 3, 0), new(0, 9, 4), new(0, 16, 9), new(0, 2, 0), new(1, 20, 11), new(0, 6, 8)])
        {
            await a.DoAsync(act);
            await Copies.AssertSoundAsync(a.Store);
        }

        await using (var db = a.Store.NewDb())
        {
            var replica = (await db.Replicas.SingleAsync(Stop)).Id;
            var undone = await db.ChangeSets.Where(s => s.Kind == ChangeSetKind.Undo && s.ReplicaId == replica && !own.Contains(s.Id)).Select(s => s.Target!.Value).ToListAsync(Stop);
            var ours = await db.ChangeSets.Where(s => s.ReplicaId == replica).Select(s => s.Id).ToListAsync(Stop);
            Assert.All(undone, set => Assert.Contains(set, ours));
        }

        await Copies.MergeAsync(c.Store, a.Store);
        await Copies.MergeAsync(b.Store, c.Store);
        await Copies.MergeAsync(a.Store, c.Store);
        Assert.Equal(await Ground.DumpAsync(a.Store), await Ground.DumpAsync(b.Store));
        await Copies.AssertSoundAsync(a.Store);
        Assert.NotEmpty(merged);
    });

    private static string Said(Conflict c) => $"{c.Id} {c.Kind} {c.Entity} {c.EntityId} {c.Field} {c.Ours} {c.Theirs} {c.TookOurs}";

    private static async Task<List<Coding>> CodingsAsync(StudyStore store)
    {
        await using var db = store.NewDb();
        return await db.Codings.AsNoTracking().ToListAsync(Stop);
    }

    // Read from the journal rows alone: a coding that no step of either copy removed is there, by itself or folded into its twin.
    private static async Task AssertNoCodingIsLostAsync(StudyStore merged, List<Coding> there)
    {
        await using var db = merged.NewDb();
        var journal = await JournalReader.OfAsync(db);
        var removed = journal.Removed(nameof(Coding));
        var ids = (await db.Codings.AsNoTracking().ToListAsync(Stop)).Select(c => c.Id.Value).ToHashSet();
        var aliases = await db.Aliases.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.StandsFor, Stop);
        foreach (var coding in there.Where(c => !removed.Contains(c.Id.Value)))
            Assert.Contains(aliases.GetValueOrDefault(coding.Id.Value, coding.Id.Value), ids);
    }

    private async Task ForCopiesAsync(Func<Ground, History, History, History, Task> check) => await Three.SampleAsync(
        async t =>
        {
            await using var ground = newGround();
            var start = await History.StartAsync(ground);
            foreach (var act in t.Common) await start.DoAsync(act);
            var (clockB, clockC) = (Skewed(t.DaysB), Skewed(t.DaysC));
            var b = start.In(await ground.CopyAsync(start.Store, clockB), clockB);
            var c = start.In(await ground.CopyAsync(start.Store, clockC), clockC);
            foreach (var act in t.A) await start.DoAsync(act);
            foreach (var act in t.B) await b.DoAsync(act);
            foreach (var act in t.C) await c.DoAsync(act);
            await check(ground, start, b, c);
        },
        iter: histories, threads: 1);

    private static FixedClock Skewed(int days)
    {
        var clock = new FixedClock();
        clock.Advance(TimeSpan.FromDays(days));
        return clock;
    }
}

public sealed class FileMergedHistoryTests() : MergedHistoryContract(() => new FileGround(), 25);

public sealed class DatabaseMergedHistoryTests(PostgresServer server) : MergedHistoryContract(() => new DatabaseGround(server), 3);
