using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;
using Jembatan.Servo;

namespace Jembatan.App.Reports.Sections;

/// <summary>The answer on one page: why they are not covered, which strategies fit, what to change.</summary>
/// <remarks>A short text of the analyst opens the page; a long one follows it, so that the answer keeps to one page.</remarks>
internal sealed class AnswerSection : IReportSection
{
    private const int Causes = 6, Changes = 5, ShortText = 700;

    public string Id => "answer";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        var isShort = data.Narratives.TryGetValue("answer", out var text) && c.Say(text).Length <= ShortText;
        if (isShort) foreach (var block in c.Narrative("answer", ParagraphStyle.Lead)) yield return block;

        yield return new Heading(3, c.Say("Mengapa mereka belum terlindungi", "Why they are not covered"));
        foreach (var block in Why(data, c)) yield return block;
        yield return new Heading(3, c.Say("Strategi mana yang sesuai", "Which strategies fit"));
        yield return data.Board.Strategies.Count == 0 ? ReportContext.Empty(c.Say("Belum ada strategi yang dinilai.", "No strategy has been rated yet.")) : Strategies(data, c);
        yield return new Heading(3, c.Say("Apa yang perlu diubah", "What to change"));
        yield return Changed(data, c);

        if (isShort) yield break;
        yield return new PageBreak();
        yield return new Heading(3, c.Say("Jawaban menurut analis", "The answer in the analyst's words"));
        foreach (var block in c.NarrativeDue("answer")) yield return block;
    }

    private static IEnumerable<Block> Why(ReportData data, ReportContext c)
    {
        var top = data.Causes.Causes.Where(x => x.Informants > 0).Take(Causes).ToList();
        if (top.Count == 0)
        {
            yield return ReportContext.Empty(c.Say("Belum ada sebab yang dikode.", "No cause has been coded yet."));
            yield break;
        }

        yield return new Bullets(
        [
            .. top.Select(x => (IReadOnlyList<Inline>)
            [
                new Plain(c.Say(x.Name), Bold: true), new Plain(": "),
                c.ToCode(c.Say($"disebut {x.Informants} dari {x.OfInformants} narasumber", $"named by {x.Informants} of {x.OfInformants} informants"), x.Code),
                new Plain((x.Contradicting > 0 ? c.Say($", disanggah {x.Contradicting}", $", contradicted by {x.Contradicting}") : "") + " · " + c.Say(x.StatusWords)),
            ]),
        ], Ordered: true);
        yield return ReportContext.Text(c.Say(data.Causes.Notice), ParagraphStyle.Note);
    }

    private static Block Changed(ReportData data, ReportContext c) => data.Board.Recommendations.Count == 0
        ? ReportContext.Empty(c.Say("Belum ada usulan perubahan.", "No change has been proposed yet."))
        : new Bullets(
        [
            .. data.Board.Recommendations.Take(Changes).Select(r => (IReadOnlyList<Inline>)
                [ReportContext.To(r.Change, TraceId.Of(r.Id)), new Plain(r.Owner is { } owner ? $" ({owner})" : "")]),
            .. data.Board.Recommendations.Count > Changes
                ? (IReadOnlyList<IReadOnlyList<Inline>>)[[new Link(c.Say($"dan {data.Board.Recommendations.Count - Changes} usulan lain", $"and {data.Board.Recommendations.Count - Changes} more"), "misfits")]] : [],
        ], Ordered: true);

    private static Table Strategies(ReportData data, ReportContext c) => new(
        c.Say("Putusan analis, hitungan sebagai pemeriksa, dan mata rantai terlemah", "The analyst's verdict, the computed one as a check, and the weakest link"),
        [
            Cell.Of(c.Say("Strategi", "Strategy")), Cell.Of(c.Say("Putusan analis", "Analyst's verdict")), Cell.Of(c.Say("Hitungan", "Computed")),
            Cell.Of(c.Say("Mata rantai terlemah (rentang kepekaan)", "Weakest link (sensitivity range)")),
        ],
        [
            .. data.Board.Strategies.Select(s => (IReadOnlyList<Cell>)
            [
                new Cell([ReportContext.To(c.Say(s.Title), TraceId.Strategy(s.Label))]),
                s.Verdict is { } v
                    ? new Cell([ReportContext.To(c.Word(v.Is), TraceId.Verdict(s.Label)), new Plain(s.Disagrees ? c.Say(", beda dari hitungan", ", differs") : "")], Tone: v.Is.Id())
                    : Cell.Of(c.Say("belum diputuskan", "not given yet")),
                new Cell([new Plain(c.Word(s.Computed))], Tone: s.Computed.Id()),
                Weakest(s, c),
            ]),
        ], "t-answer-strategies");

    // No pair is the weakest while one of the four has no verdict.
    private static Cell Weakest(BoardStrategy s, ReportContext c)
    {
        if (s.Weakest is not { } pair) return Cell.Of(s.ComputedReason is { } reason ? c.Say(reason) : c.Say("belum dapat ditentukan", "cannot be told yet"));
        var least = s.Pairs.First(x => x.Pair == pair);
        return new Cell(
        [
            ReportContext.To($"{ReportContext.PairWord(least.Pair)} {c.Signed(least.Fit)}", TraceId.Fit(s.Label, least.Pair)),
            new Plain(least.Low is null ? "" : $" ({c.Range(least.Low, least.High)})"),
        ]);
    }
}
