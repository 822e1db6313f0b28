using Jembatan.App.Lookups;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Servo;

/// <summary>Confirms, words or dismisses a misfit; one that ratings propose, or one of the analyst's own.</summary>
public static class RecordMisfit
{
    /// <param name="Misfit">A proposed or recorded misfit by key (<c>perisai/SR3</c>), identity or the end of one; null for a new one of a strategy and pair.</param>
    /// <param name="Strategy">For a new one: label or identity.</param>
    /// <param name="Pair">For a new one without a criterion.</param>
    /// <param name="Criterion">For a new one: label or identity.</param>
    /// <param name="Fields">What is said of it; null fields stay, or take what the rating proposes.</param>
    public sealed record Request(string? Misfit, MisfitFields Fields, string? Strategy = null, Pair? Pair = null, string? Criterion = null);

    public sealed record Response(Id<Misfit> Id, string Key, MisfitStatus Status);

    /// <returns>The misfit, or <c>misfit/not-found</c>, <c>misfit/no-place</c>, <c>misfit/no-statement</c>, <c>misfit/out-of-range</c>, <c>strategy/not-found</c>, <c>criterion/not-found</c>, <c>code/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string analyst, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Fields.Refusal() is { } refused) return refused;
        var causes = request.Fields.Causes is { } labels ? await StrategyFields.CodesAsync(labels, db, cancellationToken) : default(Result<IReadOnlyList<Id<Core.Qualitative.Code>>>?);
        if (causes is { Problem: { } unknown }) return unknown;
        var board = await ServoBoard.HandleAsync(new(), db, cancellationToken);
        if (board.Problem is { } unread) return unread;
        var place = await PlaceAsync(request, board.Value, db, cancellationToken);
        if (place.Problem is { } nowhere) return nowhere;
        var (strategy, pair, criterion, recorded, proposed) = place.Value;

        var former = recorded?.Details ?? (proposed is null ? new MisfitDetails("") : await ProposalAsync(proposed, db, cancellationToken));
        var details = request.Fields.Over(former, causes?.Value);
        if (string.IsNullOrWhiteSpace(details.Statement))
            return new Problem("misfit/no-statement", "Say in one sentence what does not fit. Write it after --statement.");
        var misfit = recorded;
        if (misfit is null) db.Misfits.Add(misfit = new Misfit(strategy.Id, pair, criterion?.Id, details));
        else misfit.Revise(details);
        var label = details.Status == MisfitStatus.Dismissed ? "Dismiss misfit" : "Confirm misfit";
        await db.CommitAsync(label, (await db.CoderAsync(analyst, cancellationToken)).Id, cancellationToken);
        return new Response(misfit.Id, BoardMisfits.KeyOf(misfit, strategy.Label, criterion?.Label), details.Status);
    }

    private sealed record Place(Strategy Strategy, Pair Pair, Criterion? Criterion, Misfit? Recorded, BoardMisfit? Proposed);

    private static async Task<Result<Place>> PlaceAsync(Request request, ServoBoard.Response board, JembatanDb db, CancellationToken cancellationToken)
    {
        if (request.Misfit is { } asked)
        {
            var known = Find(board, asked);
            if (known.Problem is { } missing) return missing;
            var row = known.Value;
            var of = (await db.StrategyAsync(row.Strategy, cancellationToken)).Value;
            var by = row.Criterion is { } c ? (await db.CriterionAsync(c, cancellationToken)).Value : null;
            return new Place(of, row.Pair, by, row.Id is { } id ? await db.Misfits.FindAsync([id], cancellationToken) : null, row);
        }

        if (request.Strategy is null || request.Pair is null && request.Criterion is null)
            return new Problem("misfit/no-place", "Name a misfit such as 'perisai/SR3', or a strategy with --criterion or --pair.");
        var strategy = await db.StrategyAsync(request.Strategy, cancellationToken);
        if (strategy.Problem is { } noStrategy) return noStrategy;
        if (request.Criterion is null) return new Place(strategy.Value, request.Pair!.Value, null, null, null);
        var criterion = await db.CriterionAsync(request.Criterion, cancellationToken);
        if (criterion.Problem is { } noCriterion) return noCriterion;
        var recorded = await db.Misfits.FirstOrDefaultAsync(m => m.StrategyId == strategy.Value.Id && m.CriterionId == criterion.Value.Id, cancellationToken);
        var proposed = board.Misfits.FirstOrDefault(m => m.Strategy == strategy.Value.Label && m.Criterion == criterion.Value.Label);
        return new Place(strategy.Value, criterion.Value.Pair, criterion.Value, recorded, proposed);
    }

    /// <summary>A misfit by key, identity or the end of one.</summary>
    internal static Result<BoardMisfit> Find(ServoBoard.Response board, string asked)
    {
        var text = asked.Trim();
        if (text.StartsWith("misfit:", StringComparison.Ordinal)) text = text["misfit:".Length..];
        var hex = text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        var all = board.Misfits.Concat(board.Dismissed).ToList();
        var found = all.FindAll(m => string.Equals(m.Key, text, StringComparison.OrdinalIgnoreCase));
        if (found.Count == 0 && hex.Length >= Lookup.ShortestSuffix) found = all.FindAll(m => m.Id is { } id && id.Value.ToString("N").EndsWith(hex, StringComparison.Ordinal));
        return found.Count switch
        {
            1 => found[0],
            0 => Problem.NotFound("misfit", asked),
            _ => new Problem("misfit/ambiguous", $"'{asked}' stands for {found.Count} misfits. Write more of it, or the whole identity.", asked),
        };
    }

    /// <summary>What a proposed misfit says before the analyst adds to it.</summary>
    internal static async Task<MisfitDetails> ProposalAsync(BoardMisfit p, JembatanDb db, CancellationToken cancellationToken)
    {
        var codes = await StrategyFields.CodesAsync(p.Causes, db, cancellationToken);
        return new MisfitDetails(p.Statement) { Type = p.Type, Required = p.Required, Observed = p.Observed, Causes = codes.IsOk ? codes.Value : [] };
    }
}
