namespace Jembatan.Statistics.Agreement;

/// <summary>The spread of a coefficient, or why it is not known.</summary>
internal readonly record struct Interval(
    double? StandardError, double? Low, double? High, int? Replicates = null, int? UndefinedReplicates = null, string? Reason = null, string? Warning = null)
{
    /// <summary>Why there is no interval of one unit.</summary>
    public const string OneUnit = "No interval: one unit has no spread. Code more units.";

    private const int FewClusters = 10;

    public static Interval Without(string? reason) => new(null, null, null, Reason: reason);

    /// <summary>Why there is no interval where everything hangs together.</summary>
    public static string OneCluster(Clusters clusters) => $"No interval: there are fewer than two {clusters.Word} to vary. Code more of them.";

    /// <summary>Says that few clusters make a rough interval.</summary>
    public Interval Few(Clusters clusters) => clusters.IsPlain || clusters.Total >= FewClusters || Low is null
        ? this
        : this with { Warning = string.Join(' ', ((string?[])[Warning, FormattableString.Invariant($"Only {clusters.Total} {clusters.Word} vary, so the interval is rough and tends to be too narrow.")]).OfType<string>()) };

    /// <summary>Value ± quantile · standard error, its upper end at most 1.</summary>
    public static Interval Around(double value, double standardError, double quantile) =>
        double.IsFinite(standardError) && double.IsFinite(quantile)
            ? new(standardError, value - (quantile * standardError), Math.Min(1, value + (quantile * standardError)))
            : Without(OneUnit);

    /// <summary>Percentiles of the replicates that gave a value.</summary>
    public static Interval Percentiles(double?[] replicates, double confidence)
    {
        double[] values = [.. replicates.Where(v => v is not null).Select(v => v!.Value).Order()];
        var undefined = replicates.Length - values.Length;
        if (values.Length < 2 || undefined > replicates.Length / 2)
            return new(null, null, null, values.Length, undefined, "No interval: in most resamples the coefficient is undefined, because there are too few units that differ. Code more units.");
        var mean = values.Average();
        var spread = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        var tail = (1 - confidence) / 2;
        return new(
            spread, Percentile.OfSorted(values, tail), Percentile.OfSorted(values, 1 - tail), values.Length, undefined,
            Warning: undefined > 0 ? FormattableString.Invariant($"{undefined} of {replicates.Length} resamples had no variation and are left out of the interval.") : null);
    }
}
