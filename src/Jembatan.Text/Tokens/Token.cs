using System.Globalization;
using System.Text;

namespace Jembatan.Text.Tokens;

/// <summary>A word of a text.</summary>
/// <param name="Start">First position, in Unicode code points, from 0.</param>
/// <param name="End">Position after the last one.</param>
/// <param name="Form">The word in lower case and Unicode form C.</param>
public readonly record struct Token(int Start, int End, string Form);

/// <summary>Cuts a text into words.</summary>
/// <remarks>
/// A word is a run of letters, digits and combining marks; an apostrophe or a hyphen between two of them belongs to it, so that <c>sehari-hari</c> and <c>don't</c> are one word each.
/// Marks inside a word that nobody sees, such as a soft hyphen, are no part of its form.
/// <para><b>Unit</b>: positions are code points. <b>Cost</b>: one pass.</para>
/// <para><b>Left out</b>: everything else, numbers included when asked. Texts written without spaces between words are one word a run.</para>
/// </remarks>
public static class Tokenizer
{
    private static readonly char[] Unseen = ['\u00AD', '\u200C', '\u200D', '\u2060'];      // soft hyphen, joiners

    /// <summary>The words of a text in order.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Words; none for a text without letters and digits.</returns>
    public static IReadOnlyList<Token> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<Token>(text.Length / 6);
        int position = 0, start = -1, startIndex = 0, index = 0, lastInside = 0, lastPosition = 0;
        while (index < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);
            if (IsInside(rune))
            {
                if (start < 0) (start, startIndex) = (position, index);
                (lastInside, lastPosition) = (index + length, position + 1);
            }
            else if (start >= 0 && !(IsJoint(rune) && NextIsInside(text, index + length)))
            {
                words.Add(new(start, lastPosition, Form(text[startIndex..lastInside])));
                start = -1;
            }

            index += length;
            position++;
        }

        if (start >= 0) words.Add(new(start, lastPosition, Form(text[startIndex..lastInside])));
        return words;
    }

    /// <summary>A word as words are compared: lower case, form C.</summary>
    /// <param name="word">A word.</param>
    public static string Form(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var lower = word.Replace('\u2019', '\'').ToLowerInvariant();
        if (lower.AsSpan().ContainsAny(Unseen)) lower = string.Concat(lower.Split(Unseen));
        return IsWhole(lower) ? lower.Normalize(NormalizationForm.FormC) : lower;
    }

    private static bool IsInside(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsJoint(Rune rune) => rune.Value is '-' or '\'' or 0x2019 or 0x2010 || (rune.IsBmp && Unseen.Contains((char)rune.Value));

    private static bool NextIsInside(string text, int index) =>
        index < text.Length && Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out _) == System.Buffers.OperationStatus.Done && IsInside(rune);

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
