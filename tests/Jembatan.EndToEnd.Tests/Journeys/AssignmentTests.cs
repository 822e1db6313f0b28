using Jembatan.App.Studies;
using Jembatan.Core.Qualitative;
using Jembatan.EndToEnd.Tests.Stage;
using Jembatan.Storage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class AssignmentTests(Theatre theatre)
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    [Fact]
    public async Task Who_leads_assigns_two_coders_blind_and_each_marks_their_own_end()
    {
        var file = await TwoSourcesAsync();
        await using (var served = await Served.StartAsync(file))
        {
            await using var visitor = await Visitor.EnterAsync(theatre, served);
            var page = visitor.Page;
            await visitor.OpenAsync("/agreement");
            await page.GetByRole(AriaRole.Link, new() { Name = "Atur penugasan" }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Belum ada pengode dalam studi ini");
            await visitor.ExpectNoViolationAsync("assignments before there are coders");

            await page.GetByRole(AriaRole.Button, new() { Name = "Simpan penugasan" }).ClickAsync();
            await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("Pengodenya belum pas");
            await page.Locator("#f-others").FillAsync("Ratna, Bima");
            await page.GetByRole(AriaRole.Button, new() { Name = "Simpan penugasan" }).ClickAsync();
            await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("Belum ada sumber yang terpilih");
            await Assertions.Expect(page.Locator("#f-others")).ToHaveValueAsync("Ratna, Bima");

            // By keys alone.
            await page.GetByLabel("Pilih satu", new() { Exact = true }).FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await page.Locator("#f-others").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Tersimpan untuk 1 sumber" })).ToBeVisibleAsync();
            await Assertions.Expect(Row(page, "satu")).ToContainTextAsync("tertutup, menunggu Bima, Ratna");
            await Assertions.Expect(Row(page, "dua")).ToContainTextAsync("belum ditugaskan");

            await page.GetByLabel("Semua sumber (2)").CheckAsync();
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Ratna", Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Terbuka") }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Simpan penugasan" }).ClickAsync();
            await Assertions.Expect(Row(page, "dua").Locator("td").Nth(3)).ToHaveTextAsync("terbuka");
            await visitor.OpenAsync("/journal");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("menugaskan pengode pada beberapa sumber");
            await page.GetByRole(AriaRole.Button, new() { Name = "Urungkan langkah terakhir saya" }).ClickAsync();
            await visitor.OpenAsync("/agreement/assignments");
            await Assertions.Expect(Row(page, "dua")).ToContainTextAsync("belum ditugaskan");
            visitor.ExpectQuiet();
        }

        await MarkDoneAsync(file, "Ratna", "tertutup, menunggu Bima", again: true);
        await MarkDoneAsync(file, "Bima", "tertutup, sudah terbuka", again: false);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Dark, 400)]
    public async Task The_page_is_readable_in_both_themes_on_wide_and_narrow_screens(ColorScheme scheme, int width)
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Scheme = scheme, Width = width, Language = "en" });
        await visitor.OpenAsync("/agreement/assignments");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Assignments");
        await visitor.ExpectNoViolationAsync($"assignments, {scheme}, {width} px");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen.");
        visitor.ExpectQuiet();
    }

    private static ILocator Row(IPage page, string source) => page.Locator("table.assign tbody tr").Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = source, Exact = true }) });

    // As this coder's own workspace shows it; a mark may be taken back while somebody is waited for.
    private async Task MarkDoneAsync(string file, string coder, string way, bool again)
    {
        await using var served = await Served.StartAsync(file, coder);
        await using var visitor = await Visitor.EnterAsync(theatre, served);
        await visitor.OpenAsync("/agreement/assignments");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tandai selesai: satu" }).ClickAsync();
        await Assertions.Expect(Row(visitor.Page, "satu")).ToContainTextAsync(way);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Buka lagi untuk dikode: satu" })).ToHaveCountAsync(again ? 1 : 0);
        visitor.ExpectQuiet();
    }

    private async Task<string> TwoSourcesAsync()
    {
        var file = theatre.FileFor("tugas");
        Assert.True((await CreateStudy.HandleAsync(new("Tugas", Template: "servo"), new StudyLocation.File(file), Clock, CancellationToken.None)).IsOk);
        var opened = await StudyStore.OpenAsync(new StudyLocation.File(file), StudyAccess.Write, Clock, CancellationToken.None);
        await using var store = opened.Value;
        await using var db = store.NewDb();
        foreach (var name in (string[])["satu", "dua"])
        {
            var source = new Source(name, SourceKind.Interview, null, Clock.GetUtcNow());
            var text = CanonicalText.From("N: Uang saya datang harian.");
            await db.KeepAsync(text.Value, CancellationToken.None);
            db.Sources.Add(source);
            db.Revisions.Add(source.Revise(text, [], [], Clock.GetUtcNow()));
        }

        await db.CommitAsync("Import sources", null, CancellationToken.None);
        return file;
    }
}
