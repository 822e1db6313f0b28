using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Tests.Random;

public sealed class PhiloxTests
{
    // kat_vectors of Random123: counter, key, output.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Blocks_are_those_published_with_Random123(string counter, string key, string expected)
    {
        var (c, k, e) = (Words(counter), Words(key), Words(expected));
        var block = Philox.Block(new(c[0], c[1], c[2], c[3]), ((ulong)k[1] << 32) | k[0]);
        Assert.Equal(new PhiloxBlock(e[0], e[1], e[2], e[3]), block);
    }

    // FNV-1a, 32 bits, published values of the empty string, "a" and "foobar".
    [Theory]
    [InlineData("", 0x811c9dc5u)]
    [InlineData("a", 0xe40c292cu)]
    [InlineData("foobar", 0xbf9cf968u)]
    public void Stream_numbers_are_FNV_1a(string name, uint expected) => Assert.Equal(expected, Philox.StreamOf(name));

    [Fact]
    public void Uniform_never_reaches_its_ends()
    {
        Assert.Equal(Math.Pow(2, -53), Philox.Uniform(0, 0));
        Assert.Equal(1 - Math.Pow(2, -53), Philox.Uniform(uint.MaxValue, uint.MaxValue));
        Assert.Equal(.5 + Math.Pow(2, -53), Philox.Uniform(0x80000000, 0));
    }

    private static uint[] Words(string text) => [.. text.Split(' ').Select(w => Convert.ToUInt32(w, 16))];
}
