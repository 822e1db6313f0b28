using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Adds a strategy whose fit is to be judged.</summary>
public static class AddStrategy
{
    /// <param name="Label">Its key, unique in the study, such as <c>perisai</c>.</param>
    /// <param name="Fields">What is known of it; without a title the label stands in.</param>
    public sealed record Request(string Label, StrategyFields Fields);

    public sealed record Response(Id<Strategy> Id, string Label);

    /// <returns>The strategy, or <c>strategy/bad-label</c>, <c>strategy/exists</c>, <c>strategy/no-title</c>, <c>strategy/long-title</c>, <c>code/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var label = StrategyFields.Label("strategy", request.Label);
        if (label.Problem is { } bad) return bad;
        var labels = await db.Strategies.Select(s => s.Label).ToListAsync(cancellationToken);
        if (labels.Exists(l => Lookups.Lookup.SameWord(l, label.Value)))
            return new Problem("strategy/exists", $"There is a strategy '{label.Value}' already. Choose another short key (label), or change that one with --revise.", label.Value);
        var details = await request.Fields.OverAsync(new StrategyDetails(Bilingual.Same(label.Value)), db, cancellationToken);
        if (details.Problem is { } problem) return problem;

        var strategy = new Strategy(label.Value, details.Value, labels.Count);
        db.Strategies.Add(strategy);
        await db.CommitAsync("Add strategy", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(strategy.Id, strategy.Label);
    }
}
