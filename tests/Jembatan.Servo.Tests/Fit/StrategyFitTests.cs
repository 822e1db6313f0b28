using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Fit;

public sealed class StrategyFitTests
{
    [Fact]
    public void The_weakest_pair_makes_the_verdict()
    {
        var result = Cases.Strategy(.46, -.25, .21, -.12);
        Assert.Equal((Pair.SR, -.25, VerdictKind.Misfit), (result.Weakest, result.Fit, result.Computed));
        Assert.Equal(.075, result.Mean!.Value, 12); // (.46 − .25 + .21 − .12)/4 = .30/4
        Assert.Null(result.Reason);
    }

    [Fact]
    public void A_good_mean_does_not_hide_a_weak_link() => Assert.Equal(VerdictKind.Misfit, Cases.Strategy(1, 1, 1, -.1).Computed);

    [Fact]
    public void A_tie_goes_to_the_first_on_the_board() => Assert.Equal(Pair.SR, Cases.Strategy(.5, .2, .2, .2).Weakest);

    [Fact]
    public void An_unrated_pair_leaves_the_whole_insufficient_and_the_others_shown()
    {
        var result = Cases.Strategy(.5, .4, null, .3);
        Assert.Equal((null, null, null, VerdictKind.Insufficient), (result.Weakest, result.Fit, result.Mean, result.Computed));
        Assert.Equal(("strategy/open-pairs", "No verdict yet for S–V"), (result.Reason!.Code, result.Reason.Words.En));
        Assert.Equal(.5, result[Pair.SE]!.Fit);
    }

    [Fact]
    public void A_pair_with_thin_evidence_leaves_the_whole_insufficient()
    {
        var pairs = Elements.MainPairs.Select(p => Cases.Exactly(p, .5, enough: p != Pair.SE)).ToList();
        Assert.Equal(VerdictKind.Insufficient, StrategyFit.Of(pairs, VerdictThresholds.Default).Computed);
    }

    [Fact]
    public void Every_main_pair_is_listed_though_nothing_is_rated()
    {
        var result = StrategyFit.Compute([], [], [], FitOptions.Default);
        Assert.Equal(Elements.MainPairs, result.Pairs.Select(p => p.Pair));
        Assert.All(result.Pairs, p => Assert.Equal("fit/no-criteria", p.Reason!.Code));
    }

    [Fact]
    public void Other_pairs_are_shown_and_do_not_enter()
    {
        ScoredCriterion[] criteria = [.. Elements.MainPairs.Append(Pair.ER).Select(p => new ScoredCriterion($"{p}1", p))];
        ScoredRating[] ratings = [.. criteria.Select(c => Cases.Rate(c.Key, "A", c.Pair == Pair.ER ? -2 : 1, 1, 2, 3, 4, 5))];
        var result = StrategyFit.Compute(criteria, ratings, Cases.Plenty, FitOptions.Default);
        Assert.Equal([.. Elements.MainPairs, Pair.ER], result.Pairs.Select(p => p.Pair));
        Assert.Equal((-1.0, .5, VerdictKind.Fit), (result[Pair.ER]!.Fit, result.Fit, result.Computed));
    }

    [Fact]
    public void A_disagreement_is_told_only_when_there_is_an_analysts_verdict()
    {
        var result = Cases.Strategy(.5, .5, .5, .5);
        Assert.False(result.Disagrees(null));
        Assert.False(result.Disagrees(VerdictKind.Fit));
        Assert.True(result.Disagrees(VerdictKind.FairlyFit));
        Assert.True(Cases.Strategy(.5, null, .5, .5).Disagrees(VerdictKind.Fit));
    }

    [Fact]
    public void The_whole_is_never_better_than_any_pair() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Double[-1, 1]).Sample((se, sr, sv, so) =>
        {
            var result = Cases.Strategy(se, sr, sv, so);
            Assert.All(result.Pairs, p => Assert.True(result.Fit <= p.Fit && result.Computed >= p.Verdict));
            Assert.True(result.Fit <= result.Mean + 1e-12);
        });
}
