using System.Globalization;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.App.Servo;

/// <summary>Sums written out as a reader would check them.</summary>
internal static class Arithmetic
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>F of a pair in one line: F = Σ w·r ÷ (2·Σ w).</summary>
    public static Bilingual? Of(PairFitResult fit)
    {
        if (fit.Fit is not { } f) return null;
        var rated = fit.Criteria.Where(c => c.Mean is not null).ToList();
        string In(CultureInfo culture)
        {
            var terms = rated.Select(c => c.Weight == 1 ? Signed(c.Mean!.Value, culture) : $"{Number(c.Weight, culture)}·{Signed(c.Mean!.Value, culture)}");
            return $"F = ({string.Join(" + ", terms)}) ÷ (2 · {Number(rated.Sum(c => c.Weight), culture)}) = {Fixed(f, culture)}";
        }

        return new(In(Indonesian), In(CultureInfo.InvariantCulture));
    }

    /// <summary>A ratio in one line, as a percentage with two decimals.</summary>
    public static Bilingual Ratio(double numerator, double denominator, string unitId, string unitEn)
    {
        string In(CultureInfo culture, string unit) =>
            $"{Plain(numerator, culture)} ÷ {Plain(denominator, culture)}{(unit.Length > 0 ? " " + unit : "")} = {(100 * numerator / denominator).ToString("0.0", culture).Replace('-', '\u2212')}%";
        return new(In(Indonesian, unitId), In(CultureInfo.InvariantCulture, unitEn));
    }

    private static string Signed(double value, CultureInfo culture) => value < 0 ? $"({Number(value, culture)})" : Number(value, culture);

    private static string Number(double value, CultureInfo culture) => value.ToString("0.##", culture).Replace('-', '\u2212');

    private static string Plain(double value, CultureInfo culture) => value.ToString("#,0.##", culture).Replace('-', '\u2212');

    private static string Fixed(double value, CultureInfo culture) => value.ToString("0.00", culture).Replace('-', '\u2212');
}
