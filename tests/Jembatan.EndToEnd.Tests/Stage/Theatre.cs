using System.Collections.Concurrent;
using Jembatan.App.Samples;
using Jembatan.Storage;
using Jembatan.Web.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Jembatan.EndToEnd.Tests.Stage.Theatre))]

namespace Jembatan.EndToEnd.Tests.Stage;

/// <summary>One browser and one served sample study for the whole run; tests that write take a copy of it.</summary>
public sealed class Theatre : IAsyncLifetime
{
    /// <summary>How long a test waits for what must come, milliseconds; a busy machine is no failure.</summary>
    public const int PatienceMs = 60_000;

    private readonly string folder = Directory.CreateTempSubdirectory("jembatan-browser-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> reports = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Served? sample;

    /// <summary>The browser that every test drives.</summary>
    public IBrowser Browser => browser!;

    /// <summary>The sample study, served for reading; a test that writes asks for <see cref="CopyOfSampleAsync"/>.</summary>
    public Served Sample => sample!;

    /// <summary>Path of the sample study file.</summary>
    public string SampleFile { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var built = await BuildSampleStudy.HandleAsync(new(Path.Combine(folder, "sample")), null, TimeProvider.System, CancellationToken.None);
        Assert.True(built.IsOk, built.Problem?.Message);
        SampleFile = built.Value.Study;
        sample = await Served.StartAsync(SampleFile);
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = [.. Chromium.Arguments.Where(a => a != "--headless")], Headless = true });
    }

    /// <summary>A copy of the sample study, served to one test alone.</summary>
    public Task<Served> CopyOfSampleAsync() => ServeCopyAsync(SampleFile);

    /// <summary>A copy of any study file, served to one test alone.</summary>
    public async Task<Served> ServeCopyAsync(string file)
    {
        var copy = FileFor("copy");
        await using (var from = File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        await using (var to = File.Create(copy)) await from.CopyToAsync(to);
        return await Served.StartAsync(copy);
    }

    /// <summary>The HTML report of the sample, saved as a visitor saves it; written once for each language.</summary>
    public Task<string> ReportAsync(string language) => reports.GetOrAdd(language, l => new(() => SaveReportAsync(l))).Value;

    private async Task<string> SaveReportAsync(string language)
    {
        using var caller = await Caller.EnterAsync(Sample);
        using (await caller.GetAsync($"/?lang={language}")) { }
        using var answer = await caller.GetAsync("/report/file.html?download=true");
        var file = FileFor("report", ".html");
        await File.WriteAllBytesAsync(file, await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        return file;
    }

    /// <summary>A path for a file of one test, in a folder that goes with the run.</summary>
    public string FileFor(string name, string extension = ".jembatan")
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
        return Path.Combine(own, name + extension);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (sample is not null) await sample.DisposeAsync();
        Directory.Delete(folder, true);
    }
}
