using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Jembatan.Statistics.Agreement;

/// <summary>Gathers reliability data by how often each way of valuing a unit occurs, where most units are alike and a matrix of all of them would be large.</summary>
/// <remarks>What it builds gives every estimate that <see cref="ReliabilityData.OfCodes"/> gives of the written-out matrix; draws of resamples are the same too while (q + 1)^r ≤ 65,536.
/// <b>Cost</b>: memory by the different rows and the different kinds of clusters, whatever the number of units.</remarks>
public sealed class ReliabilityBuilder
{
    private readonly IReadOnlyList<string> coders;
    private readonly IReadOnlyList<string> categories;
    private readonly Dictionary<byte[], int> seen = new(new RowComparer());
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> places;
    private readonly List<byte[]> rows = [];
    private readonly List<double> counts = [];
    private readonly List<double> inCluster = [];
    private readonly List<int> touched = [];
    private readonly Dictionary<ClusterKind, double> kinds = [];

    /// <param name="coders">Names of the coders, length r.</param>
    /// <param name="categories">The categories, length q up to 255, in order.</param>
    /// <exception cref="ArgumentException">There are more than 255 categories.</exception>
    public ReliabilityBuilder(IReadOnlyList<string> coders, IReadOnlyList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(coders);
        ArgumentNullException.ThrowIfNull(categories);
        if (categories.Count > ReliabilityData.Missing) throw new ArgumentException("A byte holds 255 categories.", nameof(categories));
        (this.coders, this.categories, places) = (coders, categories, seen.GetAlternateLookup<ReadOnlySpan<byte>>());
    }

    /// <summary>The place of a row of values, the same for equal rows.</summary>
    /// <param name="values">Of each coder the place of a category from 0, or <see cref="ReliabilityData.Missing"/>; length r.</param>
    /// <exception cref="ArgumentException">There is not one value for each coder, or one is no category.</exception>
    public int Place(ReadOnlySpan<byte> values)
    {
        if (places.TryGetValue(values, out var place)) return place;
        if (values.Length != coders.Count) throw new ArgumentException("A row has one value for each coder.", nameof(values));
        foreach (var value in values)
            if (value != ReliabilityData.Missing && value >= categories.Count) throw new ArgumentException("A value is the place of a category, or 255.", nameof(values));
        var row = values.ToArray();
        seen.Add(row, rows.Count);
        rows.Add(row);
        counts.Add(0);
        inCluster.Add(0);
        return rows.Count - 1;
    }

    /// <summary>Adds units with the values of a row, to the cluster that is open.</summary>
    /// <param name="place">What <see cref="Place"/> gave.</param>
    /// <param name="units">How many, 0 or more.</param>
    public void Add(int place, long units)
    {
        if (units == 0) return;
        if (inCluster[place] == 0) touched.Add(place);
        inCluster[place] += units;
    }

    /// <summary>Ends the open cluster and counts it; one without a unit is none.</summary>
    /// <param name="times">How many clusters are like it, 0 or more.</param>
    public void EndCluster(long times = 1)
    {
        touched.Sort();
        if (touched.Count > 0 && times > 0)
        {
            var kind = new ClusterKind([.. touched], [.. touched.Select(p => inCluster[p])]);
            CollectionsMarshal.GetValueRefOrAddDefault(kinds, kind, out _) += times;
        }

        foreach (var p in touched)
        {
            counts[p] += inCluster[p] * times;
            inCluster[p] = 0;
        }

        touched.Clear();
    }

    /// <summary>The data so far; every cluster must be ended.</summary>
    /// <param name="universe">Which units these are, in English.</param>
    /// <param name="clusters">What hangs together in a cluster, in English, plural; null where each unit stands alone, and then it does not matter which of them were added to one cluster.</param>
    public ReliabilityData Build(string universe, string? clusters = null)
    {
        var order = Enumerable.Range(0, rows.Count).Where(p => counts[p] > 0).Order(Comparer<int>.Create((a, b) => Compare(rows[a], rows[b]))).ToArray();
        var place = new int[rows.Count];
        foreach (var (to, from) in order.Index()) place[from] = to;
        int[] codes = [.. order.SelectMany(p => rows[p]).Select(b => b == ReliabilityData.Missing ? -1 : b)];
        var patterns = new Patterns(coders.Count, categories.Count, codes, [.. order.Select(p => counts[p])]);
        return ReliabilityData.OfPatterns(coders, categories, patterns, universe, clusters is null ? null : Clusters.OfKinds(kinds.Select(k => (k.Key.Placed(place), k.Value)), clusters));
    }

    // As the keys of a written-out matrix: the last coder tells first, and a missing value comes before all.
    private static int Compare(byte[] a, byte[] b)
    {
        for (var g = a.Length - 1; g >= 0; g--)
            if (unchecked((byte)(a[g] + 1)).CompareTo(unchecked((byte)(b[g] + 1))) is var order and not 0) return order;
        return 0;
    }

    private sealed class RowComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
