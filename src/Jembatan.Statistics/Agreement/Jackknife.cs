using Jembatan.Statistics.Distributions;

namespace Jembatan.Statistics.Agreement;

/// <summary>Leaves out one unit at a time: variance = (n − 1)/n · Σ (θ_(i) − mean)², Student's t with n − 1 degrees of freedom around the estimate.</summary>
/// <remarks><b>Source</b>: Efron and Tibshirani (1993), ch. 11; for α argued by Hughes, J. (2022), arXiv:2210.13265. Units of one pattern are left out once; where units hang together a whole cluster is left out. Leaving one out changes few margins, so sums of weights are found from those before.</remarks>
internal static class Jackknife
{
    public static IReadOnlyList<Interval> Of(IReadOnlyList<Plan> plans, Tally tally, Clusters clusters, AgreementSettings settings, CancellationToken cancellationToken) =>
        [.. plans.Select(p => p.IsDefined ? Of(p, new Tally(tally.Patterns, tally.Counts), clusters, settings, cancellationToken) : Interval.Without(null))];

    private static Interval Of(Plan plan, Tally tally, Clusters clusters, AgreementSettings settings, CancellationToken cancellationToken)
    {
        double total = 0, sum = 0;
        var agreement = plan.PatternAgreement.Remembering();
        var without = new double?[clusters.Counts.Length];
        var withoutOne = clusters.IsPlain ? plan.WithoutOne(tally) : null;
        for (var k = 0; k < without.Length; k++)
        {
            if (clusters.Counts[k] == 0 || IsEmpty(clusters.PatternsOf(k), tally.Patterns)) continue;
            cancellationToken.ThrowIfCancellationRequested();
            var coefficient = withoutOne?.Invoke(k) ?? Recounted(plan, agreement, tally, clusters, k);
            if (coefficient.Undefined is not null) return Interval.Without($"No interval: without one of the {clusters.Word} the coefficient is undefined. Code more units.");
            without[k] = coefficient.Value;
            total += clusters.Counts[k];
            sum += clusters.Counts[k] * coefficient.Value;
        }

        if (total < 2) return clusters.IsPlain ? Interval.Around(0, double.NaN, 0) : Interval.Without(Interval.OneCluster(clusters));
        var mean = sum / total;
        double squares = 0;
        for (var k = 0; k < without.Length; k++)
            if (without[k] is { } value) squares += clusters.Counts[k] * (value - mean) * (value - mean);
        return Interval.Around(plan.Coefficient.Value, Math.Sqrt((total - 1) / total * squares), StudentT.Quantile(1 - ((1 - settings.Confidence) / 2), total - 1)).Few(clusters);
    }

    private static Coefficient Recounted(Plan plan, PatternAgreement agreement, Tally tally, Clusters clusters, int kind)
    {
        Add(tally, clusters, kind, -1);
        var coefficient = plan.Of(tally, agreement);
        Add(tally, clusters, kind, 1);
        return coefficient;
    }

    private static bool IsEmpty(ReadOnlySpan<int> patterns, Patterns of)
    {
        foreach (var p in patterns) if (of.Sizes[p] > 0) return false;
        return true;
    }

    private static void Add(Tally tally, Clusters clusters, int kind, double sign)
    {
        var patterns = clusters.PatternsOf(kind);
        var times = clusters.TimesOf(kind);
        for (var i = 0; i < patterns.Length; i++) tally.Add(patterns[i], sign * times[i]);
    }
}
