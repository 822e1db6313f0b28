using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.App.Data;
using Jembatan.Core;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;

namespace Jembatan.App.Traces;

/// <summary>Projected numbers, parameters, levers and shocks as steps of a trace: down to the causes they carry and from there to the words.</summary>
internal sealed class TracesOfModel(TraceGraph graph)
{
    // Which parameters speak in which indicator, by the beginning of their id; the others take all.
    private static readonly IReadOnlyDictionary<string, string[]> Behind = new Dictionary<string, string[]>
    {
        ["meanIncome"] = ["income."],
        ["lapseShare"] = ["income.", "liquidity.", "missed-payment.", "catch-up.", "ended-by-rule.", "cost."],
        ["lapses"] = ["income.", "liquidity.", "missed-payment.", "catch-up.", "ended-by-rule.", "cost."],
    };

    // What only a run beside the same economy without levers can say.
    private static readonly string[] BesideBaseline = ["subsidyPaid", "deadweight", "deadweightShare"];

    // Years of the printed series that a preset quotes.
    private static readonly IReadOnlyDictionary<string, string[]> Quoted = new Dictionary<string, string[]>
    {
        ["1998-like"] = ["gdp-growth/1998", "cpi-average/1998"],
        ["2008-like"] = ["gdp-growth/2008", "cpi-average/2008", "exchange-rate/2008", "exchange-rate/2009"],
        ["2020-like"] = ["cpi-average/2020", "exchange-rate/2019", "exchange-rate/2020"],
    };

    private static readonly string[] ShockCauses = ["FI02", "MX01", "MX02", "MX03", "MX04", "MX05"];

    private MembershipModel Model => field ??= ((MembershipFile)CoverageModel.Shipped()).Membership;

    private HashSet<string> Causes => field ??= [.. graph.Material.Codes.Values.Where(c => !c.Retired).Select(c => c.Label)];

