namespace Jembatan.Statistics.Agreement;

/// <summary>Estimates coefficients of agreement with their intervals.</summary>
public static class Reliability
{
    /// <summary>Estimates several measures on the same units; resamples are drawn once for all of them.</summary>
    /// <remarks><b>Cost</b>: one pass over units to count their patterns, then the number of patterns for each coefficient and replicate.</remarks>
    /// <param name="data">Units × coders.</param>
    /// <param name="measures">Which measures.</param>
    /// <param name="settings">Level, weights and interval.</param>
    /// <param name="cancellationToken">Stops resampling.</param>
    /// <returns>One estimate a measure, in their order: a value, or <see cref="AgreementEstimate.Undefined"/> and <see cref="AgreementEstimate.Reason"/>; never NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two replicates, or a confidence outside 0 to 1.</exception>
    public static IReadOnlyList<AgreementEstimate> Estimate(
        ReliabilityData data, IReadOnlyList<AgreementMeasure> measures, AgreementSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Replicates, 2);
        if (!(settings.Confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(settings), settings.Confidence, "A confidence lies between 0 and 1.");
        var tally = new Tally(data.Patterns, data.Patterns.Counts);
        var shared = new Dictionary<object, PatternAgreement>();
        var plans = measures.Select(m => new Plan(m, data, settings, tally, shared)).ToList();
        IReadOnlyList<Interval> intervals = settings.Interval switch
        {
            not IntervalMethod.None when tally.PairableUnits == 1 => [.. plans.Select(p => Interval.Without(p.IsDefined ? Interval.OneUnit : null))],
            IntervalMethod.UnitsBootstrap => UnitsBootstrap.Of(plans, tally, data.Clusters, settings, cancellationToken),
            IntervalMethod.Jackknife => Jackknife.Of(plans, tally, data.Clusters, settings, cancellationToken),
            IntervalMethod.Analytic => [.. plans.Select(p => AnalyticInterval.Of(p, tally, data, settings))],
            IntervalMethod.KrippendorffBootstrap => [.. plans.Select(p => KrippendorffBootstrap.Of(p, tally, settings, cancellationToken))],
            _ => [.. plans.Select(_ => Interval.Without(null))],
        };
        return [.. plans.Zip(intervals, (plan, interval) => plan.Say(data, tally, settings, interval))];
    }

    /// <summary>Why a measure cannot be found on these data, before any counting of values: the level or the weights do not fit, or there are too few or too many coders.</summary>
    /// <param name="data">Units × coders.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="settings">Level and weights.</param>
    /// <returns>The reason, or null.</returns>
    public static Undefined? Unfit(ReliabilityData data, AgreementMeasure measure, AgreementSettings settings)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(settings);
        if (data.Coders.Count < 2) return Undefined.OneCoder;
        if (measure.IsForTwoCoders && data.Coders.Count > 2) return Undefined.TwoCodersOnly;
        if (LevelOf(measure, settings) is { } level) return level.Unfit(data);
        return WeightsOf(measure, settings) switch
        {
            WeightScheme.Identity => null,
            _ when data.Positions is null => Undefined.NotOrdered,
            WeightScheme.Ratio when data.Positions.Any(x => x < 0) => Undefined.NegativeValue,
            _ => null,
        };
    }

    // α takes its level; when only weights are given it takes those.
    internal static MeasurementLevel? LevelOf(AgreementMeasure measure, AgreementSettings settings) =>
        !measure.TakesLevel ? null : settings.Level ?? (settings.Weights is null ? MeasurementLevel.Nominal : null);

    internal static WeightScheme WeightsOf(AgreementMeasure measure, AgreementSettings settings) =>
        measure.TakesWeights ? settings.Weights ?? WeightScheme.Identity : WeightScheme.Identity;
}
