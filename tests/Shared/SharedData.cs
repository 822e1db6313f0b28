namespace Jembatan.Tests.Shared;

/// <summary>Data that belong to others and stay outside the repository; a test that needs an absent one is skipped by name.</summary>
internal static class SharedData
{
    private static string Folder => Environment.GetEnvironmentVariable("JEMBATAN_SHARED") is { Length: > 0 } named
        ? named
        : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>The full path of a file or folder, such as <c>data/interviews/sheffield</c>; skips the running test when it is not there.</summary>
    /// <param name="relative">The path below the folder of shared data, with slashes.</param>
    public static string Require(string relative)
    {
        var path = Path.Combine([Folder, .. relative.Split('/')]);
        Assert.SkipUnless(Path.Exists(path), $"The shared data '{relative}' are not here. Put them beside the checkout as ../shared, or let JEMBATAN_SHARED name their folder.");
        return path;
    }
}
