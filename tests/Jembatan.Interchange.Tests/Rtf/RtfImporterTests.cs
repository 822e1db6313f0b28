using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Tests.Rtf;

public sealed class RtfImporterTests
{
    private static async Task<ImportedText> Read(string body) =>
        (await Samples.ImportAsync("a.rtf", Encoding.Latin1.GetBytes(@"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset178 Arial;}{\f2\fcharset128 MS Mincho;}}" + body + "}"))).Value;

    [Theory]
    [InlineData(@"satu\par dua\line tiga\tab empat", "satu\ndua\ntiga\tempat")]
    [InlineData(@"caf\'e9 \ldblquote ya\rdblquote  \emdash  a\~b\_c", "café “ya” — a\u00A0b\u2011c")]
    [InlineData(@"\u233?\u-10179?\u-8704? x", "é😀 x")]
    [InlineData(@"\uc2\u233\'e9\'e9 y", "é y")]
    [InlineData(@"\uc0\u233 y{\uc1\u233?}\u233 z", "éyééz")]
    [InlineData(@"{\f1 \'c8\'cd\'d1} a", "بحر a")]
    [InlineData(@"{\f2 \'93\'fa\'96\'7b}", "日本")]
    [InlineData(@"a\{b\}c\\d", @"a{b}c\d")]
    [InlineData(@"kata{\*\generator Riched20;}{\info{\author Sari}} ini", "kata ini")]
    [InlineData(@"{\field{\*\fldinst HYPERLINK ""http://x""}{\fldrslt tautan}}", "tautan")]
    [InlineData("satu\r\ndua", "satudua")]
    [InlineData(@"a\bin3 }}}b", "ab")]
    public async Task Words_and_signs_are_read(string body, string expected) => Assert.Equal(expected, (await Read(body)).Text.Value);

    [Fact]
    public async Task Destinations_and_deleted_text_are_left_out_and_counted()
    {
        var read = await Read(@"{\header Rahasia\par}isi{\footnote catatan kaki}{\deleted dibuang}{\pict\pngblip 89504e47}\par");
        Assert.Equal("isi", read.Text.Value);
        Assert.Equal(["Left out: 1 footnotes.", "Left out: 1 page headers.", "Left out: 1 pictures.", "Left out: 1 stretches marked as deleted."], read.Losses);
    }

    [Fact]
    public async Task Words_that_are_given_twice_come_in_once_and_in_Unicode() =>
        Assert.Equal("Bu Šari datang.", (await Read(@"Bu {\upr{?ari}{\*\ud{\u352?ari}}} datang.\par")).Text.Value);

    [Fact]
    public async Task A_speaker_table_becomes_turns()
    {
        var read = await Read(string.Concat(new[] { ("Pewawancara", "Apa yang terjadi?"), ("Narasumber", "Tidak ada.\\par Uang habis."), ("Pewawancara", "Lalu?"), ("Narasumber", "Ya.") }
            .Select(r => @"\trowd\cellx100\cellx200\pard\intbl " + r.Item1 + @"\cell " + r.Item2 + @"\cell\row")) + @"\pard selesai\par");
        Assert.Equal("Pewawancara\tApa yang terjadi?\nNarasumber\tTidak ada.\nUang habis.\nPewawancara\tLalu?\nNarasumber\tYa.\nselesai", read.Text.Value);
        Assert.Equal([Voice.Interviewer, Voice.Informant, Voice.Interviewer, Voice.Informant], read.Turns.Select(t => t.Voice));
    }

    [Fact]
    public async Task An_open_group_is_told() =>
        Assert.Contains("ends in the middle", (await Samples.ImportAsync("a.rtf", @"{\rtf1 halo {\b dunia")).Value.Losses.Single(), StringComparison.Ordinal);

    [Fact]
    public async Task Bottomless_groups_are_refused() =>
        Assert.Equal("rtf/too-deep", (await Samples.ImportAsync("a.rtf", @"{\rtf1 " + new string('{', 200_000))).Problem?.Code);

    [Fact]
    public async Task Another_file_under_its_name_is_told() => Assert.Equal("rtf/not-rtf", (await Samples.ImportAsync("a.rtf", "halo")).Problem?.Code);
}
