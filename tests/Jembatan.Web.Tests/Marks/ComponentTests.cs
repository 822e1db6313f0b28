using Bunit;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Web.Frame;
using Jembatan.Web.Marks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jembatan.Web.Tests.Marks;

public sealed class ComponentTests : BunitContext
{
    private readonly DefaultHttpContext http = new();

    public ComponentTests() => Services.AddSingleton(new Look(http, null, Language.Indonesian, "Sari", TimeProvider.System));

    [Fact]
    public void A_misfit_is_hatched_and_its_bar_grows_to_the_left_of_zero()
    {
        var bar = Render<FitBar>(p => p.AddCascadingValue<HttpContext>(http).Add(b => b.Fit, -.5).Add(b => b.Low, -.6).Add(b => b.High, -.4).Add(b => b.Kind, VerdictKind.Misfit));
        var rect = bar.Find("rect");
        Assert.Equal("url(#hatch)", rect.GetAttribute("fill"));
        Assert.Equal("44", rect.GetAttribute("x"));
        Assert.Equal("40", rect.GetAttribute("width"));
        Assert.Equal("true", bar.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Without_a_value_the_bar_is_a_dotted_outline_and_never_a_zero()
    {
        var bar = Render<FitBar>(p => p.AddCascadingValue<HttpContext>(http).Add(b => b.Kind, VerdictKind.Insufficient));
        Assert.Equal("none", Assert.Single(bar.FindAll("rect")).GetAttribute("fill"));
        Assert.Empty(bar.FindAll("circle"));
    }

    [Theory]
    [InlineData(1, "mendukung", "▲")]
    [InlineData(-1, "menyanggah", "▼")]
    [InlineData(0, "netral", "◆")]
    public void A_quote_says_its_stance_in_a_word_and_a_sign_and_keeps_its_language(int stance, string word, string sign)
    {
        var quote = Render<Quote>(p => p.AddCascadingValue<HttpContext>(http).Add(q => q.Text, "Uangnya harian.").Add(q => q.Stance, stance).Add(q => q.Informant, "N10").Add(q => q.Group, InformantGroup.Worker).Add(q => q.Href, "/sources/x?at=1-2#at").Add(q => q.Address, "x ↗"));
        Assert.Equal("id", quote.Find("blockquote").GetAttribute("lang"));
        Assert.Contains(word, quote.Find(".stn").TextContent, StringComparison.Ordinal);
        Assert.Contains(sign, quote.Find(".stn").TextContent, StringComparison.Ordinal);
        Assert.Equal(stance < 0, quote.Find("figure").ClassList.Contains("no"));
        Assert.Equal("/sources/x?at=1-2#at", quote.Find("a").GetAttribute("href"));
        Assert.Contains("N10, Pekerja", quote.Find("figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_in_the_words_of_an_analyst_stands_as_a_link()
    {
        var text = Render<TracedText>(p => p.AddCascadingValue<HttpContext>(http).Add(t => t.Text, "Terlemah di [[fit:perisai/SE]], <b>lihat</b> kutipan."));
        Assert.Equal("/trace/fit%3Aperisai%2FSE", text.Find("a.trace").GetAttribute("href"));
        Assert.Contains("kesesuaian", text.Find("a.trace").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", text.Markup, StringComparison.Ordinal);
        Assert.Empty(text.FindAll("b"));
    }

    [Fact]
    public void What_an_informant_said_is_shown_as_text_and_never_run()
    {
        var quote = Render<Quote>(p => p.AddCascadingValue<HttpContext>(http).Add(q => q.Text, "<script>alert(1)</script>"));
        Assert.Empty(quote.FindAll("script"));
        Assert.Equal("<script>alert(1)</script>", quote.Find("blockquote").TextContent);
    }

    [Theory]
    [InlineData(30, 30, 1, 0)]
    [InlineData(31, 30, 1, 1)]
    [InlineData(90, 30, 2, 2)]
    public void Pages_are_offered_only_where_there_are_more(int total, int size, int number, int links)
    {
        var pager = Render<Pager>(p => p.AddCascadingValue<HttpContext>(http).Add(x => x.Total, total).Add(x => x.Size, size).Add(x => x.Number, number).Add(x => x.Href, n => $"/journal?page={n}"));
        Assert.Equal(links, pager.FindAll("a").Count);
    }

    [Fact]
    public void Places_of_the_trace_are_escaped_and_keep_their_code_points()
    {
        Assert.Equal("/sources/a%2Fb%20c?at=3-9#at", Links.Place("a/b c", 3, 9));
        Assert.Equal("/servo?cell=x%26y.SR&criterion=SR1#cell", Links.Criterion("x&y", Pair.SR, "SR1"));
        Assert.Equal("/trace/fit%3Aperisai%2FSE", Links.Trace("fit:perisai/SE"));
    }

    [Theory]
    [InlineData("Sari Rahmawati", "SR")]
    [InlineData("bima", "BI")]
    [InlineData("", "?")]
    [InlineData("𝒳", "𝒳")]
    public void A_person_is_two_letters(string name, string letters) => Assert.Equal(letters, Initials.Of(name));
}
