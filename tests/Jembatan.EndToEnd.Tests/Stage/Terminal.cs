using System.Diagnostics;
using System.Text.Json;

namespace Jembatan.EndToEnd.Tests.Stage;

/// <summary>The command line, run as a program of its own on the study that the pages show.</summary>
internal static class Terminal
{
    /// <summary>The one JSON document that a verb prints.</summary>
    public static async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Repository.Program, .. arguments, "--json"]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var trouble = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said + await trouble);
        return JsonDocument.Parse(said).RootElement;
    }
}
