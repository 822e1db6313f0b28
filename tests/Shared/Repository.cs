namespace Jembatan.Tests.Shared;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder of Jembatan.slnx above the test program.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The program as it was built, in its own folder: what its users start, compiled ahead of time where the build does so.</summary>
    public static string Program { get; } = Path.Combine(Root, "src", "Jembatan.Cli", "bin", Path.GetRelativePath(Path.Combine(Projects, "bin"), AppContext.BaseDirectory), "jembatan.dll");

    // The folder of the test project, of which the program's output folders are the same.
    private static string Projects => Path.Combine(Root, Path.Combine([.. Path.GetRelativePath(Root, AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar).Take(2)]));

    private static string Find(string from)
    {
        for (var d = new DirectoryInfo(from); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Jembatan.slnx"))) return d.FullName;
        throw new InvalidOperationException($"No Jembatan.slnx stands above {from}. Run the tests from a checkout.");
    }
}
