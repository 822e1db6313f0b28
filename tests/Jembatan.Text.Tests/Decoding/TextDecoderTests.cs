using System.Text;
using Jembatan.Text.Decoding;

namespace Jembatan.Text.Tests.Decoding;

public sealed class TextDecoderTests
{
    private const string Sample = "Pewawancara: Kenapa?\r\nNarasumber: “Ya… susah,” katanya. Café 😀 👩‍🌾 e\u0301 بحر ꦗꦮ\r\n";

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "UTF-8" }, { "utf-8-bom", "UTF-8" }, { "utf-16le-bom", "UTF-16LE" }, { "utf-16be-bom", "UTF-16BE" },
        { "utf-16le", "UTF-16LE" }, { "utf-16be", "UTF-16BE" }, { "utf-32le-bom", "UTF-32LE" }, { "utf-32be-bom", "UTF-32BE" },
    };

    private static byte[] Encode(string text, string how)
    {
        Encoding encoding = how[..^(how.EndsWith("-bom", StringComparison.Ordinal) ? 4 : 0)] switch
        {
            "utf-8" => new UTF8Encoding(true),
            "utf-16le" => new UnicodeEncoding(false, true),
            "utf-16be" => new UnicodeEncoding(true, true),
            "utf-32le" => new UTF32Encoding(false, true),
            _ => new UTF32Encoding(true, true),
        };
        return how.EndsWith("-bom", StringComparison.Ordinal) ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_text(string how, string named)
    {
        var decoded = TextDecoder.Decode(Encode(Sample, how))!;
        Assert.Equal(Sample, decoded.Text);
        Assert.Equal(named, decoded.Encoding);
        Assert.Equal(how is "utf-16le" or "utf-16be", decoded.Doubts.Count > 0);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_read_as_Windows_1252_and_that_is_told()
    {
        byte[] bytes = [.. "Kata beliau \u0093"u8[..12], 0x93, .. "caf"u8, 0xE9, 0x94, (byte)'\n'];
        var decoded = TextDecoder.Decode(bytes)!;
        Assert.Equal("Kata beliau “café”\n", decoded.Text);
        Assert.Equal("Windows-1252", decoded.Encoding);
        Assert.Single(decoded.Doubts);
    }

    [Fact]
    public void Mixed_encodings_are_read_line_by_line_and_counted()
    {
        byte[] bytes = [.. "satu “kutip”\n"u8, .. "caf"u8, 0xE9, (byte)'\n', .. "tiga é\n"u8];
        var decoded = TextDecoder.Decode(bytes)!;
        Assert.Equal("satu “kutip”\ncafé\ntiga é\n", decoded.Text);
        Assert.Equal("mixed", decoded.Encoding);
        Assert.Contains("1 of 3 lines", decoded.Doubts.Single(), StringComparison.Ordinal);
        Assert.Contains("line 2", decoded.Doubts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lone_surrogates_and_a_few_NULs_survive_for_the_canonical_text_to_count()
    {
        Assert.Equal("a\uD800b", TextDecoder.Decode([0xFF, 0xFE, (byte)'a', 0, 0, 0xD8, (byte)'b', 0])!.Text);
        Assert.Equal("ab\0cd", TextDecoder.Decode("ab\0cd"u8)!.Text);
    }

    [Fact]
    public void Half_a_UTF16_character_at_the_end_is_told() =>
        Assert.Contains("half", TextDecoder.Decode([0xFF, 0xFE, (byte)'a', 0, (byte)'b'])!.Doubts.Single(), StringComparison.Ordinal);

    public static TheoryData<string> Binaries => new() { "%PDF-1.4\n", "PK\u0003\u0004", "GIF89a", "SQLite format 3\0" };

    [Theory, MemberData(nameof(Binaries))]
    public void Another_format_is_refused(string first) => Assert.Null(TextDecoder.Decode(Encoding.Latin1.GetBytes(first + "abcdef")));

    [Fact]
    public void Random_bytes_are_refused() => Gen.Byte.Array[400, 2000].Sample(bytes => TextDecoder.Decode(bytes) is null, iter: 300);

    private static readonly Gen<string> Words = Pick("iuran ", "😀", "👩‍🌾", "e\u0301", "بحر ", "ꦗꦮꦶ ", "\r\n", "\n", "\t", "N: ", "\"ya\" ", "…").Array[1, 80].Select(string.Concat);

    [Fact]
    public void UTF8_round_trips() => Words.Sample(text => Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text))!.Text), iter: 1000);

    [Fact]
    public void Marked_UTF16_round_trips_unit_for_unit() => Gen.Char.Array[1, 60].Select(c => "kata kata kata kata kata kata " + string.Concat(c.Select(x => char.IsControl(x) ? 'x' : x))).Sample(text =>
    {
        byte[] bytes = [0xFF, 0xFE, .. text.SelectMany(c => new[] { (byte)(c & 0xFF), (byte)(c >> 8) })];
        Assert.Equal(text, TextDecoder.Decode(bytes)!.Text);
    }, iter: 1000);

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Byte.Array[0, 300].Sample(bytes => _ = TextDecoder.Decode(bytes), iter: 3000);

    private static Gen<string> Pick(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}
