namespace Jembatan.Core.Tests;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("Satu.\nDua.", "Satu. Dua.")]
    [InlineData("  Satu.\r\n\r\n\tDua. \u2028Tiga.\n", "Satu. Dua. Tiga.")]
    [InlineData("Satu. Dua.", "Satu. Dua.")]
    [InlineData("", "")]
    public void A_message_never_spans_lines(string given, string message)
    {
        Assert.Equal(message, new Problem("a/b", given).Message);
        Assert.Equal(message, (new Problem("a/b", "x") with { Message = given }).Message);
    }

    [Fact]
    public void A_message_without_end_is_cut_off_between_characters()
    {
        var message = new Problem("a/b", "x" + string.Concat(Enumerable.Repeat("🌾", 5_000))).Message;
        Assert.InRange(message.Length, 1_900, 2_001);
        Assert.EndsWith("🌾…", message, StringComparison.Ordinal);
    }
}
