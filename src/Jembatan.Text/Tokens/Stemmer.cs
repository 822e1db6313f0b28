namespace Jembatan.Text.Tokens;

/// <summary>The languages whose words can be brought to a stem.</summary>
public enum StemLanguage
{
    /// <summary>Bahasa Indonesia.</summary>
    Indonesian,

    /// <summary>English.</summary>
    English,
}

/// <summary>Brings words to their stems, so that <c>pembayaran</c> and <c>membayar</c> are found together.</summary>
/// <remarks>
/// Indonesian after Tala (2003) with derivational affixes; English after Porter's second stemmer. Both work by rules and know no words: <c>kepesertaan</c> becomes <c>serta</c>, <c>ketenagakerjaan</c> becomes <c>tenagakerja</c>.
/// <para><b>Source</b>: Tala, F. Z. (2003). A study of stemming effects on information retrieval in Bahasa Indonesia, Universiteit van Amsterdam; Porter, M. F. (2001). Snowball: a language for stemming algorithms.</para>
/// <para><b>Oracle</b>: the examples above, which Apache Lucene prints.</para>
/// </remarks>
public static class Stemmer
{
    /// <summary>The stem of a word.</summary>
    /// <param name="form">A word as <see cref="Tokenizer.Form"/> gives it.</param>
    /// <param name="language">Its language.</param>
    /// <returns>The stem; the word itself when nothing can be taken off. A word joined by a hyphen that repeats itself gives the stem of one half.</returns>
    public static string Stem(string form, StemLanguage language)
    {
        ArgumentNullException.ThrowIfNull(form);
        var hyphen = form.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && hyphen < form.Length - 1)
        {
            string left = LuceneStems.Of(form[..hyphen], language), right = LuceneStems.Of(form[(hyphen + 1)..], language);
            return left == right ? left : $"{left}-{right}";
        }

        return LuceneStems.Of(form, language);
    }
}
