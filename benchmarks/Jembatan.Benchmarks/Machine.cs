using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Jembatan.Benchmarks;

/// <summary>The machine that measured, as far as it tells without names or addresses.</summary>
internal sealed record Machine(string Processor, int Cores, double MemoryGiB, string OperatingSystem, string Runtime, string Commit)
{
    /// <summary>A name for its file of results: processor, cores, memory, system.</summary>
    public string Slug
    {
        get
        {
            var system = OperatingSystem.Split(',')[0];
            var text = string.Create(CultureInfo.InvariantCulture, $"{Processor} {Cores} cores {MemoryGiB:F0} gib {system}");
            var words = new string([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]);
            return string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public static async Task<Machine> ThisAsync() => new(
        await FieldAsync("/proc/cpuinfo", "model name"),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0,
        $"{RuntimeInformation.OSDescription}, kernel {Environment.OSVersion.Version}, {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        await CommitAsync());

    /// <summary>Programs that ran or waited for a core in the last minute; null where the system does not tell.</summary>
    public static async Task<string?> LoadAsync() => File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : null;

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
