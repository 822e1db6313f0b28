using System.CommandLine;
using Jembatan.App.Gaps;
using Jembatan.App.Strategies;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs.Servo;

internal static class PerformanceVerb
{
    public static Verb Verb { get; } = new("performance", "Lists or records target and achievement of a strategy.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var strategy = new Argument<string?>("STRATEGY") { Description = "Label of the strategy; without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var date = Entry.Text("--date", "Year, month or day, such as 2025-05.", "DATE");
        var metric = Entry.Text("--metric", "What is counted.");
        var target = Globals.Number("--target", "Value wanted.");
        var achieved = Globals.Number("--achieved", "Value reached.");
        var unit = Entry.Text("--unit", "Unit of both.");
        var source = Entry.Text("--source", "Where the figures were read.");
        var mark = Globals.Word("--mark", "A official, B press or secondary, C calculated.", "A", "B", "C");
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(strategy);
        foreach (var option in (Option[])[date, metric, target, achieved, unit, source, mark, coder]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Has(date) || session.Has(metric), async (session, db) =>
        {
            if (!session.Has(date) && !session.Has(metric)) return await ListAsync(session, db, session.Maybe(strategy));
            if (session.Maybe(strategy) is not { } label) return new Problem("usage/no-strategy", "Name the strategy after the study, such as 'perisai'.");
            var done = await RecordPerformance.HandleAsync(
                new(label, session.Get(date) ?? "", session.Both(metric) ?? Bilingual.Empty, session.Get(target), session.Get(achieved), session.Get(source) ?? "", session.Get(unit) ?? "",
                    session.Get(mark)), session.Coder(coder), db, session.Clock, session.Cancel);
            if (done.Problem is { } problem) return problem;
            var p = done.Value;
            return Entry.Done("performance", new { p.Id, p.Strategy, p.Date, p.Replaced }, $"Kinerja '{p.Strategy}' {p.Date} tersimpan.", $"Performance of '{p.Strategy}' at {p.Date} is kept.");
        });
    }

    private static async Task<Result<Answer>> ListAsync(Session session, JembatanDb db, string? only)
    {
        var gap = await ShowGap.HandleAsync(db, session.Cancel);
        if (gap.Problem is { } problem) return problem;
        var rows = gap.Value.Strategies.Where(s => only is null || string.Equals(s.Label, only, StringComparison.OrdinalIgnoreCase)).SelectMany(s => s.Points.Select(p => (s.Label, Point: p))).ToList();
        return new Answer(
            new
            {
                performance = rows.Select(r => new
                {
                    strategy = r.Label,
                    r.Point.Date,
                    metric = r.Point.Metric.In(session.Language),
                    r.Point.Target,
                    r.Point.Achieved,
                    r.Point.Unit,
                    r.Point.Share,
                    reason = r.Point.Reason?.In(session.Language),
                    r.Point.Source,
                    r.Point.Mark,
                    trace = r.Point.TraceId,
                }),
            },
            sheet => sheet.Table(
                [sheet.Say("Strategi", "Strategy"), sheet.Say("Tanggal", "Date"), sheet.Say("Ukuran", "Metric"), "Target #", sheet.Say("Capaian", "Achieved") + " #", sheet.Say("Bagian", "Share") + " #"],
                rows.Select(r => (IReadOnlyList<string>)
                [
                    r.Label, r.Point.Date, Sheet.Clip(r.Point.Metric.In(sheet), 60), Shown.Number(sheet, r.Point.Target), $"{Shown.Number(sheet, r.Point.Achieved)} {Shown.Unit(sheet, r.Point.Unit)}".Trim(),
                    Shown.Percent(sheet, r.Point.Share),
                ])));
    }
}
