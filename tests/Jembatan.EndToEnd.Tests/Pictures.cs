using System.Diagnostics;
using System.Net;
using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests;

/// <summary>Takes pictures of the running program. Not part of a test run: <c>dotnet run build.cs -- pictures</c>.</summary>
public sealed class Pictures(Theatre theatre)
{
    private static string Folder => Environment.GetEnvironmentVariable("JEMBATAN_PICTURES") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "docs", "pictures");

    [Fact(Explicit = true)]
    public async Task Pictures_of_the_start_page()
    {
        await using (var english = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = "en", Height = 860 }))
        {
            await english.OpenAsync("/servo");
            await KeepAsync(english.Page, "servo-en");
        }

        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Height = 860 });
        await visitor.OpenAsync("/causes");
        await KeepAsync(visitor.Page, "causes-id");
        await visitor.OpenAsync("/coverage?shock=2020-like");
        await Assertions.Expect(visitor.Page.Locator("#band-link")).ToHaveCountAsync(0);
        await KeepAsync(visitor.Page, "coverage-id");
        await visitor.OpenAsync("/causes");
        await visitor.Page.Locator("#cause figure.ev a.trace").Last.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#at")).ToBeInViewportAsync();
        await visitor.Page.Locator(".ins").EvaluateAsync("e => { e.scrollTop = 0; }");
        await KeepAsync(visitor.Page, "read-id");
        await TerminalAsync(visitor.Page);
    }

    [Fact(Explicit = true)]
    public async Task Album_of_every_page()
    {
        foreach (var (language, scheme, width) in new[] { ("id", ColorScheme.Light, 1280), ("en", ColorScheme.Dark, 1280), ("id", ColorScheme.Light, 400) })
        {
            await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language, Scheme = scheme, Width = width, Height = width == 400 ? 1400 : 1000 });
            foreach (var (name, path) in await Places.AllAsync(visitor))
            {
                await visitor.OpenAsync(path);
                await KeepAsync(visitor.Page, $"{name}-{language}-{width}");
            }
        }
    }

    // What the demo prints on a terminal of 80 columns, as it prints it.
    private async Task TerminalAsync(IPage page)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetDirectoryName(Path.GetDirectoryName(theatre.SampleFile))! };
        foreach (var argument in (string[])[Repository.Program, "demo", "--no-serve", "--dir", Path.GetFileName(Path.GetDirectoryName(theatre.SampleFile))!, "--language", "en"]) start.ArgumentList.Add(argument);
        start.Environment["COLUMNS"] = "80";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        said = said.Replace(Path.GetDirectoryName(Path.GetDirectoryName(theatre.SampleFile))! + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Assert.All(said.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
        var lines = string.Join('\n', said.TrimEnd().Split('\n').Select(l => l.TrimEnd()).Take(64));
        await page.SetViewportSizeAsync(760, 400);
        await page.GotoAsync("about:blank");
        await page.SetContentAsync($$"""
            <style>body{margin:0;background:#0f1412;color:#e8eeea}pre{margin:0;padding:18px 22px;font:13px/1.38 "Cascadia Mono","DejaVu Sans Mono","Liberation Mono",monospace;width:max-content}b{color:#62cfae;font-weight:400}</style>
            <pre><b>$</b> dotnet run --project src/Jembatan.Cli -c Release -- demo --language en
            {{WebUtility.HtmlEncode(lines)}}</pre>
            """);
        await page.Locator("pre").ScreenshotAsync(new() { Path = Path.Combine(Folder, "terminal.png") });
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
    }
}
