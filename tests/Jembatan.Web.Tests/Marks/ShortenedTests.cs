using Jembatan.Web.Marks;

namespace Jembatan.Web.Tests.Marks;

public sealed class ShortenedTests
{
    [Theory]
    [InlineData("tuh bayar tiap bulan ", 21, "… bayar tiap bulan ")]
    [InlineData("Dulu saya ", 21, "Dulu saya ")]           // less than the room: the text begins here
    [InlineData("sepatahkatapanjang", 18, "…")]
    [InlineData("ga 👷🏽 lama ", 11, "… 👷🏽 lama ")]
    public void Words_before_a_quote_begin_with_a_whole_word(string kept, int room, string shown) => Assert.Equal(shown, Shortened.Before(kept, room));

    [Theory]
    [InlineData(" karena uangn", 13, " karena …")]
    [InlineData(" selesai.", 13, " selesai.")]
    [InlineData("sepatahkatapanjang", 18, "…")]
    public void Words_after_a_quote_end_with_a_whole_word(string kept, int room, string shown) => Assert.Equal(shown, Shortened.After(kept, room));

    [Theory]
    [InlineData("uang habis untuk makan", 12, "uang habis…")]
    [InlineData("uang habis untuk makan", 10, "uang habis…")]
    [InlineData("uang habis", 10, "uang habis")]
    public void A_long_text_is_cut_where_a_word_ends(string text, int most, string shown) => Assert.Equal(shown, Shortened.AtWord(text, most));
}
