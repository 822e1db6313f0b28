using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Tests.Html;

public sealed class HtmlImporterTests
{
    private static async Task<ImportedText> Read(string html) => (await Samples.ImportAsync("a.html", html)).Value;

    [Fact]
    public async Task Blocks_become_lines_and_blanks_collapse()
    {
        var read = await Read("<html><head><title>x</title><style>p{}</style></head><body><h1>Judul</h1>\n<p>satu\n  <b>dua</b> tiga<br>empat</p><ul><li>a</li><li>b <i>c</i></li></ul><pre>x  y\n z</pre><script>alert('jahat')</script>akhir &amp; &lt;ok&gt;</body></html>");
        Assert.Equal("Judul\nsatu dua tiga\nempat\na\nb c\nx  y\n z\nakhir & <ok>", read.Text.Value);
        Assert.Equal(["Left out: 1 scripts."], read.Losses);
    }

    [Fact]
    public async Task A_speaker_table_becomes_turns()
    {
        var read = await Read("<table><tr><th>Speaker</th><th>Words</th></tr><tr><td>Interviewer</td><td>Why did you <b>stop</b>?</td></tr><tr><td>Ana</td><td><p>No money.</p><p>None at all.</p></td></tr><tr><td>Interviewer</td><td>And?</td></tr><tr><td>Ana</td><td>That was it.</td></tr></table>");
        Assert.Equal([Voice.Interviewer, Voice.Informant, Voice.Interviewer, Voice.Informant], read.Turns.Select(t => t.Voice));
        Assert.Equal("No money.\nNone at all.", read.Text.Slice(read.Turns[1].SpeechStart, read.Turns[1].End));
    }

    [Fact]
    public async Task A_page_may_name_its_encoding()
    {
        byte[] page = [.. "<meta charset=\"windows-1256\"><p>"u8, 0xC8, 0xCD, 0xD1, .. "</p>"u8];
        Assert.Equal("بحر", (await Samples.ImportAsync("a.html", page)).Value.Text.Value);
    }

    [Fact]
    public async Task Nesting_does_not_exhaust_the_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 3000)) + "isi" + string.Concat(Enumerable.Repeat("</div>", 3000));
        Assert.Equal("isi", (await Read(deep)).Text.Value);
        Assert.Equal("html/too-deep", (await Samples.ImportAsync("a.html", string.Concat(Enumerable.Repeat("<b><div><table>", 100_000)))).Problem?.Code);
    }

    [Fact]
    public async Task A_page_that_only_a_script_fills_is_empty() =>
        Assert.Equal("import/empty", (await Samples.ImportAsync("a.html", Encoding.UTF8.GetBytes("<body><script>document.write('x')</script></body>"))).Problem?.Code);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><p>kata &f;</p>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- simpanan -->\n<!doctype html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" 'a>b.dtd' [\n<!ENTITY nama \"Sari\">\n]>\n<html><body><p>&nama;</p></body></html>")]
    public async Task A_document_type_with_declarations_of_its_own_is_refused(string page) => Assert.Equal("html/entities", (await Samples.ImportAsync("a.xhtml", page)).Problem?.Code);

    [Theory]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">")]
    [InlineData("<!-- <!DOCTYPE x [ ]> -->")]
    public async Task Other_document_types_are_passed_over(string type) => Assert.Equal("kata [dua]", (await Read($"{type}<p>kata [dua]</p>")).Text.Value);
}
