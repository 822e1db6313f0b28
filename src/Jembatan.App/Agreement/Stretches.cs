using System.Text;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Agreement;

/// <summary>A stretch of a source, code points, end exclusive.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Cuts a source into the stretches that count and into units.</summary>
internal static class Stretches
{
    /// <summary>What informants say, and what others say where the interviewer is asked for too; everything where there are no turns. Labels of speakers never count.</summary>
    public static IReadOnlyList<Stretch> Counting(CodedSource source, bool withInterviewer) =>
        source.Turns is not { Count: > 0 } turns
            ? source.Length == 0 ? [] : [new(0, source.Length)]
            : [.. turns.Where(t => (t.Voice == Voice.Informant || (withInterviewer && t.Voice != Voice.None)) && t.End > t.SpeechStart).Select(t => new Stretch(t.SpeechStart, t.End))];

    /// <summary>The units, in order, none overlapping.</summary>
    /// <returns>The units, or <c>source/no-text</c>.</returns>
    public static async Task<Result<IReadOnlyList<Stretch>>> UnitsAsync(CodedSource source, AgreementUnit unit, bool withInterviewer, JembatanDb db, CancellationToken cancellationToken)
    {
        var counting = Counting(source, withInterviewer);
        switch (unit)
        {
            case AgreementUnit.Character:
                return new Characters(counting);
            case AgreementUnit.Turn when source.Turns is { Count: > 0 }:
                return (Stretch[])[.. counting];
            case AgreementUnit.Source:
                return counting.Count == 0 ? (Stretch[])[] : (Stretch[])[new(counting[0].Start, counting[^1].End)];
            default:
                var text = await source.TextAsync(db, cancellationToken);
                var kind = unit switch { AgreementUnit.Token => Kind.Token, AgreementUnit.Sentence => Kind.Sentence, _ => Kind.Paragraph };
                return text.Problem is { } problem ? problem : (Stretch[])[.. counting.SelectMany(s => Cut(text.Value, s, kind))];
        }
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
