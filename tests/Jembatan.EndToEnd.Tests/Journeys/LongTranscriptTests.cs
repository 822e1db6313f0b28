using System.Diagnostics;
using System.Globalization;
using System.Text;
using Jembatan.App.Sources;
using Jembatan.App.Studies;
using Jembatan.EndToEnd.Tests.Stage;
using Jembatan.Storage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class LongTranscriptTests(Theatre theatre, ITestOutputHelper output)
{
    private const int Turns = 1500;

    [Fact]
    public async Task A_transcript_of_300_kilobytes_opens_and_coding_it_redraws_only_the_lines_concerned()
    {
        var file = theatre.FileFor("panjang");
        await MakeAsync(file);
        await using var served = await Served.StartAsync(file);
        await using var visitor = await Visitor.EnterAsync(theatre, served);
        var page = visitor.Page;
        var clock = Stopwatch.StartNew();
        await visitor.OpenAsync("/sources/panjang");
        output.WriteLine($"opened in {clock.ElapsedMilliseconds} ms");
        Assert.Equal(Turns, await page.Locator(".ln").CountAsync());
        await page.EvaluateAsync("for (const id of ['L1', 'L749', 'L751', 'L1500']) document.getElementById(id).dataset.kept = 'yes'");

        await Pointer.SelectAsync(page, 750, "hujan turun", "basah semua");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Musim hujan");
        var size = page.WaitForResponseAsync(r => r.Url.Contains("lines=", StringComparison.Ordinal));
        clock.Restart();
        await page.Keyboard.PressAsync("Enter");
        var bytes = (await (await size).BodyAsync()).Length;
        await Assertions.Expect(page.Locator("#L750 a.stripe")).ToHaveCountAsync(1);
        output.WriteLine($"coded in {clock.ElapsedMilliseconds} ms, {bytes / 1024} KiB fetched");
        await Assertions.Expect(page.Locator("#L750 mark")).ToHaveTextAsync("hujan turun lagi dan dagangan basah semua");
        await Assertions.Expect(page.Locator(".ln[data-kept]")).ToHaveCountAsync(4);
        Assert.True(bytes < 120_000, $"{bytes} bytes were fetched to show one coding.");

        clock.Restart();
        await page.Locator("#L751 a.no").ClickAsync();
        await Assertions.Expect(page.Locator("#L751 mark.at")).ToHaveCountAsync(1);
        output.WriteLine($"another line opened in {clock.ElapsedMilliseconds} ms");
        await Assertions.Expect(page.Locator("#L750 mark.at")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#L749[data-kept]")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#L750 mark.at")).ToHaveCountAsync(1);
        Assert.Equal("auto", await page.Locator("#L1").EvaluateAsync<string>("e => getComputedStyle(e).contentVisibility"));
        visitor.ExpectQuiet();
    }

    private static async Task MakeAsync(string file)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= Turns; i++)
        {
            text.Append(i % 2 == 1 ? "P: " : "N: ").Append(CultureInfo.InvariantCulture, $"Ini ucapan nomor {i}. Waktu itu hujan turun lagi dan dagangan basah semua, jadi uang untuk iuran dipakai dulu buat makan; besoknya cari pinjaman ke tetangga, lalu bulan itu terlewat 🌧️. Orang pasar tahu semua ceritanya begitu.\n");
        }

        var location = new StudyLocation.File(file);
        var made = await CreateStudy.HandleAsync(new("Transkrip panjang"), location, TimeProvider.System, CancellationToken.None);
        Assert.True(made.IsOk, made.Problem?.Message);
        var opened = await StudyStore.OpenAsync(location, StudyAccess.Write, TimeProvider.System, CancellationToken.None);
        await using var store = opened.Value;
        await using var db = store.NewDb();
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        Assert.True(bytes.Length > 300_000);
        var imported = await ImportSources.HandleAsync(new([new ImportFile("panjang.txt", _ => Task.FromResult<Stream>(new MemoryStream(bytes)))]), "Sari", null, db, TimeProvider.System, CancellationToken.None);
        Assert.True(imported.IsOk && imported.Value.Problem is null, imported.Problem?.Message);
    }
}
