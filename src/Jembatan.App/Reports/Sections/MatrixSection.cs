using Jembatan.App.Reports.Figures;
using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;
using Jembatan.Servo;

namespace Jembatan.App.Reports.Sections;

/// <summary>The SERVO matrix and each strategy: the analyst's verdict first, the computed one beside it.</summary>
internal sealed class MatrixSection : IReportSection
{
    public string Id => "servo";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        if (data.Board.Strategies.Count == 0)
        {
            yield return ReportContext.Empty(c.Say("Belum ada strategi.", "There is no strategy yet."));
            yield break;
        }

        yield return new Figure(
            c.Say("Kesesuaian tiap pasangan; garis tipis adalah rentang kepekaan", "Fit by pair; the thin line is the sensitivity range"), FitMatrix.Of(data.Board.Strategies, c),
            c.Say("Batang ke kanan mendukung, ke kiri (berarsir) menentang; sel bergaris putus berarti bukti belum cukup.", "Bars to the right support, to the left (hatched) work against; dashed cells lack evidence."),
            Matrix(data, c), "fig-servo");
        foreach (var s in data.Board.Strategies) foreach (var block in Strategy(s, c)) yield return block;
    }

    private static Table Matrix(ReportData data, ReportContext c) => new(
        c.Say("Kesesuaian F, rentang kepekaan, dan kata putusan", "Fit F, sensitivity range and verdict in words"),
        [Cell.Of(c.Say("Strategi", "Strategy")), .. Elements.MainPairs.Select(p => Cell.Of(ReportContext.PairWord(p))), Cell.Of(c.Say("Keselarasan E–V–R", "E–V–R congruence"))],
        [
            .. data.Board.Strategies.Select(s => (IReadOnlyList<Cell>)
            [
                new Cell([ReportContext.To(c.Say(s.Title), TraceId.Strategy(s.Label))]),
                .. Elements.MainPairs.Select(p => PairCell(s, s.Pairs.First(x => x.Pair == p), c)),
                Cell.Of(s.Congruence.Words is { } w ? c.Say(w) : s.Congruence.Reason is { } r ? c.Say(r) : ""),
            ]),
        ], "t-servo");

    private static Cell PairCell(BoardStrategy s, BoardPair p, ReportContext c)
    {
        if (p.Fit is null) return new Cell([ReportContext.To(c.Say(p.Reason ?? p.VerdictWords), TraceId.Fit(s.Label, p.Pair))], Tone: "insufficient");
        return new Cell(
        [
            ReportContext.To($"{c.Signed(p.Fit)} {c.Say(p.VerdictWords)}", TraceId.Fit(s.Label, p.Pair)),
            new Plain($"\n{c.Range(p.Low, p.High)}\n{c.Say("kekuatan", "strength")} {c.Number(p.Strength, 2)}" + (p.IsWeakest ? "\n" + c.Say("terlemah", "weakest") : "")
                + (p.Change.Kind == "drift-risk" ? "\n" + c.Say("↘ berisiko hanyut", "↘ drift risk") : "")),
        ], Tone: p.Verdict.Id());
    }

    private static IEnumerable<Block> Strategy(BoardStrategy s, ReportContext c)
    {
        yield return new Heading(3, c.Say(s.Title), ReportContext.Anchor(TraceId.Strategy(s.Label)));
        if (!s.Summary.IsEmpty) yield return ReportContext.Text(c.Say(s.Summary), ParagraphStyle.Small);
        yield return s.Verdict is { } v
            ? new Paragraph(
                [new Plain(c.Say($"Putusan {v.By}: {c.Word(v.Is)}. ", $"Verdict by {v.By}: {c.Word(v.Is)}. "), Bold: true, Title: TraceId.Verdict(s.Label)), new Plain(v.Because)], Anchor: ReportContext.Anchor(TraceId.Verdict(s.Label)))
            : new Paragraph([new Plain(c.Say("Analis belum memberi putusan.", "The analyst has given no verdict yet."), Italic: true)]);
        var computed = c.Say($"Hitungan: {c.Word(s.Computed)}", $"Computed: {c.Word(s.Computed)}") + (s.ComputedReason is { } reason ? $" ({c.Say(reason)})" : "");
        yield return ReportContext.Text(
            computed + (s.Disagrees ? c.Say(". Putusan analis berbeda dari hitungan; alasannya di atas.", ". The analyst's verdict differs; the reason stands above.") : "."), s.Disagrees ? ParagraphStyle.Note : ParagraphStyle.Body);
        foreach (var block in c.Narrative("strategy:" + s.Label)) yield return block;
        yield return new Paragraph([new Plain(c.Say("Kesesuaian: ", "Fit: ")), .. ReportContext.Joined(s.Pairs.Select(p =>
            ReportContext.To($"{ReportContext.PairWord(p.Pair)} {(p.Fit is null ? c.Say(p.VerdictWords) : $"{c.Signed(p.Fit)} {c.Say(p.VerdictWords)}")}", TraceId.Fit(s.Label, p.Pair))), " · ")]);
        if (s.Mechanism.Count > 0)
        {
            yield return new Paragraph([new Plain(c.Say("Menyasar sebab ", "Claims to remove the causes ")), .. ReportContext.Joined(s.Mechanism.Select(m => c.ToCode(m))), new Plain(".")]);
        }

        if (s.Change.Words is { } change && s.Change.Kind is not (null or "none")) yield return ReportContext.Text($"{c.Say("Ke depan", "Looking ahead")}: {c.Say(change)}{(s.Change.Reason is { } why ? $". {c.Say(why)}" : "")}");
        if (s.ReopenedRatings > 0) yield return ReportContext.Text(c.Say($"{s.ReopenedRatings} penilaian terbuka kembali dan belum dihitung.", $"{s.ReopenedRatings} ratings are open again and do not count yet."), ParagraphStyle.Note);
    }
}
