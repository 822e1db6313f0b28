using Lucene.Net.Analysis.Id;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Jembatan.Text.Tokens;

/// <summary>The only place that knows Lucene's stemmers.</summary>
internal static class LuceneStems
{
    public static string Of(string form, StemLanguage language)
    {
        if (form.Length is 0 or > 200) return form;
        if (language == StemLanguage.Indonesian)
        {
            var letters = form.ToCharArray();
            var length = new IndonesianStemmer().Stem(letters, letters.Length, stemDerivational: true);
            return length > 0 ? new string(letters, 0, length) : form;
        }

        var english = new EnglishStemmer();
        english.SetCurrent(form);
        english.Stem();
        return english.Current is { Length: > 0 } stem ? stem : form;
    }
}
