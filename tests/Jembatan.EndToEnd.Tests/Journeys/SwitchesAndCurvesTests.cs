using System.Globalization;
using System.Text.RegularExpressions;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

/// <summary>What intervals vary is switched on the page of agreement, and curves of saturation are taken away as pictures.</summary>
public sealed class SwitchesAndCurvesTests(Theatre theatre)
{
    [Theory]
    [InlineData("id", "sumber utuh")]
    [InlineData("en", "whole sources")]
    public async Task Intervals_are_switched_to_whole_sources_and_stay_so_from_link_to_link(string language, string whole)
    {
        var told = await Terminal.JsonAsync("agreement", theatre.SampleFile, "--by", "overall", "--unit", "turn", "--resample", "source");
        var overall = told.GetProperty("estimates")[0];
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        var page = visitor.Page;
        await visitor.OpenAsync("/agreement?unit=turn");
        var interval = page.Locator(".two > section table.list tbody tr").First.Locator("td").Nth(2);
        var before = await interval.InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = whole, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("unit=turn.*resample=source"));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = whole, Exact = true })).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator("p.lead")).ToContainTextAsync(whole);
        foreach (var end in (string[])["low", "high"])
            await Assertions.Expect(interval).ToContainTextAsync(overall.GetProperty(end).GetDouble().ToString("0.000", CultureInfo.GetCultureInfo(language == "id" ? "id-ID" : "en-GB")));
        Assert.NotEqual(before, await interval.InnerTextAsync());

        await page.Locator(".two > section table.list").GetByRole(AriaRole.Link, new() { Name = "FI02", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("resample=source.*code=FI02"));
        await visitor.ExpectNoViolationAsync($"agreement by whole sources, {language}");
        await visitor.OpenAsync("/agreement?unit=source");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = whole, Exact = true })).ToHaveCountAsync(0);       // nothing else could vary
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task Each_curve_of_saturation_comes_as_a_drawing_and_as_a_picture()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample);
        var page = visitor.Page;
        await visitor.OpenAsync("/tables/saturation");
        var groups = await page.Locator("section.panel[aria-labelledby^='sat-']").CountAsync();
        Assert.True(groups > 2, $"There are {groups} groups.");
        foreach (var (format, begins) in new[] { ("SVG", "<svg"), ("PNG", "PNG") })
        {
            var links = page.GetByRole(AriaRole.Link, new() { NameRegex = new($" {format}, ") });
            Assert.Equal(groups, await links.CountAsync());
            for (var i = 0; i < groups; i += groups - 1)
            {
                var download = await page.RunAndWaitForDownloadAsync(() => links.Nth(i).ClickAsync());
                Assert.EndsWith("." + format.ToLowerInvariant(), download.SuggestedFilename, StringComparison.Ordinal);
                await using var content = await download.CreateReadStreamAsync();
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes);
                Assert.Contains(begins, System.Text.Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
            }
        }

        visitor.ExpectQuiet();
    }
}
