using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Servo;

/// <summary>A strategy on the board: the analyst's verdict first, the computed one beside it as a check.</summary>
/// <param name="Mechanism">Labels of the causes that it claims to remove.</param>
/// <param name="Performance">Target and achievement, latest date last.</param>
/// <param name="Pairs">The four main pairs in the order of the board, rated or not, then other pairs that have criteria.</param>
/// <param name="Weakest">The main pair with the least fit; null unless all four are decided.</param>
/// <param name="Fit">Fit of the weakest pair; null unless all four are decided.</param>
/// <param name="Mean">Mean fit of the main pairs; null unless all four are decided.</param>
/// <param name="ComputedReason">Why the computed verdict is insufficient; null otherwise.</param>
/// <param name="Verdict">The analyst's verdict; null until given.</param>
/// <param name="Disagrees">Whether the analyst's verdict is another than the computed one.</param>
/// <param name="ReopenedRatings">How many ratings wait for new evidence.</param>
public sealed record BoardStrategy(
    Id<Strategy> Id, string Label, Bilingual Title, Bilingual Summary, StrategyStatus Status, StrategyGoal? Goal, IReadOnlyList<string> Mechanism,
    IReadOnlyList<BoardPerformance> Performance, IReadOnlyList<BoardPair> Pairs, Pair? Weakest, double? Fit, double? Mean, BoardCongruence Congruence, BoardChange Change,
    VerdictKind Computed, Bilingual? ComputedReason, BoardVerdict? Verdict, bool Disagrees, int ReopenedRatings);

/// <summary>Target and achievement at a date.</summary>
/// <param name="Share">Achieved ÷ target; null when either is missing.</param>
public sealed record BoardPerformance(Id<Performance> Id, string Date, Bilingual Metric, double? Target, double? Achieved, string Unit, string Source, string? Mark, double? Share, bool? BelowTarget);

/// <summary>The analyst's verdict with its rationale.</summary>
public sealed record BoardVerdict(Id<Verdict> Id, VerdictKind Is, Bilingual Words, string By, string Because, DateTimeOffset At);

/// <summary>The E–V–R congruence label, or why there is none.</summary>
/// <param name="Kind">Machine id, such as <c>strategic-drift</c>; null without a label.</param>
public sealed record BoardCongruence(string? Kind, Bilingual? Words, Bilingual? Reason, bool IsProvisional);

/// <summary>What fit now and at the horizon call for.</summary>
/// <param name="Difference">Fit at the horizon less fit now; null when either is missing.</param>
/// <param name="Kind">Machine id: <c>none</c>, <c>drift-risk</c>, <c>reactive</c>, <c>crisis</c>; null without fit now.</param>
public sealed record BoardChange(double? Difference, string? Kind, Bilingual? Words, Bilingual? Reason);

/// <summary>A cell of the board: a strategy's fit with one element.</summary>
/// <param name="Fit">−1 to 1; null when no criterion is rated, with a reason.</param>
/// <param name="Low">Low end of the sensitivity range; null when there is none.</param>
/// <param name="High">High end of the sensitivity range; null when there is none.</param>
/// <param name="Coverage">Rated ÷ (all − not applicable); null when nothing applies.</param>
/// <param name="Strength">Evidence strength, 0 to 0.9.</param>
/// <param name="RangeMethod"><c>sources</c>, <c>raters</c>, <c>sources+raters</c> or <c>none</c>.</param>
/// <param name="HorizonFit">Fit at the study's horizon; null when not rated.</param>
/// <param name="Evidence">Distinct items of evidence under the fit.</param>
/// <param name="Reason">Why there is no fit or no verdict; null when there are both.</param>
/// <param name="Arithmetic">The sum in one line; null without fit.</param>
/// <param name="Influences">What the fit would be without each source, the one that moves it most first.</param>
public sealed record BoardPair(
    Pair Pair, double? Fit, double? Low, double? High, double? Coverage, double Strength, VerdictKind Verdict, Bilingual VerdictWords, string RangeMethod,
    double? HorizonFit, BoardChange Change, int Evidence, int Supporting, int Contradicting, int Informants, int Groups, bool IsWeakest, string? ReasonCode, Bilingual? Reason,
    Bilingual? Arithmetic, IReadOnlyList<BoardCriterion> Criteria, IReadOnlyList<BoardInfluence> Influences)
{
    /// <summary>The id that opens <see cref="Fit"/>, at the time shown.</summary>
    public required string Trace { get; init; }

    /// <summary>The id that opens <see cref="HorizonFit"/>; null without it.</summary>
    public string? HorizonTrace { get; init; }
}

