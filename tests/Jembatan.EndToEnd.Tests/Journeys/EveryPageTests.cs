using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class EveryPageTests(Theatre theatre)
{
    [Theory]
    [InlineData("id", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("id", ColorScheme.Dark, 400)]
    public async Task Axe_finds_nothing_on_any_page_and_nothing_is_cut_off(string language, ColorScheme scheme, int width)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language, Scheme = scheme, Width = width });
        var found = new List<string>();
        foreach (var (name, path) in await Places.AllAsync(visitor))
        {
            var answer = await visitor.OpenAsync(path);
            Assert.Equal(200, answer.Status);
            found.AddRange(await visitor.ViolationsAsync(name));
            var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wide > 0) found.Add($"{name}: the page is {wide} px wider than the window");
            if (await visitor.Page.GetByText(language == "id" ? "Data contoh, rekaan" : "Sample data, invented").CountAsync() == 0) found.Add($"{name}: does not say that the interviews are invented");
            if (await visitor.Page.TitleAsync() is var title && !title.EndsWith(" · Jembatan", StringComparison.Ordinal)) found.Add($"{name}: the title is '{title}'");
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
