using System.Globalization;
using Jembatan.Simulation;
using Jembatan.Web.Frame;

namespace Jembatan.Web.Coverage;

/// <summary>Words and coordinates that the parts of the coverage page share.</summary>
internal static class CoverageText
{
    public static string Month(Look look, CalendarMonth month) => look.Printed(string.Create(CultureInfo.InvariantCulture, $"{month.Year}-{month.Month:00}"));

    /// <summary>A month of the year by name.</summary>
    public static string MonthName(Look look, int month) => CultureInfo.GetCultureInfo(look.IsEnglish ? "en-GB" : "id-ID").DateTimeFormat.GetMonthName(month);

    /// <summary>A coordinate of a drawing.</summary>
    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A polyline.</summary>
    public static string Line(IEnumerable<(double X, double Y)> points) => "M" + string.Join("L", points.Select(p => $"{N(p.X)} {N(p.Y)}"));

    /// <summary>A closed shape between two lines.</summary>
    public static string Between(IReadOnlyList<(double X, double Y)> above, IReadOnlyList<(double X, double Y)> below) => Line(above.Concat(below.Reverse())) + "Z";
}
