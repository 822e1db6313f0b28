using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>The fit of a strategy in one pair, with everything that it rests on.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Fit">F, −1 to 1; null when no criterion is rated.</param>
/// <param name="Coverage">Rated ÷ (all − not applicable), 0 to 1; null when no criterion applies.</param>
/// <param name="Strength">Strength of the evidence under the numbers that enter F.</param>
/// <param name="Range">How far F moves; null without F.</param>
/// <param name="Verdict">The computed verdict.</param>
/// <param name="Reason">Why there is no F, or why evidence is not enough for a verdict; null when there is a verdict.</param>
/// <param name="Criteria">Every criterion of the pair, in the order given.</param>
/// <param name="EvidenceIds">The distinct evidence under F, in order of identity.</param>
public sealed record PairFitResult(
    Pair Pair, double? Fit, double? Coverage, EvidenceStrength Strength, SensitivityRange? Range, VerdictKind Verdict, Reason? Reason,
    IReadOnlyList<CriterionResult> Criteria, IReadOnlyList<Id<Evidence>> EvidenceIds)
{
    /// <summary>Whether there is a verdict: F exists, and coverage and strength reach their thresholds.</summary>
    public bool IsDecided => Verdict != VerdictKind.Insufficient;

    /// <summary>Low end of the sensitivity range; null when there is none.</summary>
    public double? Low => Range?.Low;

    /// <summary>High end of the sensitivity range; null when there is none.</summary>
    public double? High => Range?.High;
}

/// <summary>Fit of a strategy and one element.</summary>
public static class PairFit
{
    /// <summary>The fit of one strategy in one pair, at one time.</summary>
    /// <remarks>
    /// F = Σ w·r ÷ (2·Σ w) over the rated criteria of the pair, r the mean of the numbers that raters gave, −2 to 2.
    /// <para><b>Unit</b>: dimensionless, −1 (everything works against) to 1 (everything strongly supports). Not applicable and insufficient are never 0.</para>
    /// <para><b>Cost</b>: as <see cref="SensitivityRange"/>, about a millisecond for six criteria and five raters.</para>
    /// <para><b>Source</b>: a proposal of Jembatan after the SERVO elements of Fleisher and Bensoussan (2007), ch. 9; see docs/methods/servo.md.</para>
    /// <para><b>Oracle</b>: the worked example of docs/methods/servo.md, by hand.</para>
    /// </remarks>
    /// <param name="pair">The pair.</param>
    /// <param name="criteria">Criteria in force; those of other pairs are left out.</param>
    /// <param name="ratings">Ratings of one strategy at one time that stand; those of other criteria are left out.</param>
    /// <param name="evidence">At least the evidence that the ratings name.</param>
    /// <param name="options">Thresholds, seed, resamples.</param>
    /// <returns>Always a result; <see cref="PairFitResult.Fit"/> is null, with a reason, when nothing is rated or nothing applies.</returns>
    /// <exception cref="ArgumentException">A weight is not above 0, a criterion comes twice, a rater rated a criterion twice, or a rating names evidence that is not given.</exception>
    public static PairFitResult Compute(
        Pair pair, IReadOnlyList<ScoredCriterion> criteria, IReadOnlyList<ScoredRating> ratings, IReadOnlyList<ScoredEvidence> evidence, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(options);
        var asked = criteria.Where(c => c.Pair == pair).ToList();
        Check(asked, ratings);

        var byCriterion = ratings.ToLookup(r => r.Criterion, StringComparer.Ordinal);
        var results = asked.Select(c => CriterionResult.Of(c, [.. byCriterion[c.Key]])).ToList();
        // By key, so that the sums do not depend on the order of the criteria.
        var rated = results.Where(c => c.State == CriterionState.Rated).OrderBy(c => c.Criterion, StringComparer.Ordinal).ToList();
        var known = evidence.DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        var under = rated.SelectMany(c => c.Entered).SelectMany(r => r.Evidence).Distinct().Order().ToList();
        foreach (var e in under)
            if (!known.ContainsKey(e)) throw new ArgumentException($"A rating names evidence {e} that is not given.", nameof(evidence));

        var strength = EvidenceStrength.Of(under.Select(e => known[e]));
        var applicable = results.Count(c => c.State != CriterionState.NotApplicable);
        double? coverage = applicable == 0 ? null : (double)rated.Count / applicable;
        var fit = Formula(rated.Select(c => (c.Weight, c.Mean!.Value)));
        var range = fit is { } f ? SensitivityRange.Of(pair, f, rated, known, options) : null;
        var reason = Withheld(results, rated.Count, applicable, coverage, strength, options.Thresholds);
        var verdict = fit is { } value && reason is null ? options.Thresholds.Judge(value) : VerdictKind.Insufficient;
        return new(pair, fit, coverage, strength, range, verdict, reason, results, under);
    }

    /// <summary>F of criteria that are rated; null when there are none.</summary>
    internal static double? Formula(IEnumerable<(double Weight, double Mean)> rated)
    {
        double sum = 0, weight = 0;
        foreach (var (w, r) in rated) (sum, weight) = (sum + (w * r), weight + w);
        if (double.IsFinite(sum) && double.IsFinite(2 * weight)) return weight > 0 ? sum / (2 * weight) : null;
        // Only the ratio of weights matters; huge ones are taken smaller.
        return Formula([.. rated.Select(c => (c.Weight * double.ScaleB(1, -64), c.Mean))]);
    }

    private static Reason? Withheld(List<CriterionResult> results, int rated, int applicable, double? coverage, EvidenceStrength strength, VerdictThresholds thresholds)
    {
        if (results.Count == 0) return Reason.Of("fit/no-criteria", "Belum ada kriteria untuk pasangan ini", "There are no criteria for this pair");
        if (applicable == 0) return Reason.Of("fit/not-applicable", "Semua kriteria tidak berlaku", "No criterion applies");
        if (rated == 0)
        {
            return results.All(c => c.State is CriterionState.Unrated or CriterionState.NotApplicable)
                ? Reason.Of("fit/unrated", "Belum dinilai", "Not rated yet")
                : Reason.Of("fit/no-number", "Penilai menganggap bahannya belum cukup", "Raters find too little to go by");
        }

        if (!VerdictThresholds.AtLeast(coverage!.Value, thresholds.Coverage))
            return Reason.Of("fit/low-coverage", $"{rated} dari {applicable} kriteria dinilai", $"{rated} of {applicable} criteria rated");
        if (VerdictThresholds.AtLeast(strength.Value, thresholds.Strength)) return null;
        return Reason.Of("fit/low-strength", $"Bukti lemah: {strength.Items} bukti dari {strength.Groups} kelompok",
            $"Weak evidence: {strength.Items} {(strength.Items == 1 ? "item" : "items")} from {strength.Groups} {(strength.Groups == 1 ? "group" : "groups")}");
    }

    private static void Check(List<ScoredCriterion> asked, IReadOnlyList<ScoredRating> ratings)
    {
        if (asked.Find(c => !(c.Weight > 0 && double.IsFinite(c.Weight))) is { } wrong)
            throw new ArgumentException($"The weight of criterion {wrong.Key} is not above 0.", nameof(asked));
        if (asked.GroupBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Criterion {twice.Key} comes twice.", nameof(asked));
        if (ratings.GroupBy(r => (r.Criterion, r.Rater)).FirstOrDefault(g => g.Count() > 1) is { } repeated)
            throw new ArgumentException($"{repeated.Key.Rater} rated criterion {repeated.Key.Criterion} twice. Give the newest rating.", nameof(ratings));
    }
}
