using System.Text.Json;

namespace Jembatan.Statistics.Tests;

/// <summary>Cases of <c>tests/oracles</c>, each with its source and the program that gave its figures.</summary>
internal static class AgreementOracle
{
    public static IReadOnlyList<JsonElement> Cases(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "oracles", file)));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }

    public static JsonElement Case(string file, string name) => Cases(file).Single(c => c.GetProperty("name").GetString() == name);

    public static TheoryData<string> Names(string file, string measure) =>
        [.. Cases(file).Where(c => c.GetProperty("measure").GetString() == measure).Select(c => c.GetProperty("name").GetString()!)];

    /// <summary>Whether two figures are as near as the case asks.</summary>
    public static void Near(double expected, double? actual, double tolerance, string what)
    {
        Assert.True(actual is not null, $"{what}: there is no value.");
        Assert.True(Math.Abs(expected - actual.Value) <= tolerance, $"{what}: {actual:R} instead of {expected:R}.");
    }
}
