namespace Jembatan.Simulation.Outputs;

/// <summary>Shares of the states in one month.</summary>
/// <param name="Month">Months after the start.</param>
/// <param name="States">Share of persons by state, 0 to 1.</param>
public sealed record MonthShares(int Month, IReadOnlyDictionary<string, double> States);

/// <summary>One indicator in one month over the repetitions and parameter draws of a run.</summary>
/// <param name="Month">Months after the start.</param>
/// <param name="Indicator">Which.</param>
/// <param name="Median">Half lie under it.</param>
/// <param name="P05">5 in 100 lie under it.</param>
/// <param name="P10">10 in 100.</param>
/// <param name="P25">25 in 100.</param>
/// <param name="P75">75 in 100.</param>
/// <param name="P90">90 in 100.</param>
/// <param name="P95">95 in 100.</param>
/// <param name="Of">What varies: <c>persons</c> (standard error of one run), <c>replicates</c> or <c>draws</c>.</param>
public sealed record Band(int Month, string Indicator, double Median, double P05, double P10, double P25, double P75, double P90, double P95, string Of);

/// <summary>Figures of one group of persons at the last month.</summary>
/// <param name="By">What it is grouped by, such as <c>sector</c>.</param>
/// <param name="Group">The group.</param>
/// <param name="Persons">Unweighted persons in it at the start.</param>
/// <param name="Figures">Indicators by name; empty when suppressed.</param>
/// <param name="Reason">Why there are no figures; null when there are.</param>
public sealed record GroupFigures(string By, string Group, long Persons, IReadOnlyDictionary<string, double?> Figures, string? Reason)
{
    /// <summary>Why single figures have no value, by name.</summary>
    public IReadOnlyDictionary<string, string> Missing { get; init; } = new Dictionary<string, string>();
}

/// <summary>Values of the indicators in one month.</summary>
/// <param name="Month">Months after the start.</param>
/// <param name="Values">By name; null where there is none.</param>
public sealed record MonthIndicators(int Month, IReadOnlyDictionary<string, double?> Values)
{
    /// <summary>Why single indicators have no value, by name.</summary>
    public IReadOnlyDictionary<string, string> Missing { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a run says.</summary>
/// <param name="Series">Shares of states, month 0 to T.</param>
/// <param name="Bands">Spread of indicators by month.</param>
/// <param name="Groups">Figures by group.</param>
/// <param name="Indicators">Indicators at the last month; null where there is no value.</param>
/// <param name="Monthly">Indicators by month.</param>
/// <param name="Missing">Why indicators have no value, by name; null when all have.</param>
public sealed record Projection(
    IReadOnlyList<MonthShares> Series,
    IReadOnlyList<Band> Bands,
    IReadOnlyList<GroupFigures> Groups,
    IReadOnlyDictionary<string, double?> Indicators,
    IReadOnlyList<MonthIndicators> Monthly,
    IReadOnlyDictionary<string, string>? Missing = null);
