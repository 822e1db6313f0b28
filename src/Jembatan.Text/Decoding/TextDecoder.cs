using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Jembatan.Text.Decoding;

/// <summary>Turns bytes into text: byte-order marks first, then strict UTF-8, UTF-16 without a mark, Windows-1252 as the last resort.</summary>
/// <remarks>
/// A file in which some lines are UTF-8 and others are not is read line by line.
/// <para>Left out: the byte-order mark, and a last odd byte of UTF-16.</para>
/// <para>Untrusted input: bytes that are not text are refused, by known signatures of other formats and by their share of control characters.</para>
/// <para>Cost: O(bytes).</para>
/// </remarks>
public static class TextDecoder
{
    private const byte LineFeed = (byte)'\n';

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads bytes as text.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The text, or null when the bytes are not text.</returns>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByMark(bytes) is { } marked) return IsBinary(marked.Text) ? null : marked;
        if (Signatures.IsOtherFormat(bytes)) return null;
        if (TryUtf8(bytes) is { } utf8 && !LooksUtf16(bytes, utf8)) return IsBinary(utf8) ? null : new(utf8, "UTF-8", []);
        if (Utf16WithoutMark(bytes) is { } wide) return wide;
        var read = LineByLine(bytes);
        return IsBinary(read.Text) ? null : read;
    }

    private static DecodedText? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => TryUtf8(rest) is { } text ? new(text, "UTF-8", []) : LineByLine(rest),
        [0xFF, 0xFE, 0, 0, .. var rest] when IsUtf32(rest) => new(new UTF32Encoding(bigEndian: false, byteOrderMark: false).GetString(rest), "UTF-32LE", []),
        [0, 0, 0xFE, 0xFF, .. var rest] when bytes.Length % 4 == 0 => new(new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(rest), "UTF-32BE", []),
        [0xFF, 0xFE, .. var rest] => Utf16(rest, bigEndian: false),
        [0xFE, 0xFF, .. var rest] => Utf16(rest, bigEndian: true),
        _ => null,
    };

    // The mark may also be UTF-16's with a NUL after it: the upper halves of UTF-32 tell.
    private static bool IsUtf32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 4 != 0) return false;
        for (var i = 0; i < bytes.Length; i += 4)
            if (bytes[i + 3] != 0 || bytes[i + 2] > 3) return false;
        return true;
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        return Strict.GetString(bytes);
    }

    // Units are taken one for one, lone surrogates too: the canonical text counts them.
    private static DecodedText Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var units = new char[bytes.Length / 2];
        MemoryMarshal.Cast<byte, char>(bytes[..(units.Length * 2)]).CopyTo(units);
        if (bigEndian == BitConverter.IsLittleEndian)
        {
            var raw = MemoryMarshal.Cast<char, ushort>(units.AsSpan());
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(raw, raw);
        }

        return new(new string(units), bigEndian ? "UTF-16BE" : "UTF-16LE",
            bytes.Length % 2 == 0 ? [] : ["The last byte of the file is half a UTF-16 character and was left out; check whether the file was cut off."]);
    }

    // ASCII text with every second byte zero is valid UTF-8 and yet UTF-16.
    private static bool LooksUtf16(ReadOnlySpan<byte> bytes, string utf8) => utf8.Contains('\0', StringComparison.Ordinal) && Utf16WithoutMark(bytes) is not null;

    private static DecodedText? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        int little = 0, big = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i + 1] == 0 && IsPlain(bytes[i])) little++;
            if (bytes[i] == 0 && IsPlain(bytes[i + 1])) big++;
        }

        var units = bytes.Length / 2;
        if (Math.Max(little, big) * 20 < units || little == big) return null;     // blanks alone are more than one in twenty
        var text = Utf16(bytes, bigEndian: big > little);
        return IsImplausible(text.Text)
            ? null
            : text with { Doubts = [$"The file has no byte-order mark; it was read as {text.Encoding}, which its pattern of zero bytes shows."] };
    }

    private static bool IsPlain(byte b) => b is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static bool IsImplausible(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) odd++;
            else if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) odd++;
        }

        return odd * 50 > text.Length;
    }

    private static DecodedText LineByLine(ReadOnlySpan<byte> bytes)
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var text = new StringBuilder(bytes.Length);
        int number = 0, utf8Lines = 0, otherLines = 0, firstOther = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var end = rest.IndexOf(LineFeed);
            var line = end < 0 ? rest : rest[..(end + 1)];
            rest = rest[line.Length..];
            number++;
            if (TryUtf8(line) is { } utf8)
            {
                text.Append(utf8);
                if (utf8.Length < line.Length) utf8Lines++;
            }
            else
            {
                text.Append(western.GetString(line));
                otherLines++;
                if (firstOther == 0) firstOther = number;
            }
        }

        return utf8Lines == 0
            ? new(text.ToString(), "Windows-1252", ["The file is not UTF-8; it was read as Windows-1252. Check letters with accents and quotation marks."])
            : new(text.ToString(), "mixed", [string.Create(CultureInfo.InvariantCulture,
                $"The file mixes encodings: {otherLines} of {number} lines are not UTF-8 and were read as Windows-1252, the first of them line {firstOther}. Check their accents.")]);
    }

    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085' or '\u001A')) controls++;
        return controls > 2 && controls * 50 > text.Length;
    }
}
