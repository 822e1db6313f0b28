using Jembatan.App.Agreement;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Merges;

/// <summary>Brings copies of the study together; codings that one copy made on a text which the other had revised are carried over to the revision in force.</summary>
public static class MergeStudies
{
    /// <param name="Others">Where the other copies are.</param>
    /// <param name="DryRun">Only tells what would happen.</param>
    public sealed record Request(IReadOnlyList<StudyLocation> Others, bool DryRun = false);

    /// <param name="Merged">What came from each copy.</param>
    /// <param name="Reanchored">Codings carried over to the revision in force.</param>
    /// <param name="Conflicts">What nobody but people can settle.</param>
    public sealed record Response(IReadOnlyList<From> Merged, int Reanchored, IReadOnlyList<ConflictRow> Conflicts, bool DryRun);

    /// <param name="Copy">The other copy.</param>
    /// <param name="Steps">Its steps that this one lacked.</param>
    /// <param name="Joined">Things that both had made and that became one.</param>
    public sealed record From(string Copy, int Steps, IReadOnlyList<MergedKind> Kinds, int Joined, IReadOnlyList<Problem> Warnings);

    /// <returns>What was merged, or <c>study/…</c> of a copy that cannot be opened, <c>merge/different-study</c>, <c>merge/same-copy</c>, <c>merge/damaged</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, StudyStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        foreach (var file in request.Others.OfType<StudyLocation.File>().Where(f => !File.Exists(f.Path)))
            return new Problem("study/not-found", $"There is no file '{file.Path}'. Check the path of the other copy.", file.Path);
        if (request.Others.Any(o => MergeCopies.AreSame(o, store.Location))) return MergeCopies.SameCopy(store.Location.Name);
        var opened = new List<StudyStore>();
        try
        {
            foreach (var location in request.Others)
            {
                var other = await StudyStore.OpenAsync(location, StudyAccess.Read, clock, cancellationToken);
                if (other.Problem is { } closed) return closed;
                opened.Add(other.Value);
            }

            var merged = await MergeCopies.RunAsync(store, opened, request.DryRun, cancellationToken);
            if (merged.Problem is { } problem) return problem;
            await using var db = store.NewDb();
            var carried = request.DryRun ? 0 : await CarryAsync(db, coder, cancellationToken);
            await Blinds.PutOnAsync(db, coder, cancellationToken);
            var found = await ListConflicts.SeenAsync(db, [.. merged.Value.SelectMany(m => m.Conflicts).DistinctBy(c => c.Id)], cancellationToken);
            var conflicts = await ConflictRows.ReadAsync(db, found, cancellationToken);
            return new Response([.. merged.Value.Select(m => new From(m.From, m.Steps, m.Kinds, m.Joined, m.Warnings))], carried, conflicts, request.DryRun);
        }
        finally
        {
            foreach (var other in opened) await other.DisposeAsync();
        }
    }

    private static async Task<int> CarryAsync(JembatanDb db, string coder, CancellationToken cancellationToken)
    {
        var stale = await (from c in db.Codings
                           join s in db.Sources on c.SourceId equals s.Id
                           where c.Revision != s.Revision && !c.Orphaned && !s.Purged
                           select s.Id).Distinct().ToListAsync(cancellationToken);
        if (stale.Count == 0) return 0;
        var carried = 0;
        foreach (var source in await db.Sources.Where(s => stale.Contains(s.Id)).ToListAsync(cancellationToken))
        {
            var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.SourceId == source.Id && r.Number == source.Revision, cancellationToken);
            if (revision is null) continue;
            var text = CanonicalText.From(await db.ReadTextAsync(revision.TextHash, cancellationToken));
            carried += (await CarryCodings.RunAsync(source, revision, text, db, onlyStanding: true, cancellationToken)).Values.Sum();
        }

        await db.CommitAsync("Carry codings over", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return carried;
    }
}
