using System.Collections.Immutable;
using Jembatan.App.Causes;
using Jembatan.App.Data;
using Jembatan.App.Gaps;
using Jembatan.Core;
using Jembatan.Simulation;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Population;
using Jembatan.Storage;

namespace Jembatan.App.Coverage;

/// <summary>Projects coverage with the shipped model under a shock and levers, and says which causes of this study its numbers carry.</summary>
public static class ShowCoverage
{
    /// <summary>Persons of the keyed sample that pages and reports run: one in a hundred of those that the shipped population stands for.</summary>
    public const long Persons = 845_800;

    /// <summary>Persons of the keyed sample that each draw of the parameters runs.</summary>
    public const long PersonsOfADraw = 20_000;

    /// <summary>Draws of the band that comes first, and of the full one.</summary>
    public static IReadOnlyList<int> Bands { get; } = [64, 256];

    private const string RecordedSeries = "bpu-active";

    /// <param name="Scenario">Shock and levers.</param>
    /// <param name="Draws">Draws of the parameters from their priors, for the band; 0 for stated values.</param>
    /// <param name="WithCost">Whether the levers are compared with the same economy without them, and priced.</param>
    public sealed record Request(ScenarioKey Scenario, int Draws = 0, bool WithCost = true);

    /// <param name="Scenario">What was asked.</param>
    /// <param name="Baseline">The run without shock and levers.</param>
    /// <param name="Projected">The run asked for; the baseline itself when nothing was asked.</param>
    /// <param name="Start">Calendar month of month 0.</param>
    /// <param name="Informal">Informal workers that the model stands for, persons.</param>
    /// <param name="Sectors">What the scenario does by sector.</param>
    /// <param name="Cost">What the levers add and cost against the same economy without them; null without levers.</param>
    /// <param name="Differences">The differences behind it.</param>
    /// <param name="Shocks">Shocks that can be chosen.</param>
    /// <param name="Levers">Every lever as it stands.</param>
    /// <param name="Parameters">Every parameter that carries a cause, and those of the levers pulled.</param>
    /// <param name="Flows">Persons a month who move between states in the second year of the scenario.</param>
    /// <param name="Recorded">Printed member stocks, for the eye only: nothing is fitted to them here.</param>
    public sealed record Response(
        ScenarioKey Scenario, CoverageRun Baseline, CoverageRun Projected, CalendarMonth Start, double Informal, IReadOnlyList<SectorEffect> Sectors, CostOfCoverage? Cost,
        IReadOnlyList<Difference> Differences, IReadOnlyList<ShockChoice> Shocks, IReadOnlyList<LeverCard> Levers, IReadOnlyList<ParameterRow> Parameters, IReadOnlyList<StateFlow> Flows,
        IReadOnlyList<RecordedStock> Recorded)
    {
        /// <summary>What a reader must know before any number, most important first.</summary>
        public IReadOnlyList<string> Notes => Projected.Notes;

        /// <summary>How much of the subsidy pays for coverage that is there without it; null without a subsidy.</summary>
        public Deadweight? Deadweight { get; init; }
    }

    /// <param name="request">What is asked.</param>
    /// <param name="db">The study.</param>
    /// <param name="cancellationToken">Stops between blocks of persons.</param>
    /// <param name="kept">Where runs are kept for the next question; null to keep none.</param>
    /// <returns>The projection, or a problem of the scenario or of the study.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken, KeptRuns? kept = null)
    {
        var ranked = await RankCauses.HandleAsync(new(WithQuotes: false), db, cancellationToken);
        if (ranked.Problem is { } unread) return unread;
        var names = await CauseNames.ReadAsync(ranked.Value, db, cancellationToken);
        return await HandleAsync(request, names, kept ?? new(), cancellationToken);
    }

    internal static async Task<Result<Response>> HandleAsync(Request request, CauseNames names, KeptRuns kept, CancellationToken cancellationToken)
    {
        var key = request.Scenario;
        var baseline = await CountedAsync(ScenarioKey.Baseline, kept, cancellationToken);
        if (baseline.Problem is { } noBaseline) return noBaseline;
        var compared = request.WithCost && !key.Levers.IsEmpty ? await ComparedAsync(key, kept, cancellationToken) : (Result<CompareCoverage.Response>?)null;
        if (compared is { Problem: { } incomparable }) return incomparable;
        // With levers and costs the run is the scenario's side of the comparison: the same counts, and those beside the baseline.
        var ran = compared is { IsOk: true, Value: var both } ? new Counted(both.Scenario, both.Counted[0]) : await CountedAsync(key, kept, cancellationToken);
        if (ran.Problem is { } problem) return problem;
        var shown = ran.Value.Run;

        if (request.Draws > 0)
        {
            // The line stays that of the stated values; the band says how far draws of the parameters lie around it.
            var drawn = await kept.TakeAsync($"{key}/{request.Draws}", () => RunCoverage.HandleAsync(Asked(key, request.Draws), null, cancellationToken));
            if (drawn.Problem is { } undrawn) return undrawn;
            shown = shown with { Bands = [.. drawn.Value.Bands, .. shown.Bands.Where(b => drawn.Value.Bands.All(d => d.Indicator != b.Indicator))], Draws = drawn.Value.Draws };
        }

        var model = ((MembershipFile)CoverageModel.Shipped()).Membership;
        return new Response(
            key, baseline.Value.Run, shown, model.Start, Informal(baseline.Value.Run), BySector(baseline.Value.Run, shown), compared?.Value.Cost, compared?.Value.Difference ?? [],
            [.. MacroPresets.Shipped().Select(p => new ShockChoice(p.Id, p.Name, p.Source))], [.. AllLevers.All.Select(l => Card(l, key, names))],
            [.. model.Parameters.All.Values.Where(p => p.Causes.Length > 0).Select(p => new ParameterRow(p, names.Of(p.Causes)))],
            MembershipFlows.Of(ran.Value.Counts, 1, shown.Months, model.Population.Persons / (double)Persons), Recorded(model.Start))
        { Deadweight = compared?.Value.Deadweight };
    }

