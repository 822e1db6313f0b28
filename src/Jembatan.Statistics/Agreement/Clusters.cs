using System.Runtime.InteropServices;

namespace Jembatan.Statistics.Agreement;

/// <summary>What an interval takes as drawn independently, and so draws or leaves out whole: a unit, a unit with its value for each of several codes, a source with all its units.</summary>
/// <remarks>Clusters that hold the same patterns equally often are one kind and are kept once with their number, in the order of their patterns; so one code taken twice is drawn as one code taken once.</remarks>
internal sealed class Clusters
{
    private readonly int[] starts; // of each kind in the two lists below, and the end
    private readonly int[] patterns;
    private readonly double[] times;

    private Clusters(int[] starts, int[] patterns, double[] times, double[] counts, string word, bool isPlain)
    {
        (this.starts, this.patterns, this.times, Counts, Word, IsPlain) = (starts, patterns, times, counts, word, isPlain);
        foreach (var count in counts) Total += count;
    }

    /// <summary>Clusters of each kind.</summary>
    public double[] Counts { get; }

    /// <summary>Number of clusters.</summary>
    public double Total { get; }

    /// <summary>What they are, in English, plural.</summary>
    public string Word { get; }

    /// <summary>Whether each is one unit, so that kinds are patterns.</summary>
    public bool IsPlain { get; }

    /// <summary>Patterns of one kind.</summary>
    public ReadOnlySpan<int> PatternsOf(int kind) => patterns.AsSpan(starts[kind]..starts[kind + 1]);

    /// <summary>How often each of them is in one cluster.</summary>
    public ReadOnlySpan<double> TimesOf(int kind) => times.AsSpan(starts[kind]..starts[kind + 1]);

    /// <summary>Every unit by itself.</summary>
    public static Clusters OfUnits(Patterns patterns) =>
        new([.. Enumerable.Range(0, patterns.Length + 1)], [.. Enumerable.Range(0, patterns.Length)], [.. Enumerable.Repeat(1.0, patterns.Length)], patterns.Counts, "units", isPlain: true);

    /// <summary>Rows that belong together.</summary>
    /// <param name="codes">Coders × rows, 255 missing; the rows that <paramref name="patterns"/> were counted from.</param>
    /// <param name="clusterOf">The cluster of each row, from 0 without gaps.</param>
    /// <param name="patterns">Their patterns.</param>
    /// <param name="word">What the clusters are, in English, plural.</param>
    public static Clusters Of(IReadOnlyList<byte[]> codes, IReadOnlyList<int> clusterOf, Patterns patterns, string word)
    {
        var (rows, from) = ByCluster(clusterOf);
        var place = new PatternPlaces(patterns);
        var seen = new Dictionary<ClusterKind, double>();
        var (counts, touched) = (new double[patterns.Length], new List<int>());
        for (var c = 0; c + 1 < from.Length; c++)
        {
            for (var i = from[c]; i < from[c + 1]; i++)
            {
                var p = place.Of(codes, rows[i]);
                if (counts[p]++ == 0) touched.Add(p);
            }

            touched.Sort();
            var kind = new ClusterKind([.. touched], [.. touched.Select(p => counts[p])]);
            CollectionsMarshal.GetValueRefOrAddDefault(seen, kind, out _)++;
            foreach (var p in touched) counts[p] = 0;
            touched.Clear();
        }

        return OfKinds(seen.Select(k => (k.Key, k.Value)), word);
    }

    /// <summary>Kinds of clusters, each once, with how many there are of it.</summary>
    public static Clusters OfKinds(IEnumerable<(ClusterKind Kind, double Count)> found, string word)
    {
        var kinds = found.OrderBy(k => k.Kind).ToList();
        var starts = new int[kinds.Count + 1];
        foreach (var (k, kind) in kinds.Index()) starts[k + 1] = starts[k] + kind.Kind.Patterns.Length;
        return new(starts, [.. kinds.SelectMany(k => k.Kind.Patterns)], [.. kinds.SelectMany(k => k.Kind.Times)], [.. kinds.Select(k => k.Count)], word, isPlain: false);
    }

    // The rows cluster by cluster, and where each cluster begins among them.
    private static (int[] Rows, int[] From) ByCluster(IReadOnlyList<int> clusterOf)
    {
        var from = new int[clusterOf.Count == 0 ? 1 : clusterOf.Max() + 2];
        foreach (var c in clusterOf) from[c + 1]++;
        for (var c = 1; c < from.Length; c++) from[c] += from[c - 1];
        var (rows, next) = (new int[clusterOf.Count], from.AsSpan(0, from.Length - 1).ToArray());
        for (var row = 0; row < rows.Length; row++) rows[next[clusterOf[row]]++] = row;
        return (rows, from);
    }
}
