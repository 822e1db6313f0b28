namespace Jembatan.Interchange.Html;

/// <summary>Bounds the nesting of a page before it is parsed: the parser's work grows with the square of it.</summary>
internal static class HtmlDepth
{
    private const int Leeway = 20;      // elements that the page never closes, as paragraphs and list items

    /// <returns>Whether opening tags outrun closing ones beyond what pages do.</returns>
    internal static bool Exceeds(string html, int limit)
    {
        int depth = 0, filled = 0;
        for (var i = 0; i + 1 < html.Length; i++)
        {
            if (html[i] != '<') continue;
            if (html[i + 1] == '/') depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[i + 1]) && !ClosesItself(html.AsSpan(i + 1))) depth++;
            filled = Math.Max(filled, depth);
        }

        return filled > limit * Leeway;
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && end < 12 && char.IsAsciiLetterOrDigit(tag[end])) end++;
        return tag[..end].ToString().ToLowerInvariant()
            is "br" or "p" or "li" or "td" or "th" or "tr" or "hr" or "img" or "meta" or "link" or "input" or "col" or "dt" or "dd" or "option" or "area" or "base" or "wbr" or "source" or "param";
    }
}
