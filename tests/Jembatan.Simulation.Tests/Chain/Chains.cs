using Jembatan.Simulation.Chain;

namespace Jembatan.Simulation.Tests.Chain;

internal static class Chains
{
    /// <summary>T1: all uncovered, p = 0.005, q = 0.04.</summary>
    public static ChainModel T1(double enter = 0.005, double exit = 0.04) => Of(["uncovered", "covered"], [1, 0], [[1 - enter, enter], [exit, 1 - exit]], ["covered"]);

    public static ChainModel Of(string[] states, double[] start, double[][] monthly, string[]? covered = null) => ChainModel.Of(states, start, monthly, covered).Value;

    /// <summary>A chain of random size, start and rows, with zeros among them.</summary>
    public static Gen<ChainModel> Any { get; } = Gen.Int[1, 20].SelectMany(n =>
        Gen.Select(Row(n), Row(n).Array[n], (start, rows) => Of([.. Enumerable.Range(0, n).Select(i => $"s{i}")], start, rows)));

    private static Gen<double[]> Row(int n) => Gen.Select(Gen.Double[0, 1], Gen.Int[0, 3]).Array[n].Select(draws =>
    {
        var raw = draws.Select(d => d.Item2 == 0 ? 0 : d.Item1 * d.Item1).ToArray();
        if (raw.Sum() == 0) raw[0] = 1;
        var sum = raw.Sum();
        return raw.Select(r => r / sum).ToArray();
    });
}
