using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.App.Servo;

/// <summary>Makes the rows of the board from the material of a study.</summary>
internal static class BoardRows
{
    /// <param name="shown">The time shown: null for now.</param>
    /// <param name="against">The horizon that now is set against; null when there is none.</param>
    public static BoardStrategy Strategy(ServoMaterial material, Strategy strategy, string? shown, string? against)
    {
        var fit = material.Fit(strategy, shown);
        var now = shown is null ? fit : material.Fit(strategy, null);
        var later = against is null ? null : material.Fit(strategy, against);
        var performance = Performance(material, strategy);
        var belowTarget = Below(material, strategy);
        var pressing = material.Misfits.Any(m => m.StrategyId == strategy.Id && m.Details is { Type: MisfitType.Timing, Status: MisfitStatus.Confirmed });
        var thresholds = material.Options.Thresholds;
        var verdict = material.VerdictOn(strategy);
        var congruence = fit.Congruence;
        return new(
            strategy.Id, strategy.Label, strategy.Title, strategy.Summary, strategy.Status, strategy.Goal, material.Labels(strategy.Mechanism), performance,
            [.. fit.Pairs.Select(p => Pair(material, strategy, p, (shown, against), now[p.Pair], later?[p.Pair], fit.Weakest == p.Pair))],
            fit.Weakest, fit.Fit, fit.Mean,
            new(congruence.Kind?.Id(), congruence.Kind?.Words(material.Study.Particulars), congruence.Reason?.Words, congruence.IsProvisional),
            Change(DynamicFit.Of(now.Fit, later?.Fit, belowTarget, pressing, thresholds)),
            fit.Computed, fit.Reason?.Words,
            verdict is null ? null : new(verdict.Id, verdict.Is, verdict.Is.Words(), material.CoderName(verdict.AnalystId), verdict.Because, verdict.At),
            fit.Disagrees(verdict?.Is), material.Ratings.Count(r => r.StrategyId == strategy.Id && r.State == RatingState.Reopened));
    }

    public static IReadOnlyList<BoardPerformance> Performance(ServoMaterial material, Strategy strategy) =>
        [.. material.Performances.Where(p => p.StrategyId == strategy.Id).Select(p =>
        {
            var gap = PerformanceGap.Of(new(p.Date, p.Target, p.Achieved));
            return new BoardPerformance(p.Id, p.Date, p.Metric, p.Target, p.Achieved, p.Unit, p.Source, p.Mark, gap.Share, gap.BelowTarget);
        })];

    public static BoardEvidence Evidence(ServoMaterial material, Evidence e)
    {
        var words = material.WordsOf(e);
        return new(
            e.Id, e.Kind, words?.Text ?? material.StatementOf(e), material.StatementOf(e), words?.Informant, words?.Group, e.Issuer, e.Stance, words?.Source ?? e.Citation, words?.Revision, words?.Start, words?.End,
            e.CodingId, words is null ? null : material.Codes.GetValueOrDefault(words.CodeId)?.Label, words?.Basis, e.SeriesPoint, e.Date);
    }

    public static BoardChange Change(DynamicFitResult change) => new(change.Change, change.Kind?.Id(), change.Kind?.Words(), change.Reason?.Words);

    // Below target when, of any metric, the latest date that has both values says so.
    private static bool? Below(ServoMaterial material, Strategy strategy)
    {
        var known = material.Performances.Where(p => p.StrategyId == strategy.Id).GroupBy(p => p.Metric.En + "\n" + p.Metric.Id)
            .Select(g => PerformanceGap.Latest(g.Select(p => new PerformancePoint(p.Date, p.Target, p.Achieved))).BelowTarget).OfType<bool>().ToList();
        return known.Count == 0 ? null : known.Contains(true);
    }

    private static BoardPair Pair(ServoMaterial material, Strategy strategy, PairFitResult p, (string? Shown, string? Against) times, PairFitResult? now, PairFitResult? later, bool isWeakest)
    {
        var results = p.Criteria.ToDictionary(c => c.Criterion, StringComparer.Ordinal);
        var criteria = material.Criteria.Where(c => c.Pair == p.Pair && !c.Retired).Select(c => Criterion(material, strategy, c, results[c.Label], times.Shown));
        return new(
            p.Pair, p.Fit, p.Low, p.High, p.Coverage, p.Strength.Value, p.Verdict, p.Verdict.Words(), p.Range?.MethodId ?? "none", later?.Fit,
            Change(DynamicFit.Of(now?.Fit, later?.Fit, null, false, material.Options.Thresholds)),
            p.Strength.Items, p.Strength.Supporting, p.Strength.Contradicting, p.Strength.Informants, p.Strength.Groups, isWeakest, p.Reason?.Code, p.Reason?.Words,
            Arithmetic.Of(p), [.. criteria], [.. (p.Range?.Influences ?? []).Select(i => new BoardInfluence(i.Source, i.FitWithout, i.Shift, i.Dropped.Count))])
        {
            Trace = TraceId.Fit(strategy.Label, p.Pair, times.Shown), HorizonTrace = later?.Fit is null ? null : TraceId.Fit(strategy.Label, p.Pair, times.Against),
        };
    }

    private static BoardCriterion Criterion(ServoMaterial material, Strategy strategy, Criterion c, CriterionResult result, string? shown)
    {
        var ratings = material.Ratings.Where(r => r.StrategyId == strategy.Id && r.CriterionId == c.Id && r.Horizon == shown)
            .OrderBy(r => material.CoderName(r.RaterId), StringComparer.Ordinal).ThenBy(r => r.At).Select(r => Rating(material, r));
        return new(c.Id, c.Label, c.Pair, c.Question, c.Required, c.Weight, result.State switch
        {
            CriterionState.Rated => "rated",
            CriterionState.NotApplicable => "not-applicable",
            CriterionState.Insufficient => "insufficient",
            _ => "unrated",
        }, result.Mean, [.. ratings]);
    }

    private static BoardRating Rating(ServoMaterial material, Rating r) => new(
        r.Id, material.CoderName(r.RaterId), r.Value.ToString(), r.Value.Number, r.Required, r.Observed, r.Rationale, r.State, r.ReopenedBecause, r.Horizon, r.CodebookVersion, r.At,
        [.. r.Evidence.Select(id => material.Evidence.GetValueOrDefault(id)).OfType<Evidence>().Select(e => Evidence(material, e))]);
}
