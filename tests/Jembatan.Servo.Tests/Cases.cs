using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.Servo.Tests;

/// <summary>Short ways to write criteria, ratings and evidence.</summary>
internal static class Cases
{
    public static Id<T> Id<T>(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static ScoredEvidence Quote(int id, string informant, string? group = "worker", int stance = 1) =>
        new(Id<Evidence>(id), EvidenceKind.Quote, informant, group, stance, "interview " + informant);

    public static ScoredEvidence Item(int id, EvidenceKind kind, string origin, string? issuer, int stance = 1) => new(Id<Evidence>(id), kind, origin, issuer, stance, origin);

    public static ScoredRating Rate(string criterion, string rater, int number, params int[] evidence) => Rate(criterion, rater, RatingValue.Of(number), evidence);

    public static ScoredRating Rate(string criterion, string rater, RatingValue value, params int[] evidence) =>
        new(Id<Rating>((int)Jembatan.Statistics.Random.Philox.StreamOf(criterion + "/" + rater)), criterion, rater, value, [.. evidence.Select(Id<Evidence>)]);

    /// <summary>Enough evidence for any verdict: three informants of two groups, a document and a statistic.</summary>
    public static IReadOnlyList<ScoredEvidence> Plenty { get; } =
        [Quote(1, "N01"), Quote(2, "N02"), Quote(3, "N03", "branch"), Item(4, EvidenceKind.Document, "D1", "BPJS"), Item(5, EvidenceKind.Statistic, "S1", "BPS")];

    /// <summary>A pair with one criterion and all of <see cref="Plenty"/>, whose fit is half the number.</summary>
    public static PairFitResult Pair(Pair pair, int? number, bool enough = true)
    {
        ScoredCriterion[] criteria = [new($"{pair}1", pair)];
        ScoredRating[] ratings = number is { } n ? [Rate($"{pair}1", "A", n, enough ? [1, 2, 3, 4, 5] : [1])] : [];
        return PairFit.Compute(pair, criteria, ratings, Plenty, FitOptions.Default);
    }

    /// <summary>A pair with a fit of one's choosing, decided or not.</summary>
    public static PairFitResult Exactly(Pair pair, double? fit, bool enough = true) =>
        new(pair, fit, 1, EvidenceStrength.Of(Plenty), null,
            fit is { } f && enough ? VerdictThresholds.Default.Judge(f) : VerdictKind.Insufficient,
            fit is null || !enough ? new Reason("test", Bilingual.Empty) : null, [], []);

    public static StrategyFitResult Strategy(double? se, double? sr, double? sv, double? so) => StrategyFit.Of(
        [Exactly(Core.Strategies.Pair.SE, se), Exactly(Core.Strategies.Pair.SR, sr), Exactly(Core.Strategies.Pair.SV, sv), Exactly(Core.Strategies.Pair.SO, so)], VerdictThresholds.Default);
}
