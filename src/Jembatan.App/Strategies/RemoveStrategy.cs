using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Takes a strategy out of the study, with memos on it; only one on which nothing rests yet.</summary>
public static class RemoveStrategy
{
    /// <param name="Strategy">Its label or identity.</param>
    public sealed record Request(string Strategy);

    public sealed record Response(Id<Strategy> Id, string Label);

    /// <returns>The strategy, or <c>strategy/not-found</c>, <c>strategy/in-use</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.StrategyAsync(request.Strategy, cancellationToken);
        if (found.Problem is { } missing) return missing;
        var strategy = found.Value;
        if (await IsUsedAsync(strategy, db, cancellationToken))
            return new Problem("strategy/in-use", $"Ratings, evidence, codings or texts rest on '{strategy.Label}' and would lose it. Set its status to ended instead.", strategy.Label);
        db.Notes.RemoveRange(await db.Notes.Where(n => n.TargetId == strategy.Id.Value).ToListAsync(cancellationToken));
        db.Strategies.Remove(strategy);
        await db.CommitAsync("Remove strategy", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(strategy.Id, strategy.Label);
    }

    private static async Task<bool> IsUsedAsync(Strategy strategy, JembatanDb db, CancellationToken cancellationToken)
    {
        var id = strategy.Id;
        Id<Strategy>? of = id;
        var section = $"strategy:{strategy.Label}";
        return await db.Ratings.AnyAsync(r => r.StrategyId == id, cancellationToken)
            || await db.Verdicts.AnyAsync(v => v.StrategyId == id, cancellationToken)
            || await db.Misfits.AnyAsync(m => m.StrategyId == id, cancellationToken)
            || await db.Performances.AnyAsync(p => p.StrategyId == id, cancellationToken)
            || await db.Evidence.AnyAsync(e => e.StrategyId == of, cancellationToken)
            || await db.Codings.AnyAsync(c => c.StrategyId == of, cancellationToken)
            || await db.Narratives.AnyAsync(n => n.Section == section, cancellationToken)
            || (await db.Recommendations.AsNoTracking().ToListAsync(cancellationToken)).Any(r => r.Details.StrategyId == id);
    }
}
