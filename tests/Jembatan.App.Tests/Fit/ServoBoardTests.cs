using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Fit;

/// <summary>The board on a study whose numbers are worked out by hand.</summary>
public sealed class ServoBoardTests
{
    private static readonly double Tight = 1e-9;

    [Fact]
    public async Task Fit_coverage_strength_and_range_are_those_worked_out_by_hand()
    {
        await using var study = await RatedStudy.NewAsync();
        // S–E: SE1 rated 1 by A and 2 by B, weight 2; SE2 rated −1 by A, weight 1; SE3 not applicable by A and B.
        // F = (2·1,5 + 1·(−1)) ÷ (2·3) = 1/3; coverage 2 of 2; evidence: two informants and a document of two groups, q = 1 − .85²·.75 = .458125.
        await study.RateAsync("SE1", "1", "A", study.First);
        await study.RateAsync("SE1", "2", "B", study.Second);
        await study.RateAsync("SE2", "-1", "A", study.Document);
        await study.RateAsync("SE3", "NA", "A");
        await study.RateAsync("SE3", "NA", "B");
        var pair = (await study.BoardAsync()).Strategies[0].Pairs[0];
        Assert.Equal(1.0 / 3, pair.Fit!.Value, Tight);
        Assert.Equal(1, pair.Coverage!.Value, Tight);
        Assert.Equal(.458125, pair.Strength, Tight);
        Assert.Equal((3, 2, 0), (pair.Evidence, pair.Supporting, pair.Contradicting));
        Assert.Equal(VerdictKind.FairlyFit, pair.Verdict);
        Assert.Equal("Cukup sesuai", pair.VerdictWords.Id);
        // Without the first interview SE1 is 2: (4 − 1)/6 = .5; without the second 1: (2 − 1)/6; without the document 3/4 = .75. A alone 1/6, B alone 1.
        Assert.Equal((1.0 / 6, 1.0, "sources+raters"), (Math.Round(pair.Low!.Value, 12), Math.Round(pair.High!.Value, 12), pair.RangeMethod), new Close());
        Assert.Equal("F = (2·1,5 + (−1)) ÷ (2 · 3) = 0,33", pair.Arithmetic!.Id);
        Assert.Equal(["rated", "rated", "not-applicable"], pair.Criteria.Select(c => c.State));
    }

