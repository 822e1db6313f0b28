using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;
using Jembatan.Servo;

namespace Jembatan.App.Reports.Sections;

/// <summary>The answer on one page: why they are not covered, which strategies fit, what to change.</summary>
internal sealed class AnswerSection : IReportSection
{
    public string Id => "answer";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Jawaban dalam satu halaman", "The answer on one page"), Id);
        foreach (var block in c.Narrative("answer", ParagraphStyle.Lead)) yield return block;

        yield return new Heading(3, c.Say("Mengapa mereka belum terlindungi", "Why they are not covered"));
        var top = data.Causes.Causes.Where(x => x.Informants > 0).Take(6).ToList();
        if (top.Count == 0) yield return Empty(c.Say("Belum ada penyebab yang dikode.", "No cause has been coded yet."));
        else
        {
            yield return new Bullets(
            [
                .. top.Select(x => (IReadOnlyList<Inline>)
                [
                    ReportContext.To($"{x.Code} {c.Say(x.Name)}", TraceId.Cause(x.Code)),
                    new Plain(c.Say($": disebut {x.Informants} dari {x.OfInformants} narasumber", $": named by {x.Informants} of {x.OfInformants} informants")
                        + (x.Contradicting > 0 ? c.Say($", disanggah {x.Contradicting}", $", contradicted by {x.Contradicting}") : "") + " · " + c.Say(x.StatusWords)),
                ]),
            ], Ordered: true);
            yield return new Paragraph([new Plain(c.Say(data.Causes.Notice))], ParagraphStyle.Note);
        }

        yield return new Heading(3, c.Say("Strategi mana yang sesuai", "Which strategies fit"));
        if (data.Board.Strategies.Count == 0) yield return Empty(c.Say("Belum ada strategi yang dinilai.", "No strategy has been rated yet."));
        else yield return Strategies(data, c);

        yield return new Heading(3, c.Say("Apa yang perlu diubah", "What to change"));
        if (data.Board.Recommendations.Count == 0) yield return Empty(c.Say("Belum ada usulan perubahan.", "No change has been proposed yet."));
        else
        {
            yield return new Bullets(
            [
                .. data.Board.Recommendations.Take(6).Select(r => (IReadOnlyList<Inline>)
                    [ReportContext.To(r.Change, TraceId.Of(r.Id)), new Plain(r.Owner is { } owner ? c.Say($" ({owner})", $" ({owner})") : "")]),
            ], Ordered: true);
        }
    }

    private static Table Strategies(ReportData data, ReportContext c) => new(
        c.NextTable(c.Say("Putusan analis dan hitungan per strategi", "The analyst's verdict and the computed one, by strategy")),
        [
            Cell.Of(c.Say("Strategi", "Strategy")), Cell.Of(c.Say("Putusan analis", "Analyst's verdict")), Cell.Of(c.Say("Hitungan", "Computed")), Cell.Of(c.Say("Mata rantai terlemah", "Weakest link")),
        ],
        [
            .. data.Board.Strategies.Select(s => (IReadOnlyList<Cell>)
            [
                new Cell([ReportContext.To(c.Say(s.Title), TraceId.Strategy(s.Label))]),
                s.Verdict is { } v
                    ? new Cell([ReportContext.To(c.Word(v.Is), TraceId.Verdict(s.Label)), new Plain(s.Disagrees ? c.Say(" (berbeda dari hitungan)", " (differs from the computed one)") : "")], Tone: v.Is.Id())
                    : Cell.Of(c.Say("belum diputuskan", "not given yet")),
                new Cell([new Plain(c.Word(s.Computed))], Tone: s.Computed.Id()),
                Weakest(s, c),
            ]),
        ], "t-answer-strategies");

    private static Cell Weakest(BoardStrategy s, ReportContext c)
    {
        if (s.Weakest is not { } pair) return Cell.Of(s.ComputedReason is { } reason ? c.Say(reason) : c.Say("belum dapat ditentukan", "cannot be told yet"));
        var p = s.Pairs.First(x => x.Pair == pair);
        return new Cell([ReportContext.To($"{ReportContext.PairWord(pair)} {c.Signed(p.Fit)}", TraceId.Fit(s.Label, pair)), new Plain(p.Low is null ? "" : $" ({c.Range(p.Low, p.High)})")]);
    }

    internal static Paragraph Empty(string words) => new([new Plain(words, Italic: true)], ParagraphStyle.Small);
}
