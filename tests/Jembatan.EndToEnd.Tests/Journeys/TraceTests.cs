using System.Net;
using System.Text.RegularExpressions;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class TraceTests(Theatre theatre)
{
    private const int MostPages = 240;

    [Fact]
    public async Task No_link_of_the_workspace_is_dead()
    {
        using var web = await Caller.EnterAsync(theatre.Sample);
        var waiting = new Queue<string>(["/"]);
        var from = new Dictionary<string, string> { ["/"] = "the start" };
        var pages = new Dictionary<string, string>();
        var dead = new List<string>();
        while (waiting.TryDequeue(out var path) && pages.Count < MostPages)
        {
            using var answer = await web.GetAsync(path);
            var html = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
            pages[path] = html;
            if (answer.StatusCode != HttpStatusCode.OK) dead.Add($"{(int)answer.StatusCode} {path}, from {from[path]}");
            foreach (var link in Caller.LinksOf(html, path))
            {
                var target = link.Split('#')[0];
                if (!IsWalked(target) || !from.TryAdd(target, path)) continue;
                waiting.Enqueue(target);
            }
        }

        Assert.True(dead.Count == 0, string.Join("\n", dead.Take(40)));
        Assert.True(pages.Count > MostPages / 2, $"Only {pages.Count} pages were found.");
        var lost = from page in pages
                   from link in Caller.LinksOf(page.Value, page.Key)
                   let parts = link.Split('#')
                   where parts.Length == 2 && parts[1].Length > 0 && pages.TryGetValue(parts[0].Length == 0 ? page.Key : parts[0], out var there) && there.Length > 0
                         && !pages[parts[0].Length == 0 ? page.Key : parts[0]].Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal)
                   select $"{link}, from {page.Key}";
        Assert.Empty(lost.Distinct().Take(20));
    }

    // One address of each page; the places in transcripts and the pages of numbers are many and checked by their own tests.
    private static bool IsWalked(string path) =>
        !path.StartsWith("/assets/", StringComparison.Ordinal) && !path.Contains("lang=", StringComparison.Ordinal) && !path.Contains("theme=", StringComparison.Ordinal)
        && !path.Contains("by=", StringComparison.Ordinal) && (!path.Contains("at=", StringComparison.Ordinal) || path.EndsWith("00", StringComparison.Ordinal))
        && (!path.StartsWith("/trace/", StringComparison.Ordinal) || path.EndsWith('0'));

    [Fact]
    public async Task Every_number_on_the_board_and_every_quote_of_the_causes_opens_down_to_words()
    {
        using var web = await Caller.EnterAsync(theatre.Sample);
        var cells = Caller.LinksOf(await web.ReadAsync("/servo"), "/servo").Where(l => l.Contains("cell=", StringComparison.Ordinal) && !l.Contains("criterion=", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Equal(40, cells.Count);
        var quotes = new HashSet<string>();
        foreach (var cell in cells)
        {
            var html = await web.ReadAsync(cell.Split('#')[0]);
            Assert.Contains("id=\"cell\"", html, StringComparison.Ordinal);
            quotes.UnionWith(Caller.LinksOf(html, cell).Where(l => l.StartsWith("/sources/", StringComparison.Ordinal) && l.Contains("coding=", StringComparison.Ordinal)).Take(2));
        }

        var causes = Caller.LinksOf(await web.ReadAsync("/causes"), "/causes").Where(l => l.StartsWith("/causes?cause=", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(causes.Count >= 20, $"Only {causes.Count} causes are named.");
        foreach (var cause in causes.Take(12))
            quotes.UnionWith(Caller.LinksOf(await web.ReadAsync(cause.Split('#')[0]), cause).Where(l => l.Contains("coding=", StringComparison.Ordinal)).Take(2));

        Assert.True(quotes.Count >= 40, $"Only {quotes.Count} quotes were found.");
        foreach (var quote in quotes)
        {
            var html = await web.ReadAsync(quote.Split('#')[0]);
            Assert.Matches("<mark id=\"at\"", html);
            Assert.Matches("class=\"stripe [^\"]*on\"", html);
        }
    }

    [Fact]
    public async Task A_quote_says_upward_what_rests_on_it()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample);
        var page = visitor.Page;
        await visitor.OpenAsync("/servo?cell=perisai.SR");
        await page.Locator(".drw figure.ev a", new() { HasTextRegex = new("↗") }).First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/sources/"));
        var up = page.Locator(".ins .use").First.Locator("li a");
        await Assertions.Expect(up.First).ToBeVisibleAsync();
        var labels = await up.AllInnerTextsAsync();
        Assert.Contains(labels, l => l.Contains("Penilaian", StringComparison.OrdinalIgnoreCase));
        await up.Filter(new() { HasTextRegex = new("Penilaian", RegexOptions.IgnoreCase) }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.DoesNotContain("/sources/", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#at")).ToBeInViewportAsync();
        visitor.ExpectQuiet();
    }
}
