using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Shows what would go if a coding were taken back, before it is.</summary>
public static class ShowRemoval
{
    /// <param name="Coding">Identity of the coding, or its end.</param>
    public sealed record Request(string Coding);

    /// <param name="Evidence">Items of evidence that rest on it.</param>
    /// <param name="Ratings">Ratings that would be opened again.</param>
    /// <param name="MentionedIn">Sections of the analyst's text that name it.</param>
    public sealed record Response(Id<Coding> CodingId, string Code, string Source, int Start, int End, string Quote, int Evidence, IReadOnlyList<RestingRating> Ratings, IReadOnlyList<string> MentionedIn);

    /// <param name="Strategy">Label of the strategy.</param>
    /// <param name="Criterion">Label of the criterion.</param>
    public sealed record RestingRating(Id<Rating> Id, string Strategy, Bilingual Title, Pair Pair, string Criterion, Bilingual Question, string Rater);

    /// <returns>What rests on it, or <c>coding/not-found</c>, <c>coding/ambiguous</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = await db.CodingAsync(request.Coding, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var coding = found.Value;
        var code = await db.Codes.AsNoTracking().SingleAsync(c => c.Id == coding.CodeId, cancellationToken);
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == coding.SourceId, cancellationToken);
        Id<Coding>? id = coding.Id;
        var evidence = (await db.Evidence.Where(e => e.CodingId == id).Select(e => e.Id).ToListAsync(cancellationToken)).ToHashSet();
        var ratings = evidence.Count == 0 ? [] : await RatingsAsync(evidence, db, cancellationToken);
        return new Response(
            coding.Id, code.Label, source.Name, coding.Start, coding.End, coding.Quote, evidence.Count, ratings, await CodingRemoval.MentionedInAsync(db, [coding.Id.Value], cancellationToken));
    }

    private static async Task<IReadOnlyList<RestingRating>> RatingsAsync(HashSet<Id<Evidence>> evidence, JembatanDb db, CancellationToken cancellationToken)
    {
        var resting = (await db.Ratings.AsNoTracking().ToListAsync(cancellationToken)).Where(r => r.Evidence.Any(evidence.Contains)).ToList();
        var strategies = await db.Strategies.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        var criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken);
        var coders = await db.Coders.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        return
        [
            .. from rating in resting
               let strategy = strategies[rating.StrategyId]
               let criterion = criteria[rating.CriterionId]
               orderby strategy.Order, strategy.Label, criterion.Order, criterion.Label
               select new RestingRating(rating.Id, strategy.Label, strategy.Details.Title, criterion.Pair, criterion.Label, criterion.Question, coders.GetValueOrDefault(rating.RaterId, "?")),
        ];
    }
}
