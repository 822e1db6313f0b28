using System.Collections.Immutable;

namespace Jembatan.Simulation.Macro;

/// <summary>The factors that carry the macro-economy to incomes. All are zero when nothing unusual happens.</summary>
public enum MacroFactor
{
    /// <summary>Growth of real GDP over a year less its normal rate, as a fraction: −0.08 is eight points below.</summary>
    GrowthGap,

    /// <summary>Rise of consumer prices above what was expected, log per month.</summary>
    InflationSurprise,

    /// <summary>Unemployment above its normal rate, as a fraction of the labour force.</summary>
    UnemploymentGap,

    /// <summary>Log of rupiah per US dollar above its normal path; positive is a weaker rupiah.</summary>
    ExchangeGap,
}

/// <summary>What the economy does, month by month; month 0 is the start of the run.</summary>
/// <param name="Start">The calendar month of month 0.</param>
/// <param name="Values">Months × 4 factors, month-major, in the units of <see cref="MacroFactor"/>, all finite.</param>
public sealed record MacroPath(CalendarMonth Start, ImmutableArray<double> Values)
{
    /// <summary>How many factors there are.</summary>
    public const int Factors = 4;

    /// <summary>How many months the path covers, month 0 included.</summary>
    public int Months => Values.Length / Factors;

    /// <summary>A factor in a month; the last month goes on for ever.</summary>
    /// <param name="month">Month of the run, 0 or more.</param>
    /// <param name="factor">The factor.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="month"/> is negative.</exception>
    public double this[int month, MacroFactor factor]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(month);
            return Values[(Math.Min(month, Months - 1) * Factors) + (int)factor];
        }
    }

    /// <summary>An economy in which nothing unusual happens.</summary>
    /// <param name="start">The calendar month of month 0.</param>
    /// <param name="months">How many months, 1 or more.</param>
    public static MacroPath Calm(CalendarMonth start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return new(start, [.. new double[months * Factors]]);
    }
}
