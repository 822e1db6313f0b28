using Jembatan.Web.Words;

namespace Jembatan.Web.Tests.Words;

public sealed class CitationTests
{
    [Theory]
    [InlineData("Antara Jabar, 2018-01, https://jabar.antaranews.com/berita/68329/kepesertaan?x=1#a", "Antara Jabar, 2018-01, jabar.antaranews.com")]
    [InlineData("http://www.bps.go.id", "bps.go.id")]
    [InlineData("Dua: https://a.id/x dan https://b.id/y; selesai", "Dua: a.id dan b.id; selesai")]
    [InlineData("Laporan tahunan 2023, hal. 12", "Laporan tahunan 2023, hal. 12")]
    [InlineData("", "")]
    public void An_address_is_cut_to_its_host(string source, string shown) => Assert.Equal(shown, Citation.WithoutPath(source));
}
