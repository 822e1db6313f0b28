namespace Jembatan.Interchange.Tests;

/// <summary>Where the repository stands.</summary>
internal static class Repository
{
    internal static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "Jembatan.slnx"))) at = at.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
            return at.FullName;
        }
    }
}
