using Jembatan.Statistics.Distributions;

namespace Jembatan.Statistics.Agreement;

/// <summary>Leaves out one unit at a time: variance = (n − 1)/n · Σ (θ_(i) − mean)², Student's t with n − 1 degrees of freedom around the estimate.</summary>
/// <remarks><b>Source</b>: Efron and Tibshirani (1993), ch. 11; for α argued by Hughes, J. (2022), arXiv:2210.13265. Units of one pattern are left out once.</remarks>
internal static class Jackknife
{
    public static IReadOnlyList<Interval> Of(IReadOnlyList<Plan> plans, Tally tally, AgreementSettings settings, CancellationToken cancellationToken) =>
        [.. plans.Select(p => p.IsDefined ? Of(p, new Tally(tally.Patterns, tally.Counts), settings, cancellationToken) : Interval.Without(null))];

    private static Interval Of(Plan plan, Tally tally, AgreementSettings settings, CancellationToken cancellationToken)
    {
        var patterns = tally.Patterns;
        double units = 0, sum = 0;
        var without = new double[patterns.Length];
        for (var p = 0; p < patterns.Length; p++)
        {
            if (patterns.Sizes[p] == 0 || patterns.Counts[p] == 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(p, -1);
            var coefficient = plan.Of(tally);
            tally.Add(p, 1);
            if (coefficient.Undefined is not null) return Interval.Without("No interval: without one of the units the coefficient is undefined. Code more units.");
            without[p] = coefficient.Value;
            units += patterns.Counts[p];
            sum += patterns.Counts[p] * coefficient.Value;
        }

        if (units < 2) return Interval.Around(0, double.NaN, 0);
        var mean = sum / units;
        double squares = 0;
        for (var p = 0; p < patterns.Length; p++)
            if (patterns.Sizes[p] > 0) squares += patterns.Counts[p] * (without[p] - mean) * (without[p] - mean);
        return Interval.Around(plan.Coefficient.Value, Math.Sqrt((units - 1) / units * squares), StudentT.Quantile(1 - ((1 - settings.Confidence) / 2), units - 1));
    }
}
