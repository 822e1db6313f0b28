using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Misfits;

public sealed class MisfitTests
{
    [Theory]
    [InlineData(-2.0, 5)]
    [InlineData(-1.75, 5)]   // 1 + 3.5 = 4.5, halves up
    [InlineData(-1.5, 4)]
    [InlineData(-1.25, 4)]   // 3.5
    [InlineData(-1.2, 3)]    // 3.4
    [InlineData(-1.0, 3)]
    [InlineData(null, 3)]
    public void Severity_follows_from_the_mean_rating(double? mean, int expected) => Assert.Equal(expected, MisfitProposal.DefaultSeverity(mean));

    [Fact]
    public void Only_means_of_minus_one_or_less_propose_a_misfit()
    {
        ScoredCriterion[] criteria = [.. Enumerable.Range(1, 4).Select(i => new ScoredCriterion($"SO{i}", Pair.SO))];
        ScoredRating[] ratings =
        [
            Cases.Rate("SO1", "A", -1, 1), Cases.Rate("SO1", "B", 0, 1),  // mean −.5
            Cases.Rate("SO2", "A", -1, 1),
            Cases.Rate("SO3", "A", -2, 1), Cases.Rate("SO3", "B", -1, 1), // mean −1.5
            Cases.Rate("SO4", "A", RatingValue.Insufficient),
        ];
        var proposals = MisfitProposal.Of(PairFit.Compute(Pair.SO, criteria, ratings, Cases.Plenty, FitOptions.Default));
        Assert.Equal([("SO3", -1.5, 4, 2), ("SO2", -1.0, 3, 1)], proposals.Select(p => (p.Criterion, p.Mean, p.Severity, p.Ratings.Count)));
    }

    [Fact]
    public void Priority_is_that_worked_by_hand()
    {
        // 4 · log₁₀(1 + 99,999) · .7 · 1 ÷ 2 = 4 · 5 · .7 ÷ 2 = 7; half the leverage is half of it.
        var ranked = MisfitPriority.Rank([new("a", 4, 2, .7, new(99_999, 99_999, 99_999)), new("b", 4, 2, .7, new(99_999, 99_999, 99_999), .5)]);
        Assert.Equal(7, ranked[0].Value!.Value, 12);
        Assert.Equal(3.5, ranked[1].Value!.Value, 12);
        Assert.Equal([(1, 1, 1), (2, 2, 2)], ranked.Select(r => (r.Rank!.Value, r.Low!.Value, r.High!.Value)));
    }

    [Fact]
    public void Wide_triangles_that_overlap_share_ranks_and_clear_ones_do_not()
    {
        var ranked = MisfitPriority.Rank(
        [
            new("clear", 5, 1, .9, new(1e6, 2e6, 3e6)),
            new("one", 3, 3, .5, new(100, 5_000, 1e6)), new("two", 3, 3, .5, new(100, 6_000, 1e6)),
        ]);
        Assert.Equal(["clear", "two", "one"], ranked.Select(r => r.Key));
        Assert.Equal([(1, 1), (2, 3), (2, 3)], ranked.Select(r => (r.Low!.Value, r.High!.Value)));
    }

    [Fact]
    public void Equal_misfits_share_a_rank()
    {
        var ranked = MisfitPriority.Rank([.. new[] { "a", "b" }.Select(k => new WeighedMisfit(k, 3, 3, .5, new(10, 10, 10))), new("c", 1, 5, .5, new(10, 10, 10))]);
        Assert.Equal([1, 1, 3], ranked.Select(r => r.Rank!.Value));
    }

    [Fact]
    public void Without_affected_persons_there_is_no_priority_and_a_reason()
    {
        var ranked = MisfitPriority.Rank([new("a", 5, 1, .9, null), new("b", 1, 5, .1, new(1, 1, 1)), new("c", 5, 1, .9, new(5, 3, 9)), new("d", 5, 1, .9, new(1, 2, double.NaN))]);
        Assert.Equal(["b", "a", "c", "d"], ranked.Select(r => r.Key));
        Assert.Equal([null, "misfit/no-persons", "misfit/persons-order", "misfit/persons-order"], ranked.Select(r => r.Reason?.Code));
        Assert.Equal((null, null, null, null), (ranked[1].Value, ranked[1].Rank, ranked[1].Low, ranked[1].High));
        Assert.Equal(1, ranked[0].Rank);
    }

    [Fact]
    public void No_misfits_make_no_ranking() => Assert.Empty(MisfitPriority.Rank([]));

    [Fact]
    public void Ranks_lie_in_their_range_and_repeat_with_the_seed() =>
        Gen.Select(Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Double[0, .9], Gen.Double[0, 1e6].Array[3]).Array[1, 6], Gen.ULong).Sample((items, seed) =>
        {
            WeighedMisfit[] misfits = [.. items.Select((m, i) =>
            {
                Array.Sort(m.Item4);
                return new WeighedMisfit($"m{i}", m.Item1, m.Item2, m.Item3, new(m.Item4[0], m.Item4[1], m.Item4[2]));
            })];
            var ranked = MisfitPriority.Rank(misfits, seed, draws: 30);
            Assert.All(ranked, r => Assert.True(1 <= r.Low && r.Low <= r.Rank && r.Rank <= r.High && r.High <= misfits.Length));
            Assert.Equal(ranked, MisfitPriority.Rank([.. misfits.Reverse()], seed, draws: 30));
        });

    [Fact]
    public void Mistakes_of_the_caller_are_refused()
    {
        var m = new WeighedMisfit("a", 3, 3, .5, null);
        foreach (var wrong in new[] { m with { Severity = 0 }, m with { Severity = 6 }, m with { Effort = 0 }, m with { Strength = double.NaN }, m with { Leverage = 1.1 } })
            Assert.Throws<ArgumentException>(() => MisfitPriority.Rank([wrong]));
        Assert.Throws<ArgumentException>(() => MisfitPriority.Rank([m, m]));
    }
}
