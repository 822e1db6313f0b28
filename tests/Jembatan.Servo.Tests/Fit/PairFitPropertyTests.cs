using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Fit;

/// <summary>What holds of every fit, over generated boards of up to six criteria, five raters and ten items of evidence.</summary>
public sealed class PairFitPropertyTests
{
    private sealed record Board(IReadOnlyList<ScoredCriterion> Criteria, IReadOnlyList<ScoredRating> Ratings, IReadOnlyList<ScoredEvidence> Evidence)
    {
        public PairFitResult Fit() => PairFit.Compute(Pair.SE, Criteria, Ratings, Evidence, FitOptions.Default with { Resamples = 40 });
    }

    private static readonly Gen<IReadOnlyList<ScoredEvidence>> Evidence =
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[-1, 1]).Array[10].Select(items => (IReadOnlyList<ScoredEvidence>)
            [.. items.Select((e, i) => e.Item1 == 0
                ? Cases.Quote(i, $"N{e.Item2}", e.Item3 == 0 ? null : $"g{e.Item2 % 2}", e.Item4)
                : Cases.Item(i, (EvidenceKind)e.Item1, $"origin{e.Item2}", e.Item3 == 0 ? null : $"issuer{e.Item3}", e.Item4))]);

    // −2 to 2, 3 = not applicable, 4 = insufficient, 5 and 6 = no rating.
    private static readonly Gen<(int Value, int[] Evidence)> Cell = Gen.Select(Gen.Int[-2, 6], Gen.Int[0, 9].Array[1, 3]);

    private static readonly Gen<Board> Boards = Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5], Gen.Double[.1, 5].Array[6], Cell.Array[30], Evidence).Select((criteria, raters, weights, cells, evidence) =>
        new Board(
            [.. Enumerable.Range(0, criteria).Select(c => new ScoredCriterion($"C{c}", Pair.SE, weights[c]))],
            [.. from c in Enumerable.Range(0, criteria)
                from r in Enumerable.Range(0, raters)
                let cell = cells[(c * 5) + r]
                where cell.Value < 5
                select Cases.Rate($"C{c}", $"R{r}",
                    cell.Value switch { 3 => RatingValue.NotApplicable, 4 => RatingValue.Insufficient, var n => RatingValue.Of(n) }, [.. cell.Evidence.Distinct()])],
            evidence));

    [Fact]
    public void Numbers_stay_in_their_bounds() => Boards.Sample(board =>
    {
        var result = board.Fit();
        if (result.Fit is { } f) Assert.InRange(f, -1, 1);
        if (result.Coverage is { } c) Assert.InRange(c, 0, 1);
        Assert.InRange(result.Strength.Value, 0, EvidenceStrength.Cap);
        Assert.Equal(result.IsDecided, result.Reason is null);
        Assert.Equal(result.Fit is null, result.Range is null);
    });

    [Fact]
    public void The_range_holds_the_fit_and_stays_in_bounds() => Boards.Sample(board =>
    {
        if (board.Fit() is not { Fit: { } f, Range.Low: { } low, Range.High: { } high }) return;
        Assert.True(-1 <= low && low <= f && f <= high && high <= 1, $"{low} {f} {high}");
    });

    [Fact]
    public void The_order_of_criteria_ratings_and_evidence_changes_no_bit() => Gen.Select(Boards, Gen.Int).Sample((board, seed) =>
    {
        var shuffled = new Board(Shuffled(board.Criteria, seed), Shuffled(board.Ratings, seed), Shuffled(board.Evidence, seed));
        var (a, b) = (board.Fit(), shuffled.Fit());
        Assert.Equal((a.Fit, a.Low, a.High, a.Coverage, a.Strength, a.Verdict), (b.Fit, b.Low, b.High, b.Coverage, b.Strength, b.Verdict));
    });

    [Fact]
    public void Only_the_ratio_of_weights_matters() => Gen.Select(Boards, Gen.Double[.01, 100]).Sample((board, factor) =>
    {
        var (a, b) = (board.Fit(), (board with { Criteria = [.. board.Criteria.Select(c => c with { Weight = c.Weight * factor })] }).Fit());
        Assert.Equal(a.Fit is null, b.Fit is null);
        if (a.Fit is { } f) Assert.InRange(b.Fit!.Value - f, -1e-12, 1e-12);
    });

    [Fact]
    public void Not_applicable_and_insufficient_never_count_as_zero() => Boards.Sample(board =>
    {
        // Take them out: the means of criteria that stay rated are the same.
        var numbers = (board with { Ratings = [.. board.Ratings.Where(r => r.Value.Number is not null)] }).Fit();
        foreach (var (with, without) in board.Fit().Criteria.Zip(numbers.Criteria))
            if (with.State == CriterionState.Rated) Assert.Equal(without.Mean, with.Mean);
    });

    [Fact]
    public void One_more_rater_who_says_insufficient_changes_no_fit() => Boards.Sample(board =>
    {
        // Only where no criterion is near the half of not applicable, which one more answer may tip.
        var before = board.Fit();
        if (before.Criteria.Any(c => c.NotApplicable > 0)) return;
        var after = (board with { Ratings = [.. board.Ratings, .. board.Criteria.Select(c => Cases.Rate(c.Key, "Z", RatingValue.Insufficient))] }).Fit();
        Assert.Equal((before.Fit, before.Low, before.High), (after.Fit, after.Low, after.High));
    });

    [Fact]
    public void Turning_every_number_round_turns_the_fit_round() => Boards.Sample(board =>
    {
        var turned = board with { Ratings = [.. board.Ratings.Select(r => r.Value.Number is { } n ? r with { Value = RatingValue.Of(-n) } : r)] };
        Assert.Equal(board.Fit().Fit, -turned.Fit().Fit);
    });

    [Fact]
    public void A_raised_rating_never_lowers_the_fit() => Gen.Select(Boards, Gen.Int[0, 29]).Sample((board, place) =>
    {
        if (board.Ratings.Count == 0) return;
        var at = place % board.Ratings.Count;
        if (board.Ratings[at].Value.Number is not { } n || n == 2) return;
        var raised = board with { Ratings = [.. board.Ratings.Select((r, i) => i == at ? r with { Value = RatingValue.Of(n + 1) } : r)] };
        if (board.Fit().Fit is { } before) Assert.True(raised.Fit().Fit >= before);
    });

    [Fact]
    public void More_evidence_never_weakens() => Gen.Select(Evidence, Gen.Int[0, 10], Gen.Int[0, 10]).Sample((evidence, a, b) =>
        Assert.True(EvidenceStrength.Of(evidence.Take(Math.Min(a, b))).Value <= EvidenceStrength.Of(evidence.Take(Math.Max(a, b))).Value));

    [Fact]
    public void More_words_of_the_same_informant_change_nothing() => Evidence.Sample(evidence =>
    {
        IEnumerable<ScoredEvidence> more = [.. evidence, .. evidence.Where(e => e.Kind == EvidenceKind.Quote).Select((e, i) => e with { Id = Cases.Id<Evidence>(100 + i) })];
        Assert.Equal(EvidenceStrength.Of(evidence).Value, EvidenceStrength.Of(more).Value);
    });

    private static IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> items, int seed) => [.. items.OrderBy(i => HashCode.Combine(i, seed))];
}
