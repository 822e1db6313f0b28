namespace Jembatan.Statistics.Agreement;

/// <summary>A coefficient of agreement with its interval and every choice behind it.</summary>
/// <remarks><b>Unit</b>: coefficients are dimensionless; 1 is perfect agreement, 0 what chance gives, below 0 systematic disagreement.</remarks>
public sealed record AgreementEstimate
{
    /// <summary>Id of the measure, such as <c>krippendorff-alpha</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>Level of measurement as written on the command line; null where weights are used.</summary>
    public string? Level { get; init; }

    /// <summary>Weight scheme; null where a level is used.</summary>
    public WeightScheme? Weights { get; init; }

    /// <summary>The category that the estimate is about; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>The coefficient; null when it is undefined.</summary>
    public double? Value { get; init; }

    /// <summary>Observed agreement, 0 to 1; for α 1 − Dₒ/max δ².</summary>
    public double? Observed { get; init; }

    /// <summary>Agreement expected by chance, on the scale of <see cref="Observed"/>; null for percent agreement.</summary>
    public double? Expected { get; init; }

    /// <summary>Standard error; null when there is none.</summary>
    public double? StandardError { get; init; }

    /// <summary>Lower end of the interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval, at most 1.</summary>
    public double? High { get; init; }

    /// <summary>Share of the interval; null where there is no interval.</summary>
    public double? Confidence { get; init; }

    /// <summary>How the interval was found.</summary>
    public IntervalMethod Interval { get; init; }

    /// <summary>Pairable values for α; units with two or more values otherwise; positions of the continua for unitizing.</summary>
    public double N { get; init; }

    /// <summary>Share of the continuum, or of the category, that entered a unitizing coefficient; null elsewhere.</summary>
    public double? Coverage { get; init; }

    /// <summary>Seed of the resamples; null without a bootstrap.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Number of resamples that were drawn, as many as asked for: those that gave a value and those that did not; null without a bootstrap.</summary>
    public int? RequestedReplicates => Replicates + UndefinedReplicates;

    /// <summary>Number of resamples that gave a value; null without a bootstrap.</summary>
    public int? Replicates { get; init; }

    /// <summary>Number of resamples in which the coefficient was undefined, left out of the interval; null without a bootstrap.</summary>
    public int? UndefinedReplicates { get; init; }

    /// <summary>What the interval takes as independent, and so drew anew or left out whole, with its number, in English, such as <c>61 sentences, each with all its codes</c>; null without an interval.</summary>
    public string? Resampled { get; init; }

    /// <summary>What was done with missing values, one English sentence.</summary>
    public string MissingRule { get; init; } = "";

    /// <summary>Which units were looked at, in English.</summary>
    public string Universe { get; init; } = "";

    /// <summary>Why there is no coefficient.</summary>
    public Undefined? Undefined { get; init; }

    /// <summary>Why the coefficient or its interval is absent, one English sentence; null when both are there.</summary>
    public string? Reason { get; init; }

    /// <summary>What a reader must know of the interval, one English sentence.</summary>
    public string? Warning { get; init; }
}
