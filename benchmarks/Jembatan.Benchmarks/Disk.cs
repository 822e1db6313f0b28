using System.Diagnostics;

namespace Jembatan.Benchmarks;

/// <summary>The floor under every durable commit: one page written and flushed to the disk of the study, again and again beside the cases.</summary>
internal sealed class Disk : IDisposable
{
    private const int Page = 4096;
    private readonly FileStream file;
    private readonly byte[] page = new byte[Page];
    private readonly List<double> all = [];
    private readonly List<double> beside = [];

    public Disk(string folder) =>
        file = new FileStream(Path.Combine(folder, $"floor-{Environment.ProcessId}.page"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    /// <summary>Writes a page and flushes it.</summary>
    public void Flush()
    {
        page[0]++;
        var start = Stopwatch.GetTimestamp();
        file.Write(page);
        file.Flush(flushToDisk: true);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        all.Add(took);
        beside.Add(took);
    }

    /// <summary>The median of the flushes since this was last asked, in milliseconds; null when there was none.</summary>
    public double? Take()
    {
        double? median = beside.Count == 0 ? null : Measured.MedianOf(beside);
        beside.Clear();
        return median;
    }

    /// <summary>All flushes of the run.</summary>
    public Line Line() => new("disk", "floor: write and flush one 4 KB page", null, null, [.. all.Select(ms => new Measured(ms, 0, null, ""))], FormattableString.Invariant($"{all.Count} pages"), null);

    public void Dispose() => file.Dispose();
}
