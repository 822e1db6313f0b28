using Jembatan.App.Agreement;
using Jembatan.App.Codings;
using Jembatan.App.Sources;
using Jembatan.App.Tests.Fit;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Agreement;

public sealed class BlindCodingTests
{
    [Fact]
    public async Task Neither_coder_sees_the_others_work_until_both_are_done()
    {
        await using var study = await SmallStudy.NewAsync();
        await study.CodeAsync("X1", Element.Environment);
        await study.InterviewAsync("I1", "N1", InformantGroup.Worker, "P: Apa?", "N: Satu dua. Tiga empat.");
        await study.AskAsync(db => AssignSource.HandleAsync(new("I1", ["A", "B"]), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        foreach (var (coder, start) in new[] { ("A", 11), ("B", 21) })
            await study.AskAsync(db => ApplyCode.HandleAsync(new("I1", start, start + 4, "X1"), coder, db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(["A"], await SeenAsync(study, "A"));
        Assert.Equal(["B"], await SeenAsync(study, "B"));
        Assert.Equal(["A", "B"], await SeenAsync(study, "Lead"));        // who is not assigned sees both
        await study.AskAsync(db => MarkDone.HandleAsync(new("I1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(["A"], await SeenAsync(study, "A"));
        await study.AskAsync(db => MarkDone.HandleAsync(new("I1"), "B", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(["A", "B"], await SeenAsync(study, "A"));
        Assert.Equal(["A", "B"], await SeenAsync(study, "B"));
    }

    [Fact]
    public async Task Who_works_openly_sees_everything_and_a_blind_assignment_needs_two()
    {
        await using var study = await SmallStudy.NewAsync();
        await study.CodeAsync("X1", Element.Environment);
        await study.InterviewAsync("I1", "N1", InformantGroup.Worker, "N: Satu dua.");
        var alone = await study.RefusalAsync(db => AssignSource.HandleAsync(new("I1", ["A", "A"]), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("assignment/coders", alone.Code);
        await study.AskAsync(db => AssignSource.HandleAsync(new("I1", ["A", "B"]), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => ApplyCode.HandleAsync(new("I1", 3, 7, "X1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Empty(await SeenAsync(study, "B"));
        await study.AskAsync(db => AssignSource.HandleAsync(new("I1", ["A", "B"], Blind: false), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(["A"], await SeenAsync(study, "B"));
    }

    // By the list and by the source's own page: both must tell the same.
    private static async Task<IEnumerable<string>> SeenAsync(SmallStudy study, string viewer)
    {
        var list = await study.AskAsync(db => ListCodings.HandleAsync(new(Source: "I1", Viewer: viewer), db, SmallStudy.Token));
        var shown = await study.AskAsync(db => ShowSource.HandleAsync(new("I1", viewer), db, SmallStudy.Token));
        Assert.Equal(list.Codings.Select(c => c.Id), shown.Codings.Select(c => c.Id));
        Assert.Equal(list.Codings.Count, list.Total);
        return list.Codings.Select(c => c.Coder).Order(StringComparer.Ordinal);
    }
}
