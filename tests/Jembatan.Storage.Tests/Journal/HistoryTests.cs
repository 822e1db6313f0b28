using Jembatan.Core;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Journal;

/// <summary>What holds after any history of acts, undoing and doing again by two coders.</summary>
public abstract class HistoryContract(Func<Ground> newGround, int histories)
{
    private static CancellationToken Stop => Ground.Stop;

    [Fact]
    public Task The_journal_told_from_nothing_gives_the_study_and_is_never_rewritten() => ForHistoriesAsync(async (history, acts) =>
    {
        HashSet<string> before = [];
        foreach (var act in acts)
        {
            await history.DoAsync(act);
            await using var db = history.Store.NewDb();
            var now = (await JournalReader.OfAsync(db)).Rows();
            Assert.Subset(now, before);
            before = now;
        }

        await using var reader = history.Store.NewDb();
        Assert.Equal(await Ground.DumpAsync(history.Store), await JournalReplay.LinesAsync(reader, Stop));
    });

    [Fact]
    public Task Undo_takes_back_the_act_and_nothing_of_anybody_else() => ForHistoriesAsync(async (history, acts) =>
    {
        foreach (var act in acts) await history.DoAsync(act);
        await using var db = history.Store.NewDb();
        var journal = await JournalReader.OfAsync(db);
        Assert.Equal(journal.Standing(), journal.All());
    });

    [Fact]
    public Task Undo_then_redo_changes_nothing() => ForHistoriesAsync(async (history, acts) =>
    {
        foreach (var act in acts) await history.DoAsync(act);
        foreach (var coder in (int[])[0, 1])
        {
            var before = await Ground.DumpAsync(history.Store);
            var taken = 0;
            while (taken < 5 && await UndoAsync(history, coder)) taken++;
            for (; taken > 0; taken--) Assert.True(await RedoAsync(history, coder), "What was just taken back can be done again.");
            Assert.Equal(before, await Ground.DumpAsync(history.Store));
        }
    });

    [Fact]
    public Task Undoing_everything_gives_the_study_as_it_began() => ForHistoriesAsync(async (history, acts) =>
    {
        var began = await Ground.DumpAsync(history.Store);
        foreach (var act in acts) await history.DoAsync(act with { Coder = 0 });
        while (await UndoAsync(history, 0))
        {
        }

        Assert.Equal("journal/nothing-to-undo", (await StopAsync(history, 0)).Code);
        Assert.Equal(began, await Ground.DumpAsync(history.Store));
    });

    // Who cited a coding and removed the citation cannot have it back when the other took the coding back in the meantime; that step is named.
    [Fact]
    public Task Undoing_everything_of_two_coders_gives_the_study_as_it_began_or_names_what_the_other_took_back() => ForHistoriesAsync(async (history, acts) =>
    {
        var began = await Ground.DumpAsync(history.Store);
        foreach (var act in acts) await history.DoAsync(act);
        while (await UndoAsync(history, 0) || await UndoAsync(history, 1))
        {
        }

        Problem[] stops = [await StopAsync(history, 0), await StopAsync(history, 1)];
        var refused = stops.Where(s => s.Code != "journal/nothing-to-undo").ToList();
        if (refused.Count == 0)
        {
            Assert.Equal(began, await Ground.DumpAsync(history.Store));
            return;
        }

        Assert.All(refused, r => Assert.Equal("journal/changed-since", r.Code));
        await using var db = history.Store.NewDb();
        var named = refused.Select(r => Guid.Parse(r.At!)).ToList();
        Assert.Contains(await db.ChangeSets.Where(s => named.Contains(s.Id)).ToListAsync(Stop), s => s.Kind == ChangeSetKind.Undo);
    });

    private static async Task<Problem> StopAsync(History history, int coder)
    {
        await using var db = history.Store.NewDb();
        return (await UndoRedo.UndoAsync(db, history.CoderOf(coder), TimeProvider.System, Stop)).Problem!;
    }

    private async Task ForHistoriesAsync(Func<History, Act[], Task> check) => await Act.Histories.SampleAsync(
        async acts =>
        {
            await using var ground = newGround();
            await check(await History.StartAsync(ground), acts);
        },
        iter: histories, threads: 1);

    private static async Task<bool> UndoAsync(History history, int coder)
    {
        await using var db = history.Store.NewDb();
        return (await UndoRedo.UndoAsync(db, history.CoderOf(coder), TimeProvider.System, Stop)).IsOk;
    }

    private static async Task<bool> RedoAsync(History history, int coder)
    {
        await using var db = history.Store.NewDb();
        return (await UndoRedo.RedoAsync(db, history.CoderOf(coder), TimeProvider.System, Stop)).IsOk;
    }
}

public sealed class FileHistoryTests() : HistoryContract(() => new FileGround(), 20);

public sealed class DatabaseHistoryTests(PostgresServer server) : HistoryContract(() => new DatabaseGround(server), 4);
