using Jembatan.Core;
using Jembatan.Simulation.Engine;

namespace Jembatan.App.Coverage;

/// <summary>How a model is to be run.</summary>
/// <param name="Model">The model, read.</param>
public sealed record RunRequest(CoverageModel Model)
{
    /// <summary>Levers as <c>NAME.FIELD=VALUE</c>.</summary>
    public IReadOnlyList<string> Levers { get; init; } = [];

    /// <summary>Text of a scenario file; null for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>Name of that file, for problems.</summary>
    public string ScenarioName { get; init; } = "the scenario file";

    /// <summary>Whether the exact engine is asked for.</summary>
    public bool Exact { get; init; }

    /// <summary>Months after the start; null for the model's own, else 120.</summary>
    public int? Months { get; init; }

    /// <summary>Persons; null for the model's own.</summary>
    public long? Persons { get; init; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Repetitions.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>Draws of the parameters from their priors; 0 for the stated values.</summary>
    public int Draws { get; init; }

    /// <summary>Threads; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>The part of the persons.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    internal Problem? Check()
    {
        if (Contradicting() is { } twice) return twice;
        if (Months is < 1 or > 1200) return Bounds("--months", "1 to 1200");
        if (Persons is < 1 or > 4_000_000_000) return Bounds("--persons", "1 to 4000000000");
        if (Replicates is < 1 or > 1000) return Bounds("--replicates", "1 to 1000");
        if (Draws is < 0 or > 100_000) return Bounds("--draws", "0 to 100000");
        if (Threads is < 0 or > 1024) return Bounds("--threads", "1 to 1024, or 0 for one a core");
        if (Shard is not { Of: >= 1 and <= 100_000, Index: >= 1 } || Shard.Index > Shard.Of) return Bounds("--shard", "such as 1/3, the first of three parts");
        return Shard.Of > (Persons ?? long.MaxValue) ? new("coverage/shard", $"{Shard.Of} parts of {Persons} persons leave some empty. Ask for fewer parts or more persons.", "--shard") : null;
    }

    // Provinces, sectors and statuses add up; every other field has one value.
    private Problem? Contradicting()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in Levers.Select(l => l.Split('=', 2)).Where(p => p.Length == 2 && p[0][(p[0].IndexOf('.', StringComparison.Ordinal) + 1)..] is not ("province" or "sector" or "status")))
        {
            if (seen.TryGetValue(parts[0], out var before) && before != parts[1])
                return new("lever/twice", $"'{parts[0]}' is set to {before} and to {parts[1]}. Keep one.", $"--lever {parts[0]}={parts[1]}");
            seen[parts[0]] = parts[1];
        }

        return null;
    }

    private static Problem Bounds(string option, string bounds) => new("coverage/option", $"{option} is out of bounds. Write {bounds}.", option);
}
