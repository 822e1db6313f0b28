using System.Text.Json;

namespace Jembatan.Statistics.Tests;

/// <summary>Cases of tests/oracles, each with its origin.</summary>
internal static class Oracle
{
    /// <summary>A case of a file by its name.</summary>
    public static JsonElement Case(string file, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "oracles", file)));
        return document.RootElement.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name).Clone();
    }

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    public static double[][] Rows(this JsonElement array) => [.. array.EnumerateArray().Select(Numbers)];

    public static int[][] Counts(this JsonElement array) => [.. array.EnumerateArray().Select(r => r.EnumerateArray().Select(v => v.GetInt32()).ToArray())];

    /// <summary>Fails unless the number exists and lies within a relative tolerance (absolute below 1).</summary>
    public static void Near(double expected, double? actual, double tolerance)
    {
        Assert.NotNull(actual);
        Assert.True(Math.Abs(actual.Value - expected) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} where {expected:R} is expected.");
    }
}
