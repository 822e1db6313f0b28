using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Saturation;

/// <summary>How many different codes so many events have, over all orders of the events.</summary>
/// <param name="Events">How many events, from 1.</param>
/// <param name="Expected">Exact mean over all orders.</param>
/// <param name="Low">5th percentile over the orders drawn.</param>
/// <param name="Median">50th percentile over the orders drawn.</param>
/// <param name="High">95th percentile over the orders drawn.</param>
public readonly record struct SaturationPoint(int Events, double Expected, double Low, double Median, double High);

/// <summary>Saturation over many orders of the same events.</summary>
/// <param name="Permutations">Orders drawn.</param>
/// <param name="Seed">Seed of the draws.</param>
/// <param name="Curve">One point for each number of events.</param>
/// <param name="Reached">Orders in which saturation was reached.</param>
/// <param name="Low">5th percentile of the event at which it was reached, among those orders; null when in none.</param>
/// <param name="Median">50th percentile likewise.</param>
/// <param name="High">95th percentile likewise.</param>
public sealed record SaturationOrders(int Permutations, ulong Seed, IReadOnlyList<SaturationPoint> Curve, int Reached, double? Low, double? Median, double? High)
{
    /// <summary>Share of orders in which saturation was reached, 0 to 1.</summary>
    public double ReachedShare => (double)Reached / Permutations;
}

/// <summary>The order of interviews is an accident; this draws other orders and shows how much hangs on it.</summary>
/// <remarks>
/// Each permutation is a Fisher–Yates shuffle by a stream of its own, keyed by seed and number, so that more permutations leave the earlier ones as they are.
/// The mean curve needs no draws: E(n) = Σ over codes of 1 − C(N − f, n)/C(N, n), f the events that hold the code (rarefaction).
/// <para><b>Unit</b>: different codes, and events. The band says what order does; it is no interval for informants who were not asked.</para>
/// <para><b>Cost</b>: O(permutations · Σ codes of events).</para>
/// <para><b>Source</b>: Guest, Namey and Chen (2020), see <see cref="SaturationRun"/>; Hurlbert, S. H. (1971). The nonconcept of species diversity. Ecology 52(4), 577–586, for the mean curve.</para>
/// <para><b>Oracle</b>: all orders of few events by enumeration.</para>
/// </remarks>
public static class SaturationBand
{
    /// <summary>The band of events whose order does not matter.</summary>
    /// <param name="events">The codes of each event.</param>
    /// <param name="options">Base, run and threshold.</param>
    /// <param name="permutations">Orders to draw, at least 1; at least 500 for a report.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="cancellationToken">Stops the draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option or the number of permutations is outside its range.</exception>
    public static SaturationOrders Draw(
        IReadOnlyList<IReadOnlyCollection<int>> events, SaturationOptions options, int permutations, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        var (codes, frequencies) = Renumber(events);
        var n = codes.Length;
        var cumulative = Enumerable.Range(0, n).Select(_ => new double[permutations]).ToArray();
        var points = new List<double>();
        var lastSeen = new int[frequencies.Length];
        int[] order = [.. Enumerable.Range(0, n)], fresh = new int[n], upTo = new int[n];
        for (var b = 0; b < permutations; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stream = new PhiloxStream(seed, "saturation/order", (ulong)b);
            for (var i = 0; i < n; i++) order[i] = i;
            for (var i = n - 1; i > 0; i--)
            {
                var j = stream.NextBelow(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            var total = 0;
            for (var i = 0; i < n; i++)
            {
                fresh[i] = 0;
                foreach (var code in codes[order[i]])
                {
                    if (lastSeen[code] == b + 1) continue;
                    lastSeen[code] = b + 1;
                    fresh[i]++;
                }

                total += fresh[i];
                upTo[i] = total;
                cumulative[i][b] = total;
            }

            if (SaturationRun.Measure(fresh, upTo, options).SaturatedAt is { } at) points.Add(at);
        }

        foreach (var column in cumulative) Array.Sort(column);
        points.Sort();
        double? Of(double p) => points.Count == 0 ? null : Percentile.OfSorted([.. points], p);
        return new(
            permutations, seed,
            [.. cumulative.Select((c, i) => new SaturationPoint(i + 1, Expected(frequencies, n, i + 1), Percentile.OfSorted(c, .05), Percentile.OfSorted(c, .5), Percentile.OfSorted(c, .95)))],
            points.Count, Of(.05), Of(.5), Of(.95));
    }

    // 1 − C(N − f, n)/C(N, n) = 1 − Π over k < n of (N − f − k)/(N − k), for each frequency.
    private static double Expected(int[] frequencies, int total, int drawn) => frequencies.GroupBy(f => f).Sum(group =>
    {
        var missed = 1.0;
        for (var k = 0; k < drawn && missed > 0; k++) missed *= Math.Max(0, (double)(total - group.Key - k) / (total - k));
        return group.Count() * (1 - missed);
    });

    private static (int[][] Codes, int[] Frequencies) Renumber(IReadOnlyList<IReadOnlyCollection<int>> events)
    {
        var number = new Dictionary<int, int>();
        var codes = events.Select(e => e.Distinct().Select(c =>
        {
            if (!number.TryGetValue(c, out var k)) number[c] = k = number.Count;
            return k;
        }).ToArray()).ToArray();
        var frequencies = new int[number.Count];
        foreach (var code in codes.SelectMany(c => c)) frequencies[code]++;
        return (codes, frequencies);
    }
}
