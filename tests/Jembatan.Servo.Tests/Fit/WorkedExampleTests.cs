using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Fit;

/// <summary>The worked example of docs/methods/servo.md.</summary>
public sealed class WorkedExampleTests
{
    private static readonly ScoredCriterion[] Criteria = [new("SR1", Pair.SR, 2), new("SR2", Pair.SR), new("SR3", Pair.SR), new("SR4", Pair.SR)];

    private static readonly ScoredEvidence[] Evidence =
    [
        Cases.Quote(1, "N01", "worker", -1), Cases.Quote(2, "N02", "worker", -1), Cases.Quote(3, "N03", "agent"),
        Cases.Item(4, EvidenceKind.Document, "D1", "BPJS Ketenagakerjaan", -1), Cases.Item(5, EvidenceKind.Statistic, "S1", "BPS"),
    ];

    private static readonly ScoredRating[] Ratings =
    [
        Cases.Rate("SR1", "A", -2, 1, 2), Cases.Rate("SR1", "B", -1, 1), Cases.Rate("SR1", "C", -2, 4),
        Cases.Rate("SR2", "A", 1, 5), Cases.Rate("SR2", "B", 2, 5, 3), Cases.Rate("SR2", "C", RatingValue.Insufficient),
        Cases.Rate("SR3", "A", RatingValue.NotApplicable), Cases.Rate("SR3", "B", RatingValue.NotApplicable), Cases.Rate("SR3", "C", -1, 4),
        Cases.Rate("SR4", "A", -1, 2), Cases.Rate("SR4", "B", RatingValue.Insufficient),
    ];

    private static readonly PairFitResult Result = PairFit.Compute(Pair.SR, Criteria, Ratings, Evidence, FitOptions.Default);

    [Fact]
    public void Means_are_over_those_who_gave_a_number()
    {
        // SR1 (−2−1−2)/3 · SR2 (1+2)/2 · SR3 two of three say that it does not apply · SR4 −1
        Assert.Equal([-5.0 / 3, 1.5, null, -1], Result.Criteria.Select(c => c.Mean));
        Assert.Equal([CriterionState.Rated, CriterionState.Rated, CriterionState.NotApplicable, CriterionState.Rated], Result.Criteria.Select(c => c.State));
        Assert.Equal([3, 2, 0, 1], Result.Criteria.Select(c => c.Entered.Count));
        Assert.Equal([(0, 0), (0, 1), (2, 0), (0, 1)], Result.Criteria.Select(c => (c.NotApplicable, c.Insufficient)));
    }

    [Fact]
    public void Fit_and_coverage_are_those_worked_by_hand()
    {
        // (2·(−5/3) + 1·1.5 + 1·(−1)) ÷ (2·(2+1+1)) = −17/6 ÷ 8 = −17/48
        Assert.Equal(-17.0 / 48, Result.Fit!.Value, 12);
        Assert.Equal(1.0, Result.Coverage); // 3 rated ÷ (4 − 1)
        Assert.Equal(VerdictKind.Misfit, Result.Verdict);
        Assert.Null(Result.Reason);
    }

    [Fact]
    public void Strength_is_that_worked_by_hand()
    {
        // 1 − .85³ · .75 · .65 = 1 − .614125 · .4875; groups: worker, agent, BPJS Ketenagakerjaan, BPS
        Assert.Equal(.7006140625, Result.Strength.Value, 12);
        Assert.Equal((5, 2, 3, 3, 4, false), (Result.Strength.Items, Result.Strength.Supporting, Result.Strength.Contradicting,
            Result.Strength.Informants, Result.Strength.Groups, Result.Strength.IsCapped));
    }

    [Fact]
    public void Leaving_each_source_out_gives_the_fits_worked_by_hand()
    {
        var without = Result.Range!.Influences.ToDictionary(i => i.Source, i => i.FitWithout!.Value);
        Assert.Equal(-3.5 / 8, without["interview N01"], 12);     // B's −1 drops: (2·(−2) + 1.5 − 1) ÷ 8
        Assert.Equal(-11.0 / 36, without["interview N02"], 12);   // SR4 drops: (−10/3 + 1.5) ÷ 6
        Assert.Equal(-17.0 / 48, without["interview N03"], 12);   // B's +2 rests on S1 too
        Assert.Equal(-2.5 / 8, without["D1"], 12);                // C's −2 drops: (2·(−1.5) + 1.5 − 1) ÷ 8
        Assert.Equal(-7.0 / 24, without["S1"], 12);               // A's +1 drops: (−10/3 + 2 − 1) ÷ 8
        Assert.Equal("interview N01", Result.Range.Influences[0].Source);
        Assert.Equal((-3.5 / 8) + (17.0 / 48), Result.Range.Influences[0].Shift!.Value, 12);
        Assert.Equal([Ratings[1].Id], Result.Range.Influences[0].Dropped);
    }

    [Fact]
    public void The_range_holds_sources_and_raters()
    {
        // Of the 27 equally likely resamples of A, B, C, one gives −1, seven −1/2 and four more than −1/9: the 5th percentile is −1/2, the 95th −1/9.
        Assert.Equal("sources+raters", Result.Range!.MethodId);
        Assert.Equal(-.5, Result.Low!.Value, 12);
        Assert.Equal(-1.0 / 9, Result.High!.Value, 12);
    }

    [Fact]
    public void The_line_shows_the_arithmetic()
    {
        Assert.Equal("(2·(\u22121,67) + 1·(+1,5) + 1·(\u22121)) ÷ (2 × 4) = \u22120,35", FitArithmetic.Line(Result, Language.Indonesian));
        Assert.Equal("(2·(\u22121.67) + 1·(+1.5) + 1·(\u22121)) ÷ (2 × 4) = \u22120.35", FitArithmetic.Line(Result, Language.English));
    }

    [Fact]
    public void The_criterion_at_minus_five_thirds_and_the_one_at_minus_one_propose_misfits() =>
        // 1 + 2·5/3 = 4.33 → 4; 1 + 2·1 = 3
        Assert.Equal([("SR1", 4), ("SR4", 3)], MisfitProposal.Of(Result).Select(m => (m.Criterion, m.Severity)));

    [Fact]
    public void The_methods_page_prints_these_numbers()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "methods", "servo.md"));
        Assert.All(["−17/48", "−0.35", "0.70", "−0.50", "−0.11", "−0.4375", "−0.3056", "−0.3125", "−0.2917"], n => Assert.Contains(n, page, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Jembatan.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
