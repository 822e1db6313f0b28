using System.Globalization;
using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.Storage.Journal;

/// <summary>Words of informants, to be found again in what analysts wrote.</summary>
/// <remarks>
/// Texts are compared word by word, without regard to case, Unicode form, punctuation and white space. A run stands in a text when six of its words, or fewer that come to thirty characters with a
/// blank between words, follow each other there.
/// <para>Cost: O(length) to learn and to look, of the text alone.</para>
/// </remarks>
internal sealed class SpokenWords
{
    private const int FewestWords = 6, FewestCharacters = 30, ShortestQuote = 20;

    private readonly HashSet<string> runs = new(StringComparer.Ordinal);
    private readonly HashSet<string> shortQuotes = new(StringComparer.Ordinal);

    /// <summary>Learns what somebody said.</summary>
    public void Add(string speech)
    {
        var words = Fold(speech);
        foreach (var run in Runs(words)) runs.Add(words[run]);
    }

    /// <summary>Learns words that were coded: also those too short for a run, from twenty characters.</summary>
    public void AddQuote(string quote)
    {
        var words = Fold(quote);
        var found = Runs(words).ToList();
        foreach (var run in found) runs.Add(words[run]);
        if (found.Count == 0 && words.Length >= ShortestQuote) shortQuotes.Add($" {words} ");
    }

    /// <summary>Whether some of the words stand in a text.</summary>
    public bool StandIn(string text)
    {
        if (runs.Count + shortQuotes.Count == 0) return false;
        var words = Fold(text);
        var known = runs.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var run in Runs(words))
        {
            if (known.Contains(words.AsSpan()[run])) return true;
        }

        if (shortQuotes.Count == 0) return false;
        var set = $" {words} ";
        return shortQuotes.Any(q => set.Contains(q, StringComparison.Ordinal));
    }

    // From each word on the shortest run that is long enough: two texts that share a longer one share this one.
    private static IEnumerable<Range> Runs(string words)
    {
        var ends = new List<int>();
        for (var at = words.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = words.IndexOf(' ', at + 1)) ends.Add(at);
        if (words.Length > 0) ends.Add(words.Length);
        for (var (first, start) = (0, 0); first < ends.Count; start = ends[first++] + 1)
        {
            for (var last = first; last < ends.Count; last++)
            {
                if (last - first + 1 < FewestWords && ends[last] - start < FewestCharacters) continue;
                yield return start..ends[last];
                break;
            }
        }
    }

    /// <summary>The words of a text in one form, a blank between them.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in CanonicalText.From(text).Value.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant().EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) folded.Append(rune.ToString());
            else if (category != UnicodeCategory.Format && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }
}
