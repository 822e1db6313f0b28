namespace Jembatan.Statistics.Tables;

/// <summary>Kruskal's stress of an arrangement, and the step that lowers it.</summary>
internal sealed class Stress1
{
    private readonly (int I, int J, double Dissimilarity)[] pairs;
    private readonly ScalingTies ties;

    /// <summary>The pairs of items, least dissimilar first; equal ones stay column by column below the diagonal.</summary>
    public Stress1(double[][] d, ScalingTies ties)
    {
        this.ties = ties;
        pairs = [.. Enumerable.Range(0, d.Length).SelectMany(j => Enumerable.Range(j + 1, d.Length - j - 1).Select(i => (I: i, J: j, Dissimilarity: d[i][j]))).OrderBy(p => p.Dissimilarity)];
    }

    /// <summary>Distances of the points and their monotone regression, both in the order of the pairs, with √(Σ(d − d̂)² / Σ d²).</summary>
    public Fitted Fit(Grid points)
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

        var fitted = Monotone(d, Order(d));
        double above = 0, below = 0;
        for (var k = 0; k < d.Length; k++)
        {
            above += (d[k] - fitted[k]) * (d[k] - fitted[k]);
            below += d[k] * d[k];
        }

        return new(d, fitted, below == 0 ? Estimate.None(Undefined.NoDistances) : Estimate.Of(Math.Sqrt(above / below)));
    }

    /// <summary>Majorization (Guttman's transform) towards the fitted distances, which are first brought to the length of the present ones.</summary>
    public Grid Improve(Grid points, Fitted at)
    {
        int n = points.Rows, axes = points.Columns;
        var scale = Math.Sqrt(at.Distances.Sum(x => x * x) / Math.Max(at.Monotone.Sum(x => x * x), double.Epsilon));
        var next = new double[n * axes];
        for (var k = 0; k < pairs.Length; k++)
        {
            var (i, j, _) = pairs[k];
            var ratio = at.Distances[k] > 0 ? at.Monotone[k] * scale / at.Distances[k] / n : 0;
            for (var a = 0; a < axes; a++)
            {
                var pull = ratio * (points[i, a] - points[j, a]);
                next[(i * axes) + a] += pull;
                next[(j * axes) + a] -= pull;
            }
        }

        return Grid.Of(n, axes, (i, a) => next[(i * axes) + a]);
    }

    // Pairs are sorted already; only among equal dissimilarities do distances decide.
    private int[] Order(double[] d)
    {
        var order = new int[d.Length];
        for (var k = 0; k < order.Length; k++) order[k] = k;
        if (ties == ScalingTies.LikeR) return order;
        var keys = (double[])d.Clone();
        for (var from = 0; from < pairs.Length;)
        {
            var to = from + 1;
            while (to < pairs.Length && pairs[to].Dissimilarity == pairs[from].Dissimilarity) to++;
            Array.Sort(keys, order, from, to - from);
            from = to;
        }

        return order;
    }

    // Pooling adjacent violators.
    private static double[] Monotone(double[] d, int[] order)
    {
        var blocks = new (double Sum, int Count)[d.Length];
        var top = 0;
        foreach (var k in order)
        {
            var (sum, count) = (d[k], 1);
            while (top > 0 && blocks[top - 1].Sum * count >= sum * blocks[top - 1].Count)
            {
                top--;
                sum += blocks[top].Sum;
                count += blocks[top].Count;
            }

            blocks[top++] = (sum, count);
        }

        var fitted = new double[d.Length];
        var at = 0;
        for (var b = 0; b < top; b++)
            for (var k = 0; k < blocks[b].Count; k++) fitted[order[at++]] = blocks[b].Sum / blocks[b].Count;
        return fitted;
    }

    /// <summary>An arrangement seen against the dissimilarities.</summary>
    internal sealed record Fitted(double[] Distances, double[] Monotone, Estimate Stress);
}
