using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Agreement;

/// <summary>Krippendorff's bootstrap of α: observed pairs are drawn anew while the expected disagreement stays.</summary>
/// <remarks>
/// From 1, for each unit u and each of its m_u(m_u − 1)/2 pairs, a pair is drawn from all observed ones and 2δ²/(n Dₑ (m_u − 1)) taken away; results below −1 count as −1.
/// Pairs are taken as independent, which those of one unit are not: the interval is about half as wide as one from resampling units.
/// <para><b>Left out</b>: the published note's cap on the number of draws and its moving of perfect replicates.</para>
/// <para><b>Source</b>: Krippendorff, K. (2006, revised 2011). Algorithm for bootstrapping a distribution of alpha. University of Pennsylvania.</para>
/// </remarks>
internal static class KrippendorffBootstrap
{
    private const string Narrow = "Krippendorff's bootstrap takes pairs of values as independent and is narrower than resampling units; use units-bootstrap for inference.";

    public static Interval Of(Plan plan, Tally tally, AgreementSettings settings, CancellationToken cancellationToken)
    {
        if (!plan.Measure.TakesLevel) return Interval.Without("No interval: krippendorff-bootstrap is for krippendorff-alpha only. Use units-bootstrap.");
        if (!plan.IsDefined) return Interval.Without(null);
        var (differences, pairsBySize) = Pairs(plan.PatternAgreement.Weights, tally);
        var perPair = 2 / (tally.PairableValues * (1 - plan.Coefficient.Expected!.Value));
        var total = pairsBySize.Values.Sum();
        var values = new double?[settings.Replicates];
        Parallel.For(0, settings.Replicates, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Threads), CancellationToken = cancellationToken }, b =>
        {
            var stream = new PhiloxStream(settings.Seed, "agreement/krippendorff-pairs", (ulong)b);
            double alpha = 1;
            foreach (var (size, draws) in pairsBySize)
                alpha -= perPair / (size - 1) * Drawn(differences, draws, total, stream);
            values[b] = Math.Max(-1, alpha);
        });
        return Interval.Percentiles(values, settings.Confidence) with { Warning = Narrow };
    }

    // Σ δ² of so many pairs, drawn with replacement.
    private static double Drawn(List<(double Difference, long Pairs)> differences, long draws, long total, PhiloxStream stream)
    {
        double sum = 0;
        var (left, rest) = (draws, total);
        foreach (var (difference, pairs) in differences)
        {
            if (left == 0) break;
            var drawn = pairs >= rest ? left : Binomial.Next(stream, left, (double)pairs / rest);
            sum += difference * drawn;
            left -= drawn;
            rest -= pairs;
        }

        return sum;
    }

    private static (List<(double Difference, long Pairs)> Differences, SortedDictionary<int, long> PairsBySize) Pairs(CategoryWeights weights, Tally tally)
    {
        var differences = new SortedDictionary<double, long>();
        var sizes = new SortedDictionary<int, long>();
        for (var p = 0; p < tally.Patterns.Length; p++)
        {
            var codes = tally.Patterns[p];
            var (size, units) = (tally.Patterns.Sizes[p], (long)tally.Counts[p]);
            if (size < 2 || units == 0) continue;
            sizes[size] = sizes.GetValueOrDefault(size) + (units * size * (size - 1) / 2);
            for (var i = 1; i < codes.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (codes[i] < 0 || codes[j] < 0) continue;
                    var difference = 1 - weights.Between(codes[i], codes[j]);
                    differences[difference] = differences.GetValueOrDefault(difference) + units;
                }
            }
        }

        return ([.. differences.Select(d => (d.Key, d.Value))], sizes);
    }
}
