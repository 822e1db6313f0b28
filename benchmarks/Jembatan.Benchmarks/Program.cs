using System.Diagnostics;
using System.Globalization;
using Jembatan.Benchmarks;
using Jembatan.Benchmarks.Cases;
using Jembatan.Benchmarks.Coverage;
using Jembatan.Storage;
using Jembatan.Tests.Shared;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["coverage", .. var rest]) return await CoverageBench.RunAsync(rest is ["--machine", var name, ..] ? name : null, rest.Contains("--whole"));
if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine("""
        dotnet run build.cs -- bench [--study FILE] [--sources N] [--codings N] [--only WORD] [--repeats N] [--import-mb N] [--postgres] [--write]
        dotnet run build.cs -- bench coverage [--machine NAME] [--whole]     speed of the coverage model, beside C and the limits of the machine

          --study      the study to measure; made when it is not there (default: in the temporary folder, named after its size)
          --only       only the cases with WORD in their name, or of the group WORD, or of several with commas: study, judging, page, program, import, agreement, merge, tables
          --repeats    measurements of each case (default: its own number)
          --import-mb  how much text the import cases bring in (default 50)
          --postgres   the study in a PostgreSQL that is started for the run and goes with it
          --write      write benchmarks/results/ for this machine
        """);
    return 2;
}

var machine = await Machine.ThisAsync();
await using var server = options.Postgres ? new PostgresServer { Durable = true } : null;
StudyLocation location = server is null ? new StudyLocation.File(options.Study) : new StudyLocation.Database((await server.NewDatabaseAsync()).Replace("Pooling=false", "Pooling=true", StringComparison.Ordinal), "synthetic");
if (server is not null || !File.Exists(options.Study))
{
    var clock = Stopwatch.StartNew();
    await SyntheticStudy.MakeAsync(location, options.Size, CancellationToken.None);
    Console.WriteLine($"Made the study in {clock.Elapsed.TotalSeconds:F0} s.");
}

using var disk = new Disk(Path.GetDirectoryName(Path.GetFullPath(options.Study))!);
await using var bench = await Bench.OpenAsync(location, disk, options, CancellationToken.None);
var study = await bench.DescribeAsync(CancellationToken.None);
Console.WriteLine(study);
var before = await Machine.LoadAsync();
for (var i = 0; i < 50; i++) disk.Flush();
var lines = new List<Line>();
foreach (var @case in CaseList.All.Where(c => (c.OnPostgres || server is null) && options.Only.Split(',').Any(word => c.Group == word || c.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
{
    Console.Error.Write($"… {@case.Name}");
    var line = await Line.OfAsync(@case, bench, options.Repeats ?? @case.Repeats, CancellationToken.None);
    Console.Error.WriteLine($": {line.Median:F2} ms, cpu {line.CpuMs:F2}");
    lines.Add(line);
}

lines.Insert(0, disk.Line());
var load = $"Load of the machine (programs that run or wait) before and after: {before ?? "unknown"} and {await Machine.LoadAsync() ?? "unknown"}.";
var report = Report.Write(machine, study, load, lines);
Console.WriteLine(report);
if (options.Write)
{
    var file = Path.Combine(Directory.CreateDirectory(Path.Combine("benchmarks", "results")).FullName, machine.Slug + (server is null ? "" : "-postgresql") + ".md");
    await File.WriteAllTextAsync(file, report);
    Console.WriteLine($"Written: {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
}

return lines.Any(l => l.IsOver) ? 1 : 0;
