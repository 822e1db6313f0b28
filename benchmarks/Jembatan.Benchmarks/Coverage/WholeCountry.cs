using System.Globalization;
using System.Text.Json;
using Jembatan.Tests.Shared;

namespace Jembatan.Benchmarks.Coverage;

/// <summary>Every informal worker of the shipped population, one to one, through the program as a user runs it.</summary>
internal static class WholeCountry
{
    private const int Persons = 84_580_000, Months = 120;

    /// <summary>The rate goes by the clock and all threads; the limits, two minutes on two cores and 6 GB, stand in the check.</summary>
    public static async Task<Measured> RunAsync()
    {
        var model = Path.Combine(Repository.Root, "src", "Jembatan.App", "Data", "coverage-model.yaml");
        var run = await ProgramRun.OfAsync(
            ["coverage", "run", model, "--persons", Persons.ToString(CultureInfo.InvariantCulture), "--months", Months.ToString(CultureInfo.InvariantCulture), "--json"],
            output => output.ReadToEndAsync(), CancellationToken.None);
        using var answer = JsonDocument.Parse(run.Output);
        var (persons, threads, hash) = (answer.RootElement.GetProperty("persons").GetInt64(), answer.RootElement.GetProperty("threads").GetInt32(), answer.RootElement.GetProperty("hash").GetString()!);
        return new(
            FormattableString.Invariant($"every informal worker, {Persons / 1e6:F2} million, as a program of its own"), "M person-months/s", Persons * (double)Months / 1e3 / run.WallMs, run.CpuMs / 1e3,
            FormattableString.Invariant($"{hash[..8]}; {threads} threads, {run.WallMs / 1e3:F1} s on the clock (limit 120), {run.PeakMb:F0} MB (limit 6144)"), persons == Persons);
    }
}
