using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Uncertainty;

/// <summary>Sobol' points, scrambled: an even cover of the unit cube whose randomness is a seed.</summary>
/// <remarks>
/// Point i, dimension d: the exclusive or of direction numbers v_{d,b} over the bits b of i. Scrambled after Owen: bit b is flipped by a keyed bit of (the bits above it, b, d), so that every point is uniform by itself and
/// the set stays even. In 2^m points every interval of length 2^−m holds exactly one, in every dimension.
/// <para><b>Unit</b>: strictly between 0 and 1.</para>
/// <para><b>Cost</b>: 32 blocks of Philox a coordinate.</para>
/// <para><b>Source</b>: direction numbers of Joe, S. and Kuo, F. Y. (2008). Constructing Sobol sequences with better two-dimensional projections. SIAM J. Sci. Comput. 30(5):2635–2654, file new-joe-kuo-6.21201, dimensions 2
/// to 31; Owen, A. B. (1995), in Monte Carlo and Quasi-Monte Carlo Methods, Springer, 299–317.</para>
/// <para><b>Oracle</b>: the first eight points in three dimensions of that file's own documentation.</para>
/// </remarks>
public sealed class SobolSequence
{
    /// <summary>The most dimensions there are numbers for.</summary>
    public const int MaxDimensions = 31;

    // Degree s, coefficients a, first numbers m of dimensions 2 to 31.
    private static readonly uint[][] Numbers =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13], [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5], [5, 7, 1, 1, 7, 11, 19],
        [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31], [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21], [6, 16, 1, 3, 1, 13, 27, 49],
        [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25], [6, 25, 1, 1, 5, 5, 19, 61], [7, 1, 1, 3, 7, 11, 23, 15, 103], [7, 4, 1, 3, 7, 13, 13, 15, 69],
        [7, 7, 1, 1, 3, 13, 7, 35, 63], [7, 8, 1, 3, 5, 9, 1, 25, 53], [7, 14, 1, 3, 1, 13, 9, 35, 107], [7, 19, 1, 3, 1, 5, 27, 61, 31], [7, 21, 1, 1, 5, 11, 19, 41, 61],
        [7, 28, 1, 3, 5, 3, 3, 13, 69], [7, 31, 1, 1, 7, 13, 1, 19, 1], [7, 32, 1, 3, 7, 5, 13, 19, 59], [7, 37, 1, 1, 3, 9, 25, 29, 41], [7, 41, 1, 3, 5, 13, 23, 1, 55],
    ];

    private readonly uint[][] directions;
    private readonly ulong? seed;
    private readonly uint stream = Philox.StreamOf("uncertainty/sobol");

    /// <summary>A sequence.</summary>
    /// <param name="dimensions">How many, 1 to <see cref="MaxDimensions"/>.</param>
    /// <param name="seed">Seed of the scrambling; null for the plain sequence, which begins with 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no direction numbers for so many dimensions.</exception>
    public SobolSequence(int dimensions, ulong? seed)
    {
        if (dimensions is < 1 or > MaxDimensions) throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "There are direction numbers for 1 to 31 dimensions.");
        this.seed = seed;
        directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
    }

    /// <summary>How many dimensions there are.</summary>
    public int Dimensions => directions.Length;

    /// <summary>One point.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <returns>A coordinate for each dimension: of the plain sequence k·2⁻³², of a scrambled one (k + ½)·2⁻³².</returns>
    public double[] Point(uint index)
    {
        var point = new double[directions.Length];
        for (var d = 0; d < point.Length; d++)
        {
            var x = 0u;
            for (var b = 0; b < 32; b++) if ((index >> b & 1) != 0) x ^= directions[d][b];
            point[d] = seed is { } key ? (Scramble(x, (uint)d, key) + 0.5) / 4294967296.0 : x / 4294967296.0;
        }

        return point;
    }

    private uint Scramble(uint x, uint dimension, ulong key)
    {
        var y = 0u;
        for (var b = 31; b >= 0; b--)
        {
            var above = b == 31 ? 0u : x >> (b + 1);
            var flip = Philox.Block(new(above, (uint)b, dimension, stream), key).W0 & 1;
            y |= ((x >> b & 1) ^ flip) << b;
        }

        return y;
    }

    private static uint[] Directions(int dimension)
    {
        var v = new uint[32];
        if (dimension == 0)
        {
            for (var b = 0; b < 32; b++) v[b] = 1u << (31 - b);
            return v;
        }

        var row = Numbers[dimension - 1];
        var (s, a) = ((int)row[0], row[1]);
        for (var b = 0; b < 32; b++)
        {
            if (b < s)
            {
                v[b] = row[2 + b] << (31 - b);
                continue;
            }

            v[b] = v[b - s] ^ (v[b - s] >> s);
            for (var k = 1; k < s; k++) if ((a >> (s - 1 - k) & 1) != 0) v[b] ^= v[b - k];
        }

        return v;
    }
}
