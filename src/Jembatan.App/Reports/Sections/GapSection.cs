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
        yield return new Heading(2, c.Say("Kesenjangan yang tercatat", "The observed gap"), Id);
        yield return new Paragraph([new Plain(c.Say(gap.Notice))], ParagraphStyle.Note);
        var members = gap.Members.Where(s => s.Points.Any(p => p.Value is not null)).ToList();
        if (members.FirstOrDefault(s => s.Key == "bpu-active") is { } active && PointChart.Of(active.Points, c, active.Unit) is { } svg)
        {
            yield return new Figure(
                c.NextFigure(c.Say(active.Name)), svg, c.Say(active.Definition),
                Points(c.Say(active.Name), [active], c), "fig-gap");
        }

        if (gap.Ratios.Count > 0)
        {
            yield return new Table(
                c.NextTable(c.Say("Peserta aktif dibagi pekerja informal, menurut tanggal dan definisi", "Active members divided by informal workers, by date and definition")),
                [Cell.Of(c.Say("Definisi", "Definition")), Cell.Of(c.Say("Rasio", "Ratio"), true), Cell.Of(c.Say("Hitungan", "Arithmetic")), Cell.Of(c.Say("Tanggal sama", "Same date"))],
                [
                    .. gap.Ratios.Select(r => (IReadOnlyList<Cell>)
                    [
                        Cell.Of(c.Say(r.Definition)), new Cell([ReportContext.To(c.Percent(r.Ratio), r.TraceId)], true), Cell.Of(c.Say(r.Arithmetic)),
                        Cell.Of(r.SameDate ? c.Say("ya", "yes") : $"{c.Say("tidak", "no")}: {r.NumeratorDate} / {r.DenominatorDate}"),
                    ]),
                ], "t-gap-ratios");
        }

        yield return Points(c.Say("Peserta aktif, juta orang, sebagaimana tercetak", "Active members, millions, as printed"), members, c);
        if (gap.InformalShare.Count > 0) yield return Points(c.Say("Bagian pekerja informal", "Informal share of employment"), gap.InformalShare, c);
        if (gap.Targets.Count > 0) yield return Targets(gap.Targets, c);
        var performed = gap.Strategies.SelectMany(s => s.Points.Select(p => (Strategy: s, Point: p))).ToList();
        if (performed.Count > 0)
        {
            yield return new Table(
                c.NextTable(c.Say("Target dan capaian per strategi", "Target and achievement by strategy")),
                [Cell.Of(c.Say("Strategi", "Strategy")), Cell.Of(c.Say("Tanggal", "Date")), Cell.Of(c.Say("Ukuran", "Metric")), Cell.Of(c.Say("Target", "Target"), true), Cell.Of(c.Say("Capaian", "Achieved"), true), Cell.Of(c.Say("Hitungan", "Arithmetic"))],
                [
                    .. performed.Select(x => (IReadOnlyList<Cell>)
                    [
                        new Cell([ReportContext.To(c.Say(x.Strategy.Title), TraceId.Strategy(x.Strategy.Label))]), Cell.Of(x.Point.Date), new Cell([new Plain($"{c.Say(x.Point.Metric)} ({x.Point.Unit})"), new Footnote($"{x.Point.Source}{(x.Point.Mark is { } m ? $" [{m}]" : "")}")]),
                        Cell.Of(Figure(x.Point.Target, c), true), new Cell([ReportContext.To(Figure(x.Point.Achieved, c), x.Point.TraceId)], true, Anchor: ReportContext.Anchor(x.Point.TraceId)),
                        Cell.Of(x.Point.Arithmetic is { } a ? c.Say(a) : x.Point.Reason is { } r ? c.Say(r) : ""),
                    ]),
                ], "t-gap-performance");
        }

        if (gap.Conflicts.Count > 0)
        {
            yield return new Heading(3, c.Say("Definisi yang bertentangan", "Conflicting definitions"));
            yield return new Bullets([.. gap.Conflicts.Select(x => (IReadOnlyList<Inline>)[new Plain(c.Say(x))])]);
        }
    }

    private static Table Points(string caption, IReadOnlyList<GapSeries> series, ReportContext c) => new(
        c.NextTable(caption),
        [Cell.Of(c.Say("Deret", "Series")), Cell.Of(c.Say("Tanggal", "Date")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Tanda", "Mark")), Cell.Of(c.Say("Sumber", "Source")), Cell.Of(c.Say("Catatan", "Note"))],
        [
            .. series.SelectMany(s => s.Points.Select(p => (IReadOnlyList<Cell>)
            [
                Cell.Of(c.Say(s.Name)), Cell.Of(p.Date), new Cell([new Plain($"{Figure(p.Value, c)} {s.Unit}")], true, Anchor: ReportContext.Anchor(p.TraceId)), Cell.Of(p.Mark),
                new Cell(SourceLinks(p.Sources)), Cell.Of(p.Note is { } n ? c.Say(n) : ""),
            ])),
        ]);

    private static Table Targets(IReadOnlyList<GapTarget> targets, ReportContext c) => new(
        c.NextTable(c.Say("Target, masing-masing dengan penyebutnya sendiri", "Targets, each with its own denominator")),
        [Cell.Of(c.Say("Target", "Target")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Tenggat", "Due")), Cell.Of(c.Say("Capaian", "Achieved")), Cell.Of(c.Say("Sumber", "Source"))],
        [
            .. targets.Select(t => (IReadOnlyList<Cell>)
            [
                new Cell([new Plain(c.Say(t.Text)), new Footnote(c.Say(t.Denominator))]), new Cell([new Plain($"{Figure(t.Value, c)} {t.Unit}")], true, Anchor: ReportContext.Anchor(t.TraceId)), Cell.Of(t.Due ?? ""),
                Cell.Of(t.Arithmetic is { } a ? c.Say(a) : t.Reason is { } r ? c.Say(r) : ""), new Cell(SourceLinks(t.Sources)),
            ]),
        ], "t-gap-targets");

    internal static string Figure(double? value, ReportContext c) => value is { } v ? v.ToString(Math.Abs(v) >= 1000 ? "N0" : "#,0.##", c.Culture).Replace('-', '\u2212') : c.Say("tidak ada", "none");

    internal static IReadOnlyList<Inline> SourceLinks(IReadOnlyList<string> tags) => [.. tags.SelectMany((t, i) => i == 0 ? (Inline[])[new Link($"[{t}]", $"src-{t}")] : [new Plain(" "), new Link($"[{t}]", $"src-{t}")])];
}
