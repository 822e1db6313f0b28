namespace Jembatan.Statistics.Agreement;

/// <summary>How a coefficient and its interval are found; every choice is handed back with the estimate.</summary>
public sealed record AgreementSettings
{
    /// <summary>Level of Krippendorff's α; null takes the weights where those are given, else nominal.</summary>
    public MeasurementLevel? Level { get; init; }

    /// <summary>Weights of the κ family; null is identity.</summary>
    public WeightScheme? Weights { get; init; }

    /// <summary>How the interval is found.</summary>
    public IntervalMethod Interval { get; init; } = IntervalMethod.UnitsBootstrap;

    /// <summary>Number of resamples of a bootstrap, at least 2.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>Seed of the resamples.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Share of the interval, above 0 and below 1.</summary>
    public double Confidence { get; init; } = .95;

    /// <summary>How many threads may work; the figures do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
