using Jembatan.App.Codebooks;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Tests.Fit;
using Jembatan.Core;
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
        await study.InterviewAsync("I2", null, null, "P: kenapa", "N: entah");
        await study.AskAsync(db => RetireCode.HandleAsync(new("X1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => MarkDone.HandleAsync(new("I1"), "A", db, SmallStudy.Clock, SmallStudy.Token));

        async Task<Problem> RefusedAsync(string source) => await study.RefusalAsync(db => Undo.HandleAsync(new(Source: source), "A", db, SmallStudy.Clock, SmallStudy.Token));
        async Task<string> TakenAsync(string source) => Assert.Single((await study.AskAsync(db => Undo.HandleAsync(new(Source: source), "A", db, SmallStudy.Clock, SmallStudy.Token))).Steps).Label;
        Assert.Equal(("journal/other-source", "I1"), (await RefusedAsync("I2") is var elsewhere ? elsewhere.Code : null, elsewhere.At));
        Assert.Equal("Mark source done", await TakenAsync("I1"));
        Assert.Equal(("journal/not-here", "Retire code"), (await RefusedAsync("I1") is var refused ? refused.Code : null, refused.At));
        Assert.Equal("source/not-found", (await RefusedAsync("I9")).Code);
        Assert.Equal("Retire code", Assert.Single((await study.AskAsync(d => Undo.HandleAsync(new(), "A", d, SmallStudy.Clock, SmallStudy.Token))).Steps).Label);

        // A coding that was put, marked anew and taken away knows its source at each step.
        var coding = (await study.AskAsync(db => ApplyCode.HandleAsync(new("I1", 25, 30, "X1"), "A", db, SmallStudy.Clock, SmallStudy.Token))).Coding.Id.ToString();
        await study.AskAsync(db => MarkCoding.HandleAsync(new(coding, Stance: -1), "A", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => RemoveCoding.HandleAsync(new(coding), "A", db, SmallStudy.Clock, SmallStudy.Token));
        foreach (var label in (string[])["Remove coding", "Mark coding", "Apply code"])
        {
            Assert.Equal("journal/other-source", (await RefusedAsync("I2")).Code);
            Assert.Equal(label, await TakenAsync("I1"));
        }
    }
}
