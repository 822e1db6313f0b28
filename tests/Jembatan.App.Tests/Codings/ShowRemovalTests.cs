using Jembatan.App.Codings;
using Jembatan.App.Tests.Fit;

namespace Jembatan.App.Tests.Codings;

public sealed class ShowRemovalTests
{
    [Fact]
    public async Task Ratings_that_rest_on_a_coding_are_named_and_exactly_those_are_opened_again()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "-1", "Dewi", $"coding:{study.First}");
        await study.RateAsync("SE2", "1", "Dewi", $"coding:{study.Second}");
        var shown = await study.AskAsync(db => ShowRemoval.HandleAsync(new(study.First), db, SmallStudy.Token));
        var rating = Assert.Single(shown.Ratings);
        Assert.Equal(("perisai", "SE1", "Dewi", 1), (rating.Strategy, rating.Criterion, rating.Rater, shown.Evidence));
        Assert.Equal(("FI02", "satu", "tidak ada sama sekali"), (shown.Code, shown.Source, shown.Quote));

        // Showing changes nothing; taking back does what was shown.
        Assert.Equal(study.First, (await study.AskAsync(db => ShowRemoval.HandleAsync(new(study.First), db, SmallStudy.Token))).CodingId.ToString());
        var gone = await study.AskAsync(db => RemoveCoding.HandleAsync(new(study.First), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal((1, 1), (gone.EvidenceRemoved, gone.RatingsReopened));
        Assert.Equal("coding/not-found", (await study.RefusalAsync(db => ShowRemoval.HandleAsync(new(study.First), db, SmallStudy.Token))).Code);
    }

    [Fact]
    public async Task A_coding_that_nothing_rests_on_has_no_ratings_to_name()
    {
        await using var study = await RatedStudy.NewAsync();
        var shown = await study.AskAsync(db => ShowRemoval.HandleAsync(new(study.Second), db, SmallStudy.Token));
        Assert.Empty(shown.Ratings);
        Assert.Equal(0, shown.Evidence);
    }
}
