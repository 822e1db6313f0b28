using System.Text.RegularExpressions;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

/// <summary>Memos, what is asked before a coding under a rating goes, and moving codes and strategies about.</summary>
public sealed class KeepingOrderTests(Theatre theatre)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Memos_are_written_read_together_and_deleted(bool script)
    {
        await using var served = await theatre.CopyOfSampleAsync();
        await using var visitor = await Visitor.EnterAsync(theatre, served, new() { Script = script });
        var page = visitor.Page;
        foreach (var (path, text) in new[] { ("/codes/FI02", "Beda dari FI03"), ("/strategies/perisai", "Tanya pemda") })
        {
            await visitor.OpenAsync(path);
            await WriteAsync(page.Locator(".memos"), text);
        }

        await visitor.OpenAsync("/codes/FI02");
        await page.Locator("figcaption a.trace[href*='coding=']").First.ClickAsync();
        await WriteAsync(page.Locator(".card .memos").First, "Nada ragu");
        await WriteAsync(page.Locator(".use .memos"), "Rekaman putus di tengah");
        await Assertions.Expect(page.Locator(".card .memos").First.Locator("textarea")).ToHaveValueAsync("Nada ragu");

        await visitor.OpenAsync("/");
        await page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Memo", Exact = true }).ClickAsync();
        foreach (var text in (string[])["Beda dari FI03", "Tanya pemda", "Nada ragu", "Rekaman putus di tengah"])
            await Assertions.Expect(page.Locator("table.list tbody tr", new() { HasText = text })).ToHaveCountAsync(1);
        if (script) await visitor.ExpectNoViolationAsync("memos");
        await page.Locator("table.list tbody tr", new() { HasText = "Tanya pemda" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("table.list tbody tr", new() { HasText = "Tanya pemda" })).ToHaveCountAsync(0);
        await page.Locator("table.list tbody tr", new() { HasText = "Nada ragu" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sources/.*coding="));
        visitor.ExpectQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_coding_under_a_rating_is_taken_back_only_after_the_rating_was_named(bool script)
    {
        await using var served = await theatre.CopyOfSampleAsync();
        await using var visitor = await Visitor.EnterAsync(theatre, served, new() { Script = script });
        var page = visitor.Page;
        await visitor.OpenAsync("/servo?cell=perisai.SE");
        await page.Locator("#cell figure.ev a[href*='coding=']").First.ClickAsync();
        await page.Locator("[data-uncode]").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/take-back"));
        await Assertions.Expect(page.Locator("ul.cats li").First).ToContainTextAsync("S–E");
        if (script) await visitor.ExpectNoViolationAsync("before a coding is taken back");
        await page.GetByRole(AriaRole.Link, new() { Name = "Batal" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sources/"));
        await page.Locator("[data-uncode]").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ambil kembali dan buka lagi penilaiannya" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sources/"));
        await visitor.OpenAsync("/journal");
        await Assertions.Expect(page.Locator("table.jr tbody tr").First).ToContainTextAsync("mengambil kembali pengodean");
        await Assertions.Expect(page.Locator("table.jr tbody tr").First).ToContainTextAsync(" · ");
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task Codes_are_moved_merged_and_retired_and_each_step_is_taken_back()
    {
        await using var served = await theatre.CopyOfSampleAsync();
        await using var visitor = await Visitor.EnterAsync(theatre, served, new() { Script = false });
        var page = visitor.Page;
        await visitor.OpenAsync("/codebook");
        await page.Locator("#f-label").FillAsync("ZZ1");
        await page.Locator("#f-name").FillAsync("Sementara");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah kode" }).ClickAsync();
        await ArrangeAsync(page, "#f-parent", "FI02", "Pindahkan");
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("FI02");
        await page.Locator("#arrange summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Istirahatkan kode" }).ClickAsync();
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("diistirahatkan");
        await ArrangeAsync(page, "#f-into", "XX99", "Gabungkan");
        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("tidak ada dalam buku kode");
        await Assertions.Expect(page.Locator("#f-into")).ToHaveValueAsync("XX99");
        await page.Locator("#f-into").FillAsync("FI03");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gabungkan", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/codes/FI03"));
        await visitor.OpenAsync("/codes/ZZ1");
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("digabung ke FI03");
        for (var i = 0; i < 3; i++)
        {
            await visitor.OpenAsync("/journal");
            await page.GetByRole(AriaRole.Button, new() { Name = "Urungkan langkah terakhir saya" }).ClickAsync();
        }

        await visitor.OpenAsync("/codes/ZZ1");
        await Assertions.Expect(page.Locator(".head")).Not.ToContainTextAsync("FI0");
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task A_strategy_is_ended_and_deleted_only_while_nothing_rests_on_it()
    {
        await using var served = await theatre.CopyOfSampleAsync();
        await using var visitor = await Visitor.EnterAsync(theatre, served);
        var page = visitor.Page;
        await visitor.OpenAsync("/strategies/perisai");
        await page.Locator("#change summary").ClickAsync();
        await page.Locator("#f-status").SelectOptionAsync("Ended");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan perubahan" }).ClickAsync();
        await Assertions.Expect(page.Locator(".head p.fnt")).ToContainTextAsync("selesai");
        await page.Locator("#change summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus strategi" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("bertumpu pada strategi ini");

        // Suggestions of keys and names, also after a first key.
        await visitor.OpenAsync("/strategies");
        await Assertions.Expect(page.Locator("#causes option[value=FI02]")).ToContainTextAsync("FI02 · ");
        await page.Locator("#f-claims").FillAsync("FI03, ");
        await Assertions.Expect(page.Locator("#causes option[value='FI03, FI02']")).ToHaveCountAsync(1);
        await page.Locator("#f-claims").FillAsync("FI03, FI02");
        await page.Locator("#f-title").FillAsync("Koperasi desa");
        await page.Locator("#f-label").FillAsync("koperasi-desa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah strategi" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Koperasi desa");
        await page.Locator("#change summary").ClickAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");      // the bar on top would cover a link in part
        await visitor.ExpectNoViolationAsync("a strategy being changed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus strategi" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/strategies$"));
        await Assertions.Expect(page.GetByText("Koperasi desa")).ToHaveCountAsync(0);
        visitor.ExpectQuiet();
    }

    [Fact]
    public async Task A_drag_from_a_speaker_s_label_into_the_words_selects_the_words()
    {
        await using var served = await theatre.CopyOfSampleAsync();
        await using var visitor = await Visitor.EnterAsync(theatre, served);
        var page = visitor.Page;
        await visitor.OpenAsync("/sources");
        await page.Locator("table.list tbody th a").First.ClickAsync();
        var line = page.Locator(".ln.turn", new() { Has = page.Locator(".tx") }).Nth(1);
        await line.ScrollIntoViewIfNeededAsync();
        var (label, words) = ((await line.Locator(".sp").BoundingBoxAsync())!, (await line.Locator(".tx").BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(label.X + 4, label.Y + 12);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(words.X + 40, words.Y + 12, new() { Steps = 4 });
        await page.Mouse.MoveAsync(words.X + 120, words.Y + 12, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("#chip-code")).ToBeVisibleAsync();
        var selected = await page.EvaluateAsync<string>("getSelection().toString()");
        Assert.True(selected.Length > 2, selected);
        Assert.StartsWith(selected, (await line.Locator(".tx").InnerTextAsync()).TrimStart(), StringComparison.Ordinal);
        visitor.ExpectQuiet();
    }

    private static async Task WriteAsync(ILocator memos, string text)
    {
        if (await memos.GetAttributeAsync("open") is null) await memos.Locator("summary").ClickAsync();
        await memos.Locator("textarea").FillAsync(text);
        await memos.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Assertions.Expect(memos.Locator("summary")).ToContainTextAsync("(");
    }

    private static async Task ArrangeAsync(IPage page, string field, string code, string button)
    {
        await page.Locator("#arrange summary").ClickAsync();
        await page.Locator(field).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
