namespace Jembatan.Text.Tokens;

/// <summary>One place where a query matches.</summary>
/// <param name="First">Number of the first word that matches.</param>
/// <param name="Last">Number of the last one.</param>
public readonly record struct WordMatch(int First, int Last);

/// <summary>A search for words in a row.</summary>
/// <remarks>
/// Words in a row must follow each other. <c>*</c> at either end of a word stands for any letters, and alone for any word; case does not matter. With stems, words match when their stems are equal, those with <c>*</c> as they stand.
/// <para><b>Cost</b>: one pass over the words for each query.</para>
/// </remarks>
public sealed class WordQuery
{
    private readonly string[] patterns;
    private readonly StemLanguage? stems;

    private WordQuery(string[] patterns, StemLanguage? stems) => (this.patterns, this.stems) = (patterns, stems);

    /// <summary>The words asked for, as they are compared.</summary>
    public IReadOnlyList<string> Patterns => patterns;

    /// <summary>The query of a text; null when it holds no word.</summary>
    /// <param name="text">Words, with or without <c>*</c>, at most 20.</param>
    /// <param name="stems">Language whose stems are compared; null for the words as they stand.</param>
    public static WordQuery? Of(string text, StemLanguage? stems)
    {
        ArgumentNullException.ThrowIfNull(text);
        var patterns = new List<string>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Trim('"') == "*")
            {
                patterns.Add("*");
                continue;
            }

            var words = Tokenizer.Words(part);
            for (var i = 0; i < words.Count; i++)
            {
                var open = (i == 0 && part.Trim('"').StartsWith('*') ? "*" : "", i == words.Count - 1 && part.Trim('"').EndsWith('*') ? "*" : "");
                patterns.Add(open is ("", "") && stems is { } language ? Stemmer.Stem(words[i].Form, language) : open.Item1 + words[i].Form + open.Item2);
            }
        }

        return patterns.Count is 0 or > 20 || patterns.All(p => p == "*") ? null : new([.. patterns], stems);
    }

    /// <summary>Every place where the words stand in a row, overlapping ones included.</summary>
    /// <param name="words">Words of a text in order.</param>
    public IEnumerable<WordMatch> Find(IReadOnlyList<Token> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var known = new Dictionary<string, string>(StringComparer.Ordinal); // each different word is stemmed once
        for (var i = 0; i + patterns.Length <= words.Count; i++)
        {
            var all = true;
            for (var k = 0; all && k < patterns.Length; k++) all = Matches(patterns[k], words[i + k].Form, known);
            if (all) yield return new(i, i + patterns.Length - 1);
        }
    }

    private bool Matches(string pattern, string form, Dictionary<string, string> known)
    {
        if (pattern == "*") return true;
        bool before = pattern[0] == '*', after = pattern[^1] == '*';
        var core = pattern.AsSpan(before ? 1 : 0, pattern.Length - (before ? 1 : 0) - (after ? 1 : 0));
        if (before && after) return form.AsSpan().Contains(core, StringComparison.Ordinal);
        if (before) return form.AsSpan().EndsWith(core, StringComparison.Ordinal);
        if (after) return form.AsSpan().StartsWith(core, StringComparison.Ordinal);
        if (stems is not { } language) return core.SequenceEqual(form);
        if (!known.TryGetValue(form, out var stem)) known[form] = stem = Stemmer.Stem(form, language);
        return core.SequenceEqual(stem);
    }
}
