using Jembatan.App.Data;
using Jembatan.App.Samples;

namespace Jembatan.App.Tests.Samples;

/// <summary>The ratings, verdicts and texts of the sample, as they stand in its file.</summary>
public sealed class SampleJudgementTests
{
    private static SampleServo Sample { get; } = SampleFiles.Servo().Value;

    [Fact]
    public void All_ten_strategies_are_rated_and_judged()
    {
        Assert.Equal(ShippedData.Strategies().Strategies.Select(s => s.Key).Order(), Sample.Strategies.Select(s => s.Key).Order());
        Assert.All(Sample.Strategies, s => Assert.True(s.Verdict.Because.Length > 100, $"{s.Key}: the verdict has no reasons"));
        Assert.All(Sample.Strategies, s => Assert.True(s.Ratings.SelectMany(r => r.Answers).Select(a => a.Rater).Distinct().Count() >= 2, $"{s.Key}: one rater only"));
        Assert.True(Sample.Strategies.Count(s => s.Ratings.SelectMany(r => r.Answers).Any(a => a.Rater == "Dewi")) >= 4);
        Assert.Equal(3, Sample.Strategies.Count(s => s.Ratings.Any(r => r.Horizon is not null)));
    }

    [Fact]
    public void Every_rating_rests_on_evidence_or_on_a_reason()
    {
        foreach (var strategy in Sample.Strategies)
        {
            var keys = strategy.Evidence.Select(e => e.Key).ToHashSet();
            foreach (var rating in strategy.Ratings)
            {
                Assert.All(rating.Evidence, k => Assert.Contains(k, keys));
                Assert.All(rating.Answers, a => Assert.True(
                    a.Rationale.Length > 0 && (a.Value is "NA" or "INSUFFICIENT" || rating.Evidence.Count > 0), $"{strategy.Key} {rating.Criterion} {a.Rater}"));
            }
        }
    }

    [Fact]
    public void No_figure_from_memory_is_used_and_every_source_is_known()
    {
        ShippedFile[] files = [ShippedData.Causes(), ShippedData.Strategies(), ShippedData.Macro(), ShippedData.Gap(), ShippedData.Facts()];
        var known = files.SelectMany(f => f.Sources.Keys).ToHashSet();
        var cited = Sample.Strategies.SelectMany(s => s.Evidence).Concat(Sample.Factors.SelectMany(f => f.Evidence)).Where(e => e.Kind is "document" or "statistic").ToList();
        Assert.NotEmpty(cited);
        Assert.All(cited, e => Assert.True(e.Mark is "A" or "B" or "C", $"{e.Key}: mark {e.Mark}"));
        Assert.All(cited, e => Assert.All(e.Tags!, t => Assert.Contains(t, known)));
    }

    [Fact]
    public void Statistics_are_points_of_the_shipped_series_with_their_value()
    {
        var points = ShippedData.Macro().Series.SelectMany(s => (s.Points ?? []).Select(p => (Key: p.Key is { } k ? $"{s.Key}/{p.Date}/{k}" : $"{s.Key}/{p.Date}", p.Printed))).ToLookup(p => p.Key, p => p.Printed);
        var statistics = Sample.Strategies.SelectMany(s => s.Evidence).Where(e => e.Kind == "statistic").ToList();
        Assert.NotEmpty(statistics);
        foreach (var e in statistics)
        {
            Assert.True(points.Contains(e.SeriesPoint!), e.SeriesPoint);
            Assert.Contains(points[e.SeriesPoint!].First()!, e.Statement!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Observations_say_that_they_are_invented() =>
        Assert.All(Sample.Strategies.SelectMany(s => s.Evidence).Where(e => e.Kind == "observation"), e => Assert.Contains("rekaan", e.Statement!, StringComparison.Ordinal));

    [Fact]
    public void Quotes_taken_as_evidence_both_support_and_contradict() => Assert.All(
        Sample.Strategies.Where(s => s.Ratings.Count > 10),
        s => Assert.Equal([-1, 1], s.Evidence.Where(e => e.Kind == "quote" && e.Stance != 0).Select(e => e.Stance).Distinct().Order()));

    [Fact]
    public void Every_misfit_and_recommendation_names_what_it_is_about()
    {
        Assert.Single(Sample.Misfits, m => m.Status == "dismissed");
        Assert.All(Sample.Misfits.Where(m => m.Affected is not null), m => Assert.Contains("asumsi analis", m.Segment, StringComparison.Ordinal));
        Assert.InRange(Sample.Recommendations.Count, 6, 8);
        Assert.All(Sample.Recommendations, r => Assert.True(r.Misfits.Count > 0 && r.Causes.Count > 0 && r.Evidence.Count > 0 && r.Owner is not null, r.Change));
    }

    [Fact]
    public void Texts_that_could_be_taken_for_findings_say_that_they_are_not()
    {
        Assert.Contains("bukan temuan", Sample.Notice.Id, StringComparison.Ordinal);
        Assert.Contains("not findings", Sample.Notice.En, StringComparison.Ordinal);
        var answer = Assert.Single(Sample.Narratives, n => n.Section == "answer").Text;
        Assert.Contains("bukan temuan", answer.Id, StringComparison.Ordinal);
        Assert.Contains("not findings", answer.En, StringComparison.Ordinal);
        Assert.All(Sample.Narratives, n => Assert.DoesNotContain("\u2014", n.Text.Id + n.Text.En, StringComparison.Ordinal));
    }
}
