using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>A criterion as the fit sees it.</summary>
/// <param name="Key">Its label, such as <c>SE1</c>, unique among the criteria given.</param>
/// <param name="Pair">The pair.</param>
/// <param name="Weight">Weight, above 0, finite; only the ratio to the others matters.</param>
public sealed record ScoredCriterion(string Key, Pair Pair, double Weight = 1);

/// <summary>A rating that stands (not re-opened), of one strategy, at one time (now or one horizon).</summary>
/// <param name="Id">Its identity, to trace by.</param>
/// <param name="Criterion">Key of the criterion; ratings of criteria not given are left out.</param>
/// <param name="Rater">Name of the rater; one rating per rater and criterion.</param>
/// <param name="Value">The value.</param>
/// <param name="Evidence">What it rests on; each must be among the evidence given.</param>
public sealed record ScoredRating(Id<Rating> Id, string Criterion, string Rater, RatingValue Value, IReadOnlyList<Id<Evidence>> Evidence);

/// <summary>An item of evidence as the fit sees it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Origin">Whose witness it is: the informant for a quote, else the document, statistic or observation itself. Items of one kind and origin count once.</param>
/// <param name="Group">The informant's group for a quote, else the issuing body; null when not known.</param>
/// <param name="Stance">1 supports the strategy, −1 contradicts it, 0 neither.</param>
/// <param name="Source">What is left out in turn: the interview for a quote, else the document or series.</param>
public sealed record ScoredEvidence(Id<Evidence> Id, EvidenceKind Kind, string Origin, string? Group, int Stance, string Source);

/// <summary>Settings of a fit.</summary>
public sealed record FitOptions
{
    /// <summary>The defaults: default thresholds, seed 1, 1,000 resamples.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>Where verdicts begin and end.</summary>
    public VerdictThresholds Thresholds { get; init; } = VerdictThresholds.Default;

    /// <summary>Seed of the resamples.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many resamples of raters, at least 1.</summary>
    public int Resamples { get; init; } = 1000;
}
