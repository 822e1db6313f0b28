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

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Codes_together_are_counted_of_one_coder_and_taken_away_as_a_table(string language)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        var page = visitor.Page;
        var told = await Terminal.JsonAsync("cooccur", theatre.SampleFile, "--within", "words:5", "--coders", "Ratna");
        await visitor.OpenAsync("/tables/together?within=words");
        await page.Locator("input[name=words]").FillAsync("5");
        await page.Locator("select[name=coders]").SelectOptionAsync("Ratna");
        await page.Locator("form.line-form button").ClickAsync();
        await page.WaitForURLAsync(new Regex("within=words.*words=5.*coders=Ratna"));
        await Assertions.Expect(page.Locator("p.note")).Not.ToContainTextAsync(language == "id" ? "digabung" : "pooled");
        await visitor.ExpectNoViolationAsync($"codes together of one coder, {language}");
        Assert.True(await page.Locator("svg.lc").CountAsync() == 2, "A tree and a map are drawn.");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new(" CSV$") }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(told.GetProperty("pairs").EnumerateArray().Select(p => $"{p.GetProperty("a")},{p.GetProperty("b")}"), lines.Skip(1).Select(l => string.Join(',', l.Split(',').Take(2))));

        await page.Locator("section.panel table").First.Locator("td.num a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#pair q").First).ToBeVisibleAsync();
        await visitor.OpenAsync("/tables");
        await Assertions.Expect(page.Locator("svg.lc")).ToHaveCountAsync(1);
        Assert.Equal(12, await page.Locator("a[download]").CountAsync());
        visitor.ExpectQuiet();
    }
}
