using System.Diagnostics;
using Jembatan.Benchmarks.Cases;

namespace Jembatan.Benchmarks;

/// <summary>What came of one case.</summary>
/// <param name="Name">The case.</param>
/// <param name="LimitMs">The promise, in milliseconds; null when it is only looked at.</param>
/// <param name="SortedMs">Every measurement after the first, which warms up; milliseconds, sorted.</param>
/// <param name="FirstMs">The first one: cold code, and for a first run a cold file.</param>
/// <param name="Check">What the case found, so that a fast wrong answer is seen.</param>
internal sealed record Line(string Name, double? LimitMs, double[] SortedMs, double FirstMs, string Check)
{
    public double Median => SortedMs[SortedMs.Length / 2];

    public bool IsOver => Median > LimitMs;

    public static async Task<Line> OfAsync(Case @case, Bench bench, int repeats, CancellationToken cancellationToken)
    {
        var check = "";
        async Task<double> OnceAsync(int turn)
        {
            await using var prepared = await @case.PrepareAsync(bench, turn, cancellationToken);
            var start = Stopwatch.GetTimestamp();
            check = await prepared.RunAsync(cancellationToken);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var first = await OnceAsync(0);
        var times = new double[Math.Max(1, repeats)];
        for (var i = 0; i < times.Length; i++) times[i] = await OnceAsync(i + 1);
        Array.Sort(times);
        return new(@case.Name, @case.LimitMs, times, first, check);
    }
}
