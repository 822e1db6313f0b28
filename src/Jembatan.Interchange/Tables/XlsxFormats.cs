using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Jembatan.Interchange.Tables;

/// <summary>Which cell styles of a workbook show dates or times.</summary>
internal sealed partial class XlsxFormats
{
    private enum Shows { Number, Date, Time, Both }

    private readonly IReadOnlyList<Shows> styles;

    private XlsxFormats(IReadOnlyList<Shows> styles) => this.styles = styles;

    internal static XlsxFormats Read(XElement styleSheet)
    {
        var own = styleSheet.Descendants().Where(e => e.Name.LocalName == "numFmt")
            .GroupBy(e => e.Attribute("numFmtId")?.Value ?? "").ToDictionary(g => g.Key, g => g.Last().Attribute("formatCode")?.Value ?? "");
        var formats = styleSheet.Elements().Where(e => e.Name.LocalName == "cellXfs").Elements().Where(e => e.Name.LocalName == "xf")
            .Select(xf => xf.Attribute("numFmtId")?.Value ?? "0");
        return new([.. formats.Select(id => own.TryGetValue(id, out var code) ? ByCode(code) : BuiltIn(id))]);
    }

    /// <summary>A number as its style shows it: a date, a time, both, or the number itself.</summary>
    internal string Text(double number, int style, bool from1904)
    {
        var shows = style < styles.Count ? styles[style] : Shows.Number;
        if (shows == Shows.Number || number < 0 || number >= 2_958_466) return number.ToString("R", CultureInfo.InvariantCulture);
        if (shows == Shows.Time || number < 1) return Clock(number);
        // Day 60 of the 1900 system is a 29 February that never was; FromOADate counts right from day 61 on.
        var days = from1904 ? number + 1462 : number < 60 ? number + 1 : number;
        var moment = DateTime.FromOADate(Math.Round(days * 86_400) / 86_400);
        return moment.ToString(shows == Shows.Date || moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    // Hours run past 24 for durations.
    private static string Clock(double number)
    {
        var seconds = (long)Math.Round(number * 86_400);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    private static Shows BuiltIn(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        ? n switch
        {
            >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => Shows.Date,
            >= 18 and <= 21 or 32 or 33 or >= 45 and <= 47 => Shows.Time,
            22 => Shows.Both,
            _ => Shows.Number,
        }
        : Shows.Number;

    private static Shows ByCode(string code)
    {
        var bare = Literal().Replace(code.Split(';')[0], "").ToLowerInvariant();
        if (Elapsed().IsMatch(code)) return Shows.Time;
        var time = bare.Contains('h', StringComparison.Ordinal) || bare.Contains('s', StringComparison.Ordinal);
        var date = bare.Contains('y', StringComparison.Ordinal) || bare.Contains('d', StringComparison.Ordinal) || (bare.Contains('m', StringComparison.Ordinal) && !time);
        return (date, time) switch { (true, true) => Shows.Both, (true, false) => Shows.Date, (false, true) => Shows.Time, _ => Shows.Number };
    }

    // Quoted words, escaped characters, colours and locales in brackets, fill and padding.
    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|[_*].|general|am/pm|a/p
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\[(h+|m+|s+)\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elapsed();
}
