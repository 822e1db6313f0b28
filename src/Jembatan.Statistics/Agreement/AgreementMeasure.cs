namespace Jembatan.Statistics.Agreement;

/// <summary>A coefficient of agreement among coders; one file each, listed in <see cref="AgreementMeasures"/>.</summary>
public abstract class AgreementMeasure
{
    private protected AgreementMeasure() { }

    /// <summary>What is typed, such as <c>krippendorff-alpha</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Its name as papers write it.</summary>
    public abstract string Name { get; }

    /// <summary>Where it was published.</summary>
    public abstract string Source { get; }

    /// <summary>What is done with missing values, one English sentence.</summary>
    public abstract string MissingRule { get; }

    /// <summary>Whether it takes weights.</summary>
    public virtual bool TakesWeights => true;

    /// <summary>Whether it takes a level of measurement.</summary>
    public virtual bool TakesLevel => false;

    /// <summary>Whether it is for two coders only.</summary>
    public virtual bool IsForTwoCoders => false;

    /// <summary>Whether the analytic interval is the large-sample one: variance over n, normal distribution.</summary>
    internal virtual bool IsLargeSample => false;

    /// <summary>The coefficient of a sample or resample.</summary>
    internal abstract Coefficient Measure(Tally tally, PatternAgreement agreement);

    /// <summary>Units with two or more values, or pairable values.</summary>
    internal virtual double N(Tally tally) => tally.PairableUnits;

    /// <summary>How far each pattern of units pulls the coefficient, zero on average, and how many units pull.</summary>
    internal abstract Influence Linearise(Tally tally, PatternAgreement agreement, Coefficient coefficient);

    /// <summary>How to find the coefficient without one unit of a pattern, where that is quicker than to count anew; else null.</summary>
    internal virtual Func<int, Coefficient>? WithoutOne(Tally tally, PatternAgreement agreement) => null;

    /// <summary>The coefficient of observed and expected agreement.</summary>
    private protected static Coefficient Corrected(double observed, double expected) =>
        1 - expected < 1e-12 ? Coefficient.None(Undefined.NoVariation) : new(Coefficient.Exact((observed - expected) / (1 - expected), observed, expected, 1), observed, expected, null);

    /// <summary>Gwet's linearisation with a chance term of each pattern.</summary>
    private protected static Influence Linear(Tally tally, PatternAgreement agreement, Coefficient coefficient, Func<int, double> chance)
    {
        var (k, pe) = (coefficient.Value, coefficient.Expected ?? 0);
        var share = tally.Units / tally.PairableUnits;
        var pull = new double[tally.Patterns.Length];
        for (var p = 0; p < pull.Length; p++)
        {
            var size = tally.Patterns.Sizes[p];
            if (size == 0) continue;
            var observed = size < 2 ? 0 : share * (agreement.PerPair[p] - pe);
            pull[p] = ((observed - (2 * (1 - k) * (chance(p) - pe))) / (1 - pe)) - k;
        }

        return new(pull, tally.Units);
    }

    /// <summary>Mean over the values of one pattern.</summary>
    private protected static double Mean(Tally tally, int pattern, ReadOnlySpan<double> ofCategory)
    {
        double sum = 0;
        foreach (var code in tally.Patterns[pattern]) if (code >= 0) sum += ofCategory[code];
        return sum / tally.Patterns.Sizes[pattern];
    }
}

/// <summary>A coefficient, or why there is none.</summary>
internal readonly record struct Coefficient(double Value, double Observed, double? Expected, Undefined? Undefined)
{
    // Observed and expected agreement are sums of the same values in another order; where they are equal they may differ in their last digits.
    private const double Noise = 1e-15;

    public static Coefficient None(Undefined reason) => new(0, 0, null, reason);

    /// <summary>The value, or an exact 0 where what it is the difference of is equal but for rounding.</summary>
    /// <param name="value">The coefficient.</param>
    /// <param name="one">What is compared, not negative.</param>
    /// <param name="other">What it is compared with, not negative.</param>
    /// <param name="scale">The size of the sums that both were found from; null where they were summed as they are.</param>
    public static double Exact(double value, double one, double other, double? scale = null) => Math.Abs(one - other) <= Noise * (scale ?? Math.Max(one, other)) ? 0 : value;
}

/// <summary>The pull of each pattern on a coefficient.</summary>
internal readonly record struct Influence(double[] Pull, double Units)
{
    /// <summary>Standard error: root of Σ pull² over n(n − 1), or over n² where the sample is taken as large.</summary>
    public double StandardError(ReadOnlySpan<double> counts, bool large)
    {
        double sum = 0;
        for (var p = 0; p < Pull.Length; p++) sum += counts[p] * Pull[p] * Pull[p];
        return Math.Sqrt(sum / (Units * (large ? Units : Units - 1)));
    }

    /// <summary>Standard error where units hang together: root of G/(G − 1) · Σ over clusters (Σ pull)² over n².</summary>
    public double StandardError(Clusters clusters, double independent, bool large)
    {
        double sum = 0;
        for (var k = 0; k < clusters.Counts.Length; k++)
        {
            var patterns = clusters.PatternsOf(k);
            var times = clusters.TimesOf(k);
            double pull = 0;
            for (var i = 0; i < patterns.Length; i++) pull += times[i] * Pull[patterns[i]];
            sum += clusters.Counts[k] * pull * pull;
        }

        return Math.Sqrt(sum * (large ? 1 : independent / (independent - 1))) / Units;
    }
}
