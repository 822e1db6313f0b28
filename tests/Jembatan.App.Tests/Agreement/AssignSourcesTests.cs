using System.Text.Json;
using Jembatan.App.Agreement;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Tests.Fit;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Tests.Agreement;

public sealed class AssignSourcesTests
{
    [Fact]
    public async Task All_sources_are_assigned_in_one_step_and_undone_as_one()
    {
        await using var study = await ThreeAsync();
        var assigned = await AssignAsync(study, new(["Ana", " Budi ", "Ana"], [], All: true));
        Assert.Equal(["S1", "S2", "S3"], assigned.Select(r => r.Source));
        Assert.All(assigned, r => Assert.Equal([new("Ana", true, false), new("Budi", true, false)], r.Coders));
        Assert.All(assigned, r => Assert.False(r.IsOpened));
        await study.AskAsync(db => Undo.HandleAsync(new(), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.All((await ListAsync(study)).Sources, r => Assert.Empty(r.Coders));
    }

    [Fact]
    public async Task A_name_in_another_case_is_the_coder_who_is_there_and_a_mistyped_one_can_be_taken_off_by_who_has_finished()
    {
        await using var study = await ThreeAsync();
        await AssignAsync(study, new(["Ana", "Budi"], ["S1"]));
        Assert.Equal(["Ana", "Budi"], (await AssignAsync(study, new(["ana", "BUDI"], ["S1"])))[0].Coders.Select(c => c.Coder));
        await AssignAsync(study, new(["Ana", "Budi", "Bduit"], ["S1"]));
        async Task<Problem?> OffAsync() => (await AssignSources.HandleAsync(new(["Bduit"], ["S1"], Kind: AssignmentKind.Withdrawn), "Ana", study.Db(), SmallStudy.Clock, SmallStudy.Token)).Problem;
        Assert.Equal("assignment/own", (await OffAsync())?.Code);
        foreach (var coder in new[] { "Ana", "Budi" }) await study.AskAsync(db => MarkDone.HandleAsync(new("S1", true), coder, db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Null(await OffAsync());
        Assert.True((await ListAsync(study)).Sources.Single(r => r.Source == "S1").IsOpened);
    }

    [Fact]
    public async Task A_group_means_the_sources_of_its_informants()
    {
        await using var study = await ThreeAsync();
        Assert.Equal(["S1", "S3"], (await AssignAsync(study, new(["Ana", "Budi"], [], Group: InformantGroup.Worker))).Select(r => r.Source));
        Assert.Equal([2, 0, 2], (await ListAsync(study)).Sources.Select(r => r.Coders.Count));
        Assert.Equal("assignment/sources", (await RefusalAsync(study, new(["Ana", "Budi"], [], Group: InformantGroup.Expert))).Code);
    }

    [Fact]
    public async Task Open_coders_join_blind_ones_and_a_later_assignment_changes_how_one_works()
    {
        await using var study = await ThreeAsync();
        await AssignAsync(study, new(["Ana", "Budi"], ["S1"]));
        var row = Assert.Single(await AssignAsync(study, new(["Citra"], ["S1"], Kind: AssignmentKind.Open)));
        Assert.Equal([new("Ana", true, false), new("Budi", true, false), new("Citra", false, false)], row.Coders);
        row = Assert.Single(await AssignAsync(study, new(["Citra"], ["s1"])));
        Assert.All(row.Coders, c => Assert.True(c.Blind));
    }

    [Fact]
    public async Task A_refusal_on_one_source_leaves_all_as_they_were()
    {
        await using var study = await ThreeAsync();
        await AssignAsync(study, new(["Ana", "Budi"], ["S2"]));
        foreach (var kind in (AssignmentKind[])[AssignmentKind.Open, AssignmentKind.Withdrawn])
        {
            var own = await RefusalAsync(study, new(["Ana", "Budi"], [], All: true, Kind: kind), "Ana");
            Assert.Equal(("assignment/own", "S2"), (own.Code, own.At));
        }

        Assert.Equal("source/not-found", (await RefusalAsync(study, new(["Ana", "Budi"], ["S1", "S9"]))).Code);
        Assert.Equal("assignment/sources", (await RefusalAsync(study, new(["Ana", "Budi"], []))).Code);
        foreach (var coders in (string[][])[[], [" "], ["Ana"], ["Ana", "consensus"], ["Ana", "Bu\ndi"]])
            Assert.Equal("assignment/coders", (await RefusalAsync(study, new(coders, ["S1"]))).Code);
        Assert.Equal([0, 2, 0], (await ListAsync(study)).Sources.Select(r => r.Coders.Count));
    }

    [Fact]
    public async Task Withdrawing_whom_the_others_wait_for_opens_the_source_and_keeps_two()
    {
        await using var study = await ThreeAsync();
        await AssignAsync(study, new(["Ana", "Budi", "Citra"], ["S1"]));
        foreach (var coder in (string[])["Ana", "Budi"]) await DoneAsync(study, coder);
        Assert.False(Assert.Single((await ListAsync(study)).Sources, r => r.Source == "S1").IsOpened);
        Assert.Equal("assignment/coders", (await RefusalAsync(study, new(["Budi", "Citra"], ["S1"], Kind: AssignmentKind.Withdrawn))).Code);
        var row = Assert.Single(await AssignAsync(study, new(["Citra", "Nobody"], ["S1"], Kind: AssignmentKind.Withdrawn)));
        Assert.Equal(["Ana", "Budi"], row.Coders.Select(c => c.Coder));
        Assert.True(row.IsOpened);
        Assert.DoesNotContain("Nobody", (await ListAsync(study)).Coders);
    }

    [Fact]
    public async Task The_list_of_a_blind_coder_tells_nothing_of_what_the_other_codes()
    {
        await using var study = await ThreeAsync();
        await study.CodeAsync("X1", Element.Environment);
        await AssignAsync(study, new(["Ana", "Budi"], ["S1"]));
        var before = await SeenAsync(study, "Ana");
        await study.CodingAsync("S1", "Satu dua", "X1", "Budi");
        Assert.Equal(before, await SeenAsync(study, "Ana"));
        await DoneAsync(study, "Budi");
        Assert.NotEqual(before, await SeenAsync(study, "Ana"));
        Assert.DoesNotContain("oding", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_finished_without_being_assigned_is_told_apart_and_the_consensus_is_nobody_to_assign()
    {
        await using var study = await ThreeAsync();
        await DoneAsync(study, "Dewi");
        await study.CodeAsync("X1", Element.Environment);
        await study.CodingAsync("S1", "Satu dua", "X1", CodedSources.Consensus);
        var list = await ListAsync(study);
        Assert.Equal([["Dewi"], [], []], list.Sources.Select(r => r.OthersDone));
        Assert.Equal(["Dewi"], list.Coders);
        Assert.All(list.Sources, r => Assert.Null(r.IsOpened));
    }

    private static async Task<SmallStudy> ThreeAsync()
    {
        var study = await SmallStudy.NewAsync();
        await study.InterviewAsync("S1", "N1", InformantGroup.Worker, "N: Satu dua. Tiga empat.");
        await study.InterviewAsync("S2", "N2", InformantGroup.Agent, "N: Lima enam.");
        await study.InterviewAsync("S3", "N1", InformantGroup.Worker, "N: Tujuh delapan.");
        return study;
    }

    private static async Task<IReadOnlyList<ListAssignments.Row>> AssignAsync(SmallStudy study, AssignSources.Request request) =>
        (await study.AskAsync(db => AssignSources.HandleAsync(request, "Lead", db, SmallStudy.Clock, SmallStudy.Token))).Assigned;

    private static Task<Problem> RefusalAsync(SmallStudy study, AssignSources.Request request, string coder = "Lead") =>
        study.RefusalAsync(db => AssignSources.HandleAsync(request, coder, db, SmallStudy.Clock, SmallStudy.Token));

    private static Task<ListAssignments.Response> ListAsync(SmallStudy study) => study.AskAsync(db => ListAssignments.HandleAsync(new(), db, SmallStudy.Token));

    private static Task<MarkDone.Response> DoneAsync(SmallStudy study, string coder) => study.AskAsync(db => MarkDone.HandleAsync(new("S1"), coder, db, SmallStudy.Clock, SmallStudy.Token));

    private static Task<string> SeenAsync(SmallStudy study, string reader) => study.AskAsync(async db =>
    {
        await Blinds.PutOnAsync(db, reader, SmallStudy.Token);
        var list = await ListAssignments.HandleAsync(new(), db, SmallStudy.Token);
        return (Result<string>)JsonSerializer.Serialize(list.Value);
    });
}
