using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>The fit of a strategy over its pairs, weakest link first.</summary>
/// <param name="Pairs">The four main pairs in the order of the board, rated or not, then other pairs that have criteria.</param>
/// <param name="Weakest">The main pair with the least fit; null unless all four are decided. A tie goes to the first on the board.</param>
/// <param name="Fit">The least F of the main pairs; null unless all four are decided.</param>
/// <param name="Mean">The plain mean of F over the four main pairs; null unless all four are decided.</param>
/// <param name="Computed">The computed verdict: that of the weakest pair, or insufficient when any main pair is unrated or insufficient.</param>
/// <param name="Reason">Why it is insufficient, naming the pairs; null otherwise.</param>
/// <param name="Congruence">The congruence label, or why there is none.</param>
public sealed record StrategyFitResult(
    IReadOnlyList<PairFitResult> Pairs, Pair? Weakest, double? Fit, double? Mean, VerdictKind Computed, Reason? Reason, CongruenceResult Congruence)
{
    /// <summary>The result of one pair; null when it has none.</summary>
    /// <param name="pair">The pair.</param>
    public PairFitResult? this[Pair pair] => Pairs.FirstOrDefault(p => p.Pair == pair);

    /// <summary>Whether the analyst's verdict is another than the computed one; it is flagged and never overwritten.</summary>
    /// <param name="analyst">The analyst's verdict; null when not given yet.</param>
    /// <returns>False without an analyst's verdict; true also when the analyst judges where the computation finds too little evidence.</returns>
    public bool Disagrees(VerdictKind? analyst) => analyst is { } verdict && verdict != Computed;
}

/// <summary>Fit of a strategy over its pairs.</summary>
public static class StrategyFit
{
    /// <summary>Computes every pair of a strategy and what they come to.</summary>
    /// <param name="criteria">Criteria in force.</param>
    /// <param name="ratings">Ratings of the strategy at one time that stand.</param>
    /// <param name="evidence">At least the evidence that the ratings name.</param>
    /// <param name="options">Thresholds, seed, resamples.</param>
    /// <returns>Always a result; pairs without ratings say so.</returns>
    /// <exception cref="ArgumentException">As <see cref="PairFit.Compute"/>.</exception>
    public static StrategyFitResult Compute(
        IReadOnlyList<ScoredCriterion> criteria, IReadOnlyList<ScoredRating> ratings, IReadOnlyList<ScoredEvidence> evidence, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(options);
        var secondary = criteria.Select(c => c.Pair).Distinct().Where(p => !Elements.MainPairs.Contains(p)).Order();
        return Of([.. Elements.MainPairs.Concat(secondary).Select(p => PairFit.Compute(p, criteria, ratings, evidence, options))], options.Thresholds);
    }

    /// <summary>What the pairs of a strategy come to.</summary>
    /// <remarks>
    /// Fit = min F over S–E, S–R, S–V, S–O: the weakest link first, the mean second, never only the mean. Other pairs do not enter.
    /// <para><b>Source</b>: consistency must hold outside and inside at once (the Diamond-E of Fry and Killing, as retold in course notes); the minimum is a proposal of Jembatan.</para>
    /// </remarks>
    /// <param name="pairs">Results per pair; a main pair that is missing counts as unrated.</param>
    /// <param name="thresholds">Where verdicts begin and end.</param>
    public static StrategyFitResult Of(IReadOnlyList<PairFitResult> pairs, VerdictThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var main = Elements.MainPairs.Select(p => pairs.FirstOrDefault(x => x.Pair == p)).ToList();
        var congruence = Congruence.Of(pairs, thresholds);
        var open = Elements.MainPairs.Where((_, i) => main[i] is not { IsDecided: true }).Select(p => $"S–{p.Other().Letter()}").ToList();
        if (open.Count > 0)
        {
            var names = string.Join(", ", open);
            return new(pairs, null, null, null, VerdictKind.Insufficient,
                Reason.Of("strategy/open-pairs", $"Belum ada putusan untuk {names}", $"No verdict yet for {names}"), congruence);
        }

        var weakest = main.MinBy(p => p!.Fit!.Value)!;
        return new(pairs, weakest.Pair, weakest.Fit, main.Average(p => p!.Fit!.Value), weakest.Verdict, null, congruence);
    }
}
