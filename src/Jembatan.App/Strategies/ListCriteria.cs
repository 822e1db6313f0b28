using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Lists the criteria by pair.</summary>
public static class ListCriteria
{
    public sealed record Response(IReadOnlyList<Row> Criteria);

    /// <param name="Ratings">How many ratings there are of it, over all strategies and times.</param>
    public sealed record Row(Id<Criterion> Id, string Label, Pair Pair, Bilingual Question, Bilingual Required, double Weight, bool Retired, int Ratings);

    public static async Task<Result<Response>> HandleAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var ratings = (await db.Ratings.AsNoTracking().Select(r => r.CriterionId).ToListAsync(cancellationToken)).CountBy(r => r).ToDictionary();
        var criteria = await db.Criteria.AsNoTracking().ToListAsync(cancellationToken);
        return new Response([.. criteria.OrderBy(c => c.Pair).ThenBy(c => c.Order).ThenBy(c => c.Label, StringComparer.Ordinal)
            .Select(c => new Row(c.Id, c.Label, c.Pair, c.Question, c.Required, c.Weight, c.Retired, ratings.GetValueOrDefault(c.Id)))]);
    }
}
