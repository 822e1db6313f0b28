using Jembatan.App.Coverage;
using Jembatan.App.Traces;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>A shock against the baseline, as JSON and for people; every number with the id that <c>trace</c> opens.</summary>
internal static class CoverageDocument
{
    private const int Sectors = 6;
    private static readonly string[] BySector = ["meanIncome", "lapseShare", "memberStock"];

    public static object Of(ShowCoverage.Response m, Language language) => new
    {
        scenario = m.Scenario.ToString(),
        m.Projected.Persons,
        m.Projected.Months,
        m.Projected.Seed,
        notes = m.Notes,
        m.Informal,
        indicators = m.Projected.Indicators.Keys.Where(m.Baseline.Indicators.ContainsKey).Select(name => new
        {
            indicator = name,
            label = IndicatorWords.Of(name).In(language),
            baseline = m.Baseline.Indicators[name],
            scenario = m.Projected.Indicators[name],
            trace = TraceId.Projection(m.Scenario, name, m.Projected.Months),
        }),
        sectors = m.Sectors.Select(s => new
        {
            sector = s.Sector,
            name = s.Name.In(language),
            s.Persons,
            s.Reason,
            figures = BySector.Where(_ => s.Reason is null).Select(name => new
            {
                indicator = name,
                baseline = s.Baseline.GetValueOrDefault(name),
                scenario = s.Scenario.GetValueOrDefault(name),
                trace = TraceId.Projection(m.Scenario, name, m.Projected.Months, s.Sector),
            }),
        }),
        levers = m.Levers.Select(l => new { lever = l.Lever.Id, name = l.Lever.Name.In(language), grade = l.Lever.Effect.Grade.ToString(), claims = l.Claims.Select(c => c.Code), trace = $"lever:{l.Lever.Id}" }),
    };

    public static void Print(Sheet sheet, ShowCoverage.Response m)
    {
        sheet.Heading(sheet.Say("Cakupan: guncangan seperti 2020 dan dasar (belum dikalibrasi)", "Coverage: a shock like 2020 and the baseline (not calibrated)"));
        string Pair(SectorEffect s, string name) =>
            $"{Written(sheet, name, s.Baseline.GetValueOrDefault(name))} → {Written(sheet, name, s.Scenario.GetValueOrDefault(name))}";
        sheet.Table(
            [sheet.Say("Sektor", "Sector"), sheet.Say("Penghasilan", "Income") + "#", sheet.Say("Putus iuran/bulan", "Lapse a month") + "#"],
            m.Sectors.Where(s => s.Reason is null).Take(Sectors).Select(s => (IReadOnlyList<string>)[Sheet.Clip(s.Name.In(sheet.Language), 24), Pair(s, "meanIncome"), Pair(s, "lapseShare")]));
        sheet.Line($"  jembatan trace … {TraceId.Projection(m.Scenario, "lapseShare", m.Projected.Months, m.Sectors[0].Sector)} --down");
    }

    private static string Written(Sheet sheet, string name, double? value) => value is { } v ? IndicatorWords.Written(name, v).In(sheet.Language).Replace(" rupiah", "", StringComparison.Ordinal) : "–";
}
