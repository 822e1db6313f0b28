using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Misfits by priority and the changes proposed for them.</summary>
internal sealed class MisfitSection : IReportSection
{
    public string Id => "misfits";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        var misfits = data.Board.Misfits;
        yield return new Heading(2, c.Say("Ketidaksesuaian dan usulan perubahan", "Misfits and recommendations"), Id);
        yield return new Paragraph([new Plain(c.Say(
            "Urutan prioritas adalah selang dari 2.000 undian atas jumlah orang yang terdampak; daya ungkit masih 1 untuk semua karena model cakupan belum dihubungkan.",
            "Priority is a rank interval from 2,000 draws over the persons affected; leverage is 1 for all because no coverage model is linked yet."))], ParagraphStyle.Small);
        if (misfits.Count == 0) yield return AnswerSection.Empty(c.Say("Tidak ada ketidaksesuaian yang diusulkan atau dikukuhkan.", "No misfit is proposed or confirmed."));
        else
        {
            yield return new Table(
                c.NextTable(c.Say("Ketidaksesuaian menurut prioritas", "Misfits by priority")),
                [
                    Cell.Of(c.Say("Peringkat", "Rank")), Cell.Of(c.Say("Strategi dan pasangan", "Strategy and pair")), Cell.Of(c.Say("Ketidaksesuaian", "Misfit")), Cell.Of(c.Say("Dibutuhkan / teramati", "Required / observed")),
                    Cell.Of(c.Say("Penyebab", "Causes")), Cell.Of(c.Say("Tindak lanjut", "Disposition")),
                ],
                [.. misfits.Select(m => Row(m, c))], "t-misfits");
        }

        yield return new Heading(3, c.Say("Usulan perubahan", "Recommendations"));
        if (data.Board.Recommendations.Count == 0) yield return AnswerSection.Empty(c.Say("Belum ada usulan perubahan.", "No change has been proposed yet."));
        foreach (var (i, r) in data.Board.Recommendations.Index())
        {
            yield return new Paragraph([new Plain($"{i + 1}. {r.Change}", Bold: true)], Anchor: ReportContext.Anchor(TraceId.Of(r.Id)));
            yield return new Bullets(
            [
                Links(c.Say("Ketidaksesuaian", "Misfits"), r.Misfits.Select(k => (k, "misfit:" + k))),
                Links(c.Say("Penyebab", "Causes"), r.Causes.Select(k => (k, TraceId.Cause(k)))),
                Links(c.Say("Bukti", "Evidence"), r.Evidence.Select(e => (Short(e.ToString()), TraceId.Of(e)))),
                [new Plain(c.Say("Penanggung jawab: ", "Owner: ") + (r.Owner ?? c.Say("belum ditetapkan", "not set")) + (r.Due is { } due ? c.Say($" · tenggat {due}", $" · due {due}") : ""))],
            ]);
        }

        if (data.Board.Dismissed.Count > 0)
        {
            yield return new Heading(3, c.Say("Ditinjau dan tidak dilanjutkan", "Looked at and dismissed"));
            yield return new Bullets([.. data.Board.Dismissed.Select(m => (IReadOnlyList<Inline>)[new Plain($"{m.Key}: {m.Statement}")])]);
        }
    }

    private static IReadOnlyList<Cell> Row(BoardMisfit m, ReportContext c) =>
    [
        new Cell([new Plain(m.Priority.Rank is { } rank ? $"{rank} ({m.Priority.Low}–{m.Priority.High})" : m.Priority.Reason is { } why ? c.Say(why) : "")], Anchor: ReportContext.Anchor("misfit:" + m.Key)),
        new Cell([ReportContext.To($"{m.Strategy} {ReportContext.PairWord(m.Pair)}", TraceId.Fit(m.Strategy, m.Pair))], Anchor: m.Id is { } id ? ReportContext.Anchor(TraceId.Of(id)) : null),
        Cell.Of(m.Statement + (m.Status == BoardMisfitStatus.Proposed ? c.Say(" (usulan hitungan, belum ditinjau)", " (proposed by the ratings, not reviewed yet)") : "")),
        Cell.Of($"{m.Required}\n/ {m.Observed}"),
        new Cell([.. m.Causes.SelectMany((k, i) => i == 0 ? (Inline[])[ReportContext.To(k, TraceId.Cause(k))] : [new Plain(", "), ReportContext.To(k, TraceId.Cause(k))])]),
        Cell.Of(Disposed(m.Disposition, c) + (m.Owner is { } owner ? $", {owner}" : "")),
    ];

    private static string Disposed(Disposition disposition, ReportContext c) => disposition switch
    {
        Disposition.LiveWith => c.Say("Terima", "Live with"),
        Disposition.Mitigate => c.Say("Mitigasi", "Mitigate"),
        Disposition.ChangeStrategy => c.Say("Ubah strategi", "Change the strategy"),
        Disposition.ChangeElement => c.Say("Ubah unsur", "Change the element"),
        _ => c.Say("Belum diputuskan", "Not decided"),
    };

    private static IReadOnlyList<Inline> Links(string what, IEnumerable<(string Label, string Id)> links) =>
        [new Plain(what + ": "), .. links.SelectMany((l, i) => i == 0 ? (Inline[])[ReportContext.To(l.Label, l.Id)] : [new Plain(", "), ReportContext.To(l.Label, l.Id)])];

    internal static string Short(string guid) => guid[^8..];
}
