using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Simulation.Outputs;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>What the verbs say of runs.</summary>
internal static class Answers
{
    public static Result<Answer> Of(Result<CoverageRun> run) => run.Problem is { } problem ? problem : new Answer(run.Value, sheet => Print(sheet, run.Value));

    public static string Percent(Sheet sheet, double? share) =>
        share is { } value ? value.ToString("P2", CultureInfo.GetCultureInfo(sheet.Language == Language.Indonesian ? "id-ID" : "en-GB")) : "–";

    private static void Print(Sheet sheet, CoverageRun run)
    {
        foreach (var note in run.Notes) sheet.Line(note);
        var persons = run.Persons is { } n ? sheet.Say($"{sheet.Number(n)} orang × ", $"{sheet.Number(n)} persons × ") : "";
        sheet.Line(sheet.Say($"Model {run.Model}, mesin {run.Engine}: {persons}{run.Months} bulan", $"Model {run.Model}, engine {run.Engine}: {persons}{run.Months} months")
            + (run.Seed is { } seed ? sheet.Say($", benih {seed}", $", seed {seed}") : ""));
        var states = run.Series[0].States.Keys.ToList();
        var shares = run.Monthly[0].Values.Keys.Where(IsShare).ToList();
        sheet.Table([sheet.Say("bulan#", "month#"), .. states.Select(s => s + "#"), .. shares.Select(i => i + "#")],
            Shown(run.Series).Select(row => (IReadOnlyList<string>)[
                row.Month.ToString(CultureInfo.InvariantCulture), .. states.Select(s => Percent(sheet, row.States[s])), .. shares.Select(i => Percent(sheet, run.Monthly[row.Month].Values.GetValueOrDefault(i)))]));
        foreach (var (name, value) in run.Indicators.Where(i => !IsShare(i.Key))) sheet.Line($"{name}: {(value is { } v ? v < 1 ? Percent(sheet, v) : sheet.Number((long)Math.Round(v)) : "–")}");
        foreach (var band in run.Bands.Where(b => b.Month == run.Months))
            sheet.Line($"{band.Indicator}: {Percent(sheet, band.Median)}  90 %: {Percent(sheet, band.P05)} – {Percent(sheet, band.P95)} ({band.Of})");
        if (run.Hash is not null) sheet.Line(sheet.Say($"sidik riwayat {run.Hash}", $"digest of histories {run.Hash}"));
        if (run.PersonMonthsPerSecond is { } speed)
            sheet.Line(sheet.Say($"{speed / 1e6:0.0} juta orang-bulan per detik, {run.Threads} utas", string.Create(CultureInfo.InvariantCulture, $"{speed / 1e6:0.0} million person-months a second, {run.Threads} threads")));
    }

    private static bool IsShare(string indicator) => indicator is "activeCoverage" or "memberStock" or "payingCoverage" or "coveredInYear";

    // Month 0, every twelfth and the last.
    private static IEnumerable<MonthShares> Shown(IReadOnlyList<MonthShares> series) => series.Where(s => s.Month % 12 == 0 || s.Month == series[^1].Month);
}
