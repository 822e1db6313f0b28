using System.Text.RegularExpressions;

namespace Jembatan.Text.Turns;

/// <summary>The shape of a speaker label and what its words say.</summary>
internal static partial class SpeakerLabel
{
    /// <summary>One key for all spellings of a label: lower case, single blanks.</summary>
    internal static string Key(string label) => Blanks().Replace(label.Trim(), " ").ToLowerInvariant();

    /// <summary>The first word without number or brackets: <c>researcher</c> of "Researcher 1", <c>n</c> of "N07".</summary>
    internal static string Base(string key)
    {
        var end = key.AsSpan().IndexOfAny(" ([/");
        var word = end < 0 ? key : key[..end];
        return word.TrimEnd("0123456789.-_:".ToCharArray());
    }

    /// <summary>The role that the label's word names, or null when the word names none.</summary>
    internal static SpeakerRole? Named(string key)
    {
        var word = Base(key);
        if (SpeakerWords.Interviewer.Contains(word)) return SpeakerRole.Interviewer;
        if (SpeakerWords.Informant.Contains(word)) return SpeakerRole.Informant;
        return SpeakerWords.Other.Contains(word) || SpeakerWords.Other.Contains(key) ? SpeakerRole.Other : null;
    }

    /// <summary>Whether the label is one of the letters that stand for a role, with or without a number.</summary>
    internal static bool IsLetter(string key) => key.Length <= 4 && SpeakerWords.Letters.Contains(Base(key));

    /// <summary>Whether the key belongs to a header such as "Tanggal".</summary>
    internal static bool IsHeader(string key) => SpeakerWords.Header.Contains(Base(key));

    /// <summary>Whether the label could be a person's name or code: few words, each with a capital or a number.</summary>
    internal static bool IsName(string label)
    {
        var key = Key(label);
        if (SpeakerWords.Header.Contains(Base(key)) || SpeakerWords.Remark.Contains(Base(key))) return false;
        var words = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 4 && words.All(w => char.IsUpper(w[0]) || char.IsDigit(w[0]) || w[0] == '(' || !char.IsLower(w[0]));
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
