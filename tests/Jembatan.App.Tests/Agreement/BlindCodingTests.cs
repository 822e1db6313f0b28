using Jembatan.App.Agreement;
using Jembatan.App.Causes;
using Jembatan.App.Codebooks;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Reports;
using Jembatan.App.Servo;
using Jembatan.App.Sources;
using Jembatan.App.Strategies;
using Jembatan.App.Tables;
using Jembatan.App.Tests.Fit;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Tests.Agreement;

public sealed class BlindCodingTests
{
    [Fact]
    public async Task Neither_coder_sees_the_others_work_until_both_are_done()
    {
        await using var study = await CodedAsync();
        Assert.Equal(["A"], await SeenAsync(study, "A"));
        Assert.Equal(["B"], await SeenAsync(study, "B"));
        Assert.Equal(["A", "B"], await SeenAsync(study, "Lead"));        // who is not assigned sees both
        await DoneAsync(study, "A");
        Assert.Equal(["A"], await SeenAsync(study, "A"));
        Assert.Equal(["B"], await SeenAsync(study, "B"));
        await DoneAsync(study, "B");
        Assert.Equal(["A", "B"], await SeenAsync(study, "A"));
        Assert.Equal(["A", "B"], await SeenAsync(study, "B"));
    }

    [Fact]
    public async Task Agreement_waits_for_all_who_code_blind_but_not_for_who_leads()
    {
        await using var study = await CodedAsync();
        await study.AskAsync(db => AssignSources.HandleAsync(new(["C"], ["I1"]), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        foreach (var coder in (string[])["A", "B"]) await DoneAsync(study, coder);
        Assert.Equal("agreement/blind", (await study.RefusalAsync(db => As(db, "A", () => MeasureStudy.HandleAsync(new(new([])), db, SmallStudy.Token)))).Code);
        Assert.Equal("agreement/blind", (await study.RefusalAsync(db => As(db, "B", () => ListDisagreements.HandleAsync(new(), db, SmallStudy.Token)))).Code);
        Assert.Equal(["I1"], (await study.AskAsync(db => As(db, "Lead", () => MeasureStudy.HandleAsync(new(new([])), db, SmallStudy.Token)))).Sources);
        await DoneAsync(study, "C");
        Assert.Equal(["A", "B", "C"], (await study.AskAsync(db => As(db, "A", () => MeasureStudy.HandleAsync(new(new([])), db, SmallStudy.Token)))).Coders);
    }

    [Fact]
    public async Task Who_works_blind_writes_no_report_and_cannot_name_the_others_codings()
    {
        await using var study = await CodedAsync();
        Assert.Equal("report/blind", (await study.RefusalAsync(db => As(db, "A", () => WriteReport.HandleAsync(new("html"), db, SmallStudy.Clock, SmallStudy.Token)))).Code);
        var theirs = (await study.AskAsync(db => ListCodings.HandleAsync(new(Coder: "B"), db, SmallStudy.Token))).Codings.Single().Id.ToString();
        Assert.Equal("trace/not-found", (await study.RefusalAsync(db => As(db, "A", () => Trace.HandleAsync(new($"coding:{theirs}"), db, SmallStudy.Token)))).Code);
        Assert.Equal("coding/not-found", (await study.RefusalAsync(db => As(db, "A", () => RemoveCoding.HandleAsync(new(theirs), "A", db, SmallStudy.Clock, SmallStudy.Token)))).Code);
        Assert.True((await study.AskAsync(db => As(db, "Lead", () => Trace.HandleAsync(new($"coding:{theirs}"), db, SmallStudy.Token)))).Node.Words is not null);
    }

    [Fact]
    public async Task A_rating_counts_a_quote_that_its_reader_may_not_see_and_withholds_the_words()
    {
        await using var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "1", "Dewi", study.First);
        await study.AskAsync(db => AssignSources.HandleAsync(new(["A", "B"], ["satu"]), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        var whole = await study.AskAsync(db => As(db, "A", () => ServoBoard.HandleAsync(new(), db, SmallStudy.Token)));
        var blind = await study.AskAsync(db => As(db, "B", () => ServoBoard.HandleAsync(new(), db, SmallStudy.Token)));
        BoardPair Cell(ServoBoard.Response board) => board.Strategies.Single().Pairs.Single(p => p.Pair == Pair.SE);
        Assert.Equal((Cell(whole).Fit, Cell(whole).Low, Cell(whole).High, Cell(whole).Evidence), (Cell(blind).Fit, Cell(blind).Low, Cell(blind).High, Cell(blind).Evidence));
        async Task<string> TextAsync(string reader) => (await study.AskAsync(db => As(db, reader, () => ListEvidence.HandleAsync(new("perisai"), db, SmallStudy.Token)))).Evidence.Single(e => e.Kind == EvidenceKind.Quote).Text;
        Assert.Equal("tidak ada sama sekali", await TextAsync("A"));
        Assert.DoesNotContain("sama sekali", await TextAsync("B"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_openly_sees_everything_and_a_blind_assignment_needs_two()
    {
        await using var study = await CodedAsync();
        await study.InterviewAsync("I2", "N2", InformantGroup.Worker, "N: Lima enam.");
        var alone = await study.RefusalAsync(db => AssignSources.HandleAsync(new(["A", "A"], ["I2"]), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("assignment/coders", alone.Code);
        Assert.Equal("assignment/coders", (await study.RefusalAsync(db => AssignSources.HandleAsync(new(["A", "consensus"], ["I2"]), "Lead", db, SmallStudy.Clock, SmallStudy.Token))).Code);
        Assert.Equal("assignment/own", (await study.RefusalAsync(db => AssignSources.HandleAsync(new(["A"], ["I1"], Kind: AssignmentKind.Open), "A", db, SmallStudy.Clock, SmallStudy.Token))).Code);
        Assert.Equal(["B"], await SeenAsync(study, "B"));
        await study.AskAsync(db => AssignSources.HandleAsync(new(["A", "B"], ["I1"], Kind: AssignmentKind.Open), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal(["A", "B"], await SeenAsync(study, "B"));
    }

    [Fact]
    public async Task A_mark_may_be_taken_back_until_the_last_coder_has_finished()
    {
        await using var study = await CodedAsync();
        await DoneAsync(study, "A");
        Assert.True((await study.AskAsync(db => MarkDone.HandleAsync(new("I1", Done: false), "A", db, SmallStudy.Clock, SmallStudy.Token))).Changed);
        await DoneAsync(study, "A");
        await study.AskAsync(db => Undo.HandleAsync(new(), "A", db, SmallStudy.Clock, SmallStudy.Token));
        foreach (var coder in (string[])["A", "B"]) await DoneAsync(study, coder);
        Assert.Equal("assignment/opened", (await study.RefusalAsync(db => Undo.HandleAsync(new(), "A", db, SmallStudy.Clock, SmallStudy.Token))).Code);
        Assert.Equal("assignment/opened", (await study.RefusalAsync(db => MarkDone.HandleAsync(new("I1", Done: false), "A", db, SmallStudy.Clock, SmallStudy.Token))).Code);
    }

    // Two coders, one coding each, on different words.
    private static async Task<SmallStudy> CodedAsync()
    {
        var study = await SmallStudy.NewAsync();
        await study.CodeAsync("X1", Element.Environment);
        await study.InterviewAsync("I1", "N1", InformantGroup.Worker, "P: Apa?", "N: Satu dua. Tiga empat.");
        await study.AskAsync(db => AssignSources.HandleAsync(new(["A", "B"], ["I1"]), "Lead", db, SmallStudy.Clock, SmallStudy.Token));
        foreach (var (coder, start) in new[] { ("A", 11), ("B", 21) })
            await study.AskAsync(db => ApplyCode.HandleAsync(new("I1", start, start + 4, "X1"), coder, db, SmallStudy.Clock, SmallStudy.Token));
        return study;
    }

    private static Task DoneAsync(SmallStudy study, string coder) => study.AskAsync(db => MarkDone.HandleAsync(new("I1"), coder, db, SmallStudy.Clock, SmallStudy.Token));

    private static async Task<Result<T>> As<T>(JembatanDb db, string reader, Func<Task<Result<T>>> ask)
    {
        await Blinds.PutOnAsync(db, reader, SmallStudy.Token);
        return await ask();
    }

    // Whose codings every read path tells; all of them must tell the same.
    private static async Task<IEnumerable<string>> SeenAsync(SmallStudy study, string viewer)
    {
        Task<T> Ask<T>(Func<JembatanDb, Task<Result<T>>> ask) => study.AskAsync(db => As(db, viewer, () => ask(db)));
        var list = await Ask(db => ListCodings.HandleAsync(new(Source: "I1"), db, SmallStudy.Token));
        var seen = list.Codings.Count;
        Assert.Equal(seen, list.Total);
        Assert.Equal(list.Codings.Select(c => c.Id), (await Ask(db => ShowSource.HandleAsync(new("I1"), db, SmallStudy.Token))).Codings.Select(c => c.Id));
        Assert.Equal(seen, (await Ask(db => ListSources.HandleAsync(new(), db, SmallStudy.Token))).Sources.Single(s => s.Name == "I1").Codings);
        foreach (var withInformants in (bool[])[false, true])
            Assert.Equal(seen, (await Ask(db => ListCodes.HandleAsync(new(withInformants), db, SmallStudy.Token))).Codes.Single().Codings);
        foreach (var coders in (string[])["any", "all"])
        {
            var cause = (await Ask(db => RankCauses.HandleAsync(new(coders), db, SmallStudy.Token))).Causes.Single(c => c.Code == "X1");
            Assert.Equal(seen, cause.Codings);
            Assert.Equal(seen, cause.Quotes.Count);
        }

        Assert.Equal(seen, (await Ask(db => CrosstabCodes.HandleAsync(new("group"), db, SmallStudy.Token))).Rows.Sum(r => r.Codings));
        Assert.Equal(seen, (await Ask(db => Trace.HandleAsync(new("source:I1", TraceDirection.Up), db, SmallStudy.Token))).Node.Up.Count);
        Assert.Equal(seen, (await Ask(db => Trace.HandleAsync(new("cause:X1", TraceDirection.Down), db, SmallStudy.Token))).Node.Down.Count);
        var quoted = (await Ask(db => ReadJournal.HandleAsync(new(), db, SmallStudy.Token))).Entries.Where(e => e.Label == "Apply code" && e.Changes.Any(c => c.Name is not null)).Select(e => e.Coder);
        Assert.Equal(list.Codings.Select(c => c.Coder).Order(StringComparer.Ordinal), quoted.Order(StringComparer.Ordinal));
        return list.Codings.Select(c => c.Coder).Order(StringComparer.Ordinal);
    }
}
