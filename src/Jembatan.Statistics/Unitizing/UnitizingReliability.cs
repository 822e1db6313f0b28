using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Distributions;
using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Unitizing;

/// <summary>Estimates coefficients of unitizing with their intervals.</summary>
/// <remarks>Positions of one text hang together, so continua are what is resampled or left out; with one continuum there is no interval, and the reason says so.</remarks>
public static class UnitizingReliability
{
    private const string MissingRule = "A coder without a section in a continuum that was read gave nothing there; continua that fewer than two coders read are left out.";

    /// <summary>Estimates several measures.</summary>
    /// <param name="data">Continua with the sections of each coder.</param>
    /// <param name="measures">Which measures; those by category give one estimate for each category.</param>
    /// <param name="settings">Level and interval; weights do not apply.</param>
    /// <param name="cancellationToken">Stops resampling.</param>
    /// <returns>Estimates in the order of measures and categories: a value, or the reason why there is none; never NaN.</returns>
    public static IReadOnlyList<AgreementEstimate> Estimate(
        UnitizingData data, IReadOnlyList<UnitizingMeasure> measures, AgreementSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(settings);
        var categories = ReliabilityData.OfRows(["section"], [.. data.Categories.Select(c => (IReadOnlyList<string?>)[c])]); // numbers of the categories, if they are numbers
        var level = settings.Level ?? MeasurementLevel.Nominal;
        var withPairs = level.Kind != LevelKind.Nominal && measures.Any(m => m.TakesLevel);
        var parts = data.Continua.Select(c => Intersections.Of(c, data.Categories.Count, withPairs)).Where(p => p.Positions > 0).ToList();
        var whole = Sum(parts, _ => 1, data.Categories.Count);
        var estimates = new List<AgreementEstimate>();
        foreach (var measure in measures)
        {
            foreach (var category in measure.IsByCategory ? Enumerable.Range(0, data.Categories.Count) : [-1])
            {
                cancellationToken.ThrowIfCancellationRequested();
                var unfit = data.Coders.Count < 2 ? Undefined.OneCoder
                    : whole.Positions == 0 ? Undefined.EmptyContinuum
                    : measure.TakesLevel ? Unfit(level, data, categories) : null;
                var weights = CategoryWeights.Identity(data.Categories.Count);
                if (unfit is null && measure.TakesLevel) weights = WeightsOf(level, data, categories, whole);
                var coefficient = unfit is { } why ? Coefficient.None(why) : measure.Measure(whole, weights, category);
                var interval = coefficient.Undefined is not null ? Interval.Without(null)
                    : IntervalOf(parts, settings, coefficient.Value, sums => measure.Measure(sums, weights, category), data.Categories.Count, cancellationToken);
                estimates.Add(Say(measure, category, coefficient, interval, measure.TakesLevel ? level : MeasurementLevel.Nominal, whole, parts.Count, data, settings));
            }
        }

        return estimates;
    }

    private static Undefined? Unfit(MeasurementLevel level, UnitizingData data, ReliabilityData categories) =>
        level.Kind == LevelKind.Nominal || data.Categories.Count == 0 ? null : categories.Numbers is null ? Undefined.NotNumeric : level.Unfit(categories);

    // The categories as ReliabilityData sorts them may stand in another order than here.
    private static CategoryWeights WeightsOf(MeasurementLevel level, UnitizingData data, ReliabilityData sorted, Intersections whole)
    {
        if (level.Kind == LevelKind.Nominal) return CategoryWeights.Identity(data.Categories.Count);
        var place = sorted.Categories.Index().ToDictionary(c => c.Item, c => c.Index);
        if (!data.Categories.Select((c, i) => place.GetValueOrDefault(c, -1) == i).All(same => same)) throw new ArgumentException("Categories that are numbers rise and differ.", nameof(data));
        return CategoryWeights.Of(level, sorted, [.. Enumerable.Range(0, data.Categories.Count).Select(whole.ValuedOf)]);
    }

    private static Intersections Sum(List<Intersections> parts, Func<int, double> times, int categories)
    {
        var sum = new Intersections(categories);
        foreach (var (i, part) in parts.Index()) if (times(i) != 0) sum.Add(part, times(i));
        return sum;
    }

    private static Interval IntervalOf(
        List<Intersections> parts, AgreementSettings settings, double value, Func<Intersections, Coefficient> of, int categories, CancellationToken cancellationToken)
    {
        var n = parts.Count;
        if (settings.Interval == IntervalMethod.None) return Interval.Without(null);
        if (settings.Interval is IntervalMethod.Analytic or IntervalMethod.KrippendorffBootstrap)
            return Interval.Without("No interval: this method has no formula for unitizing. Use units-bootstrap or jackknife, which resample continua.");
        if (n < 2) return Interval.Without("No interval: positions of one continuum hang together and cannot be resampled. Give several continua.");
        if (settings.Interval == IntervalMethod.Jackknife)
        {
            var without = new double[n];
            for (var left = 0; left < n; left++)
            {
                var coefficient = of(Sum(parts, i => i == left ? 0 : 1, categories));
                if (coefficient.Undefined is not null) return Interval.Without("No interval: without one of the continua the coefficient is undefined. Give more continua.");
                without[left] = coefficient.Value;
            }

            var mean = without.Average();
            return Interval.Around(value, Math.Sqrt((n - 1.0) / n * without.Sum(v => (v - mean) * (v - mean))), StudentT.Quantile(1 - ((1 - settings.Confidence) / 2), n - 1));
        }

        var values = new double?[settings.Replicates];
        Parallel.For(0, settings.Replicates, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Threads), CancellationToken = cancellationToken }, b =>
        {
            var counts = new int[n];
            new PhiloxStream(settings.Seed, "agreement/continua", (ulong)b).Resample(counts);
            values[b] = of(Sum(parts, i => counts[i], categories)) is { Undefined: null } coefficient ? coefficient.Value : null;
        });
        return Interval.Percentiles(values, settings.Confidence);
    }

    private static AgreementEstimate Say(
        UnitizingMeasure measure, int category, Coefficient coefficient, Interval interval, MeasurementLevel level, Intersections whole, int continua, UnitizingData data, AgreementSettings settings)
    {
        var defined = coefficient.Undefined is null;
        return new()
        {
            Measure = measure.Id, Level = level.ToString(), Category = category < 0 ? null : data.Categories[category],
            Value = defined ? coefficient.Value : null, Observed = defined ? coefficient.Observed : null, Expected = coefficient.Expected,
            StandardError = interval.StandardError, Low = interval.Low, High = interval.High, Confidence = interval.Low is null ? null : settings.Confidence, Interval = settings.Interval,
            N = whole.Positions, Coverage = whole.Positions == 0 ? null : measure.Coverage(whole, category), Seed = interval.Replicates is null ? null : settings.Seed,
            Replicates = interval.Replicates, UndefinedReplicates = interval.UndefinedReplicates, MissingRule = MissingRule, Resampled = interval.Low is null ? null : FormattableString.Invariant($"{continua} continua"), Universe = data.Universe,
            Undefined = coefficient.Undefined, Reason = coefficient.Undefined?.Sentence() ?? interval.Reason, Warning = interval.Warning,
        };
    }
}
