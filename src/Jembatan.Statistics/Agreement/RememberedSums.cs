namespace Jembatan.Statistics.Agreement;

/// <summary>Σ over k, l of a_k · w_kl · b_l for vectors that differ little from ones met before, as those of a jackknife do: one unit less changes a few categories and the scale of all.</summary>
/// <remarks>
/// With a = s r + δ for a remembered r, aᵀWb = s t rᵀWq + s δ′ᵀWr + t δᵀWq + δᵀWδ′, where b = t q + δ′; Wr and rᵀWq are kept. <b>Cost</b>: the square of the categories once for each remembered vector, then categories.
/// </remarks>
internal sealed class RememberedSums
{
    private const int Most = 64, MostChanged = 64, Samples = 9;
    private const double Rounding = 2e-15;
    private readonly CategoryWeights weights;
    private readonly List<(double[] Vector, double[] Applied)> known = [];
    private readonly Dictionary<(int, int), double> between = [];

    public RememberedSums(CategoryWeights weights) => this.weights = weights;

    /// <returns>The sum, or null when one of the vectors is like none and there is no room for more.</returns>
    public double? Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = Find(a);
        var right = a == b ? left : Find(b);
        if (left is null || right is null) return null;
        var (r, q) = (left.Place, right.Place);
        if (!between.TryGetValue((r, q), out var whole)) between[(r, q)] = whole = PatternAgreement.Dot(known[r].Vector, known[q].Applied);
        var sum = left.Scale * right.Scale * whole;
        foreach (var (k, d) in left.Changed) sum += right.Scale * d * known[q].Applied[k];
        foreach (var (l, d) in right.Changed) sum += left.Scale * d * known[r].Applied[l];
        foreach (var (k, d) in left.Changed)
            foreach (var (l, e) in right.Changed) sum += d * weights.Between(k, l) * e;
        return sum;
    }

    private sealed record Match(int Place, double Scale, List<(int Category, double By)> Changed);

    private Match? Find(ReadOnlySpan<double> vector)
    {
        for (var place = 0; place < known.Count; place++) if (Compare(vector, place) is { } match) return match;
        if (known.Count == Most) return null;
        known.Add((vector.ToArray(), weights.Applied(vector)));
        return new(known.Count - 1, 1, []);
    }

    private Match? Compare(ReadOnlySpan<double> vector, int place)
    {
        var other = known[place].Vector;
        var scale = ScaleOf(vector, other);
        var changed = new List<(int, double)>();
        for (var k = 0; k < other.Length; k++)
        {
            var (here, there) = (vector[k], scale * other[k]);
            if (Math.Abs(here - there) <= Rounding * Math.Max(Math.Abs(here), Math.Abs(there))) continue;
            if (changed.Count == MostChanged) return null;
            changed.Add((k, here - there));
        }

        return new(place, scale, changed);
    }

    // The middle one of a few ratios: most categories are unchanged.
    private static double ScaleOf(ReadOnlySpan<double> vector, double[] other)
    {
        Span<double> ratios = stackalloc double[Samples];
        var found = 0;
        var step = Math.Max(1, other.Length / (Samples * 4));
        for (var k = step / 2; k < other.Length && found < Samples; k += step)
            if (other[k] != 0 && vector[k] != 0) ratios[found++] = vector[k] / other[k];
        if (found == 0) return 1;
        ratios = ratios[..found];
        ratios.Sort();
        return ratios[found / 2];
    }
}
