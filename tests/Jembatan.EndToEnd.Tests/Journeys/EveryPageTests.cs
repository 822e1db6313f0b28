using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class EveryPageTests(Theatre theatre)
{
    // Axe needs minutes for hundreds of pieces that are alike; of each long row of them it gets the first forty.
    private const string FirstForty = "document.querySelectorAll('body *').forEach(e => { while (e.children.length > 40) e.lastElementChild.remove(); })";

    private const string TooWide =
        """
        (() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !e.parentElement.closest('.scroll-x, .nav')).slice(0, 6);
          return [`${document.documentElement.scrollWidth} px`, ...wide.map(e => `${e.tagName} ${e.className} ${Math.round(e.getBoundingClientRect().right)} px`)];
        })()
        """;

    [Theory]
    [InlineData("id", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 1280, "color-contrast")]
    [InlineData("id", ColorScheme.Light, 400, "target-size", "scrollable-region-focusable", "landmark-one-main", "region")]
    public async Task No_page_has_a_violation(string language, ColorScheme scheme, int width, params string[] rules)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language, Scheme = scheme, Width = width });
        var found = new List<string>();
        foreach (var (name, path) in await Places.AllAsync(visitor))
        {
            await visitor.OpenAsync(path);
            found.AddRange((await visitor.Page.EvaluateAsync<string[]>(TooWide)).Select(w => $"{name}: wider than the window: {w}"));
            await visitor.Page.EvaluateAsync(FirstForty);
            found.AddRange(await visitor.ViolationsAsync(name, rules));
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task Every_page_reads_without_script()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Script = false });
        foreach (var path in Places.Fixed)
        {
            await visitor.OpenAsync(path);
            await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Language_and_theme_change_in_place_and_are_kept()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample);
        var page = visitor.Page;
        await visitor.OpenAsync("/causes?cause=FI02");
        await page.GetByRole(AriaRole.Link, new() { Name = "EN, English" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page).ToHaveURLAsync(visitor.Served.Root + "/causes?cause=FI02");
        await Assertions.Expect(page.Locator("#cause h2")).ToHaveTextAsync("Irregular income");
        await page.Locator("#theme").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page.Locator("#cause blockquote").First).ToHaveAttributeAsync("lang", "id");
        visitor.ExpectQuiet();
    }
}
