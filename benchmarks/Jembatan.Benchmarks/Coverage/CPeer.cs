using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Jembatan.Benchmarks.Coverage;

/// <summary>The C kernel of the same arithmetic, compiled here when gcc is there.</summary>
internal static class CPeer
{
    public static Measured? M3(int persons, int months, string source, Func<long, long, bool> isRight)
    {
        var program = Path.Combine(Path.GetTempPath(), $"m3-{Environment.ProcessId}");
        try
        {
            if (Run("gcc", ["-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno", source, "-o", program, "-lm"]) is null) return null;
            if (Run(program, [$"{persons}", $"{months}", "4"]) is not { } output) return null;
            var parts = output.Split(' ');
            var (active, lapsed, seconds) = (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture));
            return new("M3, C (gcc -O3 -march=native -ffp-contract=off -fno-math-errno)", "M person-months/s/core", persons * (double)months / seconds / 1e6, seconds,
                FormattableString.Invariant($"active {active}, lapsed {lapsed}"), isRight(active, lapsed));
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static string? Run(string file, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
