namespace Jembatan.Servo;

/// <summary>Target and achievement at a date, of something of which more is better.</summary>
/// <param name="Date">ISO year, month or day.</param>
/// <param name="Target">Value wanted; null when none was set.</param>
/// <param name="Achieved">Value reached; null when not known.</param>
public sealed record PerformancePoint(string Date, double? Target, double? Achieved);

/// <summary>Achievement against target.</summary>
/// <param name="Date">The date it holds for; null when there is none.</param>
/// <param name="Gap">Achieved − target, in the unit of both; null when either is missing.</param>
/// <param name="Share">Achieved ÷ target; null when either is missing or the target is not above 0.</param>
/// <param name="BelowTarget">Whether less was achieved; null when not known.</param>
/// <param name="Reason">Why something is missing; null when nothing is.</param>
public sealed record PerformanceGapResult(string? Date, double? Gap, double? Share, bool? BelowTarget, Reason? Reason);

/// <summary>Performance against target: printed values, no model.</summary>
public static class PerformanceGap
{
    /// <summary>The gap at one date.</summary>
    /// <param name="point">Target and achievement.</param>
    public static PerformanceGapResult Of(PerformancePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.Target is not { } target)
            return new(point.Date, null, null, null, Reason.Of("performance/no-target", "Target tidak diketahui", "The target is not known"));
        if (point.Achieved is not { } achieved)
            return new(point.Date, null, null, null, Reason.Of("performance/no-achievement", "Capaian tidak diketahui", "The achievement is not known"));
        return target > 0
            ? new(point.Date, achieved - target, achieved / target, achieved < target, null)
            : new(point.Date, achieved - target, null, achieved < target,
                Reason.Of("performance/no-share", "Target nol tidak punya persentase", "A target of zero has no percentage"));
    }

    /// <summary>The gap at the latest date that has both values; without one, the latest date with its reason.</summary>
    /// <param name="points">Points of one metric, in any order.</param>
    public static PerformanceGapResult Latest(IEnumerable<PerformancePoint> points)
    {
        var ordered = points.OrderByDescending(p => p.Date, StringComparer.Ordinal).ToList();
        var latest = ordered.Find(p => p is { Target: not null, Achieved: not null }) ?? ordered.FirstOrDefault();
        return latest is not null ? Of(latest)
            : new(null, null, null, null, Reason.Of("performance/none", "Belum ada data kinerja", "There is no performance on record"));
    }
}
