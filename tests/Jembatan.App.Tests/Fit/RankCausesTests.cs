using Jembatan.App.Causes;
using Jembatan.App.Sources;
using Jembatan.App.Tables;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Fit;

/// <summary>Who counts as naming a cause, on studies small enough to count by hand.</summary>
public sealed class RankCausesTests
{
    private static async Task<SmallStudy> StudyAsync()
    {
        var study = await SmallStudy.NewAsync();
        await study.CodeAsync("FI02", Element.Environment);
        await study.CodeAsync("FI02a", null, parent: "FI02");
        await study.CodeAsync("AW01", Element.Environment);
        await study.InterviewAsync("satu", "N1", InformantGroup.Worker, "P: uangnya tidak tentu?", "N: iya tidak pasti, kadang kosong", "N: tidak pernah dengar");
        await study.InterviewAsync("satu-lanjutan", "N1", InformantGroup.Worker, "N: masih tidak pasti juga");
        await study.InterviewAsync("dua", "N2", InformantGroup.Branch, "N: pasti kok gajinya", "N: belum pernah dengar");
        return study;
    }

    private static Task<RankCauses.Response> RankAsync(SmallStudy study, string coders = "any", bool withInterviewer = false) =>
        study.AskAsync(db => RankCauses.HandleAsync(new(coders, withInterviewer), db, SmallStudy.Token));

    [Fact]
    public async Task Two_sources_of_one_informant_count_once()
    {
        await using var study = await StudyAsync();
        await study.CodingAsync("satu", "tidak pasti", "FI02", basis: Basis.Experience);
        await study.CodingAsync("satu-lanjutan", "tidak pasti", "FI02");
        var ranking = await RankAsync(study);
        var row = Assert.Single(ranking.Causes);
        Assert.Equal((1, 1, 2), (row.Informants, row.OfInformants, row.Codings));
        Assert.Equal(new CauseBasis(1, 0, 0, 1), row.Basis);
        Assert.Equal(1, row.Groups[InformantGroup.Worker]);
    }

    [Fact]
    public async Task Contradicting_a_cause_is_not_naming_it()
    {
        await using var study = await StudyAsync();
        await study.CodingAsync("dua", "pasti kok", "FI02", stance: -1);
        await study.CodingAsync("satu", "tidak pasti", "FI02", stance: 0);
        var row = Assert.Single((await RankAsync(study)).Causes);
        Assert.Equal((1, 1, 2), (row.Informants, row.Contradicting, row.Codings));
        Assert.Equal("satu", Assert.Single(row.Quotes).Source);
        Assert.Equal("dua", Assert.Single(row.Contradictions).Source);
    }

    [Fact]
    public async Task Words_of_the_interviewer_do_not_count_unless_asked_for()
    {
        await using var study = await StudyAsync();
        await study.CodingAsync("satu", "tidak tentu", "FI02");
        Assert.Empty((await RankAsync(study)).Causes);
        Assert.Equal(1, Assert.Single((await RankAsync(study, withInterviewer: true)).Causes).Informants);
    }

    [Fact]
    public async Task A_descendant_counts_for_the_code_above_it_and_not_the_other_way()
    {
        await using var study = await StudyAsync();
        await study.CodingAsync("satu", "tidak pasti", "FI02a");
        await study.CodingAsync("dua", "belum pernah dengar", "FI02");
        var causes = (await RankAsync(study)).Causes.ToDictionary(c => c.Code);
        Assert.Equal((2, 2), (causes["FI02"].Informants, causes["FI02"].Codings));
        Assert.Equal((1, 1), (causes["FI02a"].Informants, causes["FI02a"].Codings));
        Assert.Equal(Element.Environment, causes["FI02a"].Element);
    }

