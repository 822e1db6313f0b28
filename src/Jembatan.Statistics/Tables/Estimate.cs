namespace Jembatan.Statistics.Tables;

/// <summary>A number, or the reason that there is none; never NaN, never an infinity.</summary>
/// <param name="Value">The number, finite; null when there is none.</param>
/// <param name="Reason">Stable id of the reason, one of <see cref="Undefined"/>; null when there is a number.</param>
public readonly record struct Estimate(double? Value, string? Reason)
{
    /// <summary>A number that exists.</summary>
    /// <param name="value">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or an infinity.</exception>
    public static Estimate Of(double value) => double.IsFinite(value)
        ? new(value, null)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "An estimate is finite, or it has a reason.");

    /// <summary>No number.</summary>
    /// <param name="reason">One of <see cref="Undefined"/>.</param>
    public static Estimate None(string reason) => new(null, reason);

    /// <summary>The quotient, or no number when the divisor is zero.</summary>
    /// <param name="dividend">Above the line.</param>
    /// <param name="divisor">Below the line.</param>
    /// <param name="reason">The reason to give when <paramref name="divisor"/> is zero.</param>
    public static Estimate Ratio(double dividend, double divisor, string reason) => divisor == 0 ? None(reason) : Of(dividend / divisor);
}
