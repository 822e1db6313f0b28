using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.Core.Tests.Qualitative;

/// <summary>Positions are code points and stay put, whatever the script.</summary>
public sealed class CanonicalTextTests
{
    private static readonly string[] Pieces =
    [
        "iuran ", "😀", "👩‍🌾", "👨‍👩‍👧‍👦", "🇮🇩", "e\u0301", "n\u0303\u0301", "بحر ", "كَتَبَ", "ꦗꦮꦶ ", "ꦲꦏ꧀ꦱꦫ", "\r\n", "\n", "\r", "\t", "“ya” ", "𐐀", "\u200D", "\uFEFF", "\0", "\uD800", "\uDC00", "\uDBFF\uDBFF",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 120].Select(string.Concat);

    // What house rule 5 says, written out rune by rune; Rune.DecodeFromUtf16 is the independent reader.
    private static string Expected(string text)
    {
        var result = new StringBuilder();
        var rest = text.AsSpan(text.StartsWith('\uFEFF') ? 1 : 0);
        while (rest.Length > 0)
        {
            var whole = Rune.DecodeFromUtf16(rest, out var rune, out var used) == System.Buffers.OperationStatus.Done;
            if (rest[0] == '\r')
            {
                result.Append('\n');
                if (rest.Length > 1 && rest[1] == '\n') used = 2;
            }
            else
            {
                result.Append(whole && rune.Value != 0 ? rune.ToString() : "\uFFFD");
            }

            rest = rest[used..];
        }

        return result.ToString();
    }

    [Fact]
    public void The_canonical_text_follows_the_rule_rune_by_rune() => Texts.Sample(text =>
    {
        var canonical = CanonicalText.From(text);
        Assert.Equal(Expected(text), canonical.Value);
        Assert.Equal(canonical.Value.EnumerateRunes().Count(), canonical.Length);
    }, iter: 3_000);

    [Fact]
    public void Making_it_canonical_again_changes_nothing_but_a_mark_at_the_front() => Texts.Sample(text =>
    {
        var once = CanonicalText.From(text);
        var twice = CanonicalText.From(once.Value);
        Assert.Equal(once.Value.StartsWith('\uFEFF') ? once.Value[1..] : once.Value, twice.Value);
        Assert.Equal(0, twice.Replaced);
    }, iter: 2_000);

    [Fact]
    public void What_was_replaced_is_counted_one_for_one() => Texts.Sample(text =>
    {
        var canonical = CanonicalText.From(text);
        Assert.Equal(canonical.Value.Count(c => c == '\uFFFD'), canonical.Replaced);
    }, iter: 1_000);

    [Fact]
    public void Positions_go_to_UTF_16_and_back_and_never_stand_inside_a_pair() => Texts.Sample(text =>
    {
        var canonical = CanonicalText.From(text);
        var expected = 0;
        var position = 0;
        foreach (var rune in canonical.Value.EnumerateRunes())
        {
            Assert.Equal(expected, canonical.ToUtf16(position));
            Assert.Equal(position, canonical.FromUtf16(expected));
            if (rune.Utf16SequenceLength == 2) Assert.Equal(position, canonical.FromUtf16(expected + 1));
            expected += rune.Utf16SequenceLength;
            position++;
        }

        Assert.Equal(canonical.Value.Length, canonical.ToUtf16(canonical.Length));
        Assert.Equal(canonical.Length, canonical.FromUtf16(canonical.Value.Length));
    }, iter: 400);

    [Fact]
    public void Positions_hold_far_behind_the_checkpoints()
    {
        var canonical = CanonicalText.From(string.Concat(Enumerable.Repeat("a😀", 5_000)));
        for (var position = 0; position <= canonical.Length; position += 37)
        {
            Assert.Equal((position / 2 * 3) + (position % 2), canonical.ToUtf16(position));
            Assert.Equal(position, canonical.FromUtf16(canonical.ToUtf16(position)));
        }
    }

    [Fact]
    public void Slices_put_side_by_side_are_the_text() => Gen.Select(Texts, Gen.Int[0, 300], Gen.Int[0, 300]).Sample((text, a, b) =>
    {
        var canonical = CanonicalText.From(text);
        var (first, second) = (Math.Min(a % (canonical.Length + 1), b % (canonical.Length + 1)), Math.Max(a % (canonical.Length + 1), b % (canonical.Length + 1)));
        Assert.Equal(canonical.Value, canonical.Slice(0, first) + canonical.Slice(first, second) + canonical.Slice(second, canonical.Length));
    }, iter: 2_000);

    [Fact]
    public void A_selection_holds_its_words_and_32_characters_around_them() => Gen.Select(Texts, Gen.Int[0, 300], Gen.Int[1, 60]).Sample((text, from, length) =>
    {
        var canonical = CanonicalText.From(text);
        if (canonical.Length == 0) return;
        var start = from % canonical.Length;
        var end = Math.Min(canonical.Length, start + length);
        var selection = canonical.Select(start, end).Value;
        var runes = canonical.Value.EnumerateRunes().ToList();
        Assert.Equal(string.Concat(runes[start..end]), selection.Quote);
        Assert.Equal(string.Concat(runes[Math.Max(0, start - 32)..start]), selection.Before);
        Assert.Equal(string.Concat(runes[end..Math.Min(runes.Count, end + 32)]), selection.After);
    }, iter: 1_500);

    [Theory]
    [InlineData(-1, 2, "selection/outside")]
    [InlineData(0, 6, "selection/outside")]
    [InlineData(2, 2, "selection/empty")]
    [InlineData(3, 1, "selection/empty")]
    [InlineData(int.MinValue, int.MaxValue, "selection/outside")]
    public void A_selection_outside_or_without_a_character_is_a_problem(int start, int end, string code) => Assert.Equal(code, CanonicalText.From("a😀b🐟c").Select(start, end).Problem?.Code);

    [Fact]
    public void Positions_outside_the_text_are_the_callers_fault()
    {
        var canonical = CanonicalText.From("a😀");
        Assert.Throws<ArgumentOutOfRangeException>(() => canonical.ToUtf16(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => canonical.ToUtf16(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => canonical.FromUtf16(4));
    }

    // SHA-256 of the empty text and of "abc": FIPS 180-4 examples.
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void The_hash_is_SHA_256(string text, string hash) => Assert.Equal(hash, CanonicalText.From(text).Hash);

    [Fact]
    public void Line_ends_do_not_change_the_hash_and_composed_letters_do()
    {
        Assert.Equal(CanonicalText.From("a\nb\n").Hash, CanonicalText.From("\uFEFFa\r\nb\r").Hash);
        Assert.NotEqual(CanonicalText.From("é").Hash, CanonicalText.From("e\u0301").Hash);
    }
}
