using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Jembatan.Tests.Shared;

namespace Jembatan.Benchmarks.Coverage;

/// <summary>Every informal worker of the shipped population, one to one, through the program as a user runs it.</summary>
internal static class WholeCountry
{
    private const int Persons = 84_580_000, Months = 120;

    /// <summary>Limits: two minutes on two cores and 6 GB; both stand in the check.</summary>
    public static async Task<Measured> RunAsync()
    {
        var model = Path.Combine(Repository.Root, "src", "Jembatan.App", "Data", "coverage-model.yaml");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Repository.Program, "coverage", "run", model, "--persons", Persons.ToString(CultureInfo.InvariantCulture), "--months", Months.ToString(CultureInfo.InvariantCulture), "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
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

            await Task.Delay(20);
        }

        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException(await errors);
        using var answer = JsonDocument.Parse(await output);
        var (persons, threads, hash) = (answer.RootElement.GetProperty("persons").GetInt64(), answer.RootElement.GetProperty("threads").GetInt32(), answer.RootElement.GetProperty("hash").GetString()!);
        return new(
            $"every informal worker, {Persons / 1e6:F2} million, as a program of its own", "M person-months/s", Persons * (double)Months / 1e6 / wall, cpu.TotalSeconds,
            FormattableString.Invariant($"{hash[..8]}; {threads} threads, {wall:F1} s on the clock (limit 120), {peak:F0} MB (limit 6144)"), persons == Persons);
    }
}
