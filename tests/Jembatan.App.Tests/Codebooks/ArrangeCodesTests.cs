using Jembatan.App.Codebooks;
using Jembatan.App.Journals;
using Jembatan.App.Tests.Fit;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Codebooks;

public sealed class ArrangeCodesTests
{
    [Fact]
    public async Task Moving_merging_and_retiring_a_code_are_each_one_step_that_can_be_taken_back()
    {
        await using var study = await SmallStudy.NewAsync();
        foreach (var label in (string[])["X1", "X2", "X3"]) await study.CodeAsync(label, Element.Environment);
        await study.InterviewAsync("I1", null, null, "P: kenapa berhenti", "N: tidak ada uang");
        await study.CodingAsync("I1", "tidak ada uang", "X2");
        var before = await BookAsync(study);

        await study.AskAsync(db => MoveCode.HandleAsync(new("X2", "X1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("X1", (await BookAsync(study))["X2"].Parent);
        await study.AskAsync(db => MergeCodes.HandleAsync(new("X2", "X3"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(("X3", 0, 1), (await BookAsync(study) is var merged ? merged["X2"].MergedInto : null, merged["X2"].Codings, merged["X3"].Codings));
        await study.AskAsync(db => RetireCode.HandleAsync(new("X1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.True((await BookAsync(study))["X1"].Retired);

        var undone = await study.AskAsync(db => Undo.HandleAsync(new(Steps: 3), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(["Retire code", "Merge codes", "Move code"], undone.Steps.Select(s => s.Label));
        var after = await BookAsync(study);
        Assert.All(before, b => Assert.Equal((b.Value.Parent, b.Value.Retired, b.Value.MergedInto, b.Value.Codings), (after[b.Key].Parent, after[b.Key].Retired, after[b.Key].MergedInto, after[b.Key].Codings)));
    }

    private static async Task<Dictionary<string, ListCodes.Row>> BookAsync(SmallStudy study) =>
        (await study.AskAsync(db => ListCodes.HandleAsync(new(), db, SmallStudy.Token))).Codes.ToDictionary(c => c.Code);
}
