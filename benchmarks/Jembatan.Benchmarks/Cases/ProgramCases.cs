using System.Globalization;
using Jembatan.Storage;
using Jembatan.Tests.Shared;

namespace Jembatan.Benchmarks.Cases;

/// <summary>The command line as a program of its own: from its start to its end, with its memory.</summary>
internal static class ProgramCases
{
    private const double MostMb = 500;

    public static IReadOnlyList<Case> All { get; } =
    [
        Program("codings --limit 25", 1000, 10, "codings", "--limit", "25"),
        Program("sources", null, 5, "sources"),
        Program("codebook", null, 5, "codebook"),
        Program("causes", 2000, 5, "causes"),
        Program("causes --coders all", null, 3, "causes", "--coders", "all"),
        Program("servo", 2000, 5, "servo"),
        Program("agreement", null, 2, "agreement"),
        Program("agreement --unit token", null, 1, "agreement", "--unit", "token"),
        Program("saturation", null, 2, "saturation"),
        Program("crosstab --by group", null, 2, "crosstab", "--by", "group"),
        Program("cooccur", null, 2, "cooccur"),
        Report("html"),
        Report("docx"),
        Program("codings (the whole list)", null, 2, "codings"),
        new("program", "code (one coding, durable)", null, 10, (bench, turn, _) =>
        {
            var start = (15_000 + turn).ToString(CultureInfo.InvariantCulture);
            var end = (15_100 + turn).ToString(CultureInfo.InvariantCulture);
            return Task.FromResult(new Prepared(running => RunAsync(bench, "code", [SyntheticStudy.OrdinaryName, start, end, bench.Busiest, "--coder", bench.Coder], running)));
        })
        { IsDurable = true, LimitMb = MostMb, OnPostgres = false },
        Program("doctor", null, 1, "doctor"),
    ];

    /// <summary>Runs a verb on the study with <c>--json</c> and waits for its end.</summary>
    public static async Task<Outcome> RunAsync(Bench bench, string verb, IEnumerable<string> rest, CancellationToken cancellationToken)
    {
        var study = ((StudyLocation.File)bench.Store.Location).Path;
        return await RunAsync([verb, study, .. rest, "--json"], cancellationToken);
    }

    /// <summary>Runs the program; time, processor time and peak memory are its own.</summary>
    public static async Task<Outcome> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var run = await ProgramRun.OfAsync(arguments, output => CountAsync(output.BaseStream, cancellationToken), cancellationToken);
        return new(FormattableString.Invariant($"{run.Output / 1024.0:F0} KB of JSON"), run.WallMs, run.CpuMs, run.PeakMb);
    }

    private static Case Program(string name, double? limitMs, int repeats, string verb, params string[] rest) =>
        new("program", name, limitMs, repeats, (bench, _, _) => Task.FromResult(new Prepared(running => RunAsync(bench, verb, rest, running)))) { LimitMb = MostMb, OnPostgres = false };

    private static Case Report(string format) => new("program", $"report as {format}", null, 1, (bench, _, _) =>
    {
        var file = Path.Combine(Path.GetTempPath(), $"jembatan-bench-report.{format}");
        return Task.FromResult(new Prepared(async running =>
        {
            try
            {
                return await RunAsync(bench, "report", [file], running);
            }
            finally
            {
                File.Delete(file);
            }
        }));
    })
    { LimitMb = MostMb, OnPostgres = false };

    private static async Task<long> CountAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var total = 0L;
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read) total += read;
        return total;
    }
}
