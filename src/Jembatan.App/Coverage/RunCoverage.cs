using System.Diagnostics;
using Jembatan.Core;
using Jembatan.Simulation.Chain;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Outputs;

namespace Jembatan.App.Coverage;

/// <summary>Runs a coverage model.</summary>
public static class RunCoverage
{
    internal const string ExactReason = "The exact engine has no persons: no seed, speed or digest.";
    internal const string JoinedReason = "The parts were run apart: their time and speed were not measured together.";
    internal const string ComparedReason = "Baseline and scenario were run side by side: time and speed of one were not measured.";
    internal const string Uncalibrated = "uncalibrated: entry and lapse are starting values and were not fitted to any observed member stock.";

    /// <summary>Runs it and says what it projects.</summary>
    /// <returns>The run, or a problem of the request or the model.</returns>
    public static async Task<Result<CoverageRun>> HandleAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Check() is { } wrong) return wrong;
        var clock = Stopwatch.GetTimestamp();
        if (request.Exact) return Exact(request, clock, cancellationToken);
        var counted = await CountAsync(request, progress, cancellationToken);
        return counted.Problem is { } problem ? problem : Project(request.Model, counted.Value, Stopwatch.GetElapsedTime(clock).TotalSeconds);
    }

    /// <summary>Counts without projecting: what a shard does.</summary>
    internal static async Task<Result<RunCounts>> CountAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Check() is { } wrong) return wrong;
        if (NotForChains(request) is { } unfit) return unfit;
        var settings = Settings(request);
        var (first, end) = settings.Shard.Range(settings.Persons);
        var runs = Math.Max(1, request.Draws) * settings.Replicates;
        var tallies = new List<Tally>();
        var together = IsCoupled(request);
        if (together.Problem is { } noScenario) return noScenario;
        for (var i = 0; i < runs; i++)
        {
            var (draw, replicate) = (request.Draws > 0 ? i / settings.Replicates : -1, i % settings.Replicates);
            var ready = Ready(request, settings, draw, replicate, cancellationToken);
            if (ready.Problem is { } unready) return unready;
            var told = progress is null ? null : new RunningAnswer(request, settings, progress, i, runs, end - first);
            var tally = await Task.Run(() => told is null ? ready.Value(settings, null) : told.InSlices(ready.Value, together.Value), cancellationToken);
            if (tally.Problem is { } problem) return problem;
            tallies.Add(tally.Value);
        }

        return new RunCounts(settings, request.Draws, request.Levers, request.Scenario, tallies);
    }

    /// <summary>What counts say.</summary>
    /// <param name="seconds">How long it took; null when that was not measured.</param>
    /// <param name="reason">Why it was not measured.</param>
    internal static Result<CoverageRun> Project(CoverageModel model, RunCounts counts, double? seconds, string? reason = null)
    {
        var s = counts.Settings;
        var (first, end) = s.Shard.Range(s.Persons);
        var projected = Projection(model, counts, end - first);
        if (projected.Problem is { } problem) return problem;
        var total = new Tally();
        foreach (var tally in counts.Tallies) total.AddHash(tally.Hash);
        return Said(model, "micro", projected.Value, NotesOf(AskedFor(model, counts))) with
        {
            Persons = s.Persons,
            Months = s.Months,
            Seed = s.Seed,
            Threads = s.ThreadsUsed,
            WallSeconds = seconds,
            PersonMonthsPerSecond = seconds > 0 ? (end - first) * (double)s.Months * counts.Tallies.Count / seconds : null,
            Reason = reason,
            Hash = total.HashText,
            Replicates = s.Replicates,
            Draws = counts.Draws,
            Shard = s.Shard.Of == 1 ? null : $"{s.Shard.Index}/{s.Shard.Of}",
        };
    }

    /// <summary>Whether counts have the names and lengths that the model makes.</summary>
    internal static bool Fits(CoverageModel model, IReadOnlyDictionary<string, long[]> parts, int months) => model switch
    {
        ChainFile chain => parts.Count == 1 && parts.TryGetValue(ChainMicro.StatesPart, out var counts) && counts.Length == (months + 1) * chain.Chain.States.Length,
        _ => MembershipProjection.Fits(parts, months),
    };

    internal static RunSettings Settings(RunRequest r) => new()
    {
        Persons = r.Persons ?? (r.Model is MembershipFile m ? r.Draws > 0 ? Math.Min(m.Persons, ShowCoverage.PersonsOfADraw) : m.Persons : 1_000_000),
        Months = r.Months ?? (r.Model as MembershipFile)?.Months ?? 120, Seed = r.Seed, Replicates = r.Replicates, Threads = r.Threads, Shard = r.Shard,
    };

    internal static Result<Projection> Projection(CoverageModel model, RunCounts counts, long persons)
    {
        if (model is ChainFile chain) return ChainProjection.Of(chain.Chain, counts.Tallies, persons);
        var scenario = ScenarioOf.Request(AskedFor(model, counts), null);
        if (scenario.Problem is { } problem) return problem;
        var run = MembershipRun.Of(scenario.Value, counts.Settings.Months);
        return run.Problem is { } unfit ? unfit : run.Value.Project(counts.Tallies, persons, counts.Draws > 0 ? "draws" : "replicates");
    }

    /// <summary>Whether persons matter to each other, so that they can only be run all together.</summary>
    internal static Result<bool> IsCoupled(RunRequest request)
    {
        if (request.Model is not MembershipFile) return false;
        var scenario = ScenarioOf.Request(request, null);
        return scenario.Problem is { } problem ? problem : scenario.Value.IsCoupled;
    }

    // A tally of any part of the persons, with everything that does not depend on the part made once.
    private static Result<Func<RunSettings, IProgress<long>?, Result<Tally>>> Ready(RunRequest request, RunSettings settings, int draw, int replicate, CancellationToken cancellationToken)
    {
        if (request.Model is ChainFile chain) return (Func<RunSettings, IProgress<long>?, Result<Tally>>)((part, progress) => ChainMicro.Run(chain.Chain, part, replicate, progress, cancellationToken));
        var scenario = ScenarioOf.Request(request, draw < 0 ? null : (request.Seed, draw));
        if (scenario.Problem is { } problem) return problem;
        var run = MembershipRun.Of(scenario.Value, settings.Months);
        if (run.Problem is { } unfit) return unfit;
        return (Func<RunSettings, IProgress<long>?, Result<Tally>>)((part, progress) =>
            run.Value.Count(draw < 0 ? part : part with { Seed = ScenarioOf.SeedOf(settings.Seed, draw) }, replicate, progress, cancellationToken));
    }

    private static Result<CoverageRun> Exact(RunRequest request, long clock, CancellationToken cancellationToken)
    {
        if (NotForChains(request) is { } unfit) return unfit;
        if (request.Shard.Of > 1) return new Problem("coverage/exact-shard", "The exact engine has no persons to divide. Leave --shard out, or use --engine micro.", "--shard");
        if (request.Draws > 0) return new Problem("coverage/exact-draws", "The exact engine runs the stated values of the parameters. Leave --draws out, or use --engine micro.", "--draws");
        if (request.Replicates > 1) return new Problem("coverage/exact-replicates", "The exact engine has no luck to repeat. Leave --replicates out, or use --engine micro.", "--replicates");
        var months = Settings(request).Months;
        var projected = request.Model is ChainFile chain ? ChainProjection.Of(chain.Chain, ChainExact.Run(chain.Chain, months)) : ExactMembership(request, months, cancellationToken);
        if (projected.Problem is { } problem) return problem;
        return Said(request.Model, "exact", projected.Value, NotesOf(request)) with { Months = months, WallSeconds = Stopwatch.GetElapsedTime(clock).TotalSeconds, Reason = ExactReason };
    }

    private static Result<Projection> ExactMembership(RunRequest request, int months, CancellationToken cancellationToken)
    {
        var scenario = ScenarioOf.Request(request, null);
        return scenario.Problem is { } problem ? problem
            : MembershipExact.Run(scenario.Value, months, cancellationToken) is var run && run.Problem is { At: null } inexact ? inexact with { At = "--engine" } : run;
    }

    private static Problem? NotForChains(RunRequest request) =>
        request.Model is not ChainFile ? null
        : request.Levers.Count > 0 || request.Scenario is not null ? new("coverage/chain-has-no-levers", "A model of kind chain has no levers and no scenario. Leave them out, or use a model of kind membership.", request.Model.Name)
        : request.Draws > 0 ? new("coverage/chain-has-no-priors", "A model of kind chain has no parameters with priors to draw. Leave --draws out.", request.Model.Name)
        : null;

    private static IReadOnlyList<string> NotesOf(RunRequest request) =>
        request.Model is not MembershipFile file ? []
        : [file.Membership.CalibratedTo is { } to ? $"calibrated to {to}" : Uncalibrated, .. ScenarioOf.NotEvidenced(request).Select(id => $"{id}: effect size not evidenced (grade E)")];

    private static RunRequest AskedFor(CoverageModel model, RunCounts counts) => new(model) { Levers = counts.Levers, Scenario = counts.Scenario, Months = counts.Settings.Months };

    private static CoverageRun Said(CoverageModel model, string engine, Projection p, IReadOnlyList<string> notes) =>
        new(model.Kind, engine, null, 0, null, 1, 0, null, null, p.Series, p.Bands, p.Groups, p.Indicators, p.Monthly, 1, 0, null, notes, null) { Missing = p.Missing };
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Persons done.</param>
/// <param name="Total">Persons in all, over repetitions and draws.</param>
/// <param name="Indicator">What the persons done so far answer; null before there is an answer.</param>
/// <param name="Value">Its value in the last month.</param>
public readonly record struct RunProgress(long Done, long Total, string? Indicator = null, double? Value = null);

/// <summary>What a run or a part of it counted, before it is turned into shares.</summary>
internal sealed record RunCounts(RunSettings Settings, int Draws, IReadOnlyList<string> Levers, string? Scenario, IReadOnlyList<Tally> Tallies);
