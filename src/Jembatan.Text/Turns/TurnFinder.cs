namespace Jembatan.Text.Turns;

/// <summary>Finds the speaker turns of a transcript.</summary>
/// <remarks>
/// A turn begins at a line with a label ("Pewawancara:", "N07:", "Ana:" when the name recurs, "Speaker 1  0:03") and runs to the next one; lines between belong to it.
/// Time stamps before, beside or after the label are read. What stands before the first turn belongs to none.
/// <para>Left out on purpose: headers ("Tanggal: …"), remarks ("Catatan: …"), times, addresses, and dialogue inside a narrative. A text without turns is a fine answer, and so is one
/// whose only labels are an interviewer's: the words between would all be counted as questions.</para>
/// <para>Cost: O(length).</para>
/// </remarks>
public static class TurnFinder
{
    private const int HeaderLines = 25;

    /// <summary>Finds the turns.</summary>
    /// <param name="text">The text, lines ended by LF or CRLF.</param>
    /// <returns>The turns in order, not overlapping; empty when the text has none. Positions are UTF-16 units.</returns>
    public static IReadOnlyList<FoundTurn> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var candidates = WithoutHeader(LabelLines.Read(text, out _, out var filled));
        var kept = Keep(candidates);
        if (kept.Count < 2 || kept.Select(k => k.Key).Distinct(StringComparer.Ordinal).Count() < 2) return [];

        var roles = SpeakerRoles.Resolve(kept.Select(k => k.Label), text);
        return Convinces(kept, roles, text, filled) ? Turns(kept, roles, text) : [];
    }

    // The header ends at the last line of its kind near the top, unless the talk has begun before, which labels that return show.
    private static List<LabelLine> WithoutHeader(IReadOnlyList<LabelLine> candidates)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int end = -1, returns = 0;
        foreach (var c in candidates.TakeWhile(c => c.Line < HeaderLines))
        {
            if (SpeakerLabel.IsHeader(c.Key)) end = c.Line;
            else if (!seen.Add(c.Key) && ++returns > 1) break;
        }

        foreach (var c in candidates.Where(c => end >= 0 && c.Line > end))
        {
            if (c.Line != end + 1 || candidates.Any(other => other.Line > c.Line && other.Key == c.Key)) break;
            end = c.Line;      // "Narasumber: Ibu Sari" under "Tanggal: …"
        }

        return [.. candidates.Where(c => c.Line > end)];
    }

    private static List<LabelLine> Keep(List<LabelLine> candidates)
    {
        var counts = candidates.Where(c => c.Shape != LabelShape.Bare || SpeakerLabel.Named(c.Key) is not null || SpeakerLabel.IsLetter(c.Key))
            .CountBy(c => c.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var hasInterviewer = counts.Keys.Any(k => SpeakerLabel.Named(k) == SpeakerRole.Interviewer);
        var hasInformant = counts.Keys.Any(k => SpeakerLabel.Named(k) == SpeakerRole.Informant || SpeakerLabel.IsLetter(k));
        bool Known(LabelLine c)
        {
            if (!counts.TryGetValue(c.Key, out var count)) return false;
            if (SpeakerLabel.Named(c.Key) is not null) return c.Shape == LabelShape.Colon || count >= 2;
            if (SpeakerLabel.IsLetter(c.Key)) return char.IsUpper(c.Label[0]) && (c.Shape == LabelShape.Colon || count >= 2);
            return c.Shape != LabelShape.Bare && SpeakerLabel.IsName(c.Label) && count >= 2;
        }

        var kept = candidates.Where(Known).ToList();
        if (hasInterviewer && !hasInformant && kept.All(c => SpeakerLabel.Named(c.Key) == SpeakerRole.Interviewer)
            && candidates.Where(c => c.Shape == LabelShape.Colon && SpeakerLabel.Named(c.Key) is null && SpeakerLabel.IsName(c.Label)).Take(2).ToList() is [var only])
            kept = [.. candidates.Where(c => c == only || kept.Contains(c))];     // one answer to one question
        return kept;
    }

    private static bool Convinces(List<LabelLine> kept, IReadOnlyDictionary<string, SpeakerRole> roles, string text, int filled)
    {
        if (!kept.Any(k => roles[k.Label] == SpeakerRole.Informant)) return false;
        var dense = kept.Count * 10 >= filled * 3 || kept.Count(k => k.Shape == LabelShape.Stamped) >= 2;
        if (kept.Any(k => roles[k.Label] == SpeakerRole.Interviewer)) return kept.Count >= 4 || dense || BeginsWithAQuestion(kept, roles, text);
        return kept.Count >= 4 && dense && kept[0].Start <= Math.Max(400, text.Length / 10);
    }

    // One question and a long answer: few labels in many lines, but a sentence under the interviewer's label and not a name, as in a header.
    private static bool BeginsWithAQuestion(List<LabelLine> kept, IReadOnlyDictionary<string, SpeakerRole> roles, string text)
    {
        if (roles[kept[0].Label] != SpeakerRole.Interviewer || SpeakerLabel.Named(kept[0].Key) is null || SpeakerLabel.Named(kept[1].Key) is null || kept[0].Start > Math.Max(400, text.Length / 10)) return false;
        var said = text.AsSpan(kept[0].SpeechStart, Math.Max(0, kept[1].Start - kept[0].SpeechStart)).Trim();
        return said.Contains(' ') && said[^1] is '.' or '?' or '!' or '…';
    }

    private static FoundTurn[] Turns(List<LabelLine> kept, IReadOnlyDictionary<string, SpeakerRole> roles, string text)
    {
        var turns = new FoundTurn[kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            var end = i + 1 < kept.Count ? kept[i + 1].Start : text.Length;
            while (end > kept[i].Start && char.IsWhiteSpace(text[end - 1])) end--;
            turns[i] = new(kept[i].Start, end, Math.Min(kept[i].SpeechStart, end), kept[i].Label, roles[kept[i].Label], kept[i].AtSeconds);
        }

        return turns;
    }
}
