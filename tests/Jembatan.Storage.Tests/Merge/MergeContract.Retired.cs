using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Merge;

public abstract partial class MergeContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_code_out_of_use_here_and_coded_with_there_is_listed_and_can_be_brought_back(bool merged)
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, async db =>
        {
            if (merged) (await CodeAsync(db)).MergeInto(sample.Parent.Id);
            else (await CodeAsync(db)).Retire();
        });
        var kept = NewCoding(3, 12);
        await ActAsync(b, db => AddAsync(db, kept));
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal((ConflictKind.RetiredAndUsed, sample.Code.Id.Value, true), (conflict.Kind, conflict.EntityId, conflict.TookOurs));
        Assert.Equal((null, "{\"Coding\":1}"), (conflict.Ours, conflict.Theirs));
        await using (var db = a.NewDb()) Assert.Contains(kept.Id, await db.Codings.Where(c => c.CodeId == sample.Code.Id).Select(c => c.Id).ToListAsync(Stop));
        await ChooseAsync(a, conflict, ours: false);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await using (var db = b.NewDb()) Assert.Equal((false, null), ((await CodeAsync(db)).Retired, (await CodeAsync(db)).MergedInto));
        await Copies.AssertSoundAsync(b);
    }
}
