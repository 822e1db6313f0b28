using Jembatan.Storage.Journal;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Merge;

public abstract partial class MergeContract
{
    [Fact]
    public async Task A_journal_with_a_hole_is_refused()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(b, db => AddAsync(db, NewCoding(3, 12), NewCoding(14, 20)));
        var before = await Ground.DumpAsync(a);
        foreach (var entity in (string[])["Coding", "SourceRevision"])
        {
            var holed = await Ground.CopyAsync(b);
            await using (var db = holed.NewDb())
            {
                db.Remove(await db.Changes.Where(c => c.Entity == entity && c.Operation == ChangeOperation.Add).OrderByDescending(c => c.ChangeSetId).FirstAsync(Stop));
                await db.SaveChangesAsync(Stop);
            }

            Assert.Equal("merge/damaged", (await MergeCopies.RunAsync(a, [holed], dryRun: false, Stop)).Problem?.Code);
            Assert.Equal(before, await Ground.DumpAsync(a));
        }
    }

    [Fact]
    public async Task A_damaged_journal_is_refused_and_nothing_of_it_stays_not_even_of_copies_merged_before_it()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(b, async db => (await CodeAsync(db)).Relabel("FI55"));
        foreach (var payload in (string[])["", "{", "[]", "{\"Label\":1}", "{\"Label\":[1]}", "{\"ParentId\":[null,\"0197f0f0-0000-7000-8000-000000000001\"]}", "{\"ParentId\":[null,5]}"])
        {
            var damaged = await Ground.CopyAsync(b);
            await using (var db = damaged.NewDb())
            {
                await ActAsync(damaged, async x => (await CodeAsync(x)).Relabel("FI56"));
                var last = await db.ChangeSets.OrderByDescending(s => s.Clock).FirstAsync(Stop);
                var change = await db.Changes.FirstAsync(c => c.ChangeSetId == last.Id, Stop);
                db.Entry(change).Property(c => c.Payload).CurrentValue = System.Text.Encoding.UTF8.GetBytes(payload);
                await db.SaveChangesAsync(Stop);
            }

            var before = await Ground.DumpAsync(a);
            Assert.Equal("merge/damaged", (await MergeCopies.RunAsync(a, [b, damaged], dryRun: false, Stop)).Problem?.Code);
            Assert.Equal(before, await Ground.DumpAsync(a));
            await using var after = a.NewDb();
            Assert.False(await after.ChangeSets.AnyAsync(s => s.Label == "Act B", Stop));
        }
    }
}
