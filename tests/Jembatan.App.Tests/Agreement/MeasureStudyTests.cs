using Jembatan.App.Agreement;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Tests.Fit;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Statistics.Agreement;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tests.Agreement;

public sealed class MeasureStudyTests
{
    private static readonly AgreementChoice Alpha = new(["krippendorff-alpha"], Interval: "none");

    // Positions:       0123456789...
    private static readonly string[] Lines = ["P: Apa?", "N: Satu dua. Tiga empat.", "P: Lalu?", "N: Lima enam."];

    [Fact]
    public async Task The_universe_is_what_two_coders_marked_done_and_the_interviewer_is_left_out()
    {
        await using var study = await TwoCodersAsync();
        await study.InterviewAsync("I2", "N2", InformantGroup.Worker, Lines);     // coded by one only
        await DoneAsync(study, "I2", "A");
        foreach (var (unit, units) in new[] { (AgreementUnit.Source, 1), (AgreementUnit.Turn, 2), (AgreementUnit.Paragraph, 2), (AgreementUnit.Sentence, 3), (AgreementUnit.Token, 6), (AgreementUnit.Character, 31) })
        {
            var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, unit), db, SmallStudy.Token));
            Assert.Equal(new AgreementData(units, 2, units * 2, 0, 0), answer.Data);
            Assert.Equal(["I1"], answer.Sources);
        }

        var all = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, AgreementUnit.Token, WithInterviewer: true), db, SmallStudy.Token));
        Assert.True(all.Data.Units > 6, "The interviewer's words count when asked for.");
    }

    [Fact]
    public async Task Without_a_code_there_is_one_estimate_per_code_then_per_domain_then_overall()
    {
        await using var study = await TwoCodersAsync();
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha), db, SmallStudy.Token));
        Assert.Equal(
            [(AgreementScope.Code, "X1"), (AgreementScope.Code, "Y1"), (AgreementScope.Domain, "E"), (AgreementScope.Domain, "R"), (AgreementScope.Overall, null)],
            answer.Items.Select(i => (i.Scope, i.Name)));
        Assert.Equal(answer.Items.Select(i => i.Name), answer.Items.Select(i => i.Estimate.Category));
    }

    [Fact]
    public async Task Alpha_of_a_code_is_that_of_its_units_counted_by_hand()
    {
        await using var study = await TwoCodersAsync();
        // Sentences "Satu dua." "Tiga empat." "Lima enam.": A has X1 on the first and second, B on the first.
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, Code: "X1"), db, SmallStudy.Token));
        // Values 1 1 | 1 0 | 0 0: Dₒ = 2/6, n₁ = 3, n₀ = 3, Dₑ = 2·3·3/(6·5) = .6, α = 1 − (1/3)/.6.
        Assert.Equal(1 - (1 / 1.8), answer.Items.Single().Estimate.Value!.Value, 12);
        Assert.Equal(6, answer.Items.Single().Estimate.N);
    }

    [Fact]
    public async Task What_only_the_interviewer_says_is_no_mark_on_a_source()
    {
        await using var study = await TwoCodersAsync();
        await study.InterviewAsync("I2", "N2", InformantGroup.Worker, Lines);
        await ApplyAsync(study, "A", "Y1", 36, 41);       // "Lalu?", between two turns of the informant
        await ApplyAsync(study, "B", "Y1", 45, 49);
        await study.AskAsync(db => ApplyCode.HandleAsync(new("I2", 36, 41, "Y1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        await DoneAsync(study, "I2", "A", "B");
        var alpha = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, AgreementUnit.Source, Code: "Y1"), db, SmallStudy.Token));
        Assert.Equal(1, alpha.Items.Single().Estimate.Value);       // both have it in I1, nobody in I2
        var asked = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, AgreementUnit.Source, Code: "Y1", WithInterviewer: true), db, SmallStudy.Token));
        Assert.Equal(0, asked.Items.Single().Estimate.Value);       // 1 1 | 1 0
    }

    [Fact]
    public async Task A_third_coder_who_has_not_finished_is_missing_and_not_absent()
    {
        await using var study = await TwoCodersAsync();
        await study.InterviewAsync("I2", "N2", InformantGroup.Worker, Lines);
        await DoneAsync(study, "I2", "A", "C");
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, AgreementUnit.Source), db, SmallStudy.Token));
        Assert.Equal(new AgreementData(2, 3, 4, 2, 0), answer.Data);
    }

    [Fact]
    public async Task A_family_takes_the_codes_below_it_and_a_pair_its_two_coders()
    {
        await using var study = await TwoCodersAsync();
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, By: [AgreementScope.Family, AgreementScope.Pair, AgreementScope.Source]), db, SmallStudy.Token));
        Assert.Equal([(AgreementScope.Family, "X"), (AgreementScope.Pair, "A – B"), (AgreementScope.Source, "I1")], answer.Items.Select(i => (i.Scope, i.Name)));
    }

    [Fact]
    public async Task A_code_that_nobody_used_has_an_estimate_that_says_why_it_has_no_value()
    {
        await using var study = await TwoCodersAsync();
        await study.CodeAsync("Z1", Element.Values);
        var all = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha), db, SmallStudy.Token));
        var broken = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, Code: "Z1", By: [AgreementScope.Code]), db, SmallStudy.Token));
        foreach (var item in (MeasureStudy.Item[])[all.Items.Single(i => i.Name == "Z1"), broken.Items.Single()])
        {
            Assert.Equal((AgreementScope.Code, null, Undefined.NoVariation), (item.Scope, item.Estimate.Value, item.Estimate.Undefined));
            Assert.NotEmpty(item.Estimate.Reason!);
        }

        Assert.DoesNotContain(all.Items, i => i.Name == "X");       // a heading, with a code below it
        var before = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, By: [AgreementScope.Overall]), db, SmallStudy.Token));
        Assert.Equal(12, before.Items.Single().Estimate.N);         // what nobody used is no part of the whole
    }

    [Fact]
    public async Task The_scope_says_whether_a_code_stands_alone_or_with_those_below_it()
    {
        await using var study = await TwoCodersAsync();
        await ApplyAsync(study, "A", "X", 45, 49);        // "Lima", on the heading itself
        async Task<MeasureStudy.Item> One(MeasureStudy.Request request) => (await study.AskAsync(db => MeasureStudy.HandleAsync(request, db, SmallStudy.Token))).Items.Single(i => i.Name == "X");
        var (alone, family, asked) = (await One(new(Alpha)), await One(new(Alpha, By: [AgreementScope.Family])), await One(new(Alpha, Code: "X")));
        Assert.Equal((AgreementScope.Code, AgreementScope.Family, AgreementScope.Family), (alone.Scope, family.Scope, asked.Scope));
        Assert.Equal(family.Estimate.Value, asked.Estimate.Value);
        Assert.NotEqual(alone.Estimate.Value, asked.Estimate.Value);
        Assert.Equal(AgreementScope.Code, (await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, Code: "X1"), db, SmallStudy.Token))).Items.Single().Scope);
    }

    [Fact]
    public async Task One_code_is_broken_down_when_asked()
    {
        await using var study = await TwoCodersAsync();
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, Code: "X", By: [AgreementScope.Code, AgreementScope.Family, AgreementScope.Domain, AgreementScope.Source, AgreementScope.Pair, AgreementScope.Overall]), db, SmallStudy.Token));
        Assert.Equal(
            [(AgreementScope.Code, "X1"), (AgreementScope.Family, "X"), (AgreementScope.Domain, "E"), (AgreementScope.Source, "I1"), (AgreementScope.Pair, "A – B"), (AgreementScope.Overall, null)],
            answer.Items.Select(i => (i.Scope, i.Name)));
        Assert.All(answer.Items, i => Assert.Equal(1 - (1 / 1.8), i.Estimate.Value!.Value, 12));     // X1 alone was used; Y1 has no part in it
    }

    [Fact]
    public async Task Unitizing_cuts_the_interviewer_out_and_splits_overlapping_codes_into_domains()
    {
        await using var study = await TwoCodersAsync();
        await ApplyAsync(study, "A", "Y1", 11, 20);       // overlaps A's X1: the two cannot share a domain
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(new(["u-alpha"], Interval: "none"), By: [AgreementScope.Overall]), db, SmallStudy.Token));
        Assert.Equal(["domain 1", "domain 2"], answer.Items.Select(i => i.Name));
        Assert.All(answer.Items, i => Assert.Equal(31, i.Estimate.N));
    }

    [Fact]
    public async Task Without_double_coding_the_problem_says_how_to_get_it()
    {
        await using var study = await SmallStudy.NewAsync();
        await study.InterviewAsync("I1", "N1", InformantGroup.Worker, Lines);
        var problem = await study.RefusalAsync(db => MeasureStudy.HandleAsync(new(Alpha), db, SmallStudy.Token));
        Assert.Equal("agreement/no-double-coding", problem.Code);
        Assert.Contains("jembatan done", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disagreements_are_listed_worst_first_with_both_sides()
    {
        await using var study = await TwoCodersAsync();
        await ApplyAsync(study, "A", "X1", 51, 55);       // "Lima" by one only
        var list = await study.AskAsync(db => ListDisagreements.HandleAsync(new(), db, SmallStudy.Token));
        Assert.Equal(list.Items.OrderBy(i => i.Overlap).Select(i => i.Start), list.Items.Select(i => i.Start));
        var worst = list.Items[0];
        Assert.Equal(0, worst.Overlap);
        var partly = list.Items.Single(i => i.Code == "X1" && i.Overlap > 0);
        Assert.Equal(["A", "B"], partly.Sides.Select(s => s.Coder));
        Assert.Equal("Satu dua. Tiga empat.", partly.Sides[0].Passages.Single().Text);
        Assert.Equal("Satu dua.", partly.Sides[1].Passages.Single().Text);
        Assert.Equal(12, partly.Characters);
    }

    [Theory]
    [InlineData("B", "Satu dua.")]
    [InlineData("both", "Satu dua. Tiga empat.")]
    [InlineData("neither", null)]
    public async Task Adjudication_takes_one_both_or_neither_into_the_consensus_and_can_be_undone(string accept, string? words)
    {
        await using var study = await TwoCodersAsync();
        var before = await study.AskAsync(db => ListDisagreements.HandleAsync(new("X1"), db, SmallStudy.Token));
        var d = before.Items.Single(i => i.Overlap > 0);
        var settled = await study.AskAsync(db => Adjudicate.HandleAsync(new(d.Source, d.Code, d.Start, d.End, accept), "C", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(words, settled.Consensus.SingleOrDefault()?.Text);
        var after = await study.AskAsync(db => ListDisagreements.HandleAsync(new("X1"), db, SmallStudy.Token));
        Assert.Equal((before.Total, before.Settled + 1), (after.Total, after.Settled));
        await study.AskAsync(db => Undo.HandleAsync(new(), "C", db, SmallStudy.Clock, SmallStudy.Token));
        var undone = await study.AskAsync(db => ListDisagreements.HandleAsync(new("X1"), db, SmallStudy.Token));
        Assert.Equal(0, undone.Settled);
        await using var open = study.Db();
        Assert.False(await open.Codings.AnyAsync(c => open.Coders.Any(k => k.Id == c.CoderId && k.Name == "consensus"), SmallStudy.Token), "The consensus is empty again.");
    }

    [Fact]
    public async Task Adjudication_may_set_a_new_extent_and_agreement_with_the_consensus_is_measured()
    {
        await using var study = await TwoCodersAsync();
        var d = (await study.AskAsync(db => ListDisagreements.HandleAsync(new("X1"), db, SmallStudy.Token))).Items.Single(i => i.Overlap > 0);
        var settled = await study.AskAsync(db => Adjudicate.HandleAsync(new(d.Source, d.Code, d.Start, d.End, null, d.Start, d.Start + 4), "C", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(("span", "Satu"), (settled.Decision, settled.Consensus.Single().Text));
        await DoneAsync(study, "I1", "consensus");
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, Code: "X1", Coders: ["B", "consensus"]), db, SmallStudy.Token));
        Assert.Equal(1, answer.Items.Single().Estimate.Value!.Value, 12);
        var own = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, Code: "X1"), db, SmallStudy.Token));
        Assert.Equal(["A", "B"], own.Coders);
    }

    [Fact]
    public async Task With_the_last_disagreement_settled_the_consensus_holds_what_all_marked_alike_too()
    {
        await using var study = await TwoCodersAsync();
        await ApplyAsync(study, "A", "Y1", 11, 20);
        await ApplyAsync(study, "B", "Y1", 11, 20);       // alike
        var open = await study.AskAsync(db => ListDisagreements.HandleAsync(new(), db, SmallStudy.Token));
        Assert.Equal(2, open.Total);
        foreach (var d in open.Items) await study.AskAsync(db => Adjudicate.HandleAsync(new(d.Source, d.Code, d.Start, d.End, "A"), "C", db, SmallStudy.Clock, SmallStudy.Token));
        var answer = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, By: [AgreementScope.Overall], Coders: ["A", "consensus"]), db, SmallStudy.Token));
        Assert.Equal(1, answer.Items.Single().Estimate.Value!.Value, 12);
    }

    [Fact]
    public async Task Sources_on_which_nobody_differs_join_the_consensus_with_the_last_decision_or_when_asked()
    {
        await using var study = await TwoCodersAsync();
        foreach (var source in (string[])["I2", "I3"]) await study.InterviewAsync(source, source, InformantGroup.Worker, Lines);
        foreach (var coder in (string[])["A", "B"]) await study.AskAsync(db => ApplyCode.HandleAsync(new("I2", 11, 20, "X1"), coder, db, SmallStudy.Clock, SmallStudy.Token));
        foreach (var source in (string[])["I2", "I3"]) await DoneAsync(study, source, "A", "B");       // in I3 both found nothing
        Assert.Equal("agreement/still-open", (await study.RefusalAsync(db => AdoptAlike.HandleAsync(new("I1"), "C", db, SmallStudy.Clock, SmallStudy.Token))).Code);
        var taken = await study.AskAsync(db => AdoptAlike.HandleAsync(new("I2"), "C", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal([new("I2", 1)], taken.Taken);
        foreach (var d in (await study.AskAsync(db => ListDisagreements.HandleAsync(new(), db, SmallStudy.Token))).Items)
            await study.AskAsync(db => Adjudicate.HandleAsync(new(d.Source, d.Code, d.Start, d.End, "A"), "C", db, SmallStudy.Clock, SmallStudy.Token));
        var after = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, By: [AgreementScope.Overall], Coders: ["A", "consensus"]), db, SmallStudy.Token));
        Assert.Equal(["I1", "I2", "I3"], after.Sources);
        Assert.Equal(1, after.Items.Single().Estimate.Value!.Value, 12);
        Assert.Empty((await study.AskAsync(db => AdoptAlike.HandleAsync(new(), "C", db, SmallStudy.Clock, SmallStudy.Token))).Taken);
    }

    [Fact]
    public async Task Who_takes_the_question_into_a_passage_and_who_does_not_do_not_differ()
    {
        await using var study = await TwoCodersAsync();
        await study.InterviewAsync("I2", "I2", InformantGroup.Worker, Lines);
        foreach (var (coder, code, start, end) in new[] { ("A", "Y1", 3, 20), ("B", "Y1", 11, 20), ("A", "X1", 3, 7) })       // "Apa?" is the interviewer's
            await study.AskAsync(db => ApplyCode.HandleAsync(new("I2", start, end, code), coder, db, SmallStudy.Clock, SmallStudy.Token));
        await DoneAsync(study, "I2", "A", "B");
        var measured = await study.AskAsync(db => MeasureStudy.HandleAsync(new(Alpha, AgreementUnit.Character, Code: "Y1", Source: "I2"), db, SmallStudy.Token));
        Assert.Equal(1, measured.Items.Single().Estimate.Value!.Value, 12);
        Assert.Equal(0, (await study.AskAsync(db => ListDisagreements.HandleAsync(new(Source: "I2"), db, SmallStudy.Token))).Total);
        Assert.Equal([new("I2", 1)], (await study.AskAsync(db => AdoptAlike.HandleAsync(new("I2"), "C", db, SmallStudy.Clock, SmallStudy.Token))).Taken);
        await using var open = study.Db();
        Assert.Equal((3, 20), await open.Codings.Where(c => open.Coders.Any(k => k.Id == c.CoderId && k.Name == "consensus")).Select(c => ValueTuple.Create(c.Start, c.End)).SingleAsync(SmallStudy.Token));
    }

    [Fact]
    public async Task What_cannot_be_settled_is_a_problem()
    {
        await using var study = await TwoCodersAsync();
        async Task<string> Refused(Adjudicate.Request request) => (await study.RefusalAsync(db => Adjudicate.HandleAsync(request, "C", db, SmallStudy.Clock, SmallStudy.Token))).Code;
        Assert.Equal("agreement/no-disagreement", await Refused(new("I1", "X1", 0, 5, "A")));
        Assert.Equal("agreement/decision", await Refused(new("I1", "X1", 11, 20, "Z")));
        Assert.Equal("agreement/decision", await Refused(new("I1", "X1", 11, 20, null)));
        Assert.Equal("selection/outside", await Refused(new("I1", "X1", 11, 20, null, 11, 9999)));
    }

    // A: X1 on "Satu dua. Tiga empat.", Y1 on "Lima". B: X1 on "Satu dua.", nothing else.
    private static async Task<SmallStudy> TwoCodersAsync()
    {
        var study = await SmallStudy.NewAsync();
        await study.CodeAsync("X", Element.Environment);
        await study.CodeAsync("X1", null, "X");
        await study.CodeAsync("Y1", Element.Resources);
        await study.InterviewAsync("I1", "N1", InformantGroup.Worker, Lines);
        await ApplyAsync(study, "A", "X1", 11, 32);
        await ApplyAsync(study, "A", "Y1", 45, 49);
        await ApplyAsync(study, "B", "X1", 11, 20);
        await DoneAsync(study, "I1", "A", "B");
        return study;
    }

    private static Task ApplyAsync(SmallStudy study, string coder, string code, int start, int end) =>
        study.AskAsync(db => ApplyCode.HandleAsync(new("I1", start, end, code), coder, db, SmallStudy.Clock, SmallStudy.Token));

    private static async Task DoneAsync(SmallStudy study, string source, params string[] coders)
    {
        foreach (var coder in coders) await study.AskAsync(db => MarkDone.HandleAsync(new(source), coder, db, SmallStudy.Clock, SmallStudy.Token));
    }
}
