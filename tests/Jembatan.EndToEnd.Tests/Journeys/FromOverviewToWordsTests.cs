using System.Text.RegularExpressions;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class FromOverviewToWordsTests(Theatre theatre)
{
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task A_reader_walks_from_the_overview_over_board_misfit_and_evidence_to_the_words(string language)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        var page = visitor.Page;
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await visitor.ExpectNoViolationAsync("overview");

        await page.GetByRole(AriaRole.Navigation).First.GetByRole(AriaRole.Link, new() { Name = "SERVO" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.mx tbody tr")).ToHaveCountAsync(10);
        await visitor.ExpectNoViolationAsync("board");

        await page.Locator("#misfits tbody tr").First.Locator("td").Nth(1).GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync(new Regex("/misfits/"));
        await visitor.ExpectNoViolationAsync("misfit");

        var evidence = page.Locator("figure.ev").Filter(new() { Has = page.Locator("blockquote.voice") }).First;
        var words = (await evidence.Locator("blockquote").InnerTextAsync()).Trim();
        await evidence.GetByRole(AriaRole.Link, new() { NameRegex = new("↗") }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sources/"));
        await Assertions.Expect(page.Locator("#at")).ToBeInViewportAsync();
        Assert.Contains(Plain(await page.Locator("mark.at").First.InnerTextAsync()), Plain(words), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".ins .use li a").First).ToBeVisibleAsync();
        await visitor.ExpectNoViolationAsync("transcript");
        visitor.ExpectQuiet();
    }

    private static string Plain(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
