using Jembatan.App.Journals;
using Jembatan.App.Notes;
using Jembatan.App.Strategies;
using Jembatan.App.Tests.Fit;

namespace Jembatan.App.Tests.Strategies;

public sealed class RemoveStrategyTests
{
    [Fact]
    public async Task A_strategy_that_nothing_rests_on_goes_with_its_memos_and_comes_back()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.AskAsync(db => WriteNote.HandleAsync(new("strategy:perisai", "cek lagi"), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => RemoveStrategy.HandleAsync(new("PERISAI"), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Empty((await study.AskAsync(db => ListStrategies.HandleAsync(db, SmallStudy.Token))).Strategies);
        Assert.Empty((await study.AskAsync(db => ListNotes.HandleAsync(new(), db, SmallStudy.Token))).Notes);

        Assert.Equal("Remove strategy", Assert.Single((await study.AskAsync(db => Undo.HandleAsync(new(), "Dewi", db, SmallStudy.Clock, SmallStudy.Token))).Steps).Label);
        Assert.Equal(["FI02"], Assert.Single((await study.AskAsync(db => ListStrategies.HandleAsync(db, SmallStudy.Token))).Strategies).Claims);
        Assert.Single((await study.AskAsync(db => ListNotes.HandleAsync(new(), db, SmallStudy.Token))).Notes);
    }

    [Fact]
    public async Task A_strategy_that_is_rated_stays_and_can_be_ended_instead()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "-1", "Dewi", $"coding:{study.First}");
        var refused = await study.RefusalAsync(db => RemoveStrategy.HandleAsync(new("perisai"), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(("strategy/in-use", "perisai"), (refused.Code, refused.At));
        Assert.Equal("strategy/not-found", (await study.RefusalAsync(db => RemoveStrategy.HandleAsync(new("lain"), "Dewi", db, SmallStudy.Clock, SmallStudy.Token))).Code);
    }
}