/// <summary>What a fit would be without one source.</summary>
public sealed record BoardInfluence(string Source, double? FitWithout, double? Shift, int RatingsDropped);

/// <summary>A criterion with its ratings.</summary>
/// <param name="State"><c>rated</c>, <c>not-applicable</c>, <c>insufficient</c> or <c>unrated</c>.</param>
/// <param name="Mean">Mean rating, −2 to 2; null unless rated.</param>
/// <param name="Ratings">Now or at the horizon asked for, by rater; re-opened ones stand here but do not count.</param>
public sealed record BoardCriterion(
    Id<Criterion> Id, string Label, Pair Pair, Bilingual Question, Bilingual Required, double Weight, string State, double? Mean, IReadOnlyList<BoardRating> Ratings);

/// <summary>A rating with its evidence.</summary>
/// <param name="Value"><c>-2</c> to <c>2</c>, <c>NA</c> or <c>INSUFFICIENT</c>.</param>
/// <param name="ReopenedBecause">Why it does not count any more; null while it is final.</param>
/// <param name="Horizon">Null for now.</param>
public sealed record BoardRating(
    Id<Rating> Id, string Rater, string Value, int? Number, string Required, string Observed, string Rationale, RatingState State, string? ReopenedBecause,
    string? Horizon, int CodebookVersion, DateTimeOffset At, IReadOnlyList<BoardEvidence> Evidence);

/// <summary>An item of evidence, down to the words.</summary>
/// <param name="Text">The words of a quote, else the statement.</param>
/// <param name="Statement">What it is taken to say; equal to the text for a plain quote.</param>
/// <param name="Informant">Who said it; null unless a quote.</param>
/// <param name="Issuer">Who issued it; null for a quote.</param>
/// <param name="Stance">1 supports the strategy, −1 contradicts it, 0 neither.</param>
/// <param name="Source">Name of the source of a quote, else the citation.</param>
/// <param name="Start">Code points; null unless a quote.</param>
/// <param name="End">Code points, exclusive; null unless a quote.</param>
/// <param name="SeriesPoint"><c>KEY/DATE</c> of the macro series that a statistic rests on.</param>
public sealed record BoardEvidence(
    Id<Evidence> Id, EvidenceKind Kind, string Text, string Statement, string? Informant, InformantGroup? Group, string? Issuer, int Stance, string? Source, int? Revision, int? Start,
    int? End, Id<Coding>? CodingId, string? Code, Basis? Basis, string? SeriesPoint, string? Date);

/// <summary>How far a misfit has come.</summary>
public enum BoardMisfitStatus
{
    /// <summary>Proposed by a mean rating of −1 or less; nobody has looked at it.</summary>
    Proposed,

    /// <summary>Confirmed by the analyst.</summary>
    Confirmed,

    /// <summary>Dismissed by the analyst.</summary>
    Dismissed,
}

/// <summary>A misfit between a strategy and an element.</summary>
/// <param name="Id">Null while it is only proposed.</param>
/// <param name="Key">Stable key, such as <c>perisai/SR3</c>.</param>
/// <param name="Mean">Mean rating of its criterion; null when it has none.</param>
/// <param name="Causes">Labels of the causes that it lets stand.</param>
/// <param name="Leverage">1 for all until a coverage model is linked.</param>
/// <param name="Recommendations">Changes proposed for it.</param>
public sealed record BoardMisfit(
    Id<Misfit>? Id, string Key, string Strategy, Pair Pair, string? Criterion, BoardMisfitStatus Status, MisfitType Type, string Statement, string Required, string Observed,
    double? Mean, IReadOnlyList<string> Causes, string Segment, AffectedPersons? Affected, Disposition Disposition, int Severity, int Effort, double Leverage, string? Owner, string? Due,
    BoardPriority Priority, IReadOnlyList<Id<Recommendation>> Recommendations);

/// <summary>Rank among the misfits with its 5th to 95th percentile, or why there is none.</summary>
public sealed record BoardPriority(int? Rank, int? Low, int? High, double? Value, Bilingual? Reason);

/// <summary>A change proposed, with what it rests on.</summary>
/// <param name="Misfits">Keys of the misfits.</param>
public sealed record BoardRecommendation(
    Id<Recommendation> Id, string Change, string? Strategy, IReadOnlyList<string> Misfits, IReadOnlyList<string> Causes, IReadOnlyList<Id<Evidence>> Evidence, string? Owner, string? Due);

/// <summary>Where verdicts begin and end in this study.</summary>
public sealed record BoardThresholds(double Fit, double FairlyFit, double Misfit, double Coverage, double Strength);
