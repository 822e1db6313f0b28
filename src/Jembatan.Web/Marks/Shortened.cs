namespace Jembatan.Web.Marks;

/// <summary>Texts that stand in part, cut where a word ends, with an ellipsis for what is left out.</summary>
internal static class Shortened
{
    private const string Mark = "…";

    /// <summary>The beginning of a text.</summary>
    /// <param name="most">Most characters, UTF-16.</param>
    public static string AtWord(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text[..most];
        if (char.IsHighSurrogate(cut[^1])) cut = cut[..^1];
        return char.IsWhiteSpace(text[cut.Length]) ? cut.TrimEnd() + Mark : UpToWord(cut) + Mark;
    }

    /// <summary>Words before a quote, of which as many are kept as fit: the piece of a word that they begin with goes.</summary>
    /// <param name="kept">The words as they are kept with a coding.</param>
    /// <param name="room">How many code points are kept at most; fewer stand where the text begins.</param>
    public static string Before(string kept, int room)
    {
        if (kept.EnumerateRunes().Count() < room) return kept;
        var space = IndexOfSpace(kept);
        return space < 0 ? Mark : Mark + kept[space..];
    }

    /// <summary>Words after a quote: the piece of a word that they end with goes.</summary>
    /// <param name="kept">The words as they are kept with a coding.</param>
    /// <param name="room">How many code points are kept at most; fewer stand where the text ends.</param>
    public static string After(string kept, int room)
    {
        if (kept.EnumerateRunes().Count() < room) return kept;
        var space = LastIndexOfSpace(kept);
        return space < 0 ? Mark : kept[..(space + 1)] + Mark;
    }

    private static string UpToWord(string text)
    {
        var space = LastIndexOfSpace(text);
        return space <= 0 ? text : text[..space].TrimEnd();
    }

    private static int IndexOfSpace(string text)
    {
        for (var i = 0; i < text.Length; i++) if (char.IsWhiteSpace(text[i])) return i;
        return -1;
    }

    private static int LastIndexOfSpace(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--) if (char.IsWhiteSpace(text[i])) return i;
        return -1;
    }
}
