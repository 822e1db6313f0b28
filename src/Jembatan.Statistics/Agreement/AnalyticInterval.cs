using Jembatan.Statistics.Distributions;

namespace Jembatan.Statistics.Agreement;

/// <summary>Gwet's linearisation: v = Σ (k*_i − k)² / (n(n − 1)), Student's t with n − 1 degrees of freedom.</summary>
/// <remarks>Tables of two coders divide by n², as the published formulas for tables do; Cohen's κ and Light's do so always, and take the normal distribution.</remarks>
internal static class AnalyticInterval
{
    public static Interval Of(Plan plan, Tally tally, bool isTable, AgreementSettings settings)
    {
        if (!plan.IsDefined) return Interval.Without(null);
        var influence = plan.Measure.Linearise(tally, plan.PatternAgreement, plan.Coefficient);
        var large = plan.Measure.IsLargeSample;
        var upper = 1 - ((1 - settings.Confidence) / 2);
        if (influence.Units < 2) return Interval.Around(0, double.NaN, 0);
        var quantile = large ? Normal.Quantile(upper) : StudentT.Quantile(upper, influence.Units - 1);
        return Interval.Around(plan.Coefficient.Value, influence.StandardError(tally.Counts, large || isTable), quantile);
    }
}
