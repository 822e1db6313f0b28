using System.Diagnostics;
using Jembatan.Core;
using Jembatan.Simulation.Chain;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Outputs;

namespace Jembatan.App.Coverage;

/// <summary>Runs a coverage model.</summary>
public static class RunCoverage
{
    internal const string ExactReason = "The exact engine has no persons: no seed, speed or digest.";

    /// <summary>Runs it and says what it projects.</summary>
    /// <returns>The run, or a problem of the request or the model.</returns>
    public static async Task<Result<CoverageRun>> HandleAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Check() is { } wrong) return wrong;
        var clock = Stopwatch.GetTimestamp();
        if (request.Exact) return Exact(request, clock);
        var counted = await CountAsync(request, progress, cancellationToken);
        return counted.Problem is { } problem ? problem : Project(request.Model, counted.Value, Stopwatch.GetElapsedTime(clock).TotalSeconds);
    }

    /// <summary>Counts without projecting: what a shard does.</summary>
    internal static async Task<Result<RunCounts>> CountAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Check() is { } wrong) return wrong;
        if (NotForChains(request) is { } unfit) return unfit;
        var chain = ((ChainFile)request.Model).Chain;
        var settings = Settings(request);
        var (first, end) = settings.Shard.Range(settings.Persons);
        var tallies = await Task.Run(
            () => Enumerable.Range(0, settings.Replicates)
                .Select(r => ChainMicro.Run(chain, settings, r, progress is null ? null : new Scaled(progress, r * (end - first), settings.Replicates * (end - first)), cancellationToken))
                .ToList(),
            cancellationToken);
        return new RunCounts(settings, request.Draws, request.Levers, request.Scenario, tallies);
    }

    /// <summary>What counts say.</summary>
    internal static CoverageRun Project(CoverageModel model, RunCounts counts, double seconds)
    {
        var s = counts.Settings;
        var (first, end) = s.Shard.Range(s.Persons);
        var projection = ChainProjection.Of(((ChainFile)model).Chain, counts.Tallies, end - first);
        var total = new Tally();
        foreach (var tally in counts.Tallies) total.AddHash(tally.Hash);
        return Said(model, "micro", projection) with
        {
            Persons = s.Persons, Months = s.Months, Seed = s.Seed, Threads = s.ThreadsUsed, WallSeconds = seconds,
            PersonMonthsPerSecond = seconds > 0 ? (end - first) * (double)s.Months * counts.Tallies.Count / seconds : null,
            Hash = total.HashText, Replicates = s.Replicates, Draws = counts.Draws, Shard = s.Shard.Of == 1 ? null : $"{s.Shard.Index}/{s.Shard.Of}",
        };
    }

    /// <summary>Whether counts have the names and lengths that the model makes.</summary>
    internal static bool Fits(CoverageModel model, IReadOnlyDictionary<string, long[]> parts, int months) =>
        parts.Count == 1 && parts.TryGetValue(ChainMicro.StatesPart, out var counts) && counts.Length == (months + 1) * ((ChainFile)model).Chain.States.Length;

    private static Result<CoverageRun> Exact(RunRequest request, long clock)
    {
        if (NotForChains(request) is { } unfit) return unfit;
        var chain = ((ChainFile)request.Model).Chain;
        var projection = ChainProjection.Of(chain, ChainExact.Run(chain, request.Months ?? 120));
        return Said(request.Model, "exact", projection) with { Months = request.Months ?? 120, WallSeconds = Stopwatch.GetElapsedTime(clock).TotalSeconds, Reason = ExactReason };
    }

    private static RunSettings Settings(RunRequest r) => new()
    {
        Persons = r.Persons ?? 1_000_000, Months = r.Months ?? 120, Seed = r.Seed, Replicates = r.Replicates, Threads = r.Threads, Shard = r.Shard,
    };

    private static Problem? NotForChains(RunRequest request) =>
        request.Levers.Count > 0 || request.Scenario is not null ? new("coverage/chain-has-no-levers", "A model of kind chain has no levers and no scenario. Leave them out, or use a model of kind membership.", request.Model.Name)
        : request.Draws > 0 ? new("coverage/chain-has-no-priors", "A model of kind chain has no parameters with priors to draw. Leave --draws out.", request.Model.Name)
        : null;

    private static CoverageRun Said(CoverageModel model, string engine, Projection p) =>
        new(model.Kind, engine, null, 0, null, 1, 0, null, null, p.Series, p.Bands, p.Groups, p.Indicators, p.Monthly, 1, 0, null, [], null);

    private sealed class Scaled(IProgress<RunProgress> outer, long before, long total) : IProgress<long>
    {
        public void Report(long value) => outer.Report(new(before + value, total));
    }
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Persons done.</param>
/// <param name="Total">Persons in all, over repetitions and draws.</param>
public readonly record struct RunProgress(long Done, long Total);

/// <summary>What a run or a part of it counted, before it is turned into shares.</summary>
internal sealed record RunCounts(RunSettings Settings, int Draws, IReadOnlyList<string> Levers, string? Scenario, IReadOnlyList<Tally> Tallies);
