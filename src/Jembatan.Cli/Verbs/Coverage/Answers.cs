using System.Collections.Immutable;
using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Simulation.Outputs;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>What the verbs say of runs.</summary>
internal static class Answers
{
    /// <summary>What persons are grouped by.</summary>
    public static readonly ImmutableArray<string> Dimensions = ["sex", "area", "age", "income-decile", "status", "sector", "province"];

    private static readonly ImmutableArray<string> InTheTable = ["activeCoverage", "memberStock", "payingCoverage", "coveredInYear", "sdgCoverage"],
        OfGroups = ["memberStock", "coveredInYear", "sdgCoverage", "contributionDensity", "monthsToLapse", "oldAgeAdequacy", "subsidyShare"];

    public static Answer Of(CoverageRun run, Language language, string? by) =>
        new(run with { Definitions = IndicatorWords.Definitions(run, language) }, sheet => Print(sheet, run, by));

    public static string Percent(Sheet sheet, double? share) =>
        share is { } value ? value.ToString("P2", CultureInfo.GetCultureInfo(sheet.Language == Language.Indonesian ? "id-ID" : "en-GB")) : "–";

    private static void Print(Sheet sheet, CoverageRun run, string? by)
    {
        foreach (var note in run.Notes) sheet.Line(RunWords.In(note, sheet.Language));
        var persons = run.Persons is { } n ? sheet.Say($"{sheet.Number(n)} orang × ", $"{sheet.Number(n)} persons × ") : "";
        sheet.Line(sheet.Say($"Model {run.Model}, mesin {run.Engine}: {persons}{run.Months} bulan", $"Model {run.Model}, engine {run.Engine}: {persons}{run.Months} months")
            + (run.Seed is { } seed ? sheet.Say($", benih {seed}", $", seed {seed}") : ""));
        var states = run.Series[0].States.Keys.ToList();
        var shares = run.Monthly[0].Values.Keys.Where(InTheTable.Contains).ToList();
        sheet.Table([sheet.Say("bulan#", "month#"), .. states.Select(s => s + "#"), .. shares.Select(i => i + "#")],
            Shown(run.Series).Select(row => (IReadOnlyList<string>)[
                row.Month.ToString(CultureInfo.InvariantCulture), .. states.Select(s => Percent(sheet, row.States[s])), .. shares.Select(i => Percent(sheet, run.Monthly[row.Month].Values.GetValueOrDefault(i)))]));
        foreach (var definition in IndicatorWords.Definitions(run, sheet.Language).Where(d => run.Indicators.ContainsKey(d.Indicator) && !InTheTable.Contains(d.Indicator)))
            sheet.Line($"{definition.Indicator}: {Written(sheet, definition.Indicator, run.Indicators[definition.Indicator])}  {definition.Definition}{(definition.Reason is { } reason ? $". {RunWords.In(reason, sheet.Language)}" : "")}");
        foreach (var band in run.Bands.Where(b => b.Month == run.Months))
            sheet.Line($"{band.Indicator}: {Written(sheet, band.Indicator, band.Median)}  90 %: {Written(sheet, band.Indicator, band.P05)} – {Written(sheet, band.Indicator, band.P95)} ({Varying(sheet, band.Of)})");
        Groups(sheet, run, by);
        if (run.Hash is not null) sheet.Line(sheet.Say($"sidik riwayat {run.Hash}", $"digest of histories {run.Hash}"));
        if (run.PersonMonthsPerSecond is { } speed)
            sheet.Line(sheet.Say($"{(speed / 1e6).ToString("0.0", CultureInfo.GetCultureInfo("id-ID"))} juta orang-bulan per detik, {run.Threads} utas", string.Create(CultureInfo.InvariantCulture, $"{speed / 1e6:0.0} million person-months a second, {run.Threads} threads")));
    }

    /// <summary>What a group is called in the table.</summary>
    public static (string By, string Group) Named(Sheet sheet, GroupFigures group) =>
        sheet.Language == Language.Indonesian ? (GroupWords.OfDimension(group.By).In(sheet.Language).Split(',')[0], GroupWords.Of(group).In(sheet.Language)) : (group.By, group.Group);

    // What the spread of a band is over.
    private static string Varying(Sheet sheet, string of) => of switch
    {
        "persons" => sheet.Say("orang", of),
        "replicates" => sheet.Say("ulangan", of),
        "draws" => sheet.Say("penarikan parameter", of),
        _ => of,
    };

    private static void Groups(Sheet sheet, CoverageRun run, string? by)
    {
        IEnumerable<string> chosen = by is null ? Dimensions.Take(4) : [by];
        var rows = chosen.SelectMany(d => run.Groups.Where(g => g.By == d)).ToList();
        if (rows.Count == 0) return;
        var columns = OfGroups.Where(name => rows.Any(g => g.Figures.ContainsKey(name))).ToList();
        sheet.Table([sheet.Say("menurut", "by"), sheet.Say("kelompok", "group"), sheet.Say("orang contoh#", "sampled#"), .. columns.Select(c => c + "#")],
            rows.Select(g => (IReadOnlyList<string>)[Named(sheet, g).By, Named(sheet, g).Group, sheet.Number(g.Persons), .. columns.Select(c => Written(sheet, c, g.Figures.GetValueOrDefault(c)))]));
        if (rows.Any(g => g.Reason is not null || g.Missing.Count > 0))
            sheet.Line(sheet.Say("–: kurang dari 30 orang, kepesertaan, atau kejadian, atau tidak ada yang dihitung; --json menyebut sebabnya.", "–: fewer than 30 persons, spells or cases, or nothing to count; --json says which."));
        sheet.Line(sheet.Say($"Kelompok lain: --by {string.Join('|', Dimensions)}; semuanya ada dalam --json.", $"Other groups: --by {string.Join('|', Dimensions)}; all of them are in --json."));
    }

    private static string Written(Sheet sheet, string indicator, double? value) =>
        value is not { } v ? "–" : InTheTable.Contains(indicator) ? Percent(sheet, v) : IndicatorWords.Written(indicator, v).In(sheet.Language);

    // Month 0, every twelfth and the last.
    private static IEnumerable<MonthShares> Shown(IReadOnlyList<MonthShares> series) => series.Where(s => s.Month % 12 == 0 || s.Month == series[^1].Month);
}
