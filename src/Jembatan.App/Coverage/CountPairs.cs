using Jembatan.Core;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Membership;

namespace Jembatan.App.Coverage;

/// <summary>Counts a scenario beside its baseline: the same persons with the same luck in both.</summary>
internal static class CountPairs
{
    /// <summary>Counts the request, and the same without its levers and scenario file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="batch">Every n-th person.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <returns>Baseline, then scenario, or a problem of either.</returns>
    public static async Task<Result<RunCounts[]>> HandleAsync(RunRequest request, Shard batch, CancellationToken cancellationToken)
    {
        if (request.Check() is { } wrong) return wrong;
        RunRequest[] both = [request with { Levers = [], Scenario = null }, request];
        var settings = RunCoverage.Settings(request) with { Batch = batch };
        var tallies = new[] { new List<Tally>(), new List<Tally>() };
        for (var i = 0; i < Math.Max(1, request.Draws) * settings.Replicates; i++)
        {
            var (draw, replicate) = (request.Draws > 0 ? i / settings.Replicates : -1, i % settings.Replicates);
            var runs = new MembershipRun[2];
            for (var side = 0; side < 2; side++)
            {
                var scenario = ScenarioOf.Request(both[side], draw < 0 ? null : (request.Seed, draw));
                if (scenario.Problem is { } problem) return problem;
                var made = MembershipRun.Of(scenario.Value, settings.Months);
                if (made.Problem is { } unfit) return unfit;
                runs[side] = made.Value;
            }

            var drawn = draw < 0 ? settings : settings with { Seed = ScenarioOf.SeedOf(settings.Seed, draw) };
            var counted = await Task.Run(() => runs[1].CountBeside(runs[0], drawn, replicate, null, cancellationToken), cancellationToken);
            if (counted.Problem is { } failed) return failed;
            tallies[0].Add(counted.Value.Baseline);
            tallies[1].Add(counted.Value.Scenario);
        }

        return both.Select((r, side) => new RunCounts(settings, r.Draws, r.Levers, r.Scenario, tallies[side])).ToArray();
    }
}
