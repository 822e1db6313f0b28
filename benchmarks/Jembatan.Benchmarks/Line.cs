using System.Diagnostics;
using Jembatan.Benchmarks.Cases;

namespace Jembatan.Benchmarks;

/// <summary>What came of one case.</summary>
/// <param name="Group">What the case belongs to.</param>
/// <param name="Name">The case.</param>
/// <param name="LimitMs">The promise, in milliseconds; null when it is only looked at.</param>
/// <param name="LimitMb">The promise of memory, MB; null when there is none.</param>
/// <param name="Runs">Every measurement; the first warms up and is set apart when there are more.</param>
/// <param name="Check">What the case found, so that a fast wrong answer is seen.</param>
/// <param name="FloorMs">Median of flushes of the disk taken between the measurements; null when the case makes none.</param>
internal sealed record Line(string Group, string Name, double? LimitMs, double? LimitMb, IReadOnlyList<Measured> Runs, string Check, double? FloorMs)
{
    private IReadOnlyList<Measured> Warm => Runs.Count > 1 ? [.. Runs.Skip(1)] : Runs;

    public int Count => Warm.Count;

    public double FirstMs => Runs[0].WallMs;

    public double Median => Measured.MedianOf(Warm.Select(r => r.WallMs));

    public double Fastest => Warm.Min(r => r.WallMs);

    public double Slowest => Warm.Max(r => r.WallMs);

    public double CpuMs => Measured.MedianOf(Warm.Select(r => r.CpuMs));

    public double? PeakMb => Runs.Max(r => r.PeakMb);

    public bool IsOver => Median > LimitMs || PeakMb > LimitMb;

    public static async Task<Line> OfAsync(Case @case, Bench bench, int repeats, CancellationToken cancellationToken)
    {
        var runs = new List<Measured>();
        bench.Disk.Take();
        for (var turn = 0; turn <= Math.Max(1, repeats); turn++)
        {
            await using var prepared = await @case.PrepareAsync(bench, turn, cancellationToken);
            if (@case.IsDurable) bench.Disk.Flush();
            var cpu = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            var outcome = await prepared.RunAsync(cancellationToken);
            var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            runs.Add(new(outcome.WallMs ?? wall, outcome.CpuMs ?? (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, outcome.PeakMb, outcome.Check));
        }

        return new(@case.Group, @case.Name, @case.LimitMs, @case.LimitMb, runs, runs[^1].Check, bench.Disk.Take());
    }
}
