using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Jembatan.Benchmarks;

/// <summary>The machine that measured, as far as it tells without names or addresses.</summary>
internal sealed record Machine(string Processor, int Cores, double MemoryGiB, string OperatingSystem, string Runtime, string Commit)
{
    public static async Task<Machine> ThisAsync() => new(
        await FieldAsync("/proc/cpuinfo", "model name"),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0,
        $"{RuntimeInformation.OSDescription}, kernel {Environment.OSVersion.Version}, {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        await CommitAsync());

    private static async Task<string> FieldAsync(string file, string name)
    {
        if (!File.Exists(file)) return "unknown";
        var line = (await File.ReadAllLinesAsync(file)).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is null ? "unknown" : line[(line.IndexOfAny([':', '=']) + 1)..].Trim();
    }

    private static async Task<string> CommitAsync()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            return git.ExitCode == 0 ? text.Trim() : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }
}
