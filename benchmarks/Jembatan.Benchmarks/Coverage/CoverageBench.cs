using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using Jembatan.App.Coverage;
using Jembatan.Simulation.Chain;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Membership;

namespace Jembatan.Benchmarks.Coverage;

/// <summary>Speed of the coverage model beside what the machine can do and beside C; a wrong check value rejects the whole run.</summary>
internal static class CoverageBench
{
    private const int M3Persons = 1 << 20, Months = 120;
    private const double M2Exact = 0.110668358, M3Active = 0.2122, M3Lapsed = 0.5145, M3Tolerance = 6e-4;

    public static async Task<int> RunAsync(string? machine, bool whole)
    {
        var lines = new List<Measured> { Limits.Philox(), Limits.Read(), Limits.Copy(), M2() };
        long[]? counts = null;
        bool Right(long active, long lapsed)
        {
            counts ??= [active, lapsed];
            var near = Math.Abs((active / (double)M3Persons) - M3Active) < M3Tolerance && Math.Abs((lapsed / (double)M3Persons) - M3Lapsed) < M3Tolerance;
            return near && counts[0] == active && counts[1] == lapsed; // the same arithmetic gives the same persons, in every width and in C
        }

        if (Lanes16.IsSupported) lines.Add(M3<Lanes16, Vector512<float>, Vector512<uint>>("16 at a time (AVX-512)", M3Persons, Right));
        if (Lanes8.IsSupported) lines.Add(M3<Lanes8, Vector256<float>, Vector256<uint>>("8 at a time (AVX2)", M3Persons, Right));
        if (CPeer.M3(M3Persons, Months, Path.Combine("benchmarks", "peers", "m3.c"), Right) is { } c) lines.Add(c);
        lines.AddRange(Membership());
        lines.AddRange(await PageAnswer.RunAsync());
        if (whole) lines.Add(await WholeCountry.RunAsync());
        var text = Write(await Machine.ThisAsync(), lines);
        Console.WriteLine(text);
        if (lines.Any(l => !l.IsRight))
        {
            Console.Error.WriteLine("REJECTED: a check value is wrong.");
            return 1;
        }

        if (machine is not null) await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine("benchmarks", "results")).FullName, machine + "-coverage.md"), text);
        return 0;
    }

    private static Measured M2()
    {
        var chain = ChainModel.Of(["uncovered", "covered"], [1, 0], [[.995, .005], [.04, .96]], null).Value;
        var settings = new RunSettings { Persons = 1 << 21, Months = Months, Threads = 1 };
        return Measured.BestOf("M2 through the chain engine, digest of histories included", "M person-months/s/core", 3, () =>
        {
            var counts = ChainMicro.Run(chain, settings, 0, null, CancellationToken.None).Parts[ChainMicro.StatesPart];
            var covered = counts[(2 * Months) + 1] / (double)settings.Persons;
            return (settings.Persons * Months / 1e6, covered.ToString("F6", CultureInfo.InvariantCulture), Math.Abs(covered - M2Exact) < 4 * Math.Sqrt(M2Exact * (1 - M2Exact) / settings.Persons));
        });
    }

    private static Measured M3<W, F, I>(string name, int persons, Func<long, long, bool> right)
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct =>
        Measured.BestOf($"M3, {name}", "M person-months/s/core", 4, () =>
        {
            var (active, lapsed) = M3Kernel<W, F, I>.Run(persons, Months, 42);
            return (persons * (double)Months / 1e6, FormattableString.Invariant($"active {active[^1]}, lapsed {lapsed[^1]}"), right(active[^1], lapsed[^1]));
        });

    private static IEnumerable<Measured> Membership()
    {
        var model = ((MembershipFile)CoverageModel.Shipped()).Membership;
        string[][] cases = [[], ["subsidy.share=0.5", "assisted-registration.reach=0.3", "reminders.reach=1"]];
        foreach (var levers in cases)
        {
            var run = MembershipRun.Of(AllLevers.Apply(new(model), levers).Value, Months).Value;
            var small = new RunSettings { Persons = 4_000, Threads = 1, Seed = 1 };
            var same = new[] { Width.Sixteen, Width.Eight, Width.One }.Select(w => run.Count(small with { Width = w }, 0, null, CancellationToken.None).Value.HashText).Distinct().Count() == 1;
            var settings = new RunSettings { Persons = 1 << 18, Threads = 1 };
            yield return Measured.BestOf($"full membership model, {(levers.Length == 0 ? "baseline" : $"{levers.Length} levers")}", "M person-months/s/core", 3, () =>
            {
                var tally = run.Count(settings, 0, null, CancellationToken.None).Value;
                return (settings.Persons * Months / 1e6, $"{tally.HashText[..8]}, widths {(same ? "agree" : "differ")}", same);
            });
        }

        var baseline = MembershipRun.Of(new(model), 1).Value;
        var many = new RunSettings { Persons = 20_000_000, Threads = 1 };
        var before = Process.GetCurrentProcess().PeakWorkingSet64;
        baseline.Count(many, 0, null, CancellationToken.None);
        var grown = Math.Max(0, Process.GetCurrentProcess().PeakWorkingSet64 - before) / (double)many.Persons;
        yield return new("memory grown over 20 million persons", "bytes a person", grown, 0, "persons are made where they are run", grown <= 48);
    }

    private static string Write(Machine machine, IReadOnlyList<Measured> lines)
    {
        var text = new StringBuilder();
        void Say(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        Say($"# Speed of the coverage model");
        Say($"");
        Say($"{machine.Processor}, {machine.Cores} cores, {machine.MemoryGiB:F0} GiB · {machine.OperatingSystem} · {machine.Runtime} · commit {machine.Commit}");
        Say($"");
        Say($"One thread; processor time, best of several after a warm-up. A wrong check value rejects the run.");
        Say($"");
        Say($"| what | rate | unit | processor s | check |");
        Say($"|---|---:|---|---:|---|");
        foreach (var l in lines) Say($"| {l.Name} | {l.Rate:F2} | {l.Unit} | {l.Seconds:F3} | {(l.IsRight ? "" : "WRONG ")}{l.Check} |");
        return text.ToString();
    }
}
