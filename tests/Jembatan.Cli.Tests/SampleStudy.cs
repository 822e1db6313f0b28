using System.Text.Json;
using Jembatan.Cli.Tests;

[assembly: AssemblyFixture(typeof(SampleStudy))]

namespace Jembatan.Cli.Tests;

/// <summary>The sample study, made once for all tests by the program itself: <c>demo --no-serve --json</c>.</summary>
public sealed class SampleStudy : IDisposable
{
    private readonly Place place = new();
    private readonly Lazy<Task<JsonElement>> made;

    public SampleStudy() => made = new(() => Run.JsonAsync("demo", "--dir", place["demo"], "--no-serve"));

    /// <summary>What the demo said.</summary>
    public Task<JsonElement> SaidAsync() => made.Value;

    /// <summary>The study; to be read only.</summary>
    public async Task<string> PathAsync() => (await made.Value).GetProperty("study").GetProperty("path").GetString()!;

    /// <summary>A copy that a test may change.</summary>
    public async Task<string> CopyAsync(string folder)
    {
        var copy = Path.Combine(folder, "salinan.jembatan");
        File.Copy(await PathAsync(), copy);
        return copy;
    }

    public void Dispose() => place.Dispose();
}
