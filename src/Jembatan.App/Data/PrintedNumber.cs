using System.Globalization;
using System.Text.RegularExpressions;
using Jembatan.Core;

namespace Jembatan.App.Data;

/// <summary>Printed values of series, which stand in the data as Indonesian publications print them, in the language of a reader.</summary>
public static partial class PrintedNumber
{
    /// <summary>A printed value such as <c>14.308,14</c> or <c>1,7 juta</c>; in English <c>14,308.14</c>, <c>1.7 million</c>.</summary>
    public static string In(string printed, Language language) => language == Language.Indonesian
        ? printed
        : Separator().Replace(printed, m => m.Value == "," ? "." : ",").Replace("juta", "million", StringComparison.Ordinal);

    /// <summary>A point with its unit.</summary>
    public static string Of(ShippedPoint point, string? unit, Language language)
    {
        var printed = point.Printed ?? point.Value?.ToString(CultureInfo.GetCultureInfo("id-ID")) ?? "";
        return $"{In(printed, language)} {UnitWords.Of(unit).In(language)}".Trim();
    }

    [GeneratedRegex(@"(?<=\d)[.,](?=\d)")]
    private static partial Regex Separator();
}
