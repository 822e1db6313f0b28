using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Population;

/// <summary>From weights to whole numbers of persons: truncate, replicate, sample.</summary>
/// <remarks>
/// Row i gets ⌊w_i⌋ persons, and one more when a systematic sample over the fractional parts hits it: with one keyed uniform u the row whose running sum of fractions crosses u + k is hit, k = 0, 1, ….
/// Each row is hit with the probability of its fraction, and the total is that of the weights, rounded up or down.
/// <para><b>Unit</b>: persons.</para>
/// <para><b>Source</b>: Lovelace, R. and Ballas, D. (2013). 'Truncate, replicate, sample'. Computers, Environment and Urban Systems 41:1–11; systematic sampling: Madow, W. G. (1949), Annals of Mathematical Statistics 20(3):333–354.</para>
/// </remarks>
public static class WholePersons
{
    /// <summary>Whole counts of rows.</summary>
    /// <param name="weights">Weights, 0 or more, summing to less than 2⁵².</param>
    /// <param name="seed">Seed of the population.</param>
    /// <returns>Counts, one a row, each ⌊w⌋ or ⌊w⌋+1; they sum to ⌊Σw⌋ or ⌈Σw⌉. Or <c>population/weight</c>.</returns>
    public static Result<ImmutableArray<long>> Of(IReadOnlyList<double> weights, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var counts = ImmutableArray.CreateBuilder<long>(weights.Count);
        for (var i = 0; i < weights.Count; i++)
        {
            if (!(weights[i] >= 0) || !(weights[i] < 1L << 52)) return new Problem("population/weight", FormattableString.Invariant($"The weight of row {i + 1} is negative, too large or no number. Correct the row, or leave it out."), FormattableString.Invariant($"row {i + 1}, field weight"));
            counts.Add((long)Math.Floor(weights[i]));
        }

        var u = new PhiloxStream(seed, "population/whole-persons", 0).NextUniform();
        var (running, hit) = (0.0, 0L);
        for (var i = 0; i < weights.Count; i++)
        {
            running += weights[i] - Math.Floor(weights[i]); // grows by less than 1, so that no row is hit twice
            if (running <= u + hit) continue;
            counts[i]++;
            hit++;
        }

        return counts.ToImmutable();
    }
}
