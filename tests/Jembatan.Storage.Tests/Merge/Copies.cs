using Jembatan.Storage.Journal;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Merge;

/// <summary>Copies of a study, and what tests of merging ask of them.</summary>
internal static class Copies
{
    private static CancellationToken Stop => Ground.Stop;

    /// <summary>A copy with a clock of its own: of a file by copying, of a database by merging into a new store of the same study.</summary>
    public static async Task<StudyStore> CopyAsync(this Ground ground, StudyStore store, TimeProvider? clock = null)
    {
        var location = await ground.NewLocationAsync();
        if (location is StudyLocation.File file)
        {
            Assert.Null((await store.CopyAsync(file.Path, Stop)).Problem);
            return ground.Kept((await StudyStore.OpenAsync(location, StudyAccess.Write, clock ?? ground.Clock, Stop)).Value);
        }

        await using var db = store.NewDb();
        var copy = ground.Kept((await StudyStore.CreateAsync(location, await db.Studies.AsNoTracking().SingleAsync(Stop), clock ?? ground.Clock, Stop)).Value);
        await MergeAsync(copy, store);
        return copy;
    }

    public static async Task<MergeOutcome> MergeAsync(StudyStore ours, params StudyStore[] others)
    {
        var merged = await MergeCopies.RunAsync(ours, others, dryRun: false, Stop);
        Assert.Null(merged.Problem);
        return merged.Value[^1];
    }

    /// <summary>Tables and journal say the same, and the database holds together.</summary>
    public static async Task AssertSoundAsync(StudyStore store)
    {
        await using var db = store.NewDb();
        Assert.Equal(await JournalReplay.LinesAsync(db, Stop), await Ground.DumpAsync(store));
        Assert.Empty(await store.CheckAsync(Stop));
        foreach (var code in await db.Codes.AsNoTracking().ToListAsync(Stop))
        {
            var (above, steps) = (code.ParentId, 0);
            for (; above is { } id; steps++)
            {
                Assert.True(steps < 1_000, "The codes form a tree.");
                above = (await db.Codes.AsNoTracking().SingleAsync(c => c.Id == id, Stop)).ParentId;
            }
        }
    }
}
