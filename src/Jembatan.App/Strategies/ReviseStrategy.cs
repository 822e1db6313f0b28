using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Strategies;

/// <summary>Changes what is known of a strategy.</summary>
public static class ReviseStrategy
{
    /// <param name="Strategy">Its label or identity.</param>
    /// <param name="Fields">What changes; null fields stay.</param>
    public sealed record Request(string Strategy, StrategyFields Fields);

    public sealed record Response(Id<Strategy> Id, string Label);

    /// <returns>The strategy, or <c>strategy/not-found</c>, <c>strategy/no-title</c>, <c>strategy/long-title</c>, <c>code/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.StrategyAsync(request.Strategy, cancellationToken);
        if (found.Problem is { } missing) return missing;
        var details = await request.Fields.OverAsync(found.Value.Details, db, cancellationToken);
        if (details.Problem is { } problem) return problem;
        found.Value.Revise(details.Value);
        await db.CommitAsync("Revise strategy", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(found.Value.Id, found.Value.Label);
    }
}
