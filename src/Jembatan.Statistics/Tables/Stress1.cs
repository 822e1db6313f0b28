namespace Jembatan.Statistics.Tables;

/// <summary>Kruskal's stress and one step that lowers it.</summary>
internal static class Stress1
{
    /// <summary>All pairs of items, least dissimilar first.</summary>
    public static (int I, int J, double Dissimilarity)[] Pairs(double[][] d) =>
    [
        .. Enumerable.Range(0, d.Length).SelectMany(j => Enumerable.Range(j + 1, d.Length - j - 1).Select(i => (I: i, J: j, Dissimilarity: d[i][j]))).OrderBy(p => p.Dissimilarity),
    ];

    /// <summary>√(Σ(d − d̂)² / Σ d²).</summary>
    public static Estimate Of((int I, int J, double Dissimilarity)[] pairs, Grid points, ScalingTies ties)
    {
        var (d, fitted) = Fit(pairs, points, ties);
        double above = 0, below = 0;
        for (var k = 0; k < d.Length; k++)
        {
            above += (d[k] - fitted[k]) * (d[k] - fitted[k]);
            below += d[k] * d[k];
        }

        return below == 0 ? Estimate.None(Undefined.NoDistances) : Estimate.Of(Math.Sqrt(above / below));
    }

    // Majorization (Guttman's transform) towards the fitted distances, which are first brought to the length of the present ones.
    public static Grid Improve((int I, int J, double Dissimilarity)[] pairs, Grid points, ScalingTies ties)
    {
        int n = points.Rows, axes = points.Columns;
        var (d, fitted) = Fit(pairs, points, ties);
        var scale = Math.Sqrt(d.Sum(x => x * x) / Math.Max(fitted.Sum(x => x * x), double.Epsilon));
        var next = new double[n, axes];
        for (var k = 0; k < pairs.Length; k++)
        {
            var (i, j, _) = pairs[k];
            var ratio = d[k] > 0 ? fitted[k] * scale / d[k] : 0;
            for (var a = 0; a < axes; a++)
            {
                var pull = ratio * (points[i, a] - points[j, a]) / n;
                next[i, a] += pull;
                next[j, a] -= pull;
            }
        }

        return Grid.Of(n, axes, (i, a) => next[i, a]);
    }

    // Distances in the order of pairs (equal dissimilarities by distance, or as they stand) and their monotone regression by pooling adjacent violators.
    private static (double[] Distances, double[] Fitted) Fit((int I, int J, double Dissimilarity)[] pairs, Grid points, ScalingTies ties)
    {
        var d = new double[pairs.Length];
        for (var k = 0; k < d.Length; k++)
        {
            double sum = 0;
            for (var a = 0; a < points.Columns; a++)
            {
                var gap = points[pairs[k].I, a] - points[pairs[k].J, a];
                sum += gap * gap;
            }

            d[k] = Math.Sqrt(sum);
        }

        int[] order = [.. Enumerable.Range(0, d.Length).OrderBy(k => pairs[k].Dissimilarity).ThenBy(k => ties == ScalingTies.Free ? d[k] : 0)];
        var blocks = new List<(double Sum, int Count)>(d.Length);
        foreach (var k in order)
        {
            var (sum, count) = (d[k], 1);
            while (blocks.Count > 0 && blocks[^1].Sum * count >= sum * blocks[^1].Count)
            {
                sum += blocks[^1].Sum;
                count += blocks[^1].Count;
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add((sum, count));
        }

        var fitted = new double[d.Length];
        var at = 0;
        foreach (var (sum, count) in blocks)
            for (var k = 0; k < count; k++) fitted[order[at++]] = sum / count;
        return (d, fitted);
    }
}
