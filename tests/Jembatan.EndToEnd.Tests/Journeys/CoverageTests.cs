using System.Net;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

/// <summary>The coverage page: projection, back-test, sensitivity and export.</summary>
public sealed class CoverageTests(Theatre theatre)
{
    private const string Shifts = "() => new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 300); })";

    [Theory]
    [InlineData("id", 1280)]
    [InlineData("en", 768)]
    public async Task A_reader_opens_the_projection_and_the_back_test_whose_first_line_says_who_won(string language, int width)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language, Width = width });
        var page = visitor.Page;
        await visitor.OpenAsync("/coverage");
        await Assertions.Expect(page.Locator("#band")).ToContainTextAsync("256", new() { Timeout = 5 * Theatre.PatienceMs }); // the band of 64 draws came in, and the full one after it
        await Assertions.Expect(page.Locator("#band-link")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".cvg-by")).ToHaveCountAsync(6);
        Assert.InRange(await page.EvaluateAsync<double>(Shifts), 0, 0.02);
        await visitor.ExpectNoViolationAsync("coverage");

        await page.Locator("a[href='/coverage/backtest']").ClickAsync();
        await Assertions.Expect(page.Locator("#first-line")).ToBeVisibleAsync();
        var words = await page.Locator("#content").InnerTextAsync();
        Assert.StartsWith(language == "id" ? "Ramalan naif menang" : "A naive forecast wins", await page.Locator(".cvg > .head + *").InnerTextAsync(), StringComparison.Ordinal); // the first line under the title
        Assert.Contains(language == "id" ? "adalah asumsi" : "is assumed", words, StringComparison.Ordinal);
        Assert.DoesNotContain("PIT: ", words, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("svg.cvg-chart circle")).ToHaveCountAsync(24); // six forecasts of four months
        await visitor.ExpectNoViolationAsync("back-test");
        Assert.InRange(await page.EvaluateAsync<double>(Shifts), 0, 0.02);
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task A_slider_runs_its_scenario_and_the_last_of_two_moves_stays()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = "en" });
        var page = visitor.Page;
        await visitor.OpenAsync("/coverage");
        var stock = page.Locator(".cvg-key .cvg-n");
        var before = await stock.InnerTextAsync();
        await page.Locator("#lv-subsidy").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(stock).Not.ToHaveTextAsync(before);
        await Assertions.Expect(page.Locator("#out-subsidy")).ToHaveTextAsync("0.95");
        Assert.Contains("subsidy.share=0.95", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#cost table")).ToBeVisibleAsync(); // what it costs came in with the first band
        Assert.Equal("lv-subsidy", await page.EvaluateAsync<string>("document.activeElement.id")); // whoever moves it by keyboard goes on
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task The_sensitivity_is_worked_out_when_somebody_asks_and_tells_how_far_it_is()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = "en" });
        var page = visitor.Page;
        await visitor.OpenAsync("/coverage/sensitivity");
        if (await page.Locator("form button[type=submit].main").CountAsync() > 0)
        {
            await visitor.ExpectNoViolationAsync("sensitivity, asked");
            await page.Locator("form button[type=submit].main").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(page.Locator(".cvg tbody tr")).ToHaveCountAsync(10, new() { Timeout = 5 * Theatre.PatienceMs });
        await visitor.ExpectNoViolationAsync("sensitivity");
        // Words for the ear alone, in a column that is scrolled to, widen no page.
        await page.SetViewportSizeAsync(400, 900);
        Assert.Equal(400, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        visitor.ExpectQuiet();
    }

    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("csv", "text/csv")]
    [InlineData("parquet", "application/vnd.apache.parquet")]
    public async Task The_chart_and_its_numbers_go_out_as_files(string format, string type)
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        using var answer = await caller.GetAsync($"/coverage/file.{format}?shock=2020-like");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"jembatan-coverage.{format}", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 2_000);
    }

    [Fact]
    public async Task A_file_of_no_scenario_or_of_no_format_is_refused()
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        foreach (var path in (string[])["/coverage/file.exe", "/coverage/file.csv?shock=3020-like", "/coverage/file.png?lever=magic.wand%3D1"])
        {
            using var answer = await caller.GetAsync(path);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, path);
        }

        using var unknown = await caller.GetAsync("/coverage/work/other");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
