using System.Diagnostics;
using Jembatan.Tests.Shared;

namespace Jembatan.Benchmarks;

/// <summary>One run of the program as a process of its own.</summary>
/// <param name="Output">What was made of its standard output.</param>
/// <param name="WallMs">Milliseconds on the clock from its start to its end.</param>
/// <param name="CpuMs">Milliseconds of processor time of all its threads.</param>
/// <param name="PeakMb">Its greatest working set, MB of 2²⁰ bytes.</param>
internal sealed record ProgramRun<T>(T Output, double WallMs, double CpuMs, double PeakMb);

/// <summary>Runs the program and watches it.</summary>
internal static class ProgramRun
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="read">Reads its standard output while it runs.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message is what it wrote to standard error.</exception>
    public static async Task<ProgramRun<T>> OfAsync<T>(IEnumerable<string> arguments, Func<StreamReader, Task<T>> read, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Repository.Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (read(process.StandardOutput), process.StandardError.ReadToEndAsync(cancellationToken));
        var (peak, cpu) = (0.0, TimeSpan.Zero);
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                (peak, cpu) = (Math.Max(peak, process.PeakWorkingSet64 / 1048576.0), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                break;      // it has just ended
            }

            await Task.WhenAny(process.WaitForExitAsync(cancellationToken), Task.Delay(5, cancellationToken));
        }

        await process.WaitForExitAsync(cancellationToken);
        var wall = clock.Elapsed.TotalMilliseconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"The program ended with {process.ExitCode}: {await errors}");
        return new(await output, wall, cpu.TotalMilliseconds, peak);
    }
}
