using System.Globalization;
using System.Text.RegularExpressions;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Web.Strategies;

/// <summary>Numbers of persons as people write them: <c>1.500.000</c>, <c>1,500,000</c>, <c>1 500 000</c>, <c>1,5 juta</c>, <c>1.5 million</c>.</summary>
internal static partial class AffectedText
{
    /// <returns>The three numbers; null when nothing was written; or <c>misfit/bad-affected</c>.</returns>
    public static Result<AffectedPersons>? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var numbers = text.Split(';').Select(Number).ToList();
        return numbers is [{ } low, { } mid, { } high]
            ? new AffectedPersons(low, mid, high)
            : new Problem("misfit/bad-affected", $"'{text.Trim()}' is not three numbers of persons. Write least, most likely and most with semicolons between, such as 10,000; 50,000; 200,000 or 1.5 million; 2 million; 3 million.", text.Trim());
    }

    private static double? Number(string written)
    {
        var match = Written().Match(written.Trim());
        if (!match.Success) return null;
        var (part, unit) = (match.Groups["part"].Value, match.Groups["unit"].Value.ToLowerInvariant());
        if (unit.Length == 0 && part.Length > 0) return null;      // no half persons
        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var times = unit switch { "" => 1, "ribu" or "rb" or "thousand" => 1e3, _ => 1e6 };
        return Math.Round(double.Parse($"{whole}.{part}0", CultureInfo.InvariantCulture) * times);
    }

    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}(?<sep>[., \u00a0\u202f])[0-9]{3}(\k<sep>[0-9]{3})*|[0-9]{1,15})([.,](?<part>[0-9]{1,6}))?(\s*(?<unit>juta|jt|ribu|rb|million|thousand))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
