using System.Diagnostics;

namespace Jembatan.Benchmarks;

/// <summary>The floor under every durable commit: one page written and flushed to the disk of the study.</summary>
internal static class Disk
{
    private const int Page = 4096;

    public static Line Measure(string folder, int repeats)
    {
        var path = Path.Combine(folder, $"floor-{Environment.ProcessId}.page");
        try
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            var page = new byte[Page];
            double Once(int turn)
            {
                page[0] = (byte)turn;
                var start = Stopwatch.GetTimestamp();
                file.Write(page);
                file.Flush(flushToDisk: true);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            var first = Once(0);
            double[] times = [.. Enumerable.Range(1, repeats).Select(Once).Order()];
            return new("floor: write and flush one 4 KB page", null, times, first, $"{file.Length / Page} pages");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
