namespace Jembatan.Interchange.Tests.Markdown;

public sealed class MarkdownImporterTests
{
    [Theory]
    [InlineData("# Judul\n\nsatu **dua** _tiga_ `empat`\nlima\n", "Judul\n\nsatu dua tiga empat\nlima")]
    [InlineData("- butir satu\n- butir dua\n\n> kutipan\n", "butir satu\nbutir dua\n\nkutipan")]
    [InlineData("P: apa? [tertawa]\nN: <tertawa> ya &amp; tidak\n", "P: apa? [tertawa]\nN: <tertawa> ya & tidak")]
    [InlineData("lihat [peraturan](https://contoh.id/x) ini <https://contoh.id>", "lihat peraturan ini https://contoh.id")]
    [InlineData("P: [tidak jelas, *bintang dan _garis\nN: a [b] c [d", "P: [tidak jelas, *bintang dan _garis\nN: a [b] c [d")]
    [InlineData("```\nkode *tetap*\n```\n", "kode *tetap*")]
    public async Task Words_stay_and_marks_go(string markdown, string expected) => Assert.Equal(expected, (await Samples.ImportAsync("a.md", markdown)).Value.Text.Value.TrimEnd('\n'));

    [Fact]
    public async Task Addresses_and_pictures_are_counted() => Assert.Equal(
        ["Left out: 1 addresses of links.", "Left out: 1 pictures."], (await Samples.ImportAsync("a.md", "[a](http://x) ![b](y.png) c")).Value.Losses);

    [Fact]
    public async Task Marks_beyond_measure_are_read_as_plain_text()
    {
        var text = string.Concat(Enumerable.Repeat("[a](", 50_000));
        var read = (await Samples.ImportAsync("a.md", text)).Value;
        Assert.Equal(text, read.Text.Value);
        Assert.Contains("plain text", read.Losses.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bottomless_quotes_are_refused_or_read()
    {
        var result = await Samples.ImportAsync("a.md", new string('>', 50_000) + " isi");
        Assert.True(result.IsOk || result.Problem!.Code == "markdown/too-deep");
    }
}
