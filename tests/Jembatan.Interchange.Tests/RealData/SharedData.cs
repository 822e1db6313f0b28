namespace Jembatan.Interchange.Tests.RealData;

/// <summary>Finds the data that stand beside the repository, and skips by name where they do not.</summary>
internal static class SharedData
{
    internal static string Folder(string under)
    {
        var root = Environment.GetEnvironmentVariable("JEMBATAN_SHARED") ?? Beside();
        var folder = root is null ? null : Path.Combine(root, "data", under.Replace('/', Path.DirectorySeparatorChar));
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), $"shared data '{under}' are not on this machine");
        return folder!;
    }

    private static string? Beside()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Jembatan.slnx"))) return Path.Combine(at.Parent?.FullName ?? at.FullName, "shared");
        return null;
    }
}
