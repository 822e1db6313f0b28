using Jembatan.App.Codebooks;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Fit;

public sealed class TitleTests
{
    [Theory]
    [InlineData(0, "strategy/no-title", "code/no-name", "criterion/no-question")]
    [InlineData(200, null, null, null)]
    [InlineData(201, "strategy/long-title", "code/long-name", "criterion/long-question")]
    public async Task A_title_is_neither_blank_nor_longer_than_a_board_holds(int length, string? ofStrategy, string? ofCode, string? ofCriterion)
    {
        await using var study = await SmallStudy.NewAsync();
        await using var db = study.Db();
        var title = Bilingual.Same(length == 0 ? "   " : new string('a', length));
        Assert.Equal(ofStrategy, (await AddStrategy.HandleAsync(new("desa", new(Title: title)), "A", db, SmallStudy.Clock, SmallStudy.Token)).Problem?.Code);
        Assert.Equal(ofCode, (await AddCode.HandleAsync(new("Z9", new CodeRules(title)), "A", db, SmallStudy.Clock, SmallStudy.Token)).Problem?.Code);
        Assert.Equal(ofCriterion, (await AddCriterion.HandleAsync(new("SE99", Pair.SE, title), "A", db, SmallStudy.Clock, SmallStudy.Token)).Problem?.Code);
    }
}
