using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Macro;

/// <summary>A stress that once happened, ready to happen again: factors, course and effect on incomes by sector, status and area.</summary>
/// <param name="Id">Stable id, such as <c>2020-like</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Peak">The four factors in full force.</param>
/// <param name="Shape">Its course.</param>
/// <param name="Effects">Effects on log income in full force; a later one overrides an earlier one for the groups that it names.</param>
/// <param name="IncomeEffectIsReal">Whether effects were measured on real income.</param>
/// <param name="Source">Where factors and course were read.</param>
public sealed record MacroPreset(string Id, Bilingual Name, ImmutableArray<double> Peak, ShockShape Shape, ImmutableArray<MacroEffect> Effects, bool IncomeEffectIsReal, string Source)
{
    /// <summary>The scenario of this preset over a run.</summary>
    /// <remarks>F_t = peak·shape(t). The loading of a group is its effect divided by the growth gap in full force, so that λ·F is the effect at the worst and fades with the shape.</remarks>
    /// <param name="start">The calendar month of month 0.</param>
    /// <param name="months">How many months, month 0 included.</param>
    /// <param name="shape">Another course; null for that of the preset.</param>
    public MacroScenario Over(CalendarMonth start, int months, ShockShape? shape = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var course = shape ?? Shape;
        var values = ImmutableArray.CreateBuilder<double>(months * MacroPath.Factors);
        for (var t = 0; t < months; t++)
            for (var f = 0; f < MacroPath.Factors; f++) values.Add(Peak[f] * course.At(t));
        return new(Id, new(start, values.MoveToImmutable()), new(Loadings()), IncomeEffectIsReal, [Source, .. Effects.Select(e => e.Source).Distinct()]);
    }

    private static readonly bool[] BothAreas = [false, true];

    private ImmutableArray<double> Loadings()
    {
        var values = new double[MacroLoadings.None.Values.Length];
        foreach (var effect in Effects)
            foreach (var sector in Sectors.All.Where(s => effect.Sector is not { } only || only == s))
                foreach (var status in Enum.GetValues<WorkStatus>().Where(s => effect.Status is not { } only || only == s))
                    foreach (var isUrban in BothAreas.Where(u => effect.IsUrban is not { } only || only == u))
                        values[MacroLoadings.IndexOf(sector, status, isUrban) + (int)MacroFactor.GrowthGap] = effect.LogIncome / Peak[(int)MacroFactor.GrowthGap];
        return [.. values];
    }
}

/// <summary>The effect of a shock in full force on the log income of a group; null means every one.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Status">The status in employment.</param>
/// <param name="IsUrban">Towns or villages.</param>
/// <param name="LogIncome">Change of log income.</param>
/// <param name="Mark">A, B, C, P (an assumption).</param>
/// <param name="Source">Where it was read or how it was calculated.</param>
public sealed record MacroEffect(Sector? Sector, WorkStatus? Status, bool? IsUrban, double LogIncome, string Mark, string Source);

/// <summary>The presets that come with the program.</summary>
public static class MacroPresets
{
    /// <summary>The shipped presets, in the order of the file.</summary>
    public static ImmutableArray<MacroPreset> Shipped() => Read("presets.json", JsonRecords.Shipped("presets.json")).Value;

    /// <summary>A preset by id.</summary>
    /// <param name="id">Such as <c>2020-like</c>.</param>
    /// <returns>The preset, or <c>macro/no-preset</c>.</returns>
    public static Result<MacroPreset> Find(string id)
    {
        var all = Shipped();
        return all.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase)) is { } preset
            ? preset
            : new Problem("macro/no-preset", $"There is no macro preset '{id}'. Use one of {string.Join(", ", all.Select(p => p.Id))}, or give a path of your own as csv.", id);
    }

    /// <summary>Reads a file of presets: lists <c>presets</c> and <c>effects</c>.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <returns>The presets, or a problem that names file, line and field.</returns>
    public static Result<ImmutableArray<MacroPreset>> Read(string file, ReadOnlySpan<byte> utf8)
    {
        var read = JsonRecords.Read(file, utf8);
        if (read.Problem is { } problem) return problem;
        var effects = new List<(string Preset, MacroEffect Effect)>();
        foreach (var record in read.Value.GetValueOrDefault("effects", []))
        {
            var f = new FieldReader(record);
            var share = f.OptionalNumber("shareReportingLower", 0.001, 0.999);
            var log = f.OptionalNumber("logIncome", -5, 5);
            if (share is null == log is null) f.Refuse("data/bad-field", "logIncome", $"'{file}', line {record.Line}: give either logIncome or shareReportingLower.");
            effects.Add((f.Text("preset"), new(
                record.Fields.ContainsKey("sector") ? f.Word("sector", Sectors.ById) : null, record.Fields.ContainsKey("status") ? f.Word("status", WorkStatuses.ById) : null,
                record.Fields.ContainsKey("area") ? f.Word("area", Areas) : null, log ?? (share is { } s ? ReportedShare.MeanLogChange(s) : 0), f.Text("mark"), f.Text("source"))));
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
        }

        var presets = ImmutableArray.CreateBuilder<MacroPreset>();
        foreach (var record in read.Value.GetValueOrDefault("presets", []))
        {
            var f = new FieldReader(record);
            var id = f.Text("id");
            var preset = new MacroPreset(
                id, f.Both("name"), [f.Number("growthGap", -1, -1e-6), f.Number("inflationSurprise", -1, 1), f.Number("unemploymentGap", -1, 1), f.Number("exchangeGap", -5, 5)],
                new((int)f.Whole("startMonth", 0, 1200), (int)f.Whole("onsetMonths", 0, 120), (int)f.Whole("lengthMonths", 1, 1200), f.Number("halfLifeMonths", 0.1, 1200)),
                [.. effects.Where(e => e.Preset == id).Select(e => e.Effect)], f.Flag("incomeEffectIsReal", true), f.Text("source"));
            _ = f.Text("mark");
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            presets.Add(preset);
        }

        return presets.ToImmutable();
    }

    private static IReadOnlyDictionary<string, bool> Areas { get; } = new Dictionary<string, bool>(StringComparer.Ordinal) { ["urban"] = true, ["rural"] = false };
}
