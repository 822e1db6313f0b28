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
        yield return new Heading(2, c.Say("Kesesuaian SERVO tiap strategi", "SERVO fit of each strategy"), Id);
        if (data.Board.Strategies.Count == 0)
        {
            yield return AnswerSection.Empty(c.Say("Belum ada strategi.", "There is no strategy yet."));
            yield break;
        }

        var matrix = Matrix(data, c);
        yield return new Figure(
            c.NextFigure(c.Say("Kesesuaian per pasangan, garis tipis = rentang kepekaan", "Fit by pair, thin line = sensitivity range")), FitMatrix.Of(data.Board.Strategies, c),
            c.Say("Batang ke kanan mendukung, ke kiri (berarsir) menentang; sel bergaris putus berarti bukti belum cukup.", "Bars to the right support, to the left (hatched) work against; dashed cells lack evidence."),
            matrix with { Caption = c.Say("Data gambar", "Data of the figure") }, "fig-servo");
        yield return matrix;
        foreach (var s in data.Board.Strategies) foreach (var block in Strategy(s, c)) yield return block;
    }

    private static Table Matrix(ReportData data, ReportContext c) => new(
        c.NextTable(c.Say("Kesesuaian F, rentang kepekaan, dan kata putusan", "Fit F, sensitivity range and verdict in words")),
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
        if (!s.Summary.IsEmpty) yield return new Paragraph([new Plain(c.Say(s.Summary))], ParagraphStyle.Small);
        yield return s.Verdict is { } v
            ? new Paragraph(
                [new Plain(c.Say($"Putusan {v.By}: ", $"Verdict by {v.By}: "), Bold: true), new Plain(c.Word(v.Is) + ". ", Bold: true), new Plain(v.Because)], Anchor: ReportContext.Anchor(TraceId.Verdict(s.Label)))
            : new Paragraph([new Plain(c.Say("Analis belum memberi putusan.", "The analyst has given no verdict yet."), Italic: true)]);
        var computed = c.Say($"Hitungan: {c.Word(s.Computed)}", $"Computed: {c.Word(s.Computed)}") + (s.ComputedReason is { } reason ? $" ({c.Say(reason)})" : "");
        yield return new Paragraph([new Plain(computed + (s.Disagrees ? c.Say(". Putusan analis berbeda dari hitungan; alasannya di atas.", ". The analyst's verdict differs; the reason stands above.") : "."))],
            s.Disagrees ? ParagraphStyle.Note : ParagraphStyle.Body);
        if (s.Mechanism.Count > 0)
        {
            yield return new Paragraph(
            [
                new Plain(c.Say("Mengaku menghilangkan penyebab: ", "Claims to remove: ")),
                .. s.Mechanism.SelectMany((m, i) => i == 0 ? (Inline[])[ReportContext.To(m, TraceId.Cause(m))] : [new Plain(", "), ReportContext.To(m, TraceId.Cause(m))]),
            ]);
        }

        if (s.Change.Words is { } change && s.Change.Kind is not (null or "none")) yield return new Paragraph([new Plain(c.Say(change) + (s.Change.Reason is { } why ? ". " + c.Say(why) : ""))]);
        if (s.ReopenedRatings > 0) yield return new Paragraph([new Plain(c.Say($"{s.ReopenedRatings} penilaian terbuka kembali dan belum dihitung.", $"{s.ReopenedRatings} ratings are open again and do not count yet."))], ParagraphStyle.Note);
    }
}
