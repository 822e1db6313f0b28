using Jembatan.Statistics.Distributions;

namespace Jembatan.Statistics.Agreement;

/// <summary>Gwet's linearisation: v = Σ (k*_i − k)² / (n(n − 1)), Student's t with n − 1 degrees of freedom.</summary>
/// <remarks>Where units hang together their pulls are summed in each cluster first: v = G/(G − 1) · Σ over clusters (Σ k*_i − k)² / n², with G − 1 degrees of freedom. Tables of two coders divide by n², as the published formulas for tables do; Cohen's κ and Light's do so always, and take the normal distribution.</remarks>
internal static class AnalyticInterval
{
    public static Interval Of(Plan plan, Tally tally, ReliabilityData data, AgreementSettings settings)
    {
        if (!plan.IsDefined) return Interval.Without(null);
        var influence = plan.Measure.Linearise(tally, plan.PatternAgreement, plan.Coefficient);
        var isLarge = plan.Measure.IsLargeSample;
        var upper = 1 - ((1 - settings.Confidence) / 2);
        var clusters = data.Clusters;
        var independent = clusters.IsPlain ? influence.Units : Counted(clusters, tally.Patterns, influence.Units == tally.PairableUnits ? 2 : 1);
        if (independent < 2) return clusters.IsPlain ? Interval.Around(0, double.NaN, 0) : Interval.Without(Interval.OneCluster(clusters));
        var quantile = isLarge ? Normal.Quantile(upper) : StudentT.Quantile(upper, independent - 1);
        var error = clusters.IsPlain ? influence.StandardError(tally.Counts, isLarge || data.IsTable) : influence.StandardError(clusters, independent, isLarge);
        return Interval.Around(plan.Coefficient.Value, error, quantile).Few(clusters);
    }

    // Clusters with a unit that the coefficient counts.
    private static double Counted(Clusters clusters, Patterns patterns, int fewestValues)
    {
        double sum = 0;
        for (var k = 0; k < clusters.Counts.Length; k++)
        {
            var isCounted = false;
            foreach (var p in clusters.PatternsOf(k)) isCounted |= patterns.Sizes[p] >= fewestValues;
            if (isCounted) sum += clusters.Counts[k];
        }

        return sum;
    }
}
