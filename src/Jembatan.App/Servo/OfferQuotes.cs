using Jembatan.App.Codings;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Servo;

/// <summary>Quotes that a rater of a strategy may want as evidence: those chosen already, then those said of the strategy, then those of the causes it claims to remove.</summary>
public static class OfferQuotes
{
    /// <param name="Strategy">Label of the strategy.</param>
    /// <param name="Codes">Labels of the causes it claims to remove.</param>
    /// <param name="Chosen">Codings that the rater has chosen already.</param>
    /// <param name="Limit">How many at most.</param>
    public sealed record Request(string Strategy, IReadOnlyCollection<string> Codes, IReadOnlyCollection<Id<Coding>> Chosen, int Limit);

    /// <returns>The quotes, each once; or <c>strategy/not-found</c>.</returns>
    public static async Task<Result<IReadOnlyList<CodingRow>>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = await db.StrategyAsync(request.Strategy, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var (id, chosen) = (found.Value.Id, request.Chosen.ToList());
        var codes = await db.Codes.Where(c => request.Codes.Contains(c.Label)).Select(c => c.Id).ToListAsync(cancellationToken);
        IQueryable<Coding>[] kinds =
        [
            db.SeenCodings.Where(c => chosen.Contains(c.Id)), db.SeenCodings.Where(c => c.StrategyId == id), db.SeenCodings.Where(c => codes.Contains(c.CodeId)),
        ];
        var rows = new List<CodingRow>();
        foreach (var kind in kinds)
        {
            if (rows.Count < request.Limit) rows.AddRange((await ListCodings.PageAsync(0, request.Limit, kind, db, cancellationToken)).Codings.ExceptBy(rows.Select(r => r.Id), r => r.Id));
        }

        return rows.Take(request.Limit).ToList();
    }
}
