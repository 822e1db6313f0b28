using Jembatan.App.Gaps;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>The gap as JSON and as tables.</summary>
internal static class GapDocument
{
    public static object Of(ShowGap.Response gap, Language language) => new
    {
        notice = gap.Notice.In(language),
        informalShare = gap.InformalShare.Select(s => Series(s, language)),
        informalWorkers = gap.InformalWorkers is { } w ? Series(w, language) : null,
        otherWorkers = gap.OtherWorkers.Select(s => Series(s, language)),
        members = gap.Members.Select(s => Series(s, language)),
        ratios = gap.Ratios.Select(r => new
        {
            definition = r.Definition.In(language),
            r.NumeratorDate,
            r.Numerator,
            r.DenominatorDate,
            r.Denominator,
            r.Ratio,
            r.SameDate,
            arithmetic = r.Arithmetic.In(language),
            r.Sources,
            trace = r.TraceId,
        }),
        targets = gap.Targets.Select(t => new
        {
            t.Key,
            text = t.Text.In(language),
            t.Value,
            t.Unit,
            t.Due,
            denominator = t.Denominator.In(language),
            t.Achieved,
            t.AchievedDate,
            arithmetic = t.Arithmetic?.In(language),
            reason = t.Reason?.In(language),
            t.Mark,
            t.Sources,
            trace = t.TraceId,
        }),
        strategies = gap.Strategies.Select(s => new
        {
            id = s.Label,
            title = s.Title.In(language),
            points = s.Points.Select(p => new
            {
                p.Date,
                metric = p.Metric.In(language),
                p.Target,
                p.Achieved,
                p.Unit,
                p.Share,
                arithmetic = p.Arithmetic?.In(language),
                reason = p.Reason?.In(language),
                p.Source,
                p.Mark,
                trace = p.TraceId,
            }),
        }),
        conflicts = gap.Conflicts.Select(c => c.In(language)),
        citations = gap.Citations,
    };

    public static void Print(Sheet sheet, ShowGap.Response gap)
    {
        sheet.Line(gap.Notice.In(sheet));
        sheet.Heading(sheet.Say("Peserta dibagi pekerja informal", "Members divided by informal workers"));
        sheet.Table(
            [sheet.Say("Pembilang", "Numerator"), sheet.Say("Penyebut", "Denominator"), sheet.Say("Pembagian", "Division"), sheet.Say("Definisi", "Definition")],
            gap.Ratios.Select(r => (IReadOnlyList<string>)[r.NumeratorDate, r.DenominatorDate, r.Arithmetic.In(sheet), Sheet.Clip(r.Definition.In(sheet), 48)]));
        sheet.Heading(sheet.Say("Sasaran dan capaian", "Targets and achievements"));
        sheet.Table(
            [sheet.Say("Sasaran", "Target"), sheet.Say("Tenggat", "Due"), sheet.Say("Capaian", "Achieved"), sheet.Say("Tanda", "Mark")],
            gap.Targets.Select(t => (IReadOnlyList<string>)[Sheet.Clip(t.Text.In(sheet), 70), t.Due ?? "", (t.Arithmetic ?? t.Reason)?.In(sheet) ?? "", t.Mark]));
        if (gap.Strategies.Count == 0) return;
        sheet.Heading(sheet.Say("Kinerja per strategi", "Performance per strategy"));
        sheet.Table(
            [sheet.Say("Strategi", "Strategy"), sheet.Say("Tanggal", "Date"), sheet.Say("Ukuran", "Metric"), "Target #", sheet.Say("Capaian", "Achieved") + " #", sheet.Say("Bagian", "Share") + " #"],
            gap.Strategies.SelectMany(s => s.Points.Select(p => (IReadOnlyList<string>)
                [s.Label, p.Date, Sheet.Clip(p.Metric.In(sheet), 44), Shown.Number(sheet, p.Target), $"{Shown.Number(sheet, p.Achieved)} {Shown.Unit(sheet, p.Unit)}".Trim(), Shown.Percent(sheet, p.Share)])));
    }

    private static object Series(GapSeries s, Language language) => new
    {
        s.Key,
        name = s.Name.In(language),
        definition = s.Definition.In(language),
        s.Unit,
        points = s.Points.Select(p => new { p.Date, p.Value, p.Mark, note = p.Note?.In(language), p.Sources, trace = p.TraceId }),
    };
}
