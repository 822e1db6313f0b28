using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Withdrawn consent: overwrites the words of a source, or of an informant with all sources, and opens the ratings again that used them. It cannot be undone.</summary>
public static class PurgeWords
{
    /// <param name="Target">A source or an informant by name or identity; <c>source:</c> or <c>informant:</c> before it says which. A bare name that is both means the source.</param>
    public sealed record Request(string Target);

    /// <param name="Kind"><c>source</c> or <c>informant</c>.</param>
    /// <param name="Name">Its name before the purge.</param>
    /// <param name="RatingsReopened">Ratings that used its words.</param>
    public sealed record Response(string Kind, string Name, PurgeOutcome Outcome, int RatingsReopened);

    /// <summary>What a target is, without touching it.</summary>
    /// <returns>Kind and name, or <c>source/not-found</c>, <c>informant/not-found</c>, <c>purge/not-found</c>, or an ambiguity.</returns>
    public static async Task<Result<(string Kind, string Name)>> FindAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = await TargetAsync(request.Target, db, cancellationToken);
        return found.Problem is { } problem ? problem : (found.Value.Informant is null ? "source" : "informant", found.Value.Name);
    }

    /// <returns>What was overwritten, or a problem of <see cref="FindAsync"/>, or <c>purge/traces-left</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, StudyStore store, CancellationToken cancellationToken)
    {
        Target target;
        Coder acting;
        int reopened;
        var db = store.NewDb();
        await using (db)
        {
            var found = await TargetAsync(request.Target, db, cancellationToken);
            if (found.Problem is { } problem) return problem;
            target = found.Value;
            acting = await db.CoderAsync(coder, cancellationToken);
            reopened = await ReopenAsync(target.Sources, db, cancellationToken);
            await db.CommitAsync("Open ratings again", acting.Id, cancellationToken);
        }

        var outcome = await Purge.RunAsync(store, target.Informant is null ? target.Sources : [], target.Informant, acting.Id, cancellationToken);
        return outcome.Problem is { } failed ? failed : new Response(target.Informant is null ? "source" : "informant", target.Name, outcome.Value, reopened);
    }

    private sealed record Target(string Name, IReadOnlyList<Id<Source>> Sources, Id<Informant>? Informant);

    private static async Task<Result<Target>> TargetAsync(string asked, JembatanDb db, CancellationToken cancellationToken)
    {
        var (kind, name) = asked.Split(':', 2) is [("source" or "informant") and var before, { Length: > 0 } after] ? (before, after) : ("", asked);
        var source = kind == "informant" ? Problem.NotFound("source", name) : await db.SourceAsync(name, cancellationToken);
        if (source.IsOk) return new Target(source.Value.Name, [source.Value.Id], null);
        if (kind == "source") return source.Problem;
        var informant = await db.InformantAsync(name, cancellationToken);
        if (informant.IsOk)
        {
            var id = informant.Value.Id;
            return new Target(informant.Value.Name, await db.Sources.Where(s => s.InformantId == id).Select(s => s.Id).ToListAsync(cancellationToken), id);
        }

        return kind == "informant" || informant.Problem.Code.EndsWith("ambiguous", StringComparison.Ordinal) ? informant.Problem
            : source.Problem.Code.EndsWith("ambiguous", StringComparison.Ordinal) ? source.Problem
            : new Problem("purge/not-found", $"There is no source and no informant '{name}' in this study. List them with 'jembatan sources'.", name);
    }

    private static async Task<int> ReopenAsync(IReadOnlyList<Id<Source>> sources, JembatanDb db, CancellationToken cancellationToken)
    {
        var words = await (from e in db.Evidence join c in db.Codings on e.CodingId equals c.Id where sources.Contains(c.SourceId) select e.Id).ToListAsync(cancellationToken);
        var gone = words.ToHashSet();
        if (gone.Count == 0) return 0;
        var reopened = 0;
        foreach (var rating in await db.Ratings.ToListAsync(cancellationToken))
        {
            var lost = rating.Evidence.Where(gone.Contains).ToList();
            foreach (var evidence in lost) rating.Reopen(evidence, "The words under it were purged on withdrawn consent.");
            if (lost.Count > 0) reopened++;
        }

        return reopened;
    }
}
