using System.Diagnostics;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Merge;
using Jembatan.Storage.Tests.Contract;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Merge;

/// <summary>A merge that ends half-way leaves the study as it was.</summary>
public sealed class KilledMergeTests : IAsyncDisposable
{
    private readonly FileGround ground = new();
    private readonly Sample sample = new();

    private static CancellationToken Stop => Ground.Stop;

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task A_merge_interrupted_at_any_point_leaves_the_study_as_it_was_and_works_when_repeated()
    {
        var (a, b) = await TwoAsync(4_000);
        var before = await Ground.DumpAsync(a);
        var finished = false;
        for (var milliseconds = 1; !finished && milliseconds < 60_000; milliseconds *= 3)
        {
            using var interrupt = new CancellationTokenSource(milliseconds);
            try
            {
                finished = (await MergeCopies.RunAsync(a, [b], dryRun: false, interrupt.Token)).IsOk;
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(before, await Ground.DumpAsync(a));
            }
        }

        Assert.True(finished);
        await Copies.AssertSoundAsync(a);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
    }

    [Fact]
    public async Task A_merge_whose_machine_lost_power_is_there_whole_or_not_at_all()
    {
        // What the disk holds while a merge is under way is what is left after a power cut: file and log, without the memory of the program.
        var (a, b) = await TwoAsync(2_000);
        var before = await Ground.DumpAsync(a);
        var path = ((StudyLocation.File)a.Location).Path;
        var merging = Task.Run(() => MergeCopies.RunAsync(a, [b], dryRun: false, Stop), Stop);
        var left = new List<string>();
        for (var clock = Stopwatch.StartNew(); !merging.IsCompleted; await Task.Delay(20, Stop))
        {
            var cut = Path.Combine(ground.Folder, $"cut{left.Count}.jembatan");
            File.Copy(path, cut);
            if (File.Exists(path + "-wal")) File.Copy(path + "-wal", cut + "-wal");
            if (merging.IsCompleted) break;
            left.Add(cut);
            if (left.Count == 12) break;
        }

        Assert.Null((await merging).Problem);
        var after = await Ground.DumpAsync(a);
        Assert.NotEqual(before, after);
        Assert.NotEmpty(left);
        foreach (var cut in left)
        {
            var store = await ground.OpenAsync(new StudyLocation.File(cut));
            var there = await Ground.DumpAsync(store);
            Assert.Contains(there, (IReadOnlyList<string>[])[before, after]);      // the last ones may have been taken when the merge had just been written
            Assert.Empty(await store.CheckAsync(Stop));
        }
    }

    private async Task<(StudyStore A, StudyStore B)> TwoAsync(int codings)
    {
        var a = await ground.NewStudyAsync();
        await EntityContract.AddAllAsync(a, sample);
        var b = await ground.CopyAsync(a);
        await using (var db = b.NewDb())
        {
            var codes = Enumerable.Range(0, codings / 50).Select(i => new Code($"B{i}", new CodeRules(Bilingual.Empty), null, i)).ToList();
            var many = codes.SelectMany(c => Enumerable.Range(0, 50).Select(i => Coding.Of(sample.Revision, Sample.Text.Select(i, i + 5).Value, c.Id, sample.Ani.Id, new CodingMarks(), ground.Clock.GetUtcNow())));
            await BulkRows.AddAsync(db, codes.Cast<IEntity>().Concat(many), "Import", sample.Ani.Id, ground.Clock, Stop);
        }

        await using (var db = a.NewDb())
        {
            (await db.Codes.SingleAsync(c => c.Id == sample.Code.Id, Stop)).Relabel("FI03");
            await db.CommitAsync("Rename", sample.Ani.Id, Stop);
        }

        return (a, b);
    }
}
