#!/usr/bin/env dotnet
// The one entry for building, testing and measuring: dotnet run build.cs -- VERB. Each verb is one function below.
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RuntimeIdentifiers=
#:property UseCurrentRuntimeIdentifier=false

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rest = args.Skip(1).ToList();
return args.FirstOrDefault() switch
{
    "check" => await Verbs.CheckAsync(),
    "test" => await Verbs.TestAsync(rest),
    "bench" => await Shell.RunAsync("dotnet", ["run", "--project", "benchmarks/Jembatan.Benchmarks", "-c", "Release", "--", .. rest]),
    "demo" => await Shell.RunAsync("dotnet", ["run", "--project", "src/Jembatan.Cli", "-c", "Release", "--", "demo", .. rest]),
    "shape" => Verbs.Shape(),
    "pictures" => await Verbs.TestAsync(["--project", "EndToEnd", "-explicit", "only", "-method", "*Pictures_of_the_start_page"]),
    "tools" => await Tools.InstallMissingAsync() ? 0 : 1,
    _ => Verbs.Usage(),
};

/// <summary>What can be asked of this file.</summary>
static class Verbs
{
    const int MostLines = 400;
    static readonly string[] CodeFiles = [".cs", ".razor", ".js", ".mjs", ".ts", ".css"];
    static readonly string[] NotOurs = ["bin", "obj", "artifacts", "node_modules", "lib", "Migrations"];
    static readonly string[] Alone = ["Cli.Tests", "EndToEnd"];      // in this order, after the others

    public static int Usage()
    {
        Console.Error.WriteLine("""
            dotnet run build.cs -- VERB

              check                        restore locked, build with warnings as errors, check formatting and shape
              test [--project NAME] [ARG…] install what tests need, build, run every test; ARGs go to the test runner (-class NAME, -method NAME)
              bench [ARG…]                 run the benchmarks
              demo [ARG…]                  run the demonstration
              pictures                     take the pictures of the start page from the running program
              shape                        file lengths: p90, the longest, and every file over 400 lines
              tools                        install what tests need and is missing: PostgreSQL and Chromium
            """);
        return 2;
    }

    public static async Task<int> CheckAsync()
    {
        string[][] steps =
        [
            ["restore", "Jembatan.slnx", "--locked-mode", "-v", "q", "--nologo"],
            ["build", "Jembatan.slnx", "-c", "Release", "--no-restore", "-v", "q", "--nologo"],
            ["format", "whitespace", "Jembatan.slnx", "--verify-no-changes", "--no-restore"],
        ];
        foreach (var step in steps)
        {
            Console.WriteLine($"── dotnet {string.Join(' ', step)}");
            if (await Shell.RunAsync("dotnet", step) is 0) continue;
            Console.Error.WriteLine(step[0] switch
            {
                "restore" => "The lock files are behind. Run 'dotnet restore' and commit them.",
                "format" => "Run 'dotnet format whitespace Jembatan.slnx' and commit what it changes.",
                _ => "Mend what stands above; warnings are errors.",
            });
            return 1;
        }

        return Shape();
    }