    // A run and what it counted.
    private sealed record Counted(CoverageRun Run, Tally Counts);

    private static Task<Result<Counted>> CountedAsync(ScenarioKey key, KeptRuns kept, CancellationToken cancellationToken) => kept.TakeAsync<Counted>(key.ToString(), async () =>
    {
        var asked = Asked(key, 0);
        var counted = await RunCoverage.CountAsync(asked, null, cancellationToken);
        if (counted.Problem is { } problem) return problem;
        var projected = RunCoverage.Project(asked.Model, counted.Value, null);
        return projected.Problem is { } unprojected ? unprojected : new Counted(projected.Value, counted.Value.Tallies[0]);
    });

    private static Task<Result<CompareCoverage.Response>> ComparedAsync(ScenarioKey key, KeptRuns kept, CancellationToken cancellationToken) =>
        kept.TakeAsync(key.ToString(), () => CompareCoverage.HandleAsync(Asked(key, 0), null, cancellationToken));

    /// <summary>Runs a scenario on the keyed sample.</summary>
    /// <param name="key">The scenario.</param>
    /// <param name="beside">Beside the same economy without its levers, for what only the comparison tells.</param>
    /// <param name="kept">Runs already made.</param>
    /// <param name="cancellationToken">Stops between blocks of persons.</param>
    internal static async Task<Result<CoverageRun>> RunAsync(ScenarioKey key, bool beside, KeptRuns kept, CancellationToken cancellationToken)
    {
        if (beside)
        {
            var compared = await ComparedAsync(key, kept, cancellationToken);
            return compared.Problem is { } incomparable ? incomparable : compared.Value.Scenario;
        }

        var counted = await CountedAsync(key, kept, cancellationToken);
        return counted.Problem is { } problem ? problem : counted.Value.Run;
    }

    private static RunRequest Asked(ScenarioKey key, int draws) => new(key.Model()) { Levers = key.Levers, Persons = draws > 0 ? PersonsOfADraw : Persons, Draws = draws };

    // Members over their share give the informal workers that one hundred per cent stands for.
    private static double Informal(CoverageRun run) =>
        run.Monthly[0].Values is var first && first["members"] is { } members && first["memberStock"] is > 0 and { } share ? members / share : 0;

    private static List<SectorEffect> BySector(CoverageRun baseline, CoverageRun projected)
    {
        var after = projected.Groups.Where(g => g.By == "sector").ToDictionary(g => g.Group);
        return [.. baseline.Groups.Where(g => g.By == "sector" && Sectors.ById.ContainsKey(g.Group)).OrderByDescending(g => g.Persons)
            .Select(g => new SectorEffect(g.Group, Sectors.Name(Sectors.ById[g.Group]), g.Persons, g.Figures, after[g.Group].Figures, g.Reason ?? after[g.Group].Reason))];
    }

    private static LeverCard Card(Lever lever, ScenarioKey key, CauseNames names)
    {
        var pulled = key.LeverIds.Contains(lever.Id);
        var prefix = $"{lever.Id}.{lever.Strength}=";
        var value = key.Levers.FirstOrDefault(l => l.StartsWith(prefix, StringComparison.Ordinal)) is { } set
            ? double.Parse(set[prefix.Length..], System.Globalization.CultureInfo.InvariantCulture)
            : pulled ? lever.Fields.First(f => f.Name == lever.Strength).Default : lever.Neutral;
        return new(lever, value, pulled, names.Of(lever.Claims));
    }

    private static List<RecordedStock> Recorded(CalendarMonth start) =>
        [.. GapFigures.Members(ShippedData.Gap()).Where(s => s.Key == RecordedSeries).SelectMany(s => s.Points).Where(p => p.Value is not null && CalendarMonth.Parse(p.Date) is not null)
            .Select(p => new RecordedStock(p.TraceId, p.Date, CalendarMonth.Parse(p.Date)!.Value.Since(start), p.Value!.Value)).OrderBy(p => p.Month)];
}
