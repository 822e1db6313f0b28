using Jembatan.EndToEnd.Tests.Stage;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests;

/// <summary>Takes pictures of the running program. Not part of a test run: <c>dotnet run build.cs -- pictures</c>.</summary>
public sealed class Pictures(Theatre theatre)
{
    private static string Folder => Environment.GetEnvironmentVariable("JEMBATAN_PICTURES") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "docs", "pictures");

    [Fact(Explicit = true)]
    public async Task Album_of_every_page()
    {
        foreach (var (language, scheme, width) in new[] { ("id", ColorScheme.Light, 1280), ("en", ColorScheme.Dark, 1280), ("id", ColorScheme.Light, 400) })
        {
            await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample, new() { Language = language, Scheme = scheme, Width = width, Height = width == 400 ? 1400 : 1000 });
            foreach (var (name, path) in await Places.AllAsync(visitor))
            {
                await visitor.OpenAsync(path);
                await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{language}-{width}.png") });
            }
        }
    }
}
