using System.Text.RegularExpressions;

namespace Jembatan.App.Narratives;

/// <summary>Traces embedded in an analyst's text, such as <c>[[coding:0193…]]</c> or <c>[[fit:perisai/SE]]</c>.</summary>
public static partial class EmbeddedTraces
{
    /// <summary>The trace ids of a text, in order, as written.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Mark().Matches(text).Select(m => m.Groups[1].Value.Trim())];

    /// <summary>The text cut at its traces: each part is plain text, or a trace id.</summary>
    public static IReadOnlyList<(string Text, bool IsTrace)> Parts(string text)
    {
        var parts = new List<(string, bool)>();
        var at = 0;
        foreach (Match m in Mark().Matches(text))
        {
            if (m.Index > at) parts.Add((text[at..m.Index], false));
            parts.Add((m.Groups[1].Value.Trim(), true));
            at = m.Index + m.Length;
        }

        if (at < text.Length) parts.Add((text[at..], false));
        return parts;
    }

    [GeneratedRegex(@"\[\[([^\[\]\n]{1,200})\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