    public static async Task<int> TestAsync(List<string> arguments)
    {
        var at = arguments.IndexOf("--project");
        var name = at >= 0 && at + 1 < arguments.Count ? arguments[at + 1] : null;
        if (at >= 0) arguments.RemoveRange(at, Math.Min(2, arguments.Count - at));
        var projects = Directory.GetFiles(Path.Combine(Shell.Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Where(p => name is null || Path.GetFileNameWithoutExtension(p).Contains(name, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).ToList();
        if (projects.Count == 0)
        {
            Console.Error.WriteLine($"No test project has '{name}' in its name. The projects stand under tests/.");
            return 2;
        }

        if (!await Tools.InstallMissingAsync()) return Summary.Close([new("tools", 0, 1, 0, [], TimeSpan.Zero)]);
        var clock = Stopwatch.StartNew();
        foreach (var target in name is null ? ["Jembatan.slnx"] : projects)
        {
            Console.WriteLine($"── building {Path.GetFileName(target)}");
            if (await Shell.RunAsync("dotnet", ["build", target, "-c", "Release", "-v", "q", "--nologo", "-clp:NoSummary"]) != 0)
                return Summary.Close([new("build", 0, 1, 0, [], clock.Elapsed)]);
        }

        Console.WriteLine($"── built in {clock.Elapsed.TotalSeconds:F0} s; testing");

        // Two at a time; then, alone, those that start programs and those that wait for pages: beside others both only stand in each other's way.
        var results = new List<TestRun>();
        foreach (var wave in projects.GroupBy(p => Array.FindIndex(Alone, a => p.Contains(a, StringComparison.Ordinal))).OrderBy(g => g.Key))
        {
            using var lanes = new SemaphoreSlim(wave.Key >= 0 ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 4));
            results.AddRange(await Task.WhenAll(wave.Select(async project =>
            {
                await lanes.WaitAsync();
                try
                {
                    return await TestRun.OfAsync(project, arguments);
                }
                finally
                {
                    lanes.Release();
                }
            })));
        }

        return Summary.Close(results);
    }

    public static int Shape()
    {
        var files = Directory.EnumerateFiles(Shell.Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Shell.Root, f))
            .Where(f => CodeFiles.Contains(Path.GetExtension(f)) && !f.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.') || NotOurs.Contains(part)))
            .Select(f => (Name: f, Lines: File.ReadLines(Path.Combine(Shell.Root, f)).Count()))
            .OrderByDescending(f => f.Lines).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        var over = files.TakeWhile(f => f.Lines > MostLines).ToList();
        Console.WriteLine($"{files.Count} files, {files.Sum(f => f.Lines):N0} lines, median {files[files.Count / 2].Lines}, p90 {files[files.Count / 10].Lines}");
        foreach (var (file, lines) in files.Take(Math.Max(10, over.Count))) Console.WriteLine($"{lines,6} {(lines > MostLines ? "too long" : "        ")} {file}");
        Console.WriteLine(over.Count == 0 ? $"No file is over {MostLines} lines." : $"{over.Count} files are over {MostLines} lines. Split each along its ideas.");
        return over.Count == 0 ? 0 : 1;
    }
}

/// <summary>The outcome of one test project.</summary>
sealed record TestRun(string Name, int Passed, int Failed, int Skipped, IReadOnlyList<(string Test, string Reason)> Skips, TimeSpan Took)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(45);

    /// <summary>Runs a built test project and reads its own report; a run that leaves no report counts as one failure.</summary>
    public static async Task<TestRun> OfAsync(string project, IEnumerable<string> arguments)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var folder = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release");
        var program = Directory.Exists(folder)
            ? Directory.GetFiles(folder, name + ".dll", SearchOption.AllDirectories).Where(f => File.Exists(Path.ChangeExtension(f, ".runtimeconfig.json"))).MaxBy(File.GetLastWriteTimeUtc)
            : null;
        if (program is null)
        {
            Console.WriteLine($"── {name}: there is no built program under {folder}");
            return new(name, 0, 1, 0, [], TimeSpan.Zero);
        }

        var report = Path.Combine(Directory.CreateDirectory(Path.Combine(Shell.Root, "artifacts", "tests")).FullName, name + ".xml");
        File.Delete(report);
        Console.WriteLine($"── {name} starts");
        var clock = Stopwatch.StartNew();
        var log = new StringBuilder();
        var exit = await Shell.RunAsync("dotnet", ["exec", program, "-noLogo", "-noColor", "-result-xml", report, .. arguments], log, Longest);
        var took = clock.Elapsed;
        var run = Read(name, report, exit, took);
        Console.WriteLine($"── {name}: {run.Passed} passed, {run.Failed} failed, {run.Skipped} skipped in {took.TotalSeconds:F1} s{(exit is 0 or 1 ? "" : $" (exit code {exit})")}");
        if (run.Failed > 0) Console.WriteLine(log.ToString().TrimEnd());
        return run;
    }

    static TestRun Read(string name, string report, int exit, TimeSpan took)
    {
        if (!File.Exists(report)) return new(name, 0, 1, 0, [], took);
        var assemblies = XDocument.Load(report).Descendants("assembly").ToList();
        int Sum(string count) => assemblies.Sum(a => (int?)a.Attribute(count) ?? 0);
        var failed = Sum("failed") + Sum("errors");
        var skips = assemblies.Descendants("test").Where(t => (string?)t.Attribute("result") == "Skip")
            .Select(t => ((string)t.Attribute("name")!, t.Element("reason")?.Value.Trim() ?? "no reason given")).ToList();
        var ranNothing = Sum("total") == 0;
        return new(name, Sum("passed"), failed == 0 && exit != 0 && !ranNothing ? 1 : failed, Sum("skipped"), skips, took);
    }
}

