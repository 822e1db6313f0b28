using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Misfits by priority and the changes proposed for them.</summary>
internal sealed class MisfitSection : IReportSection
{
    public string Id => "misfits";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        var misfits = data.Board.Misfits;
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        if (misfits.Count == 0) yield return ReportContext.Empty(c.Say("Tidak ada ketidaksesuaian yang diusulkan atau dikukuhkan.", "No misfit is proposed or confirmed."));
        else
        {
            yield return ReportContext.Text(c.Say(
                "Peringkat ditulis sebagai selang dari 2.000 undian atas banyaknya orang yang terdampak. Daya ungkit masih 1 untuk semua karena belum ada model cakupan yang terhubung.",
                "Ranks are intervals from 2,000 draws over the persons affected. Leverage is 1 for all because no coverage model is linked yet."), ParagraphStyle.Small);
            yield return new Table(
                c.Say("Ketidaksesuaian menurut prioritas", "Misfits by priority"),
                [
                    Cell.Of(c.Say("Peringkat", "Rank")), Cell.Of(c.Say("Strategi dan pasangan", "Strategy and pair")), Cell.Of(c.Say("Ketidaksesuaian", "Misfit")),
                    Cell.Of(c.Say("Dibutuhkan → teramati", "Required → observed")), Cell.Of(c.Say("Sebab", "Causes")), Cell.Of(c.Say("Tindak lanjut", "Disposition")),
                ],
                [.. misfits.Select(m => Row(m, data, c))], "t-misfits");
        }

        yield return new Heading(3, c.Say("Usulan perubahan", "Recommendations"));
        yield return data.Board.Recommendations.Count == 0
            ? ReportContext.Empty(c.Say("Belum ada usulan perubahan.", "No change has been proposed yet."))
            : new Table(
                c.Say("Dari ketidaksesuaian ke perubahan: sebab, bukti, dan penanggung jawab", "From misfit to change: causes, evidence and owner"),
                [
                    Cell.Of(c.Say("Perubahan yang diusulkan", "Change proposed")), Cell.Of(c.Say("Ketidaksesuaian", "Misfit")), Cell.Of(c.Say("Sebab", "Causes")), Cell.Of(c.Say("Bukti", "Evidence")),
                    Cell.Of(c.Say("Penanggung jawab", "Owner")),
                ],
                [.. data.Board.Recommendations.Select(r => Row(r, c))], "t-recommendations");

        if (data.Board.Dismissed.Count > 0)
        {
            yield return new Heading(3, c.Say("Ditinjau dan tidak dilanjutkan", "Looked at and dismissed"));
            yield return new Bullets([.. data.Board.Dismissed.Select(m => (IReadOnlyList<Inline>)[new Plain($"{m.Key}: {m.Statement}")])]);
        }
    }

    private static IReadOnlyList<Cell> Row(BoardRecommendation r, ReportContext c) =>
    [
        new Cell([ReportContext.Here(r.Change, TraceId.Of(r.Id))], Anchor: ReportContext.Anchor(TraceId.Of(r.Id))),
        new Cell(ReportContext.Joined(r.Misfits.Select(k => ReportContext.To(k, Misfit(k))))),
        new Cell(ReportContext.Joined(r.Causes.Select(c.ToCode))),
        new Cell(ReportContext.Joined(r.Evidence.Select(c.ToEvidence), "\n")),
        Cell.Of((r.Owner ?? c.Say("belum ditetapkan", "not set")) + (r.Due is { } due ? c.Say($", tenggat {c.Period(due)}", $", due {c.Period(due)}") : "")),
    ];

    private static IReadOnlyList<Cell> Row(BoardMisfit m, ReportData data, ReportContext c) =>
    [
        new Cell([ReportContext.Here(m.Priority.Rank is { } rank ? m.Priority.Low == m.Priority.High ? $"{rank}" : $"{rank} ({m.Priority.Low}–{m.Priority.High})" : m.Priority.Reason is { } why ? c.Say(why) : "", Misfit(m.Key))],
            Anchor: ReportContext.Anchor(Misfit(m.Key))),
        new Cell([ReportContext.To($"{Title(m, data, c)}, {ReportContext.PairWord(m.Pair)}", TraceId.Fit(m.Strategy, m.Pair))], Anchor: m.Id is { } id ? ReportContext.Anchor(TraceId.Of(id)) : null),
        Cell.Of(m.Statement + (m.Status == BoardMisfitStatus.Proposed ? c.Say(" (diusulkan hitungan, belum ditinjau)", " (proposed by the ratings, not reviewed yet)") : "")),
        Cell.Of($"{m.Required}\n→ {m.Observed}"),
        new Cell(ReportContext.Joined(m.Causes.Select(c.ToCode))),
        Cell.Of(c.DispositionWord(m.Disposition) + (m.Owner is { } owner ? $": {owner}" : "") + (m.Due is { } due ? $", {c.Period(due)}" : "")),
    ];

    private static string Title(BoardMisfit m, ReportData data, ReportContext c) => data.Board.Strategies.FirstOrDefault(s => s.Label == m.Strategy) is { } s ? c.Say(s.Title) : m.Strategy;

    private static string Misfit(string key) => "misfit:" + key;
}
