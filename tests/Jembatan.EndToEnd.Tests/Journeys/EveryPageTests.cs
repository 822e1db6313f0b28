using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class EveryPageTests(Theatre theatre)
{
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
