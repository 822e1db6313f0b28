using Jembatan.App.Lookups;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Servo;

/// <summary>Proposes a change, or rewords one: misfit → change → causes → evidence → owner.</summary>
public static class Recommend
{
    /// <param name="Change">What should change; null keeps the words of one that is revised.</param>
    /// <param name="Misfits">Recorded misfits by key or identity; a proposed one must be confirmed first.</param>
    /// <param name="Strategy">Label or identity; null takes that of the first misfit.</param>
    /// <param name="Causes">Labels of causes; null takes those of the misfits.</param>
    /// <param name="Evidence">Identities of evidence, or ends of them.</param>
    /// <param name="Revise">Identity of a recommendation to reword, or the end of one; null for a new one.</param>
    public sealed record Request(
        string? Change, IReadOnlyList<string>? Misfits = null, string? Strategy = null, IReadOnlyList<string>? Causes = null, IReadOnlyList<string>? Evidence = null, string? Owner = null,
        string? Due = null, string? Revise = null);

    public sealed record Response(Id<Recommendation> Id, RecommendationDetails Details);

    /// <returns>The recommendation, or <c>recommendation/no-change</c>, <c>recommendation/not-found</c>, <c>misfit/not-found</c>, <c>misfit/not-confirmed</c>, <c>strategy/not-found</c>,
    /// <c>code/not-found</c>, <c>evidence/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string analyst, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        Recommendation? known = null;
        if (request.Revise is { } asked)
        {
            var found = await FindAsync(asked, db, cancellationToken);
            if (found.Problem is { } missing) return missing;
            known = found.Value;
        }

        var change = request.Change?.Trim() ?? known?.Details.Change ?? "";
        if (change.Length == 0) return new Problem("recommendation/no-change", "Say in one sentence what should change. Write it after --change.");
        var author = await db.CoderAsync(analyst, cancellationToken);
        var details = await DetailsAsync(request, (known?.Details ?? new RecommendationDetails("")) with { Change = change }, author, db, clock, cancellationToken);
        if (details.Problem is { } problem) return problem;
        if (known is null) db.Recommendations.Add(known = new Recommendation(details.Value, await db.Recommendations.CountAsync(cancellationToken)));
        else known.Revise(details.Value);
        await db.CommitAsync("Recommend", author.Id, cancellationToken);
        return new Response(known.Id, known.Details);
    }

    private static async Task<Result<RecommendationDetails>> DetailsAsync(Request request, RecommendationDetails details, Coder author, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Misfits is { Count: > 0 } named)
        {
            var board = await ServoBoard.HandleAsync(new(), db, cancellationToken);
            if (board.Problem is { } unread) return unread;
            var misfits = new List<BoardMisfit>();
            foreach (var key in named)
            {
                var found = RecordMisfit.Find(board.Value, key);
                if (found.Problem is { } missing) return missing;
                if (found.Value.Id is null) return new Problem("misfit/not-confirmed", $"'{key}' is only proposed. Confirm it with 'jembatan misfit STUDY {key} --confirm', then recommend.", key);
                misfits.Add(found.Value);
            }

            var causes = await StrategyFields.CodesAsync([.. misfits.SelectMany(m => m.Causes).Distinct()], db, cancellationToken);
            var of = await db.StrategyAsync(misfits[0].Strategy, cancellationToken);
            details = details with
            {
                Misfits = [.. misfits.Select(m => m.Id!.Value).Distinct()],
                Causes = details.Causes.Count > 0 || !causes.IsOk ? details.Causes : causes.Value,
                StrategyId = details.StrategyId ?? (of.IsOk ? of.Value.Id : null),
            };
        }

        if (request.Strategy is { } label)
        {
            var strategy = await db.StrategyAsync(label, cancellationToken);
            if (strategy.Problem is { } missing) return missing;
            details = details with { StrategyId = strategy.Value.Id };
        }

        if (request.Causes is { } labels)
        {
            var causes = await StrategyFields.CodesAsync(labels, db, cancellationToken);
            if (causes.Problem is { } missing) return missing;
            details = details with { Causes = causes.Value };
        }

        var strategyOf = details.StrategyId is { } known ? await db.Strategies.FindAsync([known], cancellationToken) : null;
        var evidence = await RatingEvidence.ResolveAsync(request.Evidence ?? [], strategyOf, 0, author.Id, db, clock.GetUtcNow(), cancellationToken);
        if (evidence.Problem is { } unfound) return unfound;
        return details with { Evidence = [.. details.Evidence.Union(evidence.Value)], Owner = request.Owner ?? details.Owner, Due = request.Due ?? details.Due };
    }

    private static async Task<Result<Recommendation>> FindAsync(string asked, JembatanDb db, CancellationToken cancellationToken)
    {
        var hex = asked.Split(':')[^1].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        var all = await db.Recommendations.ToListAsync(cancellationToken);
        var found = hex.Length < Lookup.ShortestSuffix ? [] : all.FindAll(r => r.Id.Value.ToString("N").EndsWith(hex, StringComparison.Ordinal));
        return found.Count switch
        {
            1 => found[0],
            0 => Problem.NotFound("recommendation", asked),
            _ => new Problem("recommendation/ambiguous", $"'{asked}' stands for {found.Count} recommendations. Write more of it, or the whole identity.", asked),
        };
    }
}
