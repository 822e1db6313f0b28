using System.Globalization;

namespace Jembatan.Simulation;

/// <summary>A month of the calendar, such as April 2025.</summary>
/// <param name="Index">Months since January of the year 0: year·12 + month − 1.</param>
public readonly record struct CalendarMonth(int Index) : IComparable<CalendarMonth>
{
    /// <summary>The year.</summary>
    public int Year => Index / 12;

    /// <summary>The month within the year, 1 to 12.</summary>
    public int Month => (Index % 12) + 1;

    /// <summary>A month by year and number.</summary>
    /// <param name="year">Year, 1 to 9999.</param>
    /// <param name="month">Month, 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static CalendarMonth Of(int year, int month)
    {
        if (year is < 1 or > 9999) throw new ArgumentOutOfRangeException(nameof(year), year, "A year lies between 1 and 9999.");
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month), month, "A month lies between 1 and 12.");
        return new((year * 12) + month - 1);
    }

    /// <summary>Reads <c>yyyy-MM</c>; a day after it is allowed and ignored.</summary>
    /// <param name="text">Such as <c>2025-04</c> or <c>2025-04-30</c>.</param>
    /// <returns>The month, or null when the text is none.</returns>
    public static CalendarMonth? Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Of(day.Year, day.Month);
        return DateOnly.TryParseExact(trimmed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? Of(first.Year, first.Month) : null;
    }

    /// <summary>The month so many months later.</summary>
    /// <param name="months">May be negative.</param>
    public CalendarMonth Plus(int months) => new(Index + months);

    /// <summary>How many months this one comes after another.</summary>
    /// <param name="other">The other month.</param>
    public int Since(CalendarMonth other) => Index - other.Index;

    /// <inheritdoc/>
    public int CompareTo(CalendarMonth other) => Index.CompareTo(other.Index);

    /// <summary>Whether one month comes before another.</summary>
    /// <param name="left">One month.</param>
    /// <param name="right">Another.</param>
    public static bool operator <(CalendarMonth left, CalendarMonth right) => left.Index < right.Index;

    /// <summary>Whether one month comes after another.</summary>
    /// <param name="left">One month.</param>
    /// <param name="right">Another.</param>
    public static bool operator >(CalendarMonth left, CalendarMonth right) => left.Index > right.Index;

    /// <summary>Whether one month comes before another or is the same.</summary>
    /// <param name="left">One month.</param>
    /// <param name="right">Another.</param>
    public static bool operator <=(CalendarMonth left, CalendarMonth right) => left.Index <= right.Index;

    /// <summary>Whether one month comes after another or is the same.</summary>
    /// <param name="left">One month.</param>
    /// <param name="right">Another.</param>
    public static bool operator >=(CalendarMonth left, CalendarMonth right) => left.Index >= right.Index;

    /// <summary><c>yyyy-MM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
