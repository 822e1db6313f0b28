using System.Text.Json.Serialization;
using Jembatan.Simulation.Outputs;

namespace Jembatan.App.Coverage;

/// <summary>A run of a coverage model: how it was made and what it says. The order of the members is the order of the JSON document.</summary>
/// <param name="Model">Kind of model.</param>
/// <param name="Engine"><c>micro</c> or <c>exact</c>.</param>
/// <param name="Persons">Persons simulated; null in an exact run.</param>
/// <param name="Months">Months after the start.</param>
/// <param name="Seed">The seed; null in an exact run.</param>
/// <param name="Threads">Threads used.</param>
/// <param name="WallSeconds">Time taken, seconds; null when it was not measured.</param>
/// <param name="PersonMonthsPerSecond">Speed; null in an exact run and when it was not measured.</param>
/// <param name="Hash">Digest of all histories, 32 hexadecimal digits; null in an exact run.</param>
/// <param name="Series">Shares of states, month 0 to T.</param>
/// <param name="Bands">Spread of indicators.</param>
/// <param name="Groups">Figures by group.</param>
/// <param name="Indicators">Indicators at the last month.</param>
/// <param name="Monthly">Indicators by month.</param>
/// <param name="Replicates">Repetitions.</param>
/// <param name="Draws">Draws of the parameters; 0 for their stated values.</param>
/// <param name="Shard">The part run, such as 2/3; null for the whole.</param>
/// <param name="Notes">What a reader must know; the first says <c>uncalibrated</c> when the model is.</param>
/// <param name="Reason">Why some numbers are absent; null when none is.</param>
public sealed record CoverageRun(
    string Model,
    string Engine,
    long? Persons,
    int Months,
    ulong? Seed,
    int Threads,
    double? WallSeconds,
    double? PersonMonthsPerSecond,
    string? Hash,
    IReadOnlyList<MonthShares> Series,
    IReadOnlyList<Band> Bands,
    IReadOnlyList<GroupFigures> Groups,
    IReadOnlyDictionary<string, double?> Indicators,
    IReadOnlyList<MonthIndicators> Monthly,
    int Replicates,
    int Draws,
    string? Shard,
    IReadOnlyList<string> Notes,
    string? Reason)
{
    /// <summary>Definition and unit of every indicator, and why it has no value; empty until a language is known.</summary>
    public IReadOnlyList<IndicatorDefinition> Definitions { get; init; } = [];

    /// <summary>Why indicators have no value, by name; null when all have.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string>? Missing { get; init; }
}
