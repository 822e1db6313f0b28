using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Agreement;

/// <summary>Draws as many clusters as there are, with replacement, and counts how many units fall to each pattern.</summary>
internal sealed class Resampler
{
    private const int ClustersPerKind = 8;
    private readonly Clusters clusters;
    private readonly double[] counts;
    private readonly int[]? kindOf; // kind of each cluster, when drawing one by one is cheaper

    public Resampler(Clusters clusters)
    {
        (this.clusters, counts) = (clusters, clusters.Counts);
        Total = (long)clusters.Total;
        if (Total >= (long)ClustersPerKind * Math.Max(1, counts.Length)) return;
        var of = new List<int>((int)Total);
        for (var k = 0; k < counts.Length; k++)
            for (var c = 0; c < counts[k]; c++) of.Add(k);
        kindOf = [.. of];
    }

    /// <summary>Number of clusters.</summary>
    public long Total { get; }

    /// <param name="resample">Takes the units of each pattern.</param>
    /// <param name="drawn">Room for the clusters of each kind; unused where each unit is drawn by itself.</param>
    /// <param name="stream">Where the draws come from.</param>
    public void Fill(Span<double> resample, Span<double> drawn, PhiloxStream stream)
    {
        if (clusters.IsPlain)
        {
            Draw(resample, stream);
            return;
        }

        Draw(drawn, stream);
        resample.Clear();
        for (var k = 0; k < drawn.Length; k++)
        {
            if (drawn[k] == 0) continue;
            var patterns = clusters.PatternsOf(k);
            var times = clusters.TimesOf(k);
            for (var i = 0; i < patterns.Length; i++) resample[patterns[i]] += drawn[k] * times[i];
        }
    }

    private void Draw(Span<double> drawn, PhiloxStream stream)
    {
        drawn.Clear();
        if (kindOf is not null)
        {
            for (var c = 0; c < kindOf.Length; c++) drawn[kindOf[stream.NextBelow(kindOf.Length)]]++;
            return;
        }

        var (left, weight) = (Total, (double)Total);
        for (var k = 0; k < counts.Length && left > 0; k++)
        {
            var some = counts[k] >= weight ? left : Binomial.Next(stream, left, counts[k] / weight);
            drawn[k] = some;
            left -= some;
            weight -= counts[k];
        }
    }
}
