namespace Jembatan.Tests.Shared;

/// <summary>The browser that tests drive, and how it is started.</summary>
internal static class Chromium
{
    /// <summary>Its program: CHROMIUM, or /usr/bin/chromium. A test that asks fails when there is none; it is never skipped.</summary>
    public static string Program
    {
        get
        {
            var program = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
            return File.Exists(program)
                ? program
                : throw new InvalidOperationException($"There is no browser at {program}. Run 'dotnet run build.cs -- tools', or let CHROMIUM name its program.");
        }
    }

    /// <summary>Arguments for a run without window, sandbox or calls home.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
}
