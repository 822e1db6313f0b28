using System.Globalization;

namespace Jembatan.Statistics.Agreement;

/// <summary>What the differences between values mean to Krippendorff's α.</summary>
public enum LevelKind
{
    /// <summary>Names: two values are the same or not.</summary>
    Nominal,

    /// <summary>Ranks: what counts is how many values lie between two.</summary>
    Ordinal,

    /// <summary>Numbers whose differences have a meaning.</summary>
    Interval,

    /// <summary>Numbers from a true zero, whose ratios have a meaning.</summary>
    Ratio,

    /// <summary>Numbers on a circle, such as hours.</summary>
    Circular,

    /// <summary>Numbers between two poles, such as −3 to 3.</summary>
    Bipolar,
}

/// <summary>The level of measurement, which fixes the difference function δ² of Krippendorff's α.</summary>
/// <remarks>
/// nominal [c≠k] · ordinal (Σg=c..k n_g − (n_c+n_k)/2)², over values that occur · interval (c−k)² · ratio ((c−k)/(c+k))², 0/0 = 0 ·
/// circular sin²(π(c−k)/U) · bipolar (c−k)²/((c+k−2·low)(2·high−c−k)).
/// <para><b>Source</b>: Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania, section E.</para>
/// </remarks>
/// <param name="Kind">The kind.</param>
/// <param name="Low">Circumference of a circular level, lower pole of a bipolar one, in the unit of the values; 0 otherwise.</param>
/// <param name="High">Upper pole of a bipolar level, in the unit of the values; 0 otherwise.</param>
public sealed record MeasurementLevel(LevelKind Kind, double Low = 0, double High = 0)
{
    /// <summary>The nominal level.</summary>
    public static MeasurementLevel Nominal { get; } = new(LevelKind.Nominal);

    /// <summary>How levels are written.</summary>
    public const string Words = "nominal, ordinal, interval, ratio, circular:N, bipolar:LOW,HIGH";

    /// <summary>Reads a level as it is written on the command line.</summary>
    /// <param name="text">Such as <c>ordinal</c>, <c>circular:24</c> or <c>bipolar:-3,3</c>.</param>
    /// <returns>The level, or null when the text is none: an unknown word, a circumference that is not above 0, poles not in order.</returns>
    public static MeasurementLevel? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim().Split(':');
        var numbers = parts.Length == 2 ? parts[1].Split(',') : [];
        var values = new double[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
            if (!double.TryParse(numbers[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) || !double.IsFinite(values[i])) return null;
        return (parts[0].ToLowerInvariant(), parts.Length, values.Length) switch
        {
            ("nominal", 1, _) => Nominal,
            ("ordinal", 1, _) => new(LevelKind.Ordinal),
            ("interval", 1, _) => new(LevelKind.Interval),
            ("ratio", 1, _) => new(LevelKind.Ratio),
            ("circular", 2, 1) when values[0] > 0 => new(LevelKind.Circular, values[0]),
            ("bipolar", 2, 2) when values[0] < values[1] => new(LevelKind.Bipolar, values[0], values[1]),
            _ => null,
        };
    }

    /// <summary>As it is written on the command line.</summary>
    public override string ToString() => Kind switch
    {
        LevelKind.Circular => string.Create(CultureInfo.InvariantCulture, $"circular:{Low}"),
        LevelKind.Bipolar => string.Create(CultureInfo.InvariantCulture, $"bipolar:{Low},{High}"),
        _ => Kind.ToString().ToLowerInvariant(),
    };

    internal Undefined? Unfit(ReliabilityData data)
    {
        if (Kind == LevelKind.Nominal) return null;
        if (Kind == LevelKind.Ordinal) return data.IsOrdered ? null : Undefined.NotOrdered;
        if (data.Numbers is not { } numbers) return Undefined.NotNumeric;
        return Kind switch
        {
            LevelKind.Ratio when numbers.Any(v => v < 0) => Undefined.NegativeValue,
            LevelKind.Bipolar when numbers.Any(v => v < Low || v > High) => Undefined.OutsidePoles,
            _ => null,
        };
    }
}
