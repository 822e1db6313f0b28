using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Jembatan.App.Studies;
using Jembatan.EndToEnd.Tests.Stage;
using Jembatan.Storage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class HostileFileTests(Theatre theatre)
{
    private const string Bait = "\"><img src=x onerror=\"window.caught=1\"><script>window.caught=1</script><svg onload=window.caught=1></svg>{{7*7}}<!--";
    private const string Interview = $"Pewawancara: Bagaimana iurannya?\nNarasumber: Saya lupa {Bait} lalu uang habis sebelum akhir bulan.\n";

    private static readonly string Page = $"""
        <html><head><meta http-equiv="refresh" content="0;url=http://attacker.example/"><link rel="stylesheet" href="http://attacker.example/a.css"><base href="http://attacker.example/"></head>
        <body onload="window.caught=1"><iframe src="http://attacker.example/"></iframe><form action="http://attacker.example/"><input autofocus onfocus="window.caught=1"></form>
        <p>Pewawancara: Bagaimana iurannya?</p><p>Narasumber: Berat <img src="http://attacker.example/a.png" onerror="window.caught=1"> sekali, <a href="javascript:window.caught=1">uang habis</a>.</p>
        <p>Narasumber: {System.Net.WebUtility.HtmlEncode(Bait)}</p></body></html>
        """;

    [Fact]
    public async Task Nothing_in_an_imported_file_runs_or_is_fetched_on_any_page_or_in_the_report()
    {
        var file = theatre.FileFor("asing");
        var made = await CreateStudy.HandleAsync(new("Studi " + Bait, Template: "servo"), new StudyLocation.File(file), TimeProvider.System, CancellationToken.None);
        Assert.True(made.IsOk, made.Problem?.Message);
        await using var served = await Served.StartAsync(file);
        await using var visitor = await Visitor.EnterAsync(theatre, served);
        var page = visitor.Page;
        await visitor.OpenAsync("/import");
        await ImportAsync(page);

        await visitor.OpenAsync("/sources/lembar");
        await Assertions.Expect(page.Locator(".tx").Last).ToContainTextAsync("<script>window.caught=1</script>");
        await Pointer.SelectAsync(page, 2, "Berat", "habis");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Uang " + Bait);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#L2 a.stripe")).ToHaveCountAsync(1);

        await WalkAsync(visitor, [.. Places.Fixed, "/sources/lembar", "/codes/DT01", "/import"]);
        var sources = await SourcesAsync(visitor);
        Assert.Equal(3, sources.Count);
        await WalkAsync(visitor, sources);
        await ReportAsync(served);
        Assert.All(visitor.Requests, r => Assert.StartsWith(served.Root, r, StringComparison.Ordinal));
        visitor.ExpectQuiet();
    }

    private static async Task ImportAsync(IPage page)
    {
        await page.Locator("#f-files").SetInputFilesAsync((FilePayload[])
        [
            Text("lembar.html", "text/html", Page),
            Text(Bait.Replace("/", "", StringComparison.Ordinal) + ".txt", "text/plain", Interview),
            Text("biasa.txt", "text/plain", Interview),
            new FilePayload { Name = "bom.docx", MimeType = "application/octet-stream", Buffer = Bomb() },
            Text("palsu.docx", "application/octet-stream", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"),
        ]);
        await page.Locator("#f-cases").SetInputFilesAsync((FilePayload[])
            [Text("narasumber.csv", "text/csv", $"nama,kelompok,catatan\nbiasa,pekerja,\"{Bait.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\nlembar,pekerja,\"=HYPERLINK(\"\"http://attacker.example\"\")\"\n")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Impor", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#progress-words")).ToHaveTextAsync("Selesai: 3 berkas masuk, 0 dilewati, 2 ditolak.");
        await Assertions.Expect(page.Locator("#matching tbody tr")).ToHaveCountAsync(2);
        await ExpectUncaughtAsync(page, "import");
    }

    private static async Task WalkAsync(Visitor visitor, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var answer = await visitor.OpenAsync(path);
            Assert.True(answer.Status < 500, $"{answer.Status} {path}");
            await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
            await ExpectUncaughtAsync(visitor.Page, path);
        }
    }

    private static async Task<IReadOnlyList<string>> SourcesAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/sources");
        return await visitor.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('table.list tbody a[href^=\"/sources/\"]')].map(a => a.getAttribute('href').split(/[?#]/)[0]))]");
    }

    private async Task ReportAsync(Served served)
    {
        using var caller = await Caller.EnterAsync(served);
        using var answer = await caller.GetAsync("/report/file.html?download=true");
        var html = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        Assert.DoesNotMatch("<script|<iframe|<meta http-equiv=.?refresh|<base", Regex.Replace(html, "(?s)<style.*?</style>", ""));
        var file = theatre.FileFor("laporan", ".html");
        await File.WriteAllTextAsync(file, html);
        await using var reader = await Visitor.OpenFileAsync(theatre, served, file);
        Assert.Equal([new Uri(file).AbsoluteUri], reader.Requests);
        await ExpectUncaughtAsync(reader.Page, "report");
        reader.ExpectQuiet();
    }

    private static async Task ExpectUncaughtAsync(IPage page, string where)
    {
        var caught = await page.EvaluateAsync<bool>("!!window.caught || !!document.querySelector('img[src=x], svg[onload], iframe, [onerror], [onload], [onfocus], a[href^=\"javascript:\"]')");
        Assert.False(caught, where);
    }

    private static FilePayload Text(string name, string type, string text) => new() { Name = name, MimeType = type, Buffer = Encoding.UTF8.GetBytes(text) };

    // 300 MB of one letter in a few hundred KB.
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var block = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            for (var i = 0; i < 300; i++) part.Write(block);
        }

        return stream.ToArray();
    }
}
