using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Fit;

public sealed class PairFitTests
{
    private static readonly ScoredCriterion[] Five = [.. Enumerable.Range(1, 5).Select(i => new ScoredCriterion($"SE{i}", Pair.SE))];

    private static PairFitResult Compute(params ScoredRating[] ratings) => PairFit.Compute(Pair.SE, Five, ratings, Cases.Plenty, FitOptions.Default);

    [Fact]
    public void Without_ratings_there_is_no_fit_and_a_reason()
    {
        var result = Compute();
        Assert.Null(result.Fit);
        Assert.Null(result.Range);
        Assert.Equal(0.0, result.Coverage);
        Assert.Equal((VerdictKind.Insufficient, "fit/unrated"), (result.Verdict, result.Reason!.Code));
        Assert.Equal("", FitArithmetic.Line(result, Language.English));
    }

    [Fact]
    public void Only_the_ratio_of_weights_matters_however_large_they_are()
    {
        ScoredRating[] ratings = [Cases.Rate("SE1", "A", 2), Cases.Rate("SE2", "A", -1)];
        var fits = new[] { 1.0, 1e-300, 1e307, 8e307 }.Select(w => PairFit.Compute(Pair.SE, [new("SE1", Pair.SE, w), new("SE2", Pair.SE, 2 * w)], ratings, Cases.Plenty, FitOptions.Default).Fit!.Value);
        Assert.All(fits, f => Assert.Equal(0, f, 1e-15));
    }

    [Fact]
    public void Without_criteria_there_is_no_coverage_either()
    {
        var result = PairFit.Compute(Pair.SE, [], [], [], FitOptions.Default);
        Assert.Null(result.Coverage);
        Assert.Equal("fit/no-criteria", result.Reason!.Code);
    }

    [Fact]
    public void When_nothing_applies_there_is_no_fit()
    {
        var result = Compute([.. Five.Select(c => Cases.Rate(c.Key, "A", RatingValue.NotApplicable))]);
        Assert.Null(result.Fit);
        Assert.Null(result.Coverage);
        Assert.Equal("fit/not-applicable", result.Reason!.Code);
    }

    [Fact]
    public void Raters_who_find_too_little_leave_no_fit()
    {
        var result = Compute(Cases.Rate("SE1", "A", RatingValue.Insufficient));
        Assert.Null(result.Fit);
        Assert.Equal("fit/no-number", result.Reason!.Code);
    }

    [Fact]
    public void Half_of_the_raters_are_not_most()
    {
        var half = Compute(Cases.Rate("SE1", "A", RatingValue.NotApplicable), Cases.Rate("SE1", "B", 2, 1, 2, 3, 4, 5));
        Assert.Equal(CriterionState.Rated, half.Criteria[0].State);
        var most = Compute(Cases.Rate("SE1", "A", RatingValue.NotApplicable), Cases.Rate("SE1", "C", RatingValue.NotApplicable), Cases.Rate("SE1", "B", 2, 1));
        Assert.Equal(CriterionState.NotApplicable, most.Criteria[0].State);
        Assert.Null(most.Fit);
    }

    [Fact]
    public void Coverage_of_three_in_five_is_enough_and_two_is_not()
    {
        int[] all = [1, 2, 3, 4, 5];
        var three = Compute(Cases.Rate("SE1", "A", 2, all), Cases.Rate("SE2", "A", 1, all), Cases.Rate("SE3", "A", 0, all));
        Assert.Equal((.6, VerdictKind.Fit), (three.Coverage, three.Verdict)); // (2+1+0)/(2·3) = .5
        var two = Compute(Cases.Rate("SE1", "A", 2, all), Cases.Rate("SE2", "A", 1, all));
        Assert.Equal((.75, .4, VerdictKind.Insufficient, "fit/low-coverage"), (two.Fit, two.Coverage, two.Verdict, two.Reason!.Code));
        Assert.Equal("2 dari 5 kriteria dinilai", two.Reason.Words.Id);
    }

    [Fact]
    public void A_document_and_an_observation_are_just_strong_enough()
    {
        // 1 − .75·.80 = .4, which floating point writes .3999…
        ScoredEvidence[] evidence = [Cases.Item(1, EvidenceKind.Document, "D", "X"), Cases.Item(2, EvidenceKind.Observation, "O", "Y")];
        var result = PairFit.Compute(Pair.SE, [Five[0]], [Cases.Rate("SE1", "A", 2, 1, 2)], evidence, FitOptions.Default);
        Assert.Equal(VerdictKind.Fit, result.Verdict);
        var alone = PairFit.Compute(Pair.SE, [Five[0]], [Cases.Rate("SE1", "A", 2, 1)], evidence, FitOptions.Default);
        Assert.Equal(("fit/low-strength", 1.0), (alone.Reason!.Code, alone.Fit));
    }

