using System.Globalization;
using System.Text.RegularExpressions;

namespace Jembatan.Text.Turns;

/// <summary>Time stamps of transcripts: <c>[00:01:02]</c>, <c>00:01:02.345</c>, <c>#00:01:02-3#</c>, <c>0:03</c>.</summary>
public static partial class TimeStamp
{
    /// <summary>The pattern of one stamp, for use inside other patterns.</summary>
    internal const string Pattern = @"[\[(#<{]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,\-]\d{1,3})?[\])#>}]?";

    /// <summary>Reads a stamp at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Characters that the stamp takes; 0 when there is none.</param>
    /// <returns>Seconds from the start of the recording; null when there is no stamp.</returns>
    public static double? At(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length > 24) text = text[..24];
        foreach (var match in Leading().EnumerateMatches(text))
        {
            length = match.Length;
            return Seconds(text[..length].ToString());
        }

        return null;
    }

    /// <summary>The seconds of a whole stamp, or null when the text is not one.</summary>
    /// <param name="stamp">The stamp with or without brackets.</param>
    public static double? Seconds(string stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        var match = Parts().Match(stamp.Trim());
        if (!match.Success) return null;
        var first = int.Parse(match.Groups["a"].ValueSpan, CultureInfo.InvariantCulture);
        var second = int.Parse(match.Groups["b"].ValueSpan, CultureInfo.InvariantCulture);
        var whole = match.Groups["c"].Success
            ? (first * 3600.0) + (second * 60.0) + int.Parse(match.Groups["c"].ValueSpan, CultureInfo.InvariantCulture)
            : (first * 60.0) + second;
        return match.Groups["f"].Success ? whole + double.Parse("0." + match.Groups["f"].Value, CultureInfo.InvariantCulture) : whole;
    }

    [GeneratedRegex("^" + Pattern + @"(?=\s|$|:|-|\p{L}|[*_])", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^[\[(#<{]?(?<a>\d{1,3}):(?<b>\d{2})(?::(?<c>\d{2}))?(?:[.,\-](?<f>\d{1,3}))?[\])#>}]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
