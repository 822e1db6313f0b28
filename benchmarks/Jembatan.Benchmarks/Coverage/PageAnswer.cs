using System.Diagnostics;
using Jembatan.App.Coverage;
using Jembatan.Core;

namespace Jembatan.Benchmarks.Coverage;

/// <summary>What the coverage page works out when a slider is let go: the scenario; then what its levers cost and the first band.</summary>
internal static class PageAnswer
{
    private const int Repeats = 5, LimitSeconds = 2;
    private static readonly string[] Levers = ["subsidy.share=0.5", "assisted-registration.reach=0.3", "reminders.reach=1"];

    /// <summary>Rates go by the clock and all threads; seconds are processor time of the median turn.</summary>
    public static async Task<IReadOnlyList<Measured>> RunAsync()
    {
        var model = (MembershipFile)CoverageModel.Shipped();
        var asked = new RunRequest(model) { Levers = Levers, Persons = ShowCoverage.Persons };
        var answer = await MedianAsync("a slider let go: 1 % sample with three levers", ShowCoverage.Persons * model.Months, async () =>
            (await RunCoverage.HandleAsync(asked, null, CancellationToken.None)).Value.Hash!);
        var priced = await MedianAsync("then the same beside the baseline, priced", 2 * ShowCoverage.Persons * model.Months, async () =>
            (await CompareCoverage.HandleAsync(asked, null, CancellationToken.None)).Value.Scenario.Hash!);
        var band = ShowCoverage.Bands[0];
        var drawn = asked with { Persons = ShowCoverage.PersonsOfADraw, Draws = band };
        return [answer with { Check = answer.Check + $" (limit {LimitSeconds})" }, priced, await MedianAsync($"and the first band: {band} draws of 20,000 persons", band * ShowCoverage.PersonsOfADraw * model.Months, async () =>
            (await RunCoverage.HandleAsync(drawn, null, CancellationToken.None)).Value.Hash!)];
    }

    private static async Task<Measured> MedianAsync(string name, long personMonths, Func<Task<string>> run)
    {
        var hash = await run();
        var turns = new List<(double Wall, double Cpu, bool Same)>();
        for (var i = 0; i < Repeats; i++)
        {
            var (before, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var same = await run() == hash;
            turns.Add((Stopwatch.GetElapsedTime(clock).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, same));
        }

        var (wall, cpu, _) = turns.OrderBy(t => t.Wall).ElementAt(Repeats / 2);
        return new(name, "M person-months/s", personMonths / 1e6 / wall, cpu, FormattableString.Invariant($"{hash[..8]}; {wall:F2} s on the clock"), turns.All(t => t.Same));
    }
}
