using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

/// <summary>Generated tables and distances.</summary>
internal static class Generated
{
    public static Gen<int[][]> Counts(int most, int sides) =>
        Gen.Select(Gen.Int[1, sides], Gen.Int[1, sides]).SelectMany((r, c) => Gen.Int[0, most].Array[c].Array[r]);

    public static Gen<Grid> Distances(int most) => Gen.Int[0, most].SelectMany(n => Gen.Double[0, 1].Array[n * n].Select(v =>
        Grid.Of(n, n, (r, c) => r == c ? 0 : v[(Math.Max(r, c) * n) + Math.Min(r, c)])));

    public static ContingencyTable Table(int[][] counts) => ContingencyTable.Of(counts);

    public static int[][] Transposed(int[][] counts) => [.. Enumerable.Range(0, counts[0].Length).Select(c => counts.Select(r => r[c]).ToArray())];
}
