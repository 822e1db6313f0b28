using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

/// <summary>What a page shows is what the command line prints for the same study.</summary>
public sealed class FiguresTests(Theatre theatre)
{
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task The_agreement_page_shows_every_alpha_of_the_command_line_and_opens_a_code(string language)
    {
        var told = await Terminal.JsonAsync("agreement", theatre.SampleFile);
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        await visitor.OpenAsync("/agreement");
        var rows = await RowsAsync(visitor.Page.Locator(".two > section table.list"));
        var byScope = told.GetProperty("estimates").EnumerateArray().ToLookup(e => e.GetProperty("scope").GetString());
        var overall = Assert.Single(byScope["overall"]);
        Assert.Equal(Written(overall.GetProperty("value").GetDouble(), 3, language), rows[0][1]);
        Assert.Contains(Written(overall.GetProperty("low").GetDouble(), 3, language), rows[0][3], StringComparison.Ordinal);
        Assert.Contains(Written(overall.GetProperty("high").GetDouble(), 3, language), rows[0][3], StringComparison.Ordinal);
        Assert.True(byScope["code"].Count() > 40, "There are too few codes.");
        var wrong = from e in byScope["code"]
                    where e.GetProperty("value").ValueKind == JsonValueKind.Number
                    let code = e.GetProperty("category").GetString()!
                    let row = rows.SingleOrDefault(r => r[0].Split(' ')[0] == code)
                    where row is null || row[1] != Written(e.GetProperty("value").GetDouble(), 3, language)
                    select $"{code}: {e.GetProperty("value")} is shown as {row?[1] ?? "nothing"}";
        Assert.Empty(wrong);

        await visitor.Page.Locator(".two > section table.list").GetByRole(AriaRole.Link, new() { Name = "FI02", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#one .code i").First).ToHaveTextAsync("FI02");
        visitor.ExpectQuiet();
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Every_cell_of_the_crosstab_is_that_of_the_command_line_and_opens_its_passages(string language)
    {
        var told = await Terminal.JsonAsync("crosstab", theatre.SampleFile, "--by", "group");
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        await visitor.OpenAsync("/tables");
        var rows = (await RowsAsync(visitor.Page.Locator("table.cross"))).Select(r => string.Join(' ', r.Skip(1).Take(r.Length - 4).Prepend(r[0].Split(' ')[0]).Select(c => c.TrimEnd('▲', '▼', ' '))));
        var expected = told.GetProperty("rows").EnumerateArray().Select(r =>
            string.Join(' ', r.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("informants").ToString()).Prepend(r.GetProperty("code").GetString()!).Append(r.GetProperty("informants").ToString())));
        Assert.Equal(expected, rows);

        var cell = visitor.Page.Locator("table.cross tbody tr").Filter(new() { HasTextRegex = new("^FI02") }).Locator("td a").Last;
        await cell.ClickAsync();
        await visitor.Page.WaitForURLAsync(new Regex("/codes/FI02\\?group=worker"));
        await Assertions.Expect(visitor.Page.Locator("blockquote").First).ToBeVisibleAsync();
        visitor.ExpectQuiet();
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Codes_together_and_saturation_are_those_of_the_command_line(string language)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        var page = visitor.Page;
        var told = await Terminal.JsonAsync("cooccur", theatre.SampleFile);
        await visitor.OpenAsync("/tables/together");
        var pairs = told.GetProperty("pairs").EnumerateArray().ToDictionary(p => (p.GetProperty("a").GetString()!, p.GetProperty("b").GetString()!));
        var rows = await RowsAsync(page.Locator("section.panel table").First);
        Assert.True(rows.Count > 20, $"Only {rows.Count} pairs are shown.");
        foreach (var row in rows)
        {
            var codes = Regex.Matches(row[0], @"\b[A-Z]{2}\d\d\b");
            var pair = pairs[(codes[0].Value, codes[^1].Value)];
            Assert.Equal($"{pair.GetProperty("both")} {Written(pair.GetProperty("cCoefficient").GetDouble(), 2, language)} {Written(pair.GetProperty("jaccard").GetDouble(), 2, language)}", $"{row[1]} {row[2]} {row[3]}");
        }

        var all = (await Terminal.JsonAsync("saturation", theatre.SampleFile)).GetProperty("groups")[0];
        await visitor.OpenAsync("/tables/saturation");
        var panel = page.Locator("section.panel").First;
        await Assertions.Expect(panel).ToContainTextAsync((language == "id" ? "Jenuh pada " : "Saturated at ") + all.GetProperty("notation").GetString());
        await panel.Locator("summary").ClickAsync();
        Assert.Equal(all.GetProperty("cumulative").EnumerateArray().Select(c => c.ToString()), (await RowsAsync(panel.Locator("table"))).Select(r => r[3]));
        visitor.ExpectQuiet();
    }

    [Theory]
    [InlineData("id", "Tidak ada pertentangan")]
    [InlineData("en", "There are no conflicts")]
    public async Task Without_conflicts_the_page_says_so(string language, string words)
    {
        var told = await Terminal.JsonAsync("conflicts", theatre.SampleFile);
        Assert.Equal(0, told.GetProperty("open").GetInt32() + told.GetProperty("settled").GetInt32());
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        await visitor.OpenAsync("/conflicts");
        await Assertions.Expect(visitor.Page.Locator("section.panel")).ToContainTextAsync(words);
        visitor.ExpectQuiet();
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task A_shock_and_a_lever_move_the_projection_to_what_the_trace_of_the_command_line_says(string language)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language });
        var page = visitor.Page;
        await visitor.OpenAsync("/coverage");
        var share = page.Locator(".cvg-n").First;
        var calm = await share.InnerTextAsync();
        Assert.Equal(await TracedAsync("baseline", language), calm);
        await Assertions.Expect(page.Locator(".cvg-key")).ToContainTextAsync((language == "id" ? "selisih " : "difference ") + Written(0, 1, language));

        await page.Locator("#shock-2020-like").CheckAsync();
        await Assertions.Expect(page.Locator(".cvg-key a[href*='2020-like']")).ToHaveCountAsync(1);
        var shocked = await share.InnerTextAsync();
        Assert.Equal(await TracedAsync("2020-like", language), shocked);
        Assert.NotEqual(calm, shocked);

        var slider = page.Locator("input[type=range]").First;
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(share).Not.ToHaveTextAsync(shocked);
        await Assertions.Expect(page.Locator("#shock-2020-like")).ToBeCheckedAsync();
        visitor.ExpectQuiet();
    }

    // The trace writes the value in the language of the study unless told otherwise.
    private async Task<string> TracedAsync(string scenario, string language) =>
        (await Terminal.JsonAsync("trace", theatre.SampleFile, $"projection:{scenario}/memberStock/120", "--language", language)).GetProperty("node").GetProperty("value").GetString()!;

    private static async Task<IReadOnlyList<string[]>> RowsAsync(ILocator table) =>
        await table.Locator("tbody tr").EvaluateAllAsync<string[][]>("rows => rows.map(r => [...r.cells].map(c => c.innerText.replace(/\\s+/g, ' ').trim()))");

    // As a page writes a figure: no minus before a nought.
    private static string Written(double value, int decimals, string language)
    {
        var rounded = Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '\u2212').Replace(".", language == "id" ? "," : ".", StringComparison.Ordinal);
    }
}
