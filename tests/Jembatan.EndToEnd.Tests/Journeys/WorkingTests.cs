using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

/// <summary>A page that takes long to work out says that it is being worked out.</summary>
public sealed class WorkingTests(Theatre theatre)
{
    private const string Watch = """
        () => {
          const sign = document.getElementById('working');
          new MutationObserver(() => { if (!sign.hidden) sessionStorage.setItem('said', sign.textContent.trim()); }).observe(sign, { attributes: true });
        }
        """;

    [Fact]
    public async Task A_slow_page_says_so_until_it_is_there_and_a_quick_one_does_not()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample);
        var page = visitor.Page;
        var slow = false;
        await page.RouteAsync("**/*", async route =>
        {
            if (slow) await Task.Delay(2_500, TestContext.Current.CancellationToken);
            await route.FallbackAsync();
        });
        await visitor.OpenAsync("/");
        await page.EvaluateAsync(Watch);
        await page.Locator(".bar").GetByRole(AriaRole.Link, new() { Name = "Buku kode", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/codebook");
        Assert.Null(await page.EvaluateAsync<string?>("() => sessionStorage.getItem('said')"));

        await page.EvaluateAsync(Watch);
        slow = true;
        await page.Locator(".bar").GetByRole(AriaRole.Link, new() { Name = "Penyebab", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/causes");
        slow = false;
        Assert.Equal("Sedang dihitung …", await page.EvaluateAsync<string?>("() => sessionStorage.getItem('said')"));
        var sign = page.Locator("#working");
        await Assertions.Expect(sign).ToBeHiddenAsync();

        slow = true;
        await page.Locator("a[data-keep]").First.ClickAsync();       // in place: the page stays and its part is fetched
        await Assertions.Expect(sign).ToBeVisibleAsync();
        slow = false;
        await Assertions.Expect(sign).ToBeHiddenAsync();
        visitor.ExpectQuiet();
    }
}