/// <summary>The end of a test run.</summary>
static class Summary
{
    /// <summary>Prints one line per project, every skipped test with its reason, and last the count.</summary>
    public static int Close(IReadOnlyList<TestRun> runs)
    {
        Console.WriteLine();
        foreach (var run in runs)
            Console.WriteLine($"{run.Name,-36} {run.Passed,6} passed {run.Failed,5} failed {run.Skipped,5} skipped {run.Took.TotalSeconds,7:F1} s{(run.Passed + run.Failed + run.Skipped == 0 ? "  holds no test" : "")}");
        foreach (var reason in runs.SelectMany(r => r.Skips).GroupBy(s => s.Reason).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"Skipped: {reason.Key}");
            foreach (var (test, _) in reason.Order()) Console.WriteLine($"    {test}");
        }

        var (passed, failed, skipped) = (runs.Sum(r => r.Passed), runs.Sum(r => r.Failed), runs.Sum(r => r.Skipped));
        if (passed + failed == 0) Console.WriteLine("No test ran.");
        Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
        return failed > 0 || passed == 0 ? 1 : 0;
    }
}

/// <summary>Programs that tests need beside the SDK.</summary>
static class Tools
{
    /// <summary>Installs PostgreSQL and Chromium where they are missing; PGBIN and CHROMIUM name them where they stand elsewhere.</summary>
    public static async Task<bool> InstallMissingAsync()
    {
        var missing = new List<string>();
        if (!HasPostgres()) missing.Add("postgresql");
        if (!HasChromium()) missing.Add("chromium");
        if (missing.Count == 0) return true;
        Console.WriteLine($"── installing {string.Join(" and ", missing)}");
        if (!File.Exists("/usr/bin/apt-get"))
        {
            Console.Error.WriteLine($"Tests need {string.Join(" and ", missing)}, and there is no apt-get here to install them. Install them yourself; "
                + "then let PGBIN name the folder of initdb and CHROMIUM the browser's program, and run this again.");
            return false;
        }

        string[] install = ["install", "-y", "--no-install-recommends", .. missing];
        if (await AptAsync(install) != 0 && (await AptAsync(["update", "-q"]) != 0 || await AptAsync(install) != 0)) return Fail();
        return HasPostgres() && HasChromium() || Fail();
    }

    static bool HasPostgres() => Environment.GetEnvironmentVariable("PGBIN") is { Length: > 0 } folder
        ? File.Exists(Path.Combine(folder, "initdb"))
        : Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql").Any(v => File.Exists(Path.Combine(v, "bin", "initdb")));

    static bool HasChromium() => File.Exists(Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } program ? program : "/usr/bin/chromium");

    static Task<int> AptAsync(string[] arguments)
    {
        string[] command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", .. arguments];
        return Environment.IsPrivilegedProcess ? Shell.RunAsync(command[0], command[1..]) : Shell.RunAsync("sudo", command);
    }

    static bool Fail()
    {
        Console.Error.WriteLine("PostgreSQL or Chromium could not be installed. Read apt's message above; or install them yourself and let PGBIN name the folder of initdb and CHROMIUM the browser's program.");
        return false;
    }
}

/// <summary>Starting other programs from the root of the repository.</summary>
static class Shell
{
    public static readonly string Root = RootOf();

    static string RootOf([CallerFilePath] string here = "") =>
        Ancestors(Environment.CurrentDirectory).Append(Path.GetDirectoryName(here)).First(d => File.Exists(Path.Combine(d!, "Jembatan.slnx")))!;

    static IEnumerable<string?> Ancestors(string folder)
    {
        for (string? d = folder; d is not null; d = Path.GetDirectoryName(d)) yield return d;
    }

    /// <summary>Runs a program; its output goes to a log, or straight through. A program that outlives its time is ended with its children.</summary>
    public static async Task<int> RunAsync(string program, IEnumerable<string> arguments, StringBuilder? log = null, TimeSpan? longest = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Root, RedirectStandardOutput = log is not null, RedirectStandardError = log is not null };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";     // a build node that stays behind would hold the caller's output open
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (log is not null) start.Environment["DOTNET_EnableWriteXorExecute"] = "0";     // tests spend up to a fifth of their time on mapping compiled methods twice
        using var process = Start(start);
        if (process is null) return 127;
        if (log is not null)
        {
            void Add(object _, DataReceivedEventArgs e) { lock (log) log.AppendLine(e.Data); }
            process.OutputDataReceived += Add;
            process.ErrorDataReceived += Add;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        using var limit = new CancellationTokenSource(longest ?? Timeout.InfiniteTimeSpan);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            log?.Append("Ended after ").AppendLine(longest.ToString());
            return 124;
        }
    }

    static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.Error.WriteLine($"{start.FileName}: {e.Message}");
            return null;
        }
    }
}
