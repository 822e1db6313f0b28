using Jembatan.App.Codebooks;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Tests.Fit;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Journals;

public sealed class UndoTests
{
    [Fact]
    public async Task Someone_who_codes_takes_back_coding_work_and_is_told_of_any_other_step()
    {
        await using var study = await SmallStudy.NewAsync();
        await study.CodeAsync("X1", Element.Environment);
        await study.InterviewAsync("I1", null, null, "P: kenapa berhenti", "N: tidak ada uang");
        await study.AskAsync(db => RetireCode.HandleAsync(new("X1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => MarkDone.HandleAsync(new("I1"), "A", db, SmallStudy.Clock, SmallStudy.Token));

        var taken = await study.AskAsync(db => Undo.HandleAsync(new(OnlyCoding: true), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("Mark source done", Assert.Single(taken.Steps).Label);
        await using var db = study.Db();
        var refused = (await Undo.HandleAsync(new(OnlyCoding: true), "A", db, SmallStudy.Clock, SmallStudy.Token)).Problem;
        Assert.Equal(("journal/not-here", "Retire code"), (refused?.Code, refused?.At));
        Assert.Equal("Retire code", Assert.Single((await study.AskAsync(d => Undo.HandleAsync(new(), "A", d, SmallStudy.Clock, SmallStudy.Token))).Steps).Label);
    }
}
