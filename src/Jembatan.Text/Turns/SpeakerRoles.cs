namespace Jembatan.Text.Turns;

/// <summary>Decides who asks and who answers, from all labels of one text together.</summary>
/// <remarks>
/// A word such as "Pewawancara" or "Researcher" names its role. A single letter that begins an interviewer's word of the same text, and no informant's, asks too. Others get their role from the letters beside them: P asks beside N, R, J or a
/// name, answers beside M, Q or "Moderator". Beside each other, P and I, and P and R, depend on the language: in Indonesian P is <i>pewawancara</i> and I <i>informan</i>, in English
/// I is the interviewer, R the researcher and P the participant. Every other label is an informant's.
/// </remarks>
public static class SpeakerRoles
{
    /// <summary>The role of each label.</summary>
    /// <param name="labels">The labels of one text as written.</param>
    /// <param name="text">The text, for its language.</param>
    /// <returns>A role for each label given, by label.</returns>
    public static IReadOnlyDictionary<string, SpeakerRole> Resolve(IEnumerable<string> labels, string text)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(text);
        var keys = labels.Distinct(StringComparer.Ordinal).ToDictionary(label => label, SpeakerLabel.Key, StringComparer.Ordinal);
        var letters = keys.Values.Where(SpeakerLabel.IsLetter).Select(SpeakerLabel.Base).ToHashSet(StringComparer.Ordinal);
        var asks = letters.Count == 0 ? null : AskingLetter(letters, [.. keys.Values], text);
        return keys.ToDictionary(
            pair => pair.Key,
            pair => SpeakerLabel.Named(pair.Value) ?? (asks is not null && SpeakerLabel.IsLetter(pair.Value) && SpeakerLabel.Base(pair.Value) == asks ? SpeakerRole.Interviewer : SpeakerRole.Informant),
            StringComparer.Ordinal);
    }

    /// <summary>Whether a label is a word that names the role of an interviewer, an informant or a third person.</summary>
    /// <param name="label">The label as written.</param>
    public static bool IsRoleWord(string label) => SpeakerLabel.Named(SpeakerLabel.Key(label)) is not null;

    private static string? AskingLetter(HashSet<string> letters, IReadOnlyCollection<string> keys, string text)
    {
        var named = keys.Select(SpeakerLabel.Named).ToHashSet();
        if (named.Contains(SpeakerRole.Interviewer)) return Initial(letters, keys);
        if (letters.Contains("q")) return "q";
        if (letters.Contains("t") && letters.Contains("j")) return "t";
        if (letters.Contains("m")) return "m";
        var indonesian = SpeakerWords.IsIndonesian(text);
        bool p = letters.Contains("p"), i = letters.Contains("i"), r = letters.Contains("r");
        var answers = letters.Contains("n") || letters.Contains("j") || named.Contains(SpeakerRole.Informant);
        if (p && i) return answers || indonesian ? "p" : "i";
        if (p && r) return answers || indonesian ? "p" : "r";
        if (i) return "i";
        var names = keys.Any(key => SpeakerLabel.Named(key) is null && !SpeakerLabel.IsLetter(key));
        if (p) return answers || (names && indonesian) ? "p" : null;
        return r && names && !indonesian ? "r" : null;
    }

    // "P:" beside "Pewawancara:" is short for it, unless it may as well be short for a word of an informant or every letter is that one, as of participants P1 and P2.
    private static string? Initial(HashSet<string> letters, IReadOnlyCollection<string> keys)
    {
        string[] Initials(SpeakerRole role) => [.. keys.Where(key => SpeakerLabel.Named(key) == role).Select(key => key[..1]).Distinct(StringComparer.Ordinal)];
        var answers = Initials(SpeakerRole.Informant);
        return letters.Count + answers.Length > 1 && Initials(SpeakerRole.Interviewer).Except(answers).Where(letters.Contains).ToList() is [var only] ? only : null;
    }
}
