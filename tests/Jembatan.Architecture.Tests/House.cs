using System.Reflection;

namespace Jembatan.Architecture.Tests;

/// <summary>The plan of the house: which project may lean on which, and where each package may enter.</summary>
internal static class House
{
    private static readonly string[] Figures = ["System.Numerics.Tensors", "MathNet.Numerics"];

    /// <summary>Every project with the projects and packages that its file may name. Simulation and Cluster may be absent.</summary>
    public static IReadOnlyDictionary<string, (string[] Projects, string[] Packages)> Projects { get; } = new Dictionary<string, (string[], string[])>
    {
        ["Core"] = ([], []),
        ["Text"] = ([], ["DiffPlex", "Lucene.Net.Analysis.Common"]),
        ["Statistics"] = ([], [.. Figures, "Google.OrTools", "Google.Protobuf"]),
        ["Servo"] = (["Core", "Statistics"], []),
        ["Simulation"] = (["Core", "Statistics"], Figures),
        ["Interchange"] = (["Core", "Text"],
        [
            "DocumentFormat.OpenXml", "System.IO.Packaging", "PdfPig", "Sylvan.Data.Csv", "MiniExcel", "ExcelDataReader", "AngleSharp", "Markdig",
            "YamlDotNet", "HtmlSanitizer", "Parquet.Net",
        ]),
        ["Storage"] = (["Core"],
        [
            "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Relational", "Microsoft.EntityFrameworkCore.Design",
            "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.Data.Sqlite", "Npgsql",
        ]),
        ["App"] = (["Core", "Text", "Statistics", "Servo", "Simulation", "Interchange", "Storage"], ["Microsoft.EntityFrameworkCore", "ScottPlot", "SkiaSharp.NativeAssets.Linux.NoDependencies"]),
        ["Cluster"] = (["Simulation"],
        [
            "Microsoft.Orleans.Server", "Microsoft.Orleans.Client", "Microsoft.Orleans.Sdk", "Microsoft.Orleans.Clustering.AdoNet", "Npgsql",
        ]),
        ["Web"] = (["App"], []),
        ["Cli"] = (["Web", "App", "Cluster"], ["System.CommandLine", "Spectre.Console"]),
    };

    /// <summary>Assemblies by the start of their name, with the only projects whose code may touch them.</summary>
    public static IReadOnlyList<(string Prefix, string[] Only)> Quarantine { get; } =
    [
        ("Npgsql", ["Storage", "Cluster"]), ("Microsoft.Data.Sqlite", ["Storage"]), ("SQLitePCL", ["Storage"]),
        ("Microsoft.EntityFrameworkCore.Sqlite", ["Storage"]), ("Microsoft.EntityFrameworkCore", ["Storage", "App", "Web", "Cli"]),
        ("Microsoft.AspNetCore", ["App", "Web", "Cli"]), ("ScottPlot", ["App"]), ("SkiaSharp", ["App"]), ("Orleans", ["Cluster"]),
        ("DocumentFormat.OpenXml", ["Interchange"]), ("UglyToad", ["Interchange"]), ("Sylvan", ["Interchange"]), ("MiniExcel", ["Interchange"]),
        ("ExcelDataReader", ["Interchange"]), ("AngleSharp", ["Interchange"]), ("Markdig", ["Interchange"]), ("YamlDotNet", ["Interchange"]),
        ("Parquet", ["Interchange"]), ("DiffPlex", ["Text"]), ("Lucene", ["Text"]), ("Google.OrTools", ["Statistics"]),
        ("MathNet", ["Statistics", "Simulation"]), ("System.CommandLine", ["Cli"]), ("Spectre", ["Cli"]),
    ];

    /// <summary>The projects that stand in the tree today, with their assemblies.</summary>
    public static IReadOnlyDictionary<string, Assembly> Built { get; } = Projects.Keys
        .Where(name => File.Exists(ProjectFile(name)))
        .ToDictionary(name => name, name => Assembly.Load(name == "Cli" ? "jembatan" : $"Jembatan.{name}"));

    /// <summary>All types that people wrote: not the compiler's, not migrations, not Razor's.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. Built.Values.SelectMany(a => a.GetTypes()).Where(Rules.IsWritten)];

    /// <summary>The project file of a project.</summary>
    public static string ProjectFile(string name) => Path.Combine(Repository.Root, "src", $"Jembatan.{name}", $"Jembatan.{name}.csproj");

    /// <summary>The projects that a project may touch, by way of others too.</summary>
    public static IReadOnlySet<string> Reach(string name)
    {
        var reach = new HashSet<string>();
        void Add(string project)
        {
            foreach (var next in Projects[project].Projects) if (reach.Add(next)) Add(next);
        }

        Add(name);
        return reach;
    }
}
