namespace Jembatan.Statistics.Agreement;

/// <summary>What is in a cluster: patterns, rising, and how often each.</summary>
internal sealed record ClusterKind(int[] Patterns, double[] Times) : IComparable<ClusterKind>
{
    public bool Equals(ClusterKind? other) => other is not null && Patterns.AsSpan().SequenceEqual(other.Patterns) && Times.AsSpan().SequenceEqual(other.Times);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var p in Patterns) hash.Add(p);
        foreach (var t in Times) hash.Add(t);
        return hash.ToHashCode();
    }

    public int CompareTo(ClusterKind? other) =>
        other is null ? 1 : Patterns.AsSpan().SequenceCompareTo(other.Patterns) is var order and not 0 ? order : Times.AsSpan().SequenceCompareTo(other.Times);

    /// <summary>The same where patterns have other places.</summary>
    public ClusterKind Placed(int[] place)
    {
        var (patterns, times) = (Array.ConvertAll(Patterns, p => place[p]), Times.ToArray());
        Array.Sort(patterns, times);
        return new(patterns, times);
    }
}
