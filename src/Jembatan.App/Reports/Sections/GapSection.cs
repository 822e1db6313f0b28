using Jembatan.App.Gaps;
using Jembatan.App.Reports.Figures;
using Jembatan.App.Traces;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>The observed gap: printed values with their sources, no model.</summary>
internal sealed class GapSection : IReportSection
{
    public string Id => "gap";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        var gap = data.Gap;
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        yield return ReportContext.Text(c.Say(gap.Notice), ParagraphStyle.Note);
        foreach (var block in c.Narrative("gap")) yield return block;

        if (gap.Ratios.Count > 0) yield return Ratios(gap.Ratios, c);
        var members = Points(c.Say("Peserta, juta orang, sebagaimana tercetak", "Members, millions of persons, as printed"), gap.Members, c, "t-gap-members");
        if (gap.Members.FirstOrDefault(s => s.Key == "bpu-active") is { } active && PointChart.Of(active.Points, c, active.Unit) is { } svg)
            yield return new Figure($"{c.Say(active.Name)}, {c.Unit(active.Unit)}", svg, c.Say(active.Definition), members, "fig-gap");
        else yield return members;

        var workers = (gap.InformalWorkers is { } august ? gap.OtherWorkers.Prepend(august) : gap.OtherWorkers).ToList();
        if (workers.Count > 0) yield return Points(c.Say("Pekerja informal, juta orang", "Informal workers, millions of persons"), workers, c, "t-gap-workers");
        if (gap.InformalShare.Count > 0) yield return Points(c.Say("Bagian pekerja informal dari semua yang bekerja", "Informal share of employment"), gap.InformalShare, c, "t-gap-share");
        if (gap.Targets.Count > 0) yield return Targets(gap.Targets, c);
        if (gap.Strategies.Count > 0) yield return Performance(gap.Strategies, c);
        if (gap.Conflicts.Count > 0)
        {
            yield return new Heading(3, c.Say("Definisi dan angka yang bertentangan", "Definitions and figures in conflict"));
            yield return new Bullets([.. gap.Conflicts.Select(x => (IReadOnlyList<Inline>)[new Plain(c.Say(x))])]);
        }
    }

    private static Table Ratios(IReadOnlyList<GapRatio> ratios, ReportContext c) => new(
        c.Say("Peserta dibagi pekerja informal, menurut tanggal dan definisi", "Members divided by informal workers, by date and definition"),
        [Cell.Of(c.Say("Pembilang", "Numerator")), Cell.Of(c.Say("Tanggal pembilang / penyebut", "Date of numerator / denominator")), Cell.Of(c.Say("Bagian", "Share"), true), Cell.Of(c.Say("Hitungan", "Arithmetic")), Cell.Of(c.Say("Sumber", "Source"))],
        [
            .. ratios.Select(r => (IReadOnlyList<Cell>)
            [
                Cell.Of(c.Say(r.Definition)), Cell.Of(r.SameDate ? c.Period(r.NumeratorDate) : $"{c.Period(r.NumeratorDate)} / {c.Period(r.DenominatorDate)}"),
                Figured(c.Percent(r.Ratio), r.TraceId), Cell.Of(c.Say(r.Arithmetic)), new Cell(SourceLinks(r.Sources)),
            ]),
        ], "t-gap-ratios");

    private static Table Points(string caption, IReadOnlyList<GapSeries> series, ReportContext c, string anchor) => new(
        caption,
        [Cell.Of(c.Say("Deret", "Series")), Cell.Of(c.Say("Tanggal", "Date")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Tanda", "Mark")), Cell.Of(c.Say("Sumber", "Source")), Cell.Of(c.Say("Catatan", "Note"))],
        [
            .. series.SelectMany(s => s.Points.Select(p => (IReadOnlyList<Cell>)
            [
                Cell.Of(c.Say(s.Name)), Cell.Of(c.Period(p.Date)), Figured(s.Unit == "%" ? c.Measure(p.Value, s.Unit) : c.Figure(p.Value), p.TraceId), Cell.Of(p.Mark),
                new Cell(SourceLinks(p.Sources)), Cell.Of(p.Note is { } n ? c.Say(n) : ""),
            ])),
        ], anchor);

    private static Table Targets(IReadOnlyList<GapTarget> targets, ReportContext c) => new(
        c.Say("Sasaran, masing-masing dengan penyebutnya sendiri", "Targets, each with its own denominator"),
        [Cell.Of(c.Say("Sasaran", "Target")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Tenggat", "Due")), Cell.Of(c.Say("Capaian", "Achieved")), Cell.Of(c.Say("Tanda", "Mark")), Cell.Of(c.Say("Sumber", "Source"))],
        [
            .. targets.Select(t => (IReadOnlyList<Cell>)
            [
                new Cell(t.Denominator.IsEmpty ? [new Plain(c.Say(t.Text))] : [new Plain(c.Say(t.Text)), new Footnote(c.Say(t.Denominator))]), Figured(c.Measure(t.Value, t.Unit), t.TraceId), Cell.Of(c.Period(t.Due)),
                Cell.Of(t.Arithmetic is { } a ? $"{c.Say(a)}{(t.AchievedDate is { } at ? $" ({c.Period(at)})" : "")}" : t.Reason is { } r ? c.Say(r) : ""), Cell.Of(t.Mark), new Cell(SourceLinks(t.Sources)),
            ]),
        ], "t-gap-targets");

    private static Table Performance(IReadOnlyList<GapStrategy> strategies, ReportContext c) => new(
        c.Say("Target dan capaian tiap strategi", "Target and achievement of each strategy"),
        [
            Cell.Of(c.Say("Strategi", "Strategy")), Cell.Of(c.Say("Tanggal", "Date")), Cell.Of(c.Say("Ukuran", "Metric")), Cell.Of("Target", true), Cell.Of(c.Say("Capaian", "Achieved"), true),
            Cell.Of(c.Say("Hitungan", "Arithmetic")),
        ],
        [
            .. strategies.SelectMany(s => s.Points.Select(p => (IReadOnlyList<Cell>)
            [
                new Cell([ReportContext.To(c.Say(s.Title), TraceId.Strategy(s.Label))]), Cell.Of(c.Period(p.Date)),
                new Cell([new Plain($"{c.Say(p.Metric)} ({c.Unit(p.Unit)})"), new Footnote($"{p.Source}{(p.Mark is { } m ? $" [{m}]" : "")}")]),
                Cell.Of(c.Figure(p.Target), true), Figured(c.Figure(p.Achieved), p.TraceId), Cell.Of(p.Arithmetic is { } a ? c.Say(a) : p.Reason is { } r ? c.Say(r) : ""),
            ])),
        ], "t-gap-performance");

    /// <summary>A figure in the place that its id opens.</summary>
    internal static Cell Figured(string figure, string traceId) => new([ReportContext.Here(figure, traceId)], true, Anchor: ReportContext.Anchor(traceId));

    internal static IReadOnlyList<Inline> SourceLinks(IReadOnlyList<string> tags) => ReportContext.Joined(tags.Select(t => new Link($"[{t}]", $"src-{t}")), " ");
}
