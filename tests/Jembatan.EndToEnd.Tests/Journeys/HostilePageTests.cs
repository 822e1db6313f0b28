using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class HostilePageTests(Theatre theatre)
{
    [Fact]
    public async Task A_hostile_page_in_the_same_browser_neither_writes_nor_reads()
    {
        await using var served = await theatre.CopyOfSampleAsync();
        await using var visitor = await Visitor.EnterAsync(theatre, served);
        var page = visitor.Page;
        await page.RouteAsync("http://attacker.example/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<form id=f method=post action='{served.Root}/doors/undo'><input name=back value='/'></form><iframe id=i src='{served.Root}/servo'></iframe>",
        }));
        await page.GotoAsync("http://attacker.example/");
        var read = await page.EvaluateAsync<string>($"fetch('{served.Root}/servo', {{ credentials: 'include' }}).then(a => a.text()).catch(e => 'refused')");
        Assert.Equal("refused", read);
        await page.EvaluateAsync("document.getElementById('f').submit()");
        await page.WaitForURLAsync("**/doors/undo");
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync("Perisai");
        using var caller = await Caller.EnterAsync(served);
        Assert.DoesNotContain("mengurungkan", await caller.ReadAsync("/journal"), StringComparison.Ordinal);
    }
}
