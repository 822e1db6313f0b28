using System.Globalization;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Random;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Benchmarks.Cases;

/// <summary>Bringing two copies together, each with 100,000 codings of its own, one in a hundred of them the same in both.</summary>
internal static class MergeCases
{
    private const int Each = 100_000, Sources = 100, Codes = 200, Length = 20_000;

    public static IReadOnlyList<Case> All { get; } = [new("merge", "merge two copies of 100,000 codings each", 10_000, 2, PrepareAsync) { OnPostgres = false }];

    private static async Task<Prepared> PrepareAsync(Bench bench, int turn, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jembatan-merge-").FullName;
        var clock = TimeProvider.System;
        var study = new Study("Two copies", Language.Indonesian, "blank", clock.GetUtcNow());
        var ours = (await StudyStore.CreateAsync(new StudyLocation.File(Path.Combine(folder, "ours.jembatan")), study, clock, cancellationToken)).Value;
        Code[] codes = [.. Enumerable.Range(0, Codes).Select(i => new Code(string.Create(CultureInfo.InvariantCulture, $"K{i}"), new CodeRules(Bilingual.Empty), null, i))];
        var coder = new Coder("A");
        var text = CanonicalText.From(string.Concat(Enumerable.Repeat("iuran berat ", Length / 12)));
        SourceRevision[] revisions = new SourceRevision[Sources];
        await using (var db = ours.NewDb())
        {
            db.AddRange(codes);
            db.Add(coder);
            for (var i = 0; i < Sources; i++)
            {
                var source = new Source(string.Create(CultureInfo.InvariantCulture, $"Interview {i}"), SourceKind.Interview, null, clock.GetUtcNow());
                revisions[i] = source.Revise(text, [], [], clock.GetUtcNow());
                db.AddRange(source, revisions[i]);
            }

            await db.KeepAsync(text.Value, cancellationToken);
            await db.CommitAsync("Begin", null, cancellationToken);
        }

        var path = Path.Combine(folder, "theirs.jembatan");
        await ours.CopyAsync(path, cancellationToken);
        var theirs = (await StudyStore.OpenAsync(new StudyLocation.File(path), StudyAccess.Write, clock, cancellationToken)).Value;
        foreach (var (store, copy) in new[] { (ours, 0UL), (theirs, 1UL) })
        {
            await using var db = store.NewDb();
            await BulkRows.AddAsync(db, Codings(copy, revisions, text, codes, coder), "Import codings", coder.Id, clock, cancellationToken);
        }

        return new Prepared(
            async running =>
            {
                var merged = await MergeCopies.RunAsync(ours, [theirs], dryRun: false, running);
                if (merged.Problem is { } problem) return new Outcome(problem.Code);
                await using var db = ours.NewDb();
                var codings = await db.Codings.CountAsync(running);
                return new Outcome(string.Create(CultureInfo.InvariantCulture, $"{codings} codings, {merged.Value[0].Joined} joined"));
            },
            new Closing([ours, theirs], folder));
    }

    // Places are drawn; one in a hundred is drawn from the stream that both copies share.
    private static IEnumerable<Coding> Codings(ulong copy, SourceRevision[] revisions, CanonicalText text, Code[] codes, Coder coder)
    {
        PhiloxStream shared = new(1, "benchmarks/merge", 9), own = new(1, "benchmarks/merge", copy);
        var seen = new HashSet<(int, int, int)>();
        for (var i = 0; seen.Count < Each; i++)
        {
            var random = i % 100 == 0 ? shared : own;
            var place = (Source: random.NextBelow(Sources), Start: random.NextBelow(text.Length - 100), Code: random.NextBelow(Codes));
            if (seen.Add(place)) yield return Coding.Of(revisions[place.Source], text.Select(place.Start, place.Start + 80).Value, codes[place.Code].Id, coder.Id, new CodingMarks(), DateTimeOffset.UnixEpoch);
        }
    }

    private sealed class Closing(StudyStore[] stores, string folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var store in stores) await store.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
