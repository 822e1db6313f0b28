using Jembatan.App.Sources;
using Jembatan.App.Studies;
using Jembatan.Core;
using Jembatan.EndToEnd.Tests.Stage;
using Jembatan.Storage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class RealInterviewsTests(Theatre theatre)
{
    [Theory]
    [InlineData("data/interviews/sheffield", 12, "facesheet.xlsx", Language.English)]
    [InlineData("data/interviews/frog", 24, null, Language.Indonesian)]
    public async Task Interviews_of_others_open_in_the_browser_and_take_a_code(string folder, int count, string? cases, Language language)
    {
        var path = SharedData.Require(folder);
        await using var served = await ServeAsync(path, cases, language);
        await using var visitor = await Visitor.EnterAsync(theatre, served, new() { Language = language == Language.English ? "en" : "id" });
        var page = visitor.Page;
        await visitor.OpenAsync("/sources");
        var links = await page.Locator("table.list th a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.Equal(count, links.Length);
        foreach (var link in links)
        {
            await visitor.OpenAsync(link);
            Assert.True(await page.Locator(".ln .tx").CountAsync() > 0, link);
        }

        var line = page.Locator(".ln:not(.q)").First;
        await line.Locator("a.no").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Permulaan");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("a.stripe")).ToHaveCountAsync(1);
        await visitor.ExpectNoViolationAsync(links[^1]);
        visitor.ExpectQuiet();
    }

    private async Task<Served> ServeAsync(string folder, string? cases, Language language)
    {
        var file = theatre.FileFor("wawancara");
        var location = new StudyLocation.File(file);
        var made = await CreateStudy.HandleAsync(new("Wawancara orang lain", language), location, TimeProvider.System, CancellationToken.None);
        Assert.True(made.IsOk, made.Problem?.Message);
        var opened = await StudyStore.OpenAsync(location, StudyAccess.Write, TimeProvider.System, CancellationToken.None);
        await using (var store = opened.Value)
        {
            await using var db = store.NewDb();
            var table = cases is null ? null : ImportFile.At(Path.Combine(folder, cases));
            var imported = await ImportSources.HandleAsync(new(ImportFile.Of([folder]), Cases: table), "Sari", null, db, TimeProvider.System, CancellationToken.None);
            Assert.True(imported.IsOk && imported.Value.Problem is null, imported.Problem?.Message ?? imported.Value.Problem?.Message);
        }

        return await Served.StartAsync(file);
    }
}