    [Fact]
    public async Task All_coders_must_agree_when_asked_and_one_coder_can_stand_alone()
    {
        await using var study = await StudyAsync();
        await study.CodingAsync("satu", "tidak pasti", "FI02", "A");
        await study.CodingAsync("satu", "kadang kosong", "FI02a", "B");
        await study.CodingAsync("satu", "tidak pernah dengar", "AW01", "A");
        var any = (await RankAsync(study)).Causes.ToDictionary(c => c.Code);
        Assert.Equal((1, 1, 1), (any["FI02"].Informants, any["FI02a"].Informants, any["AW01"].Informants));
        var all = (await RankAsync(study, "all")).Causes.ToDictionary(c => c.Code, c => c.Informants);
        Assert.Equal(1, all["FI02"]);
        Assert.False(all.ContainsKey("AW01"));
        var onlyB = (await RankAsync(study, "B")).Causes.ToDictionary(c => c.Code, c => c.Informants);
        Assert.Equal((1, 1), (onlyB["FI02"], onlyB["FI02a"]));
        Assert.False(onlyB.ContainsKey("AW01"));
        Assert.Equal("coder/not-found", (await study.RefusalAsync(db => RankCauses.HandleAsync(new("C"), db, SmallStudy.Token))).Code);
        var early = await study.RefusalAsync(db => RankCauses.HandleAsync(new("consensus"), db, SmallStudy.Token));
        Assert.Equal("coder/not-found", early.Code);
        Assert.Contains("jembatan adjudicate", early.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_consensus_holds_was_copied_from_the_coders_and_does_not_count_once_more()
    {
        await using var study = await StudyAsync();
        foreach (var coder in (string[])["A", "B", "consensus"]) await study.CodingAsync("satu", "tidak pasti", "FI02", coder);
        await study.CodingAsync("satu", "tidak pernah dengar", "AW01", "A");
        var any = await RankAsync(study);
        Assert.Equal((1, 2), (any.Causes.Single(c => c.Code == "FI02").Informants, any.Causes.Single(c => c.Code == "FI02").Codings));
        Assert.Equal(2, any.Causes.Single(c => c.Code == "FI02").Quotes.Count);
        var all = (await study.AskAsync(db => RankCauses.HandleAsync(new("all"), db, SmallStudy.Token))).Causes;
        Assert.Equal(("FI02", 2), (Assert.Single(all).Code, all[0].Codings));
        Assert.Equal("FI02", Assert.Single((await study.AskAsync(db => RankCauses.HandleAsync(new("consensus"), db, SmallStudy.Token))).Causes).Code);
        var table = await study.AskAsync(db => CrosstabCodes.HandleAsync(new("group"), db, SmallStudy.Token));
        Assert.Equal(1, table.Rows.Single(r => r.Code == "FI02").Codings);       // the same words by two coders are one passage
    }

    [Fact]
    public async Task Who_withdrew_is_no_informant_any_more()
    {
        await using var study = await StudyAsync();
        await study.CodingAsync("satu", "tidak pasti", "FI02");
        await study.CodingAsync("dua", "belum pernah dengar", "AW01");
        Assert.Equal(2, (await RankAsync(study)).OfInformants);
        Assert.True((await PurgeWords.HandleAsync(new("dua"), "A", study.Store, SmallStudy.Token)).IsOk);
        Assert.Equal((1, "FI02"), ((await RankAsync(study)).OfInformants, Assert.Single((await RankAsync(study)).Causes).Code));
    }

    [Fact]
    public async Task Causes_rank_by_informants_then_groups_then_code()
    {
        await using var study = await StudyAsync();
        await study.CodingAsync("satu", "tidak pasti", "FI02");
        await study.CodingAsync("satu", "tidak pernah dengar", "AW01");
        await study.CodingAsync("dua", "belum pernah dengar", "AW01");
        var ranking = await RankAsync(study);
        Assert.Equal(["AW01", "FI02"], ranking.Causes.Select(c => c.Code));
        Assert.Equal(2, ranking.OfInformants);
        Assert.Equal("FI02", Assert.Single(ranking.Causes[0].Cooccurring).Code);
        Assert.Contains("prevalen", ranking.Notice.En, StringComparison.Ordinal);
    }
}
