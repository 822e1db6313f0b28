using System.Text.RegularExpressions;

namespace Jembatan.Text.Turns;

/// <summary>How a line carries its label.</summary>
internal enum LabelShape
{
    /// <summary>"Ana: …".</summary>
    Colon,

    /// <summary>"Speaker 1  0:03", words on the next lines.</summary>
    Stamped,

    /// <summary>"Pewawancara" alone, or set off by a tab; only words that name a role.</summary>
    Bare,
}

/// <summary>A line that may begin a turn.</summary>
/// <param name="Start">Where the turn would begin, UTF-16.</param>
/// <param name="Line">Number of the line, from 0.</param>
/// <param name="Label">The label as written.</param>
/// <param name="Key">Its key.</param>
/// <param name="SpeechStart">Where speech would begin, UTF-16.</param>
/// <param name="AtSeconds">The stamp beside it.</param>
/// <param name="Shape">How the label stands.</param>
internal sealed record LabelLine(int Start, int Line, string Label, string Key, int SpeechStart, double? AtSeconds, LabelShape Shape);

/// <summary>Reads the lines of a text for labels and stamps.</summary>
internal static partial class LabelLines
{
    private const int LongestHead = 100;    // a label with its stamp is never longer; it bounds the work on a line

    internal static IReadOnlyList<LabelLine> Read(string text, out int lines, out int filled)
    {
        var found = new List<LabelLine>();
        lines = filled = 0;
        double? pending = null;
        var pendingStart = -1;
        for (var start = 0; start < text.Length; lines++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start).TrimEnd();
            if (!line.IsEmpty)
            {
                filled++;
                if (TimeStamp.At(line.TrimStart(), out var taken) is { } alone && taken == line.TrimStart().Length)
                {
                    (pending, pendingStart) = (alone, start + line.Length - line.TrimStart().Length);
                }
                else
                {
                    if (ReadLine(text, start, start + line.Length, lines) is { } candidate)
                        found.Add(candidate with { Start = pendingStart < 0 ? candidate.Start : pendingStart, AtSeconds = candidate.AtSeconds ?? pending });
                    (pending, pendingStart) = (TrailingStamp(line), -1);
                }
            }

            start = end + 1;
        }

        return found;
    }

    private static double? TrailingStamp(ReadOnlySpan<char> line)
    {
        if (!line.EndsWith("#")) return null;
        foreach (var match in FinalStamp().EnumerateMatches(line)) return TimeStamp.Seconds(line.Slice(match.Index, match.Length).ToString());
        return null;
    }

    private static LabelLine? ReadLine(string text, int start, int end, int number)
    {
        var at = SkipBlanks(text, start, end);
        var begin = at;
        var seconds = TimeStamp.At(text.AsSpan(at, end - at), out var taken);
        at += taken;
        while (at < end && (char.IsWhiteSpace(text[at]) || (taken > 0 && text[at] is '-' or ':'))) at++;
        var head = text.Substring(at, Math.Min(LongestHead, end - at));

        if (ColonLabel().Match(head) is { Success: true } colon)
        {
            var speech = SkipBlanks(text, at + colon.Length, end);
            var inner = TimeStamp.At(text.AsSpan(speech, end - speech), out var more);
            if (TimeOfDay().IsMatch(text.AsSpan(speech, end - speech))) (inner, more) = (null, 0);     // "10:30 pagi" is what was answered
            speech = SkipBlanks(text, speech + more, end);
            seconds ??= colon.Groups["stamp"].Success ? TimeStamp.Seconds(colon.Groups["stamp"].Value) : inner;
            return Of(begin, number, colon.Groups["label"].Value, speech, seconds, LabelShape.Colon, text, end);
        }

        if (StampedLabel().Match(head) is { Success: true } stamped && at + stamped.Length == end)
            return Of(begin, number, stamped.Groups["label"].Value, end, TimeStamp.Seconds(stamped.Groups["stamp"].Value), LabelShape.Stamped, text, end);

        if (TabbedLabel().Match(head) is { Success: true } tabbed)
            return Of(begin, number, tabbed.Groups["label"].Value, SkipBlanks(text, at + tabbed.Length, end), seconds, LabelShape.Bare, text, end);

        return null;
    }

    private static LabelLine Of(int start, int line, string label, int speech, double? seconds, LabelShape shape, string text, int end)
    {
        if (speech >= end) speech = SkipBlanks(text, speech, text.Length);      // the words stand on the next line

        label = label.Trim();
        return new(start, line, label, SpeakerLabel.Key(label), speech, seconds, shape);
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private const string Label = @"(?<label>\p{L}[\p{L}\p{M}\p{Nd} .'’\-/&_]{0,38}?(?:\s?[(\[][^()\[\]\n:]{1,30}[)\]])?)";

    [GeneratedRegex(@"^[*_\[(<]{0,3}" + Label + @"\s{0,3}[*_\])>]{0,3}\s{0,3}(?<stamp>" + TimeStamp.Pattern + @")?\s{0,3}[::][*_]{0,3}(?![\d/\\])", RegexOptions.CultureInvariant)]
    private static partial Regex ColonLabel();

    [GeneratedRegex(@"^\d{1,2}[:.]\d{2}\s{1,3}(?:(?:waktu|wib|wita|wit|subuh|dini|pagi|siang|sore|petang|malam|lewat|kurang|sampai|hingga|in\s+the|at\s+night|o'clock)\b|[ap]\.?m\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("^[*_]{0,3}" + Label + @"[*_]{0,3}\s{1,8}(?<stamp>" + TimeStamp.Pattern + @")[*_]{0,3}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex StampedLabel();

    [GeneratedRegex(@"^[*_\[]{0,3}(?<label>\p{L}+(?: ?\d{1,3})?)[*_\]]{0,3}(?:\t+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex TabbedLabel();

    [GeneratedRegex(@"#\d{1,3}:\d{2}:\d{2}(?:-\d{1,3})?#$", RegexOptions.CultureInvariant)]
    private static partial Regex FinalStamp();
}
