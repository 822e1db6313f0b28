using System.Globalization;
using Jembatan.Core;

namespace Jembatan.Servo;

/// <summary>The arithmetic of a fit in one line, so that a reader can redo it.</summary>
public static class FitArithmetic
{
    /// <summary>Such as <c>(−1 −2 +1) ÷ (2 × 3) = −0,33</c>, or with weights <c>(2·(−1) + 1·(+2)) ÷ (2 × 3) = 0,00</c>.</summary>
    /// <param name="fit">The fit of a pair.</param>
    /// <param name="language">Decides the decimal sign.</param>
    /// <returns>Means and F to two decimals, by key of the criterion; empty without F.</returns>
    public static string Line(PairFitResult fit, Language language)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Fit is not { } f) return "";
        var rated = fit.Criteria.Where(c => c.State == CriterionState.Rated).OrderBy(c => c.Criterion, StringComparer.Ordinal).ToList();
        var weight = Plain(rated.Sum(c => c.Weight), language);
        return rated.TrueForAll(c => c.Weight == 1)
            ? $"({string.Join(' ', rated.Select(c => Signed(c.Mean!.Value, "0.##", language)))}) ÷ (2 × {weight}) = {Signed(f, "0.00", language)}"
            : $"({string.Join(" + ", rated.Select(c => $"{Plain(c.Weight, language)}·({Signed(c.Mean!.Value, "0.##", language)})"))}) ÷ (2 × {weight}) = {Signed(f, "0.00", language)}";
    }

    // A true minus, a plus where it is positive as printed, nothing before zero.
    private static string Signed(double value, string format, Language language)
    {
        var digits = Digits(Math.Abs(value), format, language);
        return digits.All(c => c is '0' or '.' or ',') ? digits : (value < 0 ? "\u2212" : "+") + digits;
    }

    private static string Plain(double value, Language language) => Digits(value, "0.####", language);

    private static string Digits(double value, string format, Language language)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return language == Language.Indonesian ? text.Replace('.', ',') : text;
    }
}
