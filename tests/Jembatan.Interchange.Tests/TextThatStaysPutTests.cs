using System.Globalization;
using System.Text;
using Jembatan.Core.Qualitative;
using Jembatan.Text.Anchors;

namespace Jembatan.Interchange.Tests;

public sealed class TextThatStaysPutTests
{
    private static readonly string[] Pieces =
        ["iuran ", "😀", "👩‍🌾", "e\u0301", "بحر ", "ꦗꦮꦶ ", "\r\n", "\n", "\r", "\t", "N: ", "P: ", "“ya” ", "\uD800", "\uDC00", "\0", "\uFEFF", "𐐀"];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 80].Select(string.Concat);

    [Fact]
    public Task A_text_file_of_any_script_comes_in_as_its_canonical_text() => Texts.SampleAsync(async text =>
    {
        var bytes = new byte[] { 0xFF, 0xFE }.Concat(text.SelectMany(c => new[] { (byte)(c & 0xFF), (byte)(c >> 8) })).ToArray();
        var result = await Samples.ImportAsync("a.txt", bytes);
        if (result.Problem is { } problem)
        {
            Assert.Contains(problem.Code, new[] { "import/empty", "text/binary" });      // white space alone, or NULs in number
            return;
        }

        var expected = CanonicalText.From(text);
        Assert.Equal(expected.Value, result.Value.Text.Value);
        Assert.Equal(expected.Replaced > 0, result.Value.Losses.Any(l => l.Contains("U+FFFD", StringComparison.Ordinal)));
        Assert.All(result.Value.Turns, t => Assert.False(char.IsLowSurrogate(result.Value.Text.Slice(t.Start, t.End)[0])));
    }, iter: 800);

    [Fact]
    public void Selections_carried_over_speak_the_same_words_in_code_points() => Gen.Select(Texts, Texts, Gen.Int[0, 500], Gen.Int[1, 30]).Sample((old, added, from, length) =>
    {
        var text = CanonicalText.From(old);
        if (text.Length == 0) return;
        var start = from % text.Length;
        var selection = text.Select(start, Math.Min(text.Length, start + length)).Value;
        var next = CanonicalText.From(added + "\n" + text.Value);
        var moved = Anchors.Move(text, next, [selection]).Single();
        if (moved.Selection is not { } there) return;
        Assert.Equal(there.Quote, next.Slice(there.Start, there.End));
        if (moved.How != AnchorMove.Corrected) Assert.Equal(selection.Quote, there.Quote);
    }, iter: 800);

    [Fact]
    public void A_selection_after_an_emoji_keeps_its_place_in_code_points()
    {
        var moved = Anchors.Move(CanonicalText.From("N: 😀 uangnya tidak tentu"), CanonicalText.From("😀😀\nN: 😀 uangnya tidak tentu"), [CanonicalText.From("N: 😀 uangnya tidak tentu").Select(5, 12).Value]).Single();
        Assert.Equal((8, 15, "uangnya"), (moved.Selection!.Start, moved.Selection.End, moved.Selection.Quote));
        Assert.Equal(7, new StringInfo(moved.Selection.Quote).LengthInTextElements);
    }
}
