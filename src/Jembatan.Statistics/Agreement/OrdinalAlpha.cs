using System.Buffers;

namespace Jembatan.Statistics.Agreement;

/// <summary>α at the ordinal level in resamples, where the differences follow the margins of each: found from middle ranks alone, without a table of weights.</summary>
/// <remarks>
/// δ of two values is the distance of their middle ranks ρ (values before, and half of one's own). Σ n_c n_k δ² = 2(n Σ n_c ρ² − (Σ n_c ρ)²), with ranks taken from their middle n/2, where the second sum is 0.
/// <para><b>Cost</b>: pairs of different values in a unit, and categories. Patterns and pairs are laid out once and read by any number of threads.</para>
/// </remarks>
internal sealed class OrdinalAlpha
{
    private readonly int[] patterns;
    private readonly int[] first;
    private readonly int[] second;
    private readonly double[] share;    // 2/(m − 1) for the pair of a unit with m values

    public OrdinalAlpha(Patterns of)
    {
        var (p, a, b, w) = (new List<int>(), new List<int>(), new List<int>(), new List<double>());
        for (var i = 0; i < of.Length; i++)
        {
            var codes = of[i];
            for (var g = 1; g < codes.Length; g++)
            {
                for (var h = 0; h < g; h++)
                {
                    if (codes[g] < 0 || codes[h] < 0 || codes[g] == codes[h]) continue;
                    p.Add(i);
                    a.Add(codes[g]);
                    b.Add(codes[h]);
                    w.Add(2.0 / (of.Sizes[i] - 1));
                }
            }
        }

        (patterns, first, second, share) = ([.. p], [.. a], [.. b], [.. w]);
    }

    public Coefficient Of(Tally tally)
    {
        var (n, margins) = (tally.PairableValues, tally.PairableMargins);
        var ranks = ArrayPool<double>.Shared.Rent(margins.Length);
        double before = 0, spread = 0, low = 0, high = 0;
        var isFirst = true;
        for (var c = 0; c < margins.Length; c++)
        {
            if (margins[c] == 0) continue;
            var rank = ranks[c] = before + ((margins[c] - n) / 2);
            before += margins[c];
            spread += margins[c] * rank * rank;
            if (isFirst) (low, isFirst) = (rank, false);
            high = rank;
        }

        double apart = 0;
        var counts = tally.Counts;
        for (var i = 0; i < patterns.Length; i++)
        {
            var units = counts[patterns[i]];
            if (units == 0) continue;
            var distance = ranks[first[i]] - ranks[second[i]];
            apart += units * share[i] * distance * distance;
        }

        ArrayPool<double>.Shared.Return(ranks);
        var most = (high - low) * (high - low);
        return most == 0 ? Coefficient.None(Undefined.NoVariation) : KrippendorffAlpha.Of(apart / most, 2 * n * spread / most, n, isWhole: false);
    }
}
