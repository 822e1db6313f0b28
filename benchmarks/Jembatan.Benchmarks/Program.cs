using System.Diagnostics;
using System.Globalization;
using Jembatan.Benchmarks;
using Jembatan.Benchmarks.Cases;
using Jembatan.Benchmarks.Coverage;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["coverage", ..]) return await CoverageBench.RunAsync(args is [_, "--machine", var name] ? name : null);
if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine("""
        dotnet run build.cs -- bench [--study FILE] [--sources N] [--codings N] [--only WORD] [--repeats N] [--machine NAME]
        dotnet run build.cs -- bench coverage [--machine NAME]     speed of the coverage model, beside C and the limits of the machine

          --study     the study to measure; made when it is not there (default: in the temporary folder, named after its size)
          --only      only the cases with WORD in their name
          --repeats   measurements of each case (default: its own number)
          --machine   also write benchmarks/results/NAME.md
        """);
    return 2;
}

if (!File.Exists(options.Study))
{
    var clock = Stopwatch.StartNew();
    await SyntheticStudy.MakeAsync(options.Study, options.Size, CancellationToken.None);
    Console.WriteLine($"Made {options.Study} in {clock.Elapsed.TotalSeconds:F0} s.");
}

await using var bench = await Bench.OpenAsync(options.Study, CancellationToken.None);
Console.WriteLine(await bench.DescribeAsync(CancellationToken.None));
var lines = new List<Line> { Disk.Measure(Path.GetDirectoryName(Path.GetFullPath(options.Study))!, options.Repeats ?? 200) };
foreach (var @case in CaseList.All.Where(c => c.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase)))
{
    Console.Error.WriteLine($"… {@case.Name}");
    lines.Add(await Line.OfAsync(@case, bench, options.Repeats ?? @case.Repeats, CancellationToken.None));
}

lines.Add(Disk.Measure(Path.GetDirectoryName(Path.GetFullPath(options.Study))!, options.Repeats ?? 200));
var report = Report.Write(await Machine.ThisAsync(), await bench.DescribeAsync(CancellationToken.None), lines);
Console.WriteLine(report);
if (options.Machine is { } machine)
    await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine("benchmarks", "results")).FullName, machine + ".md"), report);
return lines.Any(l => l.IsOver) ? 1 : 0;
