namespace Jembatan.Architecture.Tests;

/// <summary>The files of the checkout that people wrote.</summary>
internal static class Tree
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "node_modules", ".git", ".vs", ".idea"];
    private static readonly string[] Code = [".cs", ".razor", ".js", ".mjs", ".ts", ".css"];
    private static readonly string[] Words =
    [
        .. Code, ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".yml", ".yaml", ".txt", ".html", ".svg", ".csv", ".xml", ".cff", ".sh", ".editorconfig", ".config", "",
    ];

    /// <summary>Paths from the root, with slashes, of all files that hold text.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Walk(new DirectoryInfo(Repository.Root)).Where(f => Words.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)];

    /// <summary>Those that are code and not generated.</summary>
    public static IReadOnlyList<string> Sources { get; } = [.. Texts.Where(f => Code.Contains(Path.GetExtension(f)) && !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("/lib/", StringComparison.Ordinal))];

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Select(f => Path.GetRelativePath(Repository.Root, f.FullName).Replace('\\', '/'))
        .Concat(folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name) && d.LinkTarget is null).SelectMany(Walk));
}
