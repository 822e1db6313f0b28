using System.Text;
using System.Text.RegularExpressions;
using Jembatan.App.Studies;
using Jembatan.EndToEnd.Tests.Stage;
using Jembatan.Storage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class OwnStudyTests(Theatre theatre)
{
    private const string Interview = """
        Pewawancara: Bagaimana Bapak membayar iuran?
        Narasumber: Dulu lewat agen yang datang tiap Jumat. Sekarang agennya pindah 👷🏽‍♂️, jadi saya tidak bayar lagi.
        Pewawancara: Mengapa tidak lewat ponsel?
        Narasumber: Uang saya datang harian, sisanya habis untuk makan. Bayar sebulan sekali itu berat sekali.
        """;

    private const string Cases = "nama,kelompok,umur\nwawancara-budi,pekerja,41\nwawancara-siti,pekerja,37\n";

    [Fact]
    public async Task A_new_study_reaches_a_verdict_in_the_page()
    {
        await using var served = await NewStudyAsync();
        await using var visitor = await Visitor.EnterAsync(theatre, served);
        var page = visitor.Page;
        await visitor.ExpectNoViolationAsync("overview of an empty study");
        await page.GetByRole(AriaRole.Link, new() { Name = "Impor transkrip pertama" }).First.ClickAsync();

        await ImportAsync(visitor);
        await visitor.OpenAsync("/sources/wawancara-budi");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#failed")).ToContainTextAsync("bukan pekerjaan mengode");
        Assert.Contains("/doors/undo", Assert.Single(visitor.Complaints), StringComparison.Ordinal);
        visitor.Complaints.Clear();
        await CodeByMouseAsync(page);
        await CodeByKeysAsync(page);
        await TakeBackAndAgainAsync(page);
        await visitor.ExpectNoViolationAsync("a transcript being coded");

        await AddStrategyAsync(page);
        await RateAsync(page);
        await visitor.ExpectNoViolationAsync("the drawer of a rated cell");
        await page.Locator(".df a.btn").ClickAsync();
        await page.GetByLabel("Tidak sesuai", new() { Exact = true }).CheckAsync();
        await page.Locator("#f-because").FillAsync("Agen menjadi satu-satunya jalan membayar, dan ia pergi.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tetapkan putusan" }).ClickAsync();
        await Assertions.Expect(page.Locator("#verdict .big")).ToHaveTextAsync("Tidak sesuai");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lihat di papan SERVO" }).ClickAsync();
        await Assertions.Expect(page.Locator("td.vd .vw")).ToHaveTextAsync("Tidak sesuai");
        visitor.ExpectQuiet();
    }

    private async Task<Served> NewStudyAsync()
    {
        var file = theatre.FileFor("baru");
        var made = await CreateStudy.HandleAsync(new("Agen dan iuran", Template: "servo"), new StudyLocation.File(file), TimeProvider.System, CancellationToken.None);
        Assert.True(made.IsOk, made.Problem?.Message);
        return await Served.StartAsync(file);
    }

    private static async Task ImportAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.ExpectNoViolationAsync("import");
        await page.Locator("#f-files").SetInputFilesAsync((FilePayload[])
        [
            new FilePayload { Name = "wawancara-budi.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Interview) },
            new FilePayload { Name = "wawancara-siti.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Interview.Replace("Jumat", "Senin", StringComparison.Ordinal)) },
            new FilePayload { Name = "rusak.docx", MimeType = "application/octet-stream", Buffer = [1, 2, 3, 4] },
        ]);
        await page.Locator("#f-cases").SetInputFilesAsync((FilePayload[])[new FilePayload { Name = "narasumber.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Cases) }]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Impor", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#progress-words")).ToHaveTextAsync("Selesai: 2 berkas masuk, 0 dilewati, 1 ditolak.");
        await Assertions.Expect(page.Locator("#outcome > li[data-status=Imported]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#outcome > li[data-status=Failed] .lost")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#matching tbody tr")).ToHaveCountAsync(2);
        await visitor.ExpectNoViolationAsync("import, when it is done");
        await visitor.OpenAsync("/sources");
        await Assertions.Expect(page.Locator("table.list tbody tr").First).ToContainTextAsync("Pekerja");
    }

    private static async Task CodeByMouseAsync(IPage page)
    {
        await Pointer.SelectAsync(page, 2, "lewat agen", "tiap Jumat");
        await Assertions.Expect(page.Locator("#chip-code")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Hanya lewat agen");
        await Assertions.Expect(page.Locator("#pop-list li[aria-selected=true]")).ToContainTextAsync("Buat kode baru “Hanya lewat agen”");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#L2 a.stripe")).ToHaveTextAsync("DT01");
        await Assertions.Expect(page.Locator("#L2 mark")).ToHaveTextAsync("lewat agen yang datang tiap Jumat");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("Tersimpan");
        await Assertions.Expect(page.Locator("#tree").GetByText("Hanya lewat agen")).ToBeVisibleAsync();

        // Past an emoji of several code points, where units of UTF-16 and code points part.
        await Pointer.SelectAsync(page, 2, "jadi saya", "bayar lagi");
        await page.Locator("#chip-code").ClickAsync();
        await page.Keyboard.TypeAsync("hanya lewat");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#L2 a.stripe")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#L2 mark").Nth(1)).ToHaveTextAsync("jadi saya tidak bayar lagi");
    }

    private static async Task CodeByKeysAsync(IPage page)
    {
        await page.Locator("#L4 a.no").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        for (var i = 0; i < 4; i++) await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#pop-code")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("DT01");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#L4 mark")).ToHaveTextAsync("Uang saya datang harian, sisanya");
        await Assertions.Expect(page.Locator(".ins blockquote")).ToHaveTextAsync("Uang saya datang harian, sisanya");
        await page.Locator(".ins .marks").First.GetByRole(AriaRole.Button, new() { Name = "pengalaman" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ins .marks").First.GetByRole(AriaRole.Button, new() { Name = "pengalaman" })).ToHaveAttributeAsync("aria-pressed", "true");

        // The code used last, by its digit.
        await page.Locator("#L3 a.no").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("#L3 a.stripe")).ToHaveCountAsync(1);
    }

    private static async Task TakeBackAndAgainAsync(IPage page)
    {
        await page.Locator("#L3 a.stripe").ClickAsync();
        await Assertions.Expect(page.Locator("#L3 a.stripe.on")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".ins blockquote")).ToHaveTextAsync(await page.Locator("#L3 mark").First.InnerTextAsync());
        await page.Locator("[data-uncode]").First.ClickAsync();
        await Assertions.Expect(page.Locator("#L3 a.stripe")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#L3 a.stripe")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#told")).ToHaveTextAsync("mengurungkan: mengambil kembali pengodean");
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("Control+Shift+z");
        await Assertions.Expect(page.Locator("#L3 a.stripe")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#L3 a.stripe")).ToHaveCountAsync(1);
    }

    private static async Task AddStrategyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "SERVO", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tambah strategi" }).First.ClickAsync();
        await page.Locator("#f-title").FillAsync("Agen keliling");
        await page.Locator("#f-label").FillAsync("agen");
        await page.Locator("#f-claims").FillAsync("DT01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah strategi" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Agen keliling");
    }

    private static async Task RateAsync(IPage page)
    {
        await page.Locator("table.crits td a", new() { HasTextRegex = new("^Nilai") }).First.ClickAsync();
        await page.Locator("input[name=value][value='-1']").CheckAsync();
        await page.Locator("#f-observed").FillAsync("Sejak agen pindah, pembayaran berhenti.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan penilaian" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("belum punya bukti");
        await Assertions.Expect(page.Locator("#f-observed")).ToHaveValueAsync("Sejak agen pindah, pembayaran berhenti.");
        await page.Locator("input[name=evidence]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan penilaian" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/servo"));
        await Assertions.Expect(page.Locator("#cell .op .rt .on")).ToHaveTextAsync("−1");
        await Assertions.Expect(page.Locator("#cell figure.ev blockquote").First).ToBeVisibleAsync();
    }
}
