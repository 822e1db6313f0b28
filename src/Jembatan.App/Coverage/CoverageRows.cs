using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Parameters;

namespace Jembatan.App.Coverage;

/// <summary>A shock that can be chosen.</summary>
/// <param name="Id">Id of the preset.</param>
/// <param name="Name">For people.</param>
/// <param name="Source">What it rests on.</param>
public sealed record ShockChoice(string Id, Bilingual Name, string Source);

/// <summary>A lever as it stands in a scenario.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Value">Value of its strength field.</param>
/// <param name="IsPulled">Whether it is pulled at all.</param>
/// <param name="Claims">Codes of the causes it claims to remove, with how many informants name each in this study.</param>
public sealed record LeverCard(Lever Lever, double Value, bool IsPulled, IReadOnlyList<NamedCause> Claims)
{
    /// <summary>The field that the slider moves.</summary>
    public LeverField Slider => Lever.Fields.First(f => f.Name == Lever.Strength);
}

/// <summary>A cause with the informants who name it in this study.</summary>
/// <param name="Code">Its label.</param>
/// <param name="Name">For people.</param>
/// <param name="Informants">Who name it; 0 when nobody does.</param>
public sealed record NamedCause(string Code, Bilingual Name, int Informants);

/// <summary>A parameter with the causes whose mechanism it carries.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Causes">Causes of this study.</param>
public sealed record ParameterRow(Parameter Parameter, IReadOnlyList<NamedCause> Causes);

/// <summary>What a scenario does to one sector.</summary>
/// <param name="Sector">Id of the sector.</param>
/// <param name="Name">For people.</param>
/// <param name="Persons">Unweighted persons of the sample.</param>
/// <param name="Baseline">Figures without shock and levers: memberStock, payingCoverage, meanIncome, lapseShare.</param>
/// <param name="Scenario">The same figures in the scenario.</param>
/// <param name="Reason">Why there are no figures; null when there are.</param>
public sealed record SectorEffect(
    string Sector, Bilingual Name, long Persons, IReadOnlyDictionary<string, double?> Baseline, IReadOnlyDictionary<string, double?> Scenario, string? Reason);

/// <summary>A member stock as printed.</summary>
/// <param name="TraceId">Opens its source.</param>
/// <param name="Date">Year and month.</param>
/// <param name="Month">Months after the model's start; negative before it.</param>
/// <param name="Millions">Members, million persons.</param>
public sealed record RecordedStock(string TraceId, string Date, int Month, double Millions);
