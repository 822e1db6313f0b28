using System.Security.Cryptography;
using System.Text;

namespace Jembatan.Core.Qualitative;

/// <summary>The one text of a revision of a source, with positions in Unicode code points.</summary>
/// <remarks>
/// Made from any decoded text by: stripping a leading byte-order mark, turning CRLF and CR into LF, and turning U+0000 and lone surrogates into U+FFFD one for one.
/// No Unicode normalisation.
/// <para>Unit: code points, zero-based, end exclusive. UTF-16 indices appear only inside.</para>
/// <para>Cost: a text of basic-plane characters needs no map; others keep a checkpoint per 256 code points, so a conversion scans at most 256 characters.</para>
/// </remarks>
public sealed class CanonicalText
{
    private const int Step = 256;
    private readonly int[]? checkpoints;    // UTF-16 index of code point k·Step; null when no character needs two

    private CanonicalText(string value, int length, int replaced, int[]? checkpoints) =>
        (Value, Length, Replaced, this.checkpoints) = (value, length, replaced, checkpoints);

    /// <summary>The text, as a .NET string.</summary>
    public string Value { get; }

    /// <summary>Length in code points.</summary>
    public int Length { get; }

    /// <summary>How many characters were replaced by U+FFFD, for the loss report.</summary>
    public int Replaced { get; }

    /// <summary>SHA-256 of the UTF-8 text, lower-case hex, 64 characters.</summary>
    public string Hash => HashOf(Value);

    /// <summary>SHA-256 of a text's UTF-8 bytes, lower-case hex.</summary>
    /// <param name="text">The text.</param>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Makes the canonical text of a decoded one.</summary>
    /// <param name="decoded">Any string, lone surrogates and all.</param>
    public static CanonicalText From(string decoded)
    {
        ArgumentNullException.ThrowIfNull(decoded);
        if (IsPlain(decoded)) return new(decoded, decoded.Length, 0, null);
        var text = new StringBuilder(decoded.Length);
        var replaced = 0;
        var astral = 0;
        for (var i = decoded.StartsWith('\uFEFF') ? 1 : 0; i < decoded.Length; i++)
        {
            var c = decoded[i];
            if (c == '\r')
            {
                text.Append('\n');
                if (i + 1 < decoded.Length && decoded[i + 1] == '\n') i++;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < decoded.Length && char.IsLowSurrogate(decoded[i + 1]))
            {
                text.Append(c).Append(decoded[++i]);
                astral++;
            }
            else if (c == '\0' || char.IsSurrogate(c))
            {
                text.Append('\uFFFD');
                replaced++;
            }
            else
            {
                text.Append(c);
            }
        }

        var value = text.ToString();
        return new(value, value.Length - astral, replaced, astral == 0 ? null : Map(value));
    }

    /// <summary>The UTF-16 index of a code-point position.</summary>
    /// <param name="position">0 to <see cref="Length"/>, code points.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the text.</exception>
    public int ToUtf16(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
        if (checkpoints is null) return position;
        var index = checkpoints[position / Step];
        for (var left = position % Step; left > 0; left--) index += char.IsHighSurrogate(Value[index]) ? 2 : 1;
        return index;
    }

    /// <summary>The code-point position of a UTF-16 index; an index inside a surrogate pair counts as the pair's start.</summary>
    /// <param name="index">0 to the string's length, UTF-16 units.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the string.</exception>
    public int FromUtf16(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Value.Length);
        if (checkpoints is null) return index;
        var at = Array.BinarySearch(checkpoints, index);
        if (at < 0) at = ~at - 1;
        var position = at * Step;
        for (var i = checkpoints[at]; i < index; position++)
        {
            i += char.IsHighSurrogate(Value[i]) ? 2 : 1;
            if (i > index) break;
        }

        return position;
    }

    /// <summary>The stretch from one position to another.</summary>
    /// <param name="start">First position, code points.</param>
    /// <param name="end">Position after the last, code points.</param>
    public string Slice(int start, int end) => Value[ToUtf16(start)..ToUtf16(end)];

    /// <summary>Selects a stretch, or says why it cannot be selected.</summary>
    /// <param name="start">First position, code points, zero-based.</param>
    /// <param name="end">Position after the last one, code points.</param>
    /// <returns>The selection, or <c>selection/outside</c> or <c>selection/empty</c>.</returns>
    public Result<TextSelection> Select(int start, int end)
    {
        if (start < 0 || end > Length)
            return new Problem("selection/outside", $"The selection {start}–{end} lies outside the text, which runs from 0 to {Length} code points. Choose positions inside it.", $"{start}-{end}");
        if (start >= end)
            return new Problem("selection/empty", $"The selection {start}–{end} holds no character. The end must come after the start.", $"{start}-{end}");
        return new TextSelection(start, end, Slice(start, end), Slice(Math.Max(0, start - TextSelection.Context), start), Slice(end, Math.Min(Length, end + TextSelection.Context)));
    }

    // What is stored has been made canonical before; a scan of whole vectors sees that nothing is left to do.
    private static bool IsPlain(string text) => !text.StartsWith('\uFEFF') && !text.AsSpan().ContainsAny('\r', '\0') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static int[] Map(string value)
    {
        var map = new List<int>((value.Length / Step) + 2);
        var position = 0;
        for (var i = 0; i < value.Length; position++)
        {
            if (position % Step == 0) map.Add(i);
            i += char.IsHighSurrogate(value[i]) ? 2 : 1;
        }

        if (position % Step == 0) map.Add(value.Length);
        return [.. map];
    }
}

/// <summary>A stretch of a source with what is needed to find it again: the anchor.</summary>
/// <param name="Start">First position, code points, zero-based.</param>
/// <param name="End">Position after the last one, code points.</param>
/// <param name="Quote">The exact text.</param>
/// <param name="Before">Up to <see cref="Context"/> code points before it.</param>
/// <param name="After">Up to <see cref="Context"/> code points after it.</param>
public sealed record TextSelection(int Start, int End, string Quote, string Before, string After)
{
    /// <summary>Code points of context kept on each side.</summary>
    public const int Context = 32;
}
