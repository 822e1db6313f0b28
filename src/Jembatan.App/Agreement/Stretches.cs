using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Agreement;

/// <summary>A stretch of a source, code points, end exclusive.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Cuts a source into the stretches that count and into units.</summary>
internal static class Stretches
{
    /// <summary>What informants say; everything where there are no turns or where the interviewer is asked for too.</summary>
    public static IReadOnlyList<Stretch> Counting(CanonicalText text, IReadOnlyList<Turn> turns, bool withInterviewer) =>
        turns.Count == 0 || withInterviewer
            ? text.Length == 0 ? [] : [new(0, text.Length)]
            : [.. turns.Where(t => t.Voice == Voice.Informant && t.End > t.SpeechStart).Select(t => new Stretch(t.SpeechStart, t.End))];

    /// <summary>The units, in order, none overlapping.</summary>
    public static IReadOnlyList<Stretch> Units(CanonicalText text, IReadOnlyList<Turn> turns, AgreementUnit unit, bool withInterviewer)
    {
        var counting = Counting(text, turns, withInterviewer);
        return unit switch
        {
            AgreementUnit.Character => [.. counting.SelectMany(s => Enumerable.Range(s.Start, s.Length).Select(i => new Stretch(i, i + 1)))],
            AgreementUnit.Turn when turns.Count > 0 => withInterviewer ? [.. turns.Where(t => t.End > t.SpeechStart && t.Voice != Voice.None).Select(t => new Stretch(t.SpeechStart, t.End))] : counting,
            AgreementUnit.Source => counting.Count == 0 ? [] : [new(counting[0].Start, counting[^1].End)],
            AgreementUnit.Token => [.. counting.SelectMany(s => Cut(text, s, Kind.Token))],
            AgreementUnit.Sentence => [.. counting.SelectMany(s => Cut(text, s, Kind.Sentence))],
            _ => [.. counting.SelectMany(s => Cut(text, s, Kind.Paragraph))],
        };
    }

    private enum Kind
    {
        Token,
        Sentence,
        Paragraph,
    }

    // A unit begins at its first letter or digit; a sentence ends after . ? ! … and what closes it, when white space follows; a line break ends everything.
    private static IEnumerable<Stretch> Cut(CanonicalText text, Stretch stretch, Kind kind)
    {
        var (position, start, last, ended) = (stretch.Start, -1, -1, false);
        foreach (var rune in text.Slice(stretch.Start, stretch.End).EnumerateRunes())
        {
            var isWord = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
            var isSpace = Rune.IsWhiteSpace(rune);
            var isBreak = rune.Value == '\n' || (kind == Kind.Sentence && isSpace && ended) || (kind == Kind.Token && !isWord && rune.Value is not ('-' or '\'' or '’'));
            if (isBreak && start >= 0)
            {
                yield return new(start, last + 1);
                (start, ended) = (-1, false);
            }

            if (isWord)
            {
                if (start < 0) start = position;
                ended = false;
            }
            else if (rune.Value is '.' or '?' or '!' or '…' && start >= 0)
            {
                ended = true;
            }

            if (start >= 0 && !isSpace && (kind != Kind.Token || isWord)) last = position;
            position++;
        }

        if (start >= 0) yield return new(start, last + 1);
    }
}
