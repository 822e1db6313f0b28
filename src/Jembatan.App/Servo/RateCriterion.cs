using Jembatan.App.Lookups;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Servo;

/// <summary>Rates a criterion of a strategy, with evidence; the rater's earlier rating of the same at the same time is replaced.</summary>
public static class RateCriterion
{
    /// <param name="Strategy">Label or identity.</param>
    /// <param name="Criterion">Label or identity.</param>
    /// <param name="Value"><c>-2</c> to <c>2</c>, <c>NA</c> or <c>INSUFFICIENT</c>.</param>
    /// <param name="Required">What the criterion requires; empty takes the criterion's own words.</param>
    /// <param name="Observed">What was observed.</param>
    /// <param name="Rationale">Why; needed for NA and INSUFFICIENT.</param>
    /// <param name="Evidence">Codings, evidence or points of series; a coding becomes evidence on the strategy, with the sign of the value as its stance.</param>
    /// <param name="Horizon">Null or <c>now</c> for now, else a year, month or day.</param>
    public sealed record Request(
        string Strategy, string Criterion, string Value, string Required = "", string Observed = "", string Rationale = "", IReadOnlyList<string>? Evidence = null, string? Horizon = null);

    public sealed record Response(Id<Rating> Id, string Strategy, string Criterion, string Value, IReadOnlyList<Id<Evidence>> Evidence, bool Replaced);

    /// <returns>The rating, or <c>strategy/not-found</c>, <c>criterion/not-found</c>, <c>criterion/retired</c>, <c>rating/bad-value</c>, <c>rating/bad-horizon</c>,
    /// <c>rating/no-evidence</c>, <c>rating/no-rationale</c>, <c>evidence/not-found</c>, <c>evidence/ambiguous</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string rater, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var strategy = await db.StrategyAsync(request.Strategy, cancellationToken);
        if (strategy.Problem is { } noStrategy) return noStrategy;
        var criterion = await db.CriterionAsync(request.Criterion, cancellationToken);
        if (criterion.Problem is { } noCriterion) return noCriterion;
        if (criterion.Value.Retired)
            return new Problem("criterion/retired", $"Criterion {criterion.Value.Label} is out of use. Take it back with 'criterion --revise {criterion.Value.Label} --restore', or rate another.");
        if (RatingValue.Parse(request.Value) is not { } value)
            return new Problem("rating/bad-value", $"'{request.Value}' is no rating. Give -2, -1, 0, 1 or 2, or NA or INSUFFICIENT.", request.Value);
        var horizon = request.Horizon is null or "" or "now" ? null : request.Horizon.Trim();
        if (horizon is not null && !RecordPerformance.IsDate(horizon))
            return new Problem("rating/bad-horizon", $"'{horizon}' is not a time. Write a year, month or day such as 2030, or leave the horizon out for now.", horizon);

        var (coder, at) = (await db.CoderAsync(rater, cancellationToken), clock.GetUtcNow());
        var evidence = await RatingEvidence.ResolveAsync(request.Evidence ?? [], strategy.Value, Math.Sign(value.Number ?? 0), coder.Id, db, at, cancellationToken);
        if (evidence.Problem is { } unfound) return unfound;
        var version = await db.Studies.Select(s => s.CodebookVersion).FirstOrDefaultAsync(cancellationToken);
        var required = request.Required.Length > 0 ? request.Required : await RequiredAsync(criterion.Value, db, cancellationToken);
        var answer = new RatingAnswer(value, required, request.Observed, request.Rationale, evidence.Value);

        var rating = await EarlierAsync(db, strategy.Value.Id, criterion.Value.Id, coder.Id, horizon, cancellationToken);
        var replaced = rating is not null;
        if (rating is not null)
        {
            if (rating.Answer(answer, version, at).Problem is { } refused) return refused;
        }
        else
        {
            var made = Rating.Of(criterion.Value.Id, strategy.Value.Id, coder.Id, horizon, answer, version, at);
            if (made.Problem is { } refused) return refused;
            db.Ratings.Add(rating = made.Value);
        }

        await db.CommitAsync("Rate criterion", coder.Id, cancellationToken);
        return new Response(rating.Id, strategy.Value.Label, criterion.Value.Label, rating.Value.ToString(), rating.Evidence, replaced);
    }

    /// <summary>The rater's newest rating of the same strategy, criterion and time.</summary>
    internal static async Task<Rating?> EarlierAsync(
        JembatanDb db, Id<Strategy> strategy, Id<Criterion> criterion, Id<Coder> rater, string? horizon, CancellationToken cancellationToken)
    {
        var stored = await db.Ratings.Where(r => r.StrategyId == strategy && r.CriterionId == criterion && r.RaterId == rater && r.Horizon == horizon).ToListAsync(cancellationToken);
        var added = db.Ratings.Local.Where(r => r.StrategyId == strategy && r.CriterionId == criterion && r.RaterId == rater && r.Horizon == horizon);
        return stored.Union(added).MaxBy(r => (r.At, r.Id.Value));
    }

    private static async Task<string> RequiredAsync(Criterion criterion, JembatanDb db, CancellationToken cancellationToken) =>
        criterion.Required.In(await db.Studies.Select(s => s.Language).FirstOrDefaultAsync(cancellationToken));
}
