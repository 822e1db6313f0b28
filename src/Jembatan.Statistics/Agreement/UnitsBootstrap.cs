using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Agreement;

/// <summary>Resamples units with replacement and takes percentiles.</summary>
/// <remarks>
/// Replicate b draws from the stream <c>agreement/units</c>, item b, so that the figures are the same on any number of threads. A resample of n units is a multinomial draw over their
/// patterns: unit by unit when patterns are many, else pattern by pattern from binomials. Where units belong together, as the codes of one sentence or the sentences of one source do, they are drawn together.
/// <para><b>Source</b>: Efron, B. and Tibshirani, R. J. (1993). An Introduction to the Bootstrap, ch. 13; for clusters Davison, A. C. and Hinkley, D. V. (1997). Bootstrap Methods and their Application, ch. 3.8.</para>
/// </remarks>
internal static class UnitsBootstrap
{
    public static IReadOnlyList<Interval> Of(IReadOnlyList<Plan> plans, Tally tally, Clusters clusters, AgreementSettings settings, CancellationToken cancellationToken)
    {
        if (!clusters.IsPlain && clusters.Total < 2) return [.. plans.Select(p => Interval.Without(p.IsDefined ? Interval.OneCluster(clusters) : null))];
        var defined = plans.Where(p => p.IsDefined).ToList();
        var values = defined.ToDictionary(p => p, _ => new double?[settings.Replicates]);
        var draw = new Resampler(clusters);
        if (defined.Count > 0)
        {
            Parallel.For(
                0, settings.Replicates, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Threads), CancellationToken = cancellationToken },
                () => (Counts: new double[tally.Patterns.Length], Drawn: new double[clusters.Counts.Length], Tally: new Tally(tally.Patterns, tally.Patterns.Counts)),
                (b, _, own) =>
                {
                    draw.Fill(own.Counts, own.Drawn, new PhiloxStream(settings.Seed, "agreement/units", (ulong)b));
                    own.Tally.Recount(own.Counts);
                    foreach (var plan in defined) values[plan][b] = plan.Of(own.Tally) is { Undefined: null } coefficient ? coefficient.Value : null;
                    return own;
                },
                _ => { });
        }

        return [.. plans.Select(p => p.IsDefined ? Interval.Percentiles(values[p], settings.Confidence).Few(clusters) : Interval.Without(null))];
    }
}
