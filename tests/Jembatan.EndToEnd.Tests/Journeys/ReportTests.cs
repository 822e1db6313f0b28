using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class ReportTests(Theatre theatre)
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task The_report_opens_offline_from_a_file_and_every_link_in_it_leads_to_something(string language)
    {
        var file = await theatre.ReportAsync(language);
        var html = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|data|srcset)=\"(?!data:)", html);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        await using var visitor = await Visitor.OpenFileAsync(theatre, theatre.Sample, file);
        Assert.Equal([new Uri(file).AbsoluteUri], visitor.Requests);
        var lost = await visitor.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.getAttribute('href').slice(1))).filter(id => !document.getElementById(id))");
        Assert.Empty(lost);
        Assert.Contains(language == "id" ? "rekaan" : "invented", await visitor.Page.Locator("body").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        // Axe needs minutes for hundreds of pages that are alike; of each long row of them it gets the first hundred.
        await visitor.Page.EvaluateAsync("document.querySelectorAll('body *').forEach(e => { while (e.children.length > 100) e.lastElementChild.remove(); })");
        await visitor.ExpectNoViolationAsync("report");
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task From_every_fit_in_the_report_links_lead_down_to_words_of_informants()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample);
        await visitor.Page.GotoAsync(new Uri(await theatre.ReportAsync("id")).AbsoluteUri);
        var stuck = await visitor.Page.EvaluateAsync<string[]>(
            """
            (() => {
              // What belongs to a place: of a heading all until the next one, of a cell its row, else the thing itself.
              const under = e => {
                if (!/^H[1-6]$/.test(e.tagName)) return [e.closest('tr') ?? e];
                const own = [];
                for (let next = e.nextElementSibling; next && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling) own.push(next);
                return own;
              };
              const words = e => !!e.querySelector('q, blockquote') || e.matches('q, blockquote, .quote');
              const down = e => [...e.querySelectorAll('a[href^="#"]')].map(a => document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1)))).filter(Boolean);
              const reaches = start => {
                let layer = under(start); const seen = new Set(layer);
                for (let depth = 0; depth < 6 && layer.length; depth++) {
                  if (layer.some(words)) return true;
                  layer = layer.flatMap(down).filter(e => e.closest('main') && !/^H[12]$/.test(e.tagName)).flatMap(under).filter(e => !seen.has(e) && (seen.add(e), true));
                }
                return false;
              };
              const fits = [...document.querySelectorAll('a[href^="#"]')].filter(a => /^[+−]?\d[,.]\d\d$/.test(a.textContent.trim()) || /[+−]\d[,.]\d\d$/.test(a.textContent.trim()));
              return fits.length < 30 ? [`only ${fits.length} numbers`] : fits.filter(a => !reaches(document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1))))).map(a => a.textContent + ' ' + a.getAttribute('href'));
            })()
            """);
        Assert.Empty(stuck);
    }

    [Fact]
    public async Task The_word_report_has_headings_captions_footnotes_and_tables_with_header_rows()
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        using var answer = await caller.GetAsync("/report/file.docx");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var document = await PartAsync(zip, "word/document.xml");
        var styles = document.Descendants(W + "pStyle").Select(s => s.Attribute(W + "val")!.Value).ToList();
        Assert.True(styles.Count(s => Regex.IsMatch(s, "^Heading1|^Heading2")) >= 12, "There are too few headings.");
        Assert.True(styles.Count(s => s == "Caption") >= 8, "There are too few captions.");
        Assert.NotEmpty(document.Descendants(W + "footnoteReference"));
        Assert.True((await PartAsync(zip, "word/footnotes.xml")).Descendants(W + "footnote").Count() > 3);
        var tables = document.Descendants(W + "tbl").ToList();
        Assert.True(tables.Count >= 8, $"There are {tables.Count} tables.");
        Assert.All(tables, t => Assert.NotNull(t.Elements(W + "tr").First().Element(W + "trPr")?.Element(W + "tblHeader")));
        var anchors = document.Descendants(W + "hyperlink").Select(h => h.Attribute(W + "anchor")?.Value).OfType<string>().ToHashSet();
        var bookmarks = document.Descendants(W + "bookmarkStart").Select(b => b.Attribute(W + "name")!.Value).ToHashSet();
        Assert.NotEmpty(anchors);
        Assert.Empty(anchors.Except(bookmarks));
    }

    [Fact]
    public async Task Printed_on_A4_the_answer_stands_on_the_first_page()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample);
        await visitor.Page.GotoAsync(new Uri(await theatre.ReportAsync("id")).AbsoluteUri);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.Page.SetViewportSizeAsync(680, 1020);    // the printed area of the first A4 page: 180 by 270 mm
        var bottom = await visitor.Page.EvaluateAsync<double>("Math.round(document.querySelector('hr.page').getBoundingClientRect().bottom + scrollY)");
        Assert.InRange(bottom, 300, 1010);
    }

    private static async Task<XDocument> PartAsync(ZipArchive zip, string name)
    {
        await using var part = (zip.GetEntry(name) ?? throw new InvalidOperationException($"There is no {name}.")).Open();
        return await XDocument.LoadAsync(part, LoadOptions.None, CancellationToken.None);
    }
}
