using System.Text;
using Jembatan.Interchange.Documents;

namespace Jembatan.Interchange.Tests.Documents;

/// <summary>What the HTML of a report does with words of any kind.</summary>
public sealed class HtmlDocumentWriterTests
{
    private static string Write(params IReadOnlyList<Block> blocks) =>
        Encoding.UTF8.GetString(HtmlDocumentWriter.Write(new RichDocument("Judul <b>", "id", "Rekaan & contoh", new DocumentWords("Tabel", "Gambar", "Catatan", "Halaman"), blocks), "p{}"));

    [Fact]
    public void Words_never_become_markup()
    {
        const string Hostile = "</p><script>alert(1)</script>\"'&";
        var html = Write(
            new Heading(2, Hostile, Hostile), new Paragraph([new Plain(Hostile, Title: Hostile)]), new Quotation(Hostile, Hostile, [new Plain(Hostile)], Anchor: Hostile),
            new Table(Hostile, [Cell.Of(Hostile)], [[Cell.Of(Hostile) with { Tone = Hostile, Anchor = Hostile }]], Hostile), new ContentsList(Hostile));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Des\u00a02016", true)]
    [InlineData("7\u00a0Des\u00a02016", true)]
    [InlineData("Des 2016", false)]
    [InlineData("Desember", false)]
    [InlineData("Des\u00a02016 dan sesudahnya", false)]
    [InlineData("Des\u00a02016\u00a0dan\u00a0sesudahnya", false)]
    public void A_short_cell_bound_by_hard_spaces_is_not_broken(string text, bool isOne)
    {
        var html = Write(new Table("T", [Cell.Of("a"), Cell.Of("b")], [[Cell.Of("x"), Cell.Of(text)]]));
        Assert.Equal(isOne, html.Contains("<td class=\"one\">", StringComparison.Ordinal));
    }

    [Fact]
    public void Characters_of_two_halves_stay_whole_in_a_long_document()
    {
        // However the text is held in pieces, some character lies across two of them.
        foreach (var shift in (string[])["", "x"])
        {
            var words = shift + string.Concat(Enumerable.Repeat("😀", 60_000));
            Assert.Contains(words, Write(new Paragraph([new Plain(words)])), StringComparison.Ordinal);
        }
    }
}
