using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Tables;

/// <summary>What two codes may share beside the words themselves.</summary>
public enum CooccurrenceUnit
{
    /// <summary>Their passages overlap by at least one code point.</summary>
    Overlap,

    /// <summary>They stand in the same paragraph.</summary>
    Paragraph,

    /// <summary>They stand in the same turn of a speaker.</summary>
    Turn,

    /// <summary>They stand in the same source.</summary>
    Source,

    /// <summary>They lie at most so many words apart.</summary>
    Words,
}

/// <summary>The units of one text, as half-open stretches of code points in order.</summary>
internal static class TextUnits
{
    /// <summary>Lines that hold something.</summary>
    public static List<(int Start, int End)> Paragraphs(string text)
    {
        var units = new List<(int, int)>();
        int position = 0, start = 0;
        var filled = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                if (filled) units.Add((start, position));
                (start, filled) = (position + 1, false);
            }
            else if (!Rune.IsWhiteSpace(rune))
            {
                filled = true;
            }

            position++;
        }

        if (filled) units.Add((start, position));
        return units;
    }

    /// <summary>Runs of letters, digits and marks.</summary>
    public static List<(int Start, int End)> Words(string text)
    {
        var units = new List<(int, int)>();
        int position = 0, start = -1;
        foreach (var rune in text.EnumerateRunes())
        {
            var inside = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
            if (inside && start < 0) start = position;
            if (!inside && start >= 0)
            {
                units.Add((start, position));
                start = -1;
            }

            position++;
        }

        if (start >= 0) units.Add((start, position));
        return units;
    }

    /// <summary>A passage in places of words: from the first word that it touches to the one after the last. A passage without a word stands at the next one.</summary>
    public static (int Start, int End) InWords(List<(int Start, int End)> words, int start, int end)
    {
        var first = FirstEndingAfter(words, start);
        var last = first;
        while (last < words.Count && words[last].Start < end) last++;
        return (first, Math.Max(last, first + 1));
    }

    /// <summary>Turns; a text without turns is one.</summary>
    public static List<(int Start, int End)> Turns(SourceRevision revision) =>
        revision.Turns.Count == 0 ? [(0, revision.Length)] : [.. revision.Turns.Select(t => (t.Start, t.End))];

    /// <summary>The first unit that ends after a position, by halving.</summary>
    public static int FirstEndingAfter(List<(int Start, int End)> units, int position)
    {
        int low = 0, high = units.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (units[middle].End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
