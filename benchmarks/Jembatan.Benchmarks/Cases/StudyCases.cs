using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Benchmarks.Cases;

/// <summary>Opening, coding, listing and taking back.</summary>
internal static class StudyCases
{
    private const int FirstPage = 25;

    public static IReadOnlyList<Case> All { get; } =
    [
        new("open the study and read its title", 1000, 5, (bench, _, _) =>
        {
            var opened = new List<StudyStore>();
            return Task.FromResult(new Prepared(
                async cancellationToken =>
                {
                    var store = (await StudyStore.OpenAsync(bench.Store.Location, StudyAccess.Read, TimeProvider.System, cancellationToken)).Value;
                    opened.Add(store);
                    await using var db = store.NewDb();
                    return (await db.Studies.AsNoTracking().SingleAsync(cancellationToken)).Title;
                },
                new Closing(opened)));
        }),
        new("add one coding, journalled and durable", 2, 500, AddAsync),
        new("take a coding back (undo)", 10, 50, UndoAsync),
        Case.Question("all codings of the longest source", 10, 50, async (bench, db, cancellationToken) =>
        {
            var codings = await db.Codings.AsNoTracking().Where(c => c.SourceId == bench.Longest.Id).OrderBy(c => c.Start).ToListAsync(cancellationToken);
            return $"{codings.Count} codings";
        }),
        Case.Question("codes with their counts", 100, 20, async (_, db, cancellationToken) =>
        {
            var counts = await db.Codings.AsNoTracking().GroupBy(c => c.CodeId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            return $"{counts.Count} codes, {counts.Sum(c => c.Count)} codings";
        }),
        Case.Question("a code's quotes, first page", 50, 50, async (bench, db, cancellationToken) =>
        {
            var quotes = await db.Codings.AsNoTracking().Where(c => c.CodeId == bench.Busiest.Id).OrderBy(c => c.SourceId).ThenBy(c => c.Start).Take(FirstPage).ToListAsync(cancellationToken);
            return $"{quotes.Count} quotes of {bench.Busiest.Label}";
        }),
    ];

    private static async Task<Prepared> AddAsync(Bench bench, int turn, CancellationToken cancellationToken)
    {
        await using var reading = bench.Store.NewDb();
        var revision = await reading.Revisions.AsNoTracking().SingleAsync(r => r.SourceId == bench.Longest.Id && r.Number == bench.Longest.Revision, cancellationToken);
        var text = CanonicalText.From(await reading.ReadTextAsync(revision.TextHash, cancellationToken));
        var start = turn * 7 % (text.Length - 300);
        return new Prepared(async running =>
        {
            await using var db = bench.Store.NewDb();
            var coding = Coding.Of(revision, text.Select(start, start + 201).Value, bench.Busiest.Id, bench.Coder.Id, new CodingMarks(), bench.Store.Clock.GetUtcNow());
            db.Add(coding);
            await db.CommitAsync("Apply code", bench.Coder.Id, running);
            return "committed";
        });
    }

    private static async Task<Prepared> UndoAsync(Bench bench, int turn, CancellationToken cancellationToken)
    {
        await (await AddAsync(bench, turn + 50_000, cancellationToken)).RunAsync(cancellationToken);
        return new Prepared(async running =>
        {
            await using var db = bench.Store.NewDb();
            return (await UndoRedo.UndoAsync(db, bench.Coder.Id, bench.Store.Clock, running)).Value.Label;
        });
    }

    private sealed class Closing(List<StudyStore> stores) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var store in stores) await store.DisposeAsync();
        }
    }
}
