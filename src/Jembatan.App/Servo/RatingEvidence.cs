using Jembatan.App.Lookups;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Servo;

/// <summary>Finds or makes the evidence that a rating, factor or recommendation names: evidence, codings and points of macro series.</summary>
internal static class RatingEvidence
{
    /// <param name="named">Each a coding or evidence by identity or the end of one, with or without <c>coding:</c> or <c>evidence:</c>, or <c>series:KEY/DATE</c>.</param>
    /// <param name="strategy">The strategy that it bears on; null for none.</param>
    /// <param name="stance">How a coding bears on the strategy.</param>
    /// <returns>The evidence, each once, in the order named; or <c>evidence/not-found</c>, <c>evidence/ambiguous</c>.</returns>
    public static async Task<Result<IReadOnlyList<Id<Evidence>>>> ResolveAsync(
        IReadOnlyList<string> named, Strategy? strategy, int stance, Id<Coder> rater, JembatanDb db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var found = new List<Id<Evidence>>();
        foreach (var name in named.Select(n => n.Trim()).Where(n => n.Length > 0))
        {
            var one = await OneAsync(name, strategy, stance, rater, db, at, cancellationToken);
            if (one.Problem is { } problem) return problem;
            if (!found.Contains(one.Value.Id)) found.Add(one.Value.Id);
        }

        return found;
    }

    private static async Task<Result<Evidence>> OneAsync(string name, Strategy? strategy, int stance, Id<Coder> rater, JembatanDb db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (kind, rest) = name.Split(':', 2) is [var before, var after] ? (before, after) : ("", name);
        if (kind == "series") return await PointAsync(rest, name, db, cancellationToken);
        Result<Evidence> evidence = kind == "coding" ? Problem.NotFound("evidence", name) : await db.EvidenceAsync(rest, cancellationToken);
        Result<Coding> coding = kind == "evidence" ? Problem.NotFound("coding", name) : await db.CodingAsync(rest, cancellationToken);
        if (evidence.IsOk && coding.IsOk)
            return new Problem("evidence/ambiguous", $"'{name}' is the end of a coding and of an item of evidence. Write more of it, or begin with 'coding:' or 'evidence:'.", name);
        if (evidence.IsOk) return await ForStrategyAsync(evidence.Value, strategy, stance, rater, db, at, cancellationToken);
        if (coding.IsOk) return await FromCodingAsync(coding.Value, strategy, stance, rater, db, at, cancellationToken);
        return evidence.Problem is { Code: "evidence/ambiguous" } twice ? twice
            : coding.Problem is { Code: "coding/ambiguous" } unclear ? unclear
            : new Problem("evidence/not-found", $"There is no coding and no evidence '{name}' in this study. List them with 'jembatan codings' and 'jembatan evidence'.", name);
    }

    // A quote that was taken as evidence on another strategy is evidence of its own here.
    private static async Task<Result<Evidence>> ForStrategyAsync(
        Evidence known, Strategy? strategy, int stance, Id<Coder> rater, JembatanDb db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (known.CodingId is not { } id || known.StrategyId is null || strategy is null || known.StrategyId == strategy.Id) return known;
        var coding = await db.Codings.FindAsync([id], cancellationToken);
        return coding is null ? known : await FromCodingAsync(coding, strategy, stance, rater, db, at, cancellationToken);
    }

    private static async Task<Result<Evidence>> FromCodingAsync(
        Coding coding, Strategy? strategy, int stance, Id<Coder> rater, JembatanDb db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (coding.Orphaned)
            return new Problem("evidence/orphaned", "The words of this coding are gone from their source. Choose another quote.", coding.Id.ToString());
        if (await AddEvidence.QuoteAsync(db, coding.Id, strategy?.Id, stance, cancellationToken) is { } known) return known;
        var evidence = AddEvidence.Make(new(EvidenceKind.Quote, Stance: stance), coding, strategy?.Id, rater, at);
        db.Evidence.Add(evidence);
        return evidence;
    }

    private static async Task<Result<Evidence>> PointAsync(string point, string name, JembatanDb db, CancellationToken cancellationToken) =>
        await db.Evidence.FirstOrDefaultAsync(e => e.SeriesPoint == point, cancellationToken) is { } found
            ? found
            : new Problem("evidence/not-found", $"No evidence rests on '{name}'. Add it with 'jembatan evidence --kind statistic --point {point}'.", name);
}
