namespace Jembatan.Benchmarks;

/// <summary>One measurement.</summary>
/// <param name="WallMs">Time on the clock, milliseconds: what a user waits, and what others on the machine lengthen.</param>
/// <param name="CpuMs">Processor time of all threads, milliseconds.</param>
/// <param name="PeakMb">Largest resident memory of the process that did it, in MB of 2^20 bytes; null when it is this program's own.</param>
/// <param name="Check">What it found.</param>
internal sealed record Measured(double WallMs, double CpuMs, double? PeakMb, string Check)
{
    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