    /// <summary><c>SCENARIO/INDICATOR/MONTH</c>, or <c>SCENARIO/INDICATOR@SECTOR/MONTH</c>; the number itself is worked out when it is what was asked for.</summary>
    public async Task<TraceStep?> ProjectionAsync(string key, CancellationToken cancellationToken)
    {
        if (key.Split('/') is not [var word, var asked, var at] || ScenarioKey.Parse(word) is not { IsOk: true, Value: var scenario } || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return null;
        var (indicator, sector) = asked.Split('@') is [var i, var s] ? (i, s) : (asked, null);
        if (sector is not null && !Sectors.ById.ContainsKey(sector)) return null;
        var id = TraceId.Projection(scenario, indicator, month, sector);
        Bilingual? value = null;
        if (graph.Root == $"projection:{key}")
        {
            var run = await ShowCoverage.RunAsync(scenario, beside: !scenario.Levers.IsEmpty && BesideBaseline.Contains(indicator), graph.Runs, cancellationToken);
            if (run.Problem is not null || month > run.Value.Months || Read(run.Value, indicator, month, sector) is not { } number) return null;
            value = IndicatorWords.Written(indicator, number);
        }

        var name = IndicatorWords.Of(indicator);
        var when = Model.Start.Plus(month);
        var date = $"{when.Year.ToString(CultureInfo.InvariantCulture)}-{when.Month.ToString("00", CultureInfo.InvariantCulture)}";
        var whom = sector is null ? Bilingual.Same("") : new Bilingual($" · {Sectors.Name(Sectors.ById[sector]).Id}", $" · {Sectors.Name(Sectors.ById[sector]).En}");
        var starts = Behind.GetValueOrDefault(indicator);
        var parameters = Model.Parameters.All.Values.Where(p => (starts is null || starts.Any(b => p.Id.StartsWith(b, StringComparison.Ordinal))) && p.Causes.Any(Causes.Contains));
        return TraceStep.Of(
            id, new($"Proyeksi ({scenario}): {name.Id}{whom.Id}, {date}", $"Projection ({scenario}): {name.En}{whom.En}, {date}"), value,
            graph.Language == Language.Indonesian
                ? $"Model belum dikalibrasi; {ShowCoverage.Persons.ToString("N0", CultureInfo.GetCultureInfo("id-ID"))} orang, benih 42, nilai awal parameter. Kata narasumber menunjukkan mekanisme, bukan besarnya."
                : $"The model is not calibrated; {ShowCoverage.Persons.ToString("N0", CultureInfo.InvariantCulture)} persons, seed 42, starting values of the parameters. Informants' words show the mechanism, not its size.",
            "/coverage?" + Query(scenario),
            [.. scenario.Shock is { } shock ? [$"shock:{shock}"] : Array.Empty<string>(), .. scenario.LeverIds.Select(l => $"lever:{l}"), .. parameters.Select(p => $"parameter:{p.Id}")], []);
    }

    public TraceStep? Parameter(string id)
    {
        if (Model.Parameters.All.GetValueOrDefault(id) is not { } p) return null;
        return Of($"parameter:{id}", new($"Parameter {id}", $"Parameter {id}"), p, p.Causes, [TraceId.Projection(ScenarioKey.Baseline, "memberStock", 120)]);
    }

    public TraceStep? Lever(string id)
    {
        if (AllLevers.All.FirstOrDefault(l => l.Id == id) is not { } lever) return null;
        return Of($"lever:{id}", new($"Pengungkit {lever.Name.Id}", $"Lever {lever.Name.En}"), lever.Effect, lever.Claims, []);
    }

    public TraceStep? Shock(string id)
    {
        if (MacroPresets.Find(id) is not { IsOk: true, Value: var preset }) return null;
        return TraceStep.Of(
            $"shock:{id}", new($"Guncangan {preset.Name.Id}", $"Shock {preset.Name.En}"), null, SourceWords.Of(preset.Source).In(graph.Language), $"/coverage?shock={Uri.EscapeDataString(id)}",
            [.. Quoted.GetValueOrDefault(id, []).Select(p => $"series:{p}"), .. ShockCauses.Where(Causes.Contains).Select(TraceId.Cause)],
            [TraceId.Projection(new(id, []), "memberStock", 120)]);
    }

    /// <summary>Parameters and levers that carry a cause.</summary>
    public IEnumerable<string> OnCause(string label) =>
        Model.Parameters.All.Values.Where(p => p.Causes.Contains(label)).Select(p => $"parameter:{p.Id}").Concat(AllLevers.All.Where(l => l.Claims.Contains(label)).Select(l => $"lever:{l.Id}"));

    /// <summary>The number of a run that an id names; null when there is none.</summary>
    internal static double? Read(CoverageRun run, string indicator, int month, string? sector) =>
        sector is not null ? run.Groups.FirstOrDefault(g => g.By == "sector" && g.Group == sector)?.Figures.GetValueOrDefault(indicator)
        : run.Monthly[month].Values.TryGetValue(indicator, out var value) ? value : month == run.Months ? run.Indicators.GetValueOrDefault(indicator) : null;

    /// <summary>A scenario as the address of the coverage page writes it.</summary>
    internal static string Query(ScenarioKey scenario) =>
        string.Join('&', (scenario.Shock is { } s ? [$"shock={Uri.EscapeDataString(s)}"] : Array.Empty<string>()).Concat(scenario.Levers.Select(l => $"lever={Uri.EscapeDataString(l)}")));

    private TraceStep Of(string id, Bilingual label, Parameter p, IEnumerable<string> causes, IEnumerable<string> up)
    {
        var number = p.Value.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        var weak = p.IsNotEvidenced ? new Bilingual(" · besar pengaruh belum terbukti", " · effect size not evidenced") : Bilingual.Same("");
        return TraceStep.Of(
            id, label, new($"{number.Replace('.', ',')} {UnitWords.Of(p.Unit).Id} · kelas {p.Grade}{weak.Id}", $"{number} {p.Unit} · grade {p.Grade}{weak.En}"), SourceWords.Of(p.Source).In(graph.Language), "/coverage#parameters",
            causes.Where(Causes.Contains).Select(TraceId.Cause), up);
    }
}
