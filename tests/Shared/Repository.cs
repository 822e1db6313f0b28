namespace Jembatan.Tests.Shared;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder of Jembatan.slnx above the test program.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        for (var d = new DirectoryInfo(from); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Jembatan.slnx"))) return d.FullName;
        throw new InvalidOperationException($"No Jembatan.slnx stands above {from}. Run the tests from a checkout.");
    }
}
