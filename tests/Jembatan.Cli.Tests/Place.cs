namespace Jembatan.Cli.Tests;

/// <summary>A folder of a test's own, which goes when the test is over.</summary>
internal sealed class Place : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jembatan-cli-");

    /// <summary>Its path.</summary>
    public string Path => folder.FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a text and gives its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes bytes and gives their path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <summary>Makes a study with codes and strategies but no sources.</summary>
    public async Task<string> StudyAsync(string template = "blank")
    {
        var study = this["studi.jembatan"];
        await Run.JsonAsync("new", study, "--title", "Uji", "--template", template);
        return study;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