    [Fact]
    public async Task A_pair_without_ratings_says_so_and_the_strategy_stays_insufficient()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "2", "A", study.First);
        var strategy = (await study.BoardAsync()).Strategies[0];
        Assert.Equal([Pair.SE, Pair.SR, Pair.SV, Pair.SO], strategy.Pairs.Select(p => p.Pair));
        Assert.All(strategy.Pairs.Skip(1), p => Assert.True(p.Fit is null && p.Reason is not null));
        Assert.Equal((VerdictKind.Insufficient, null, null), (strategy.Computed, strategy.Weakest, strategy.Mean));
        Assert.NotNull(strategy.Congruence.Reason);
    }

    [Fact]
    public async Task The_analysts_verdict_stands_first_and_a_disagreement_is_flagged()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "2", "A", study.First);
        await study.AskAsync(db => GiveVerdict.HandleAsync(new("perisai", "Cukup sesuai", "Agen dipercaya."), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        var strategy = (await study.BoardAsync()).Strategies[0];
        Assert.Equal((VerdictKind.FairlyFit, "Dewi", "Agen dipercaya."), (strategy.Verdict!.Is, strategy.Verdict.By, strategy.Verdict.Because));
        Assert.True(strategy.Disagrees);
        var refused = await study.RefusalAsync(db => GiveVerdict.HandleAsync(new("perisai", "fit", " "), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("verdict/no-rationale", refused.Code);
        Assert.Equal("verdict/unknown", (await study.RefusalAsync(db => GiveVerdict.HandleAsync(new("perisai", "insufficient", "x"), "Dewi", db, SmallStudy.Clock, SmallStudy.Token))).Code);
    }

    [Fact]
    public async Task A_number_needs_evidence_and_the_other_answers_need_reasons()
    {
        await using var study = await RatedStudy.NewAsync();
        Assert.Equal("rating/no-evidence", (await study.RefuseAsync("SE1", "1", "A")).Code);
        Assert.Equal("rating/no-rationale", (await study.RefuseAsync("SE1", "NA", "A", rationale: "")).Code);
        Assert.Equal("rating/bad-value", (await study.RefuseAsync("SE1", "3", "A", study.First)).Code);
        Assert.Equal("evidence/not-found", (await study.RefuseAsync("SE1", "1", "A", Guid.CreateVersion7().ToString())).Code);
    }

    [Fact]
    public async Task A_coding_becomes_evidence_once_per_strategy_and_stance()
    {
        await using var study = await RatedStudy.NewAsync();
        var first = await study.RateAsync("SE1", "2", "A", study.First, study.First[^12..]);
        var again = await study.RateAsync("SE2", "1", "A", study.First);
        var against = await study.RateAsync("SE3", "-1", "A", study.First);
        Assert.Equal(Assert.Single(first.Evidence), Assert.Single(again.Evidence));
        Assert.NotEqual(first.Evidence[0], against.Evidence[0]);
        var changed = await study.RateAsync("SE1", "0", "A", study.First);
        Assert.True(changed.Replaced);
        var criterion = (await study.BoardAsync()).Strategies[0].Pairs[0].Criteria[0];
        Assert.Equal((0, 0), (Assert.Single(criterion.Ratings).Number, criterion.Ratings[0].Evidence[0].Stance));
    }

    [Fact]
    public async Task A_fall_at_the_horizon_is_a_drift_risk()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "1", "A", study.First);
        await study.AskAsync(db => RateCriterion.HandleAsync(new("perisai", "SE1", "-1", Evidence: [study.First], Horizon: "2030"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        var pair = (await study.BoardAsync()).Strategies[0].Pairs[0];
        Assert.Equal((.5, -.5, "drift-risk"), (pair.Fit, pair.HorizonFit, pair.Change.Kind));
        var later = await study.BoardAsync(horizon: "2030");
        Assert.Equal(-.5, later.Strategies[0].Pairs[0].Fit);
        Assert.Equal("servo/no-horizon", (await study.RefusalAsync(db => ServoBoard.HandleAsync(new(Horizon: "2031"), db, SmallStudy.Token))).Code);
    }

    [Fact]
    public async Task A_low_mean_proposes_a_misfit_that_can_be_confirmed_or_dismissed()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "-2", "A", study.First);
        var proposed = Assert.Single((await study.BoardAsync()).Misfits);
        Assert.Equal((BoardMisfitStatus.Proposed, "perisai/SE1", 5, "FI02"), (proposed.Status, proposed.Key, proposed.Severity, Assert.Single(proposed.Causes)));
        Assert.NotNull(proposed.Priority.Reason);
        await study.MisfitAsync("perisai/SE1", new(Statement: "Iuran menagih saat uang tidak ada.", Affected: new(1000, 5000, 20000), Disposition: Disposition.ChangeStrategy));
        var confirmed = Assert.Single((await study.BoardAsync()).Misfits);
        Assert.Equal((BoardMisfitStatus.Confirmed, 1, 1, 1), (confirmed.Status, confirmed.Priority.Rank, confirmed.Priority.Low, confirmed.Priority.High));
        // severity 5 · log10(5001) · q .15 · 1 ÷ effort 3
        Assert.Equal(5 * Math.Log10(5001) * .15 / 3, confirmed.Priority.Value!.Value, Tight);
        var made = await study.AskAsync(db => Recommend.HandleAsync(new("Tagih setelah panen.", ["perisai/SE1"]), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(made.Id, Assert.Single(Assert.Single((await study.BoardAsync()).Misfits).Recommendations));
        await study.MisfitAsync("perisai/SE1", new(Status: MisfitStatus.Dismissed));
        var board = await study.BoardAsync();
        Assert.Empty(board.Misfits);
        Assert.Single(board.Dismissed);
    }

    [Fact]
    public async Task Taking_a_quote_back_reopens_its_ratings_and_undo_brings_them_back()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "2", "B", study.First);
        Assert.Equal(1, (await study.BoardAsync()).Strategies[0].Pairs[0].Fit);
        await study.AskAsync(db => RemoveCoding.HandleAsync(new(study.First), "A", db, SmallStudy.Clock, SmallStudy.Token));
        var strategy = (await study.BoardAsync()).Strategies[0];
        Assert.Equal((null, 1), (strategy.Pairs[0].Fit, strategy.ReopenedRatings));
        var rating = Assert.Single(strategy.Pairs[0].Criteria[0].Ratings);
        Assert.Equal((RatingState.Reopened, 0), (rating.State, rating.Evidence.Count));
        Assert.False(string.IsNullOrWhiteSpace(rating.ReopenedBecause));
        await study.AskAsync(db => Undo.HandleAsync(new(), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal((1.0, 0), ((await study.BoardAsync()).Strategies[0].Pairs[0].Fit, (await study.BoardAsync()).Strategies[0].ReopenedRatings));
    }

    [Fact]
    public async Task Thresholds_of_the_study_move_the_words_and_not_the_numbers()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "1", "A", study.First, study.Second, study.Document);
        Assert.Equal(VerdictKind.Insufficient, (await study.BoardAsync()).Strategies[0].Pairs[0].Verdict);
        await study.AskAsync(db => SetThresholds.HandleAsync(new(Coverage: .3), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal((VerdictKind.Fit, .5), ((await study.BoardAsync()).Strategies[0].Pairs[0].Verdict, (await study.BoardAsync()).Strategies[0].Pairs[0].Fit));
        Assert.Equal("servo/thresholds", (await study.RefusalAsync(db => SetThresholds.HandleAsync(new(Fit: 0), "Dewi", db, SmallStudy.Clock, SmallStudy.Token))).Code);
    }

    private sealed class Close : IEqualityComparer<(double, double, string)>
    {
        public bool Equals((double, double, string) x, (double, double, string) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9 && x.Item3 == y.Item3;

        public int GetHashCode((double, double, string) obj) => 0;
    }
}
