namespace Jembatan.Interchange.Tests.RealData;

/// <summary>Finds the data that stand beside the repository, and skips by name where they do not.</summary>
internal static class SharedData
{
    internal static string Folder(string under)
    {
        var root = Environment.GetEnvironmentVariable("JEMBATAN_SHARED") ?? Path.Combine(Path.GetDirectoryName(Repository.Root) ?? "", "shared");
        var folder = Path.Combine(root, "data", under.Replace('/', Path.DirectorySeparatorChar));
        Assert.SkipUnless(Directory.Exists(folder), $"shared data '{under}' are not on this machine");
        return folder;
    }
}