    [Fact]
    public void Evidence_of_a_criterion_that_does_not_apply_adds_no_strength()
    {
        var result = Compute(Cases.Rate("SE1", "A", 1, 1), Cases.Rate("SE2", "A", RatingValue.NotApplicable, 4, 5), Cases.Rate("SE3", "A", RatingValue.Insufficient, 3));
        Assert.Equal([Cases.Id<Evidence>(1)], result.EvidenceIds);
        Assert.Equal(.15, result.Strength.Value, 12);
    }

    [Fact]
    public void Criteria_of_other_pairs_and_ratings_of_other_criteria_are_left_out()
    {
        ScoredCriterion[] criteria = [Five[0], new("SR1", Pair.SR)];
        ScoredRating[] ratings = [Cases.Rate("SE1", "A", 2, 1), Cases.Rate("SR1", "A", -2, 2), Cases.Rate("ZZ", "A", -2, 3)];
        var result = PairFit.Compute(Pair.SE, criteria, ratings, Cases.Plenty, FitOptions.Default);
        Assert.Equal((1.0, 1), (result.Fit, result.Criteria.Count));
    }

    [Fact]
    public void One_source_and_one_rater_leave_no_range()
    {
        var result = Compute(Cases.Rate("SE1", "A", 1, 1));
        Assert.Equal("none", result.Range!.MethodId);
        Assert.Null(result.Low);
        Assert.Equal((null, null), (result.Range.Influences[0].FitWithout, result.Range.Influences[0].Shift));
    }

    [Fact]
    public void The_range_holds_the_fit_though_every_source_moves_it_the_same_way()
    {
        // F = (2 + 2 − 2)/(2·3) = 1/3; without N01 or without N02 one +2 drops and F = (2 − 2)/(2·2) = 0.
        var result = Compute(Cases.Rate("SE1", "A", 2, 1), Cases.Rate("SE2", "A", 2, 2), Cases.Rate("SE3", "A", -2, 1, 2));
        Assert.Equal(("sources", 0.0, 1.0 / 3), (result.Range!.MethodId, result.Low, result.High));
    }

    [Fact]
    public void Two_raters_are_each_taken_alone()
    {
        // Both rest on all sources, so no rating drops out: sources leave F = (1.5 + 0)/4 as it is. A alone 2 and 1: 3/4; B alone 1 and −1: 0.
        int[] all = [1, 2, 3, 4, 5];
        var result = Compute(Cases.Rate("SE1", "A", 2, all), Cases.Rate("SE1", "B", 1, all), Cases.Rate("SE2", "A", 1, all), Cases.Rate("SE2", "B", -1, all));
        Assert.Equal((.375, 0.0, .75), (result.Fit, result.Low, result.High));
        Assert.Equal("sources+raters", result.Range!.MethodId);
    }

    [Fact]
    public void Two_raters_on_one_source_make_a_range_over_raters_only()
    {
        var result = Compute(Cases.Rate("SE1", "A", 2, 1), Cases.Rate("SE1", "B", -2, 1));
        Assert.Equal(("raters", -1.0, 1.0), (result.Range!.MethodId, result.Low, result.High));
    }

    [Fact]
    public void Resamples_of_raters_are_keyed_by_the_seed()
    {
        ScoredRating[] ratings = [.. Enumerable.Range(0, 9).SelectMany(r => Five.Select((c, i) => Cases.Rate(c.Key, $"R{r}", ((r * 7) + (i * 3)) % 5 - 2, 1, 4)))];
        var options = FitOptions.Default with { Resamples = 50 };
        var first = PairFit.Compute(Pair.SE, Five, ratings, Cases.Plenty, options);
        var again = PairFit.Compute(Pair.SE, Five, [.. ratings.Reverse()], Cases.Plenty, options);
        var other = PairFit.Compute(Pair.SE, Five, ratings, Cases.Plenty, options with { Seed = 2 });
        Assert.Equal((first.Low, first.High), (again.Low, again.High));
        Assert.NotEqual((first.Low, first.High), (other.Low, other.High));
    }

    [Fact]
    public void Mistakes_of_the_caller_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PairFit.Compute(Pair.SE, [Five[0] with { Weight = 0 }], [], [], FitOptions.Default));
        Assert.Throws<ArgumentException>(() => PairFit.Compute(Pair.SE, [Five[0] with { Weight = double.NaN }], [], [], FitOptions.Default));
        Assert.Throws<ArgumentException>(() => PairFit.Compute(Pair.SE, [Five[0], Five[0]], [], [], FitOptions.Default));
        Assert.Throws<ArgumentException>(() => Compute(Cases.Rate("SE1", "A", 1, 1), Cases.Rate("SE1", "A", 2, 1)));
        Assert.Throws<ArgumentException>(() => Compute(Cases.Rate("SE1", "A", 1, 99)));
    }
}
