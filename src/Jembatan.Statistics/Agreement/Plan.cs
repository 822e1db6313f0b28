namespace Jembatan.Statistics.Agreement;

/// <summary>One measure made ready for one set of data: its weights, its value, and how to find its value in a resample.</summary>
internal sealed class Plan
{
    private readonly ReliabilityData data;
    private readonly MeasurementLevel? level;
    private readonly WeightScheme weights;
    private readonly PatternAgreement? agreement;
    private readonly OrdinalAlpha? ordinal;

    public Plan(AgreementMeasure measure, ReliabilityData data, AgreementSettings settings, Tally tally, Dictionary<object, PatternAgreement> shared)
    {
        (Measure, this.data) = (measure, data);
        (level, weights) = (Reliability.LevelOf(measure, settings), Reliability.WeightsOf(measure, settings));
        if ((Reliability.Unfit(data, measure, settings) ?? (tally.PairableUnits == 0 ? Undefined.NoPairableUnit : null)) is { } reason)
        {
            Coefficient = Coefficient.None(reason);
            return;
        }

        var key = level is { Kind: LevelKind.Nominal } || (level is null && weights == WeightScheme.Identity) ? "identity" : level ?? (object)weights;
        if (!shared.TryGetValue(key, out agreement)) shared[key] = agreement = Agreement(tally);
        Coefficient = measure.Measure(tally, agreement);
        if (level is { Kind: LevelKind.Ordinal } && settings.Interval is IntervalMethod.UnitsBootstrap or IntervalMethod.Jackknife) ordinal = new(tally.Patterns);
    }

    public AgreementMeasure Measure { get; }

    public Coefficient Coefficient { get; }

    public bool IsDefined => Coefficient.Undefined is null;

    public PatternAgreement PatternAgreement => agreement!;

    /// <summary>The coefficient in a resample; the weights of an ordinal level follow the resample's margins.</summary>
    public Coefficient Of(Tally resample) => Of(resample, agreement!);

    /// <summary>The same with the agreement of patterns given, as <see cref="PatternAgreement.Remembering"/> makes it.</summary>
    public Coefficient Of(Tally resample, PatternAgreement given) =>
        resample.PairableUnits == 0 ? Coefficient.None(Undefined.NoPairableUnit)
        : ordinal?.Of(resample) ?? Measure.Measure(resample, given);

    /// <summary>How to find the coefficient without one unit of a pattern, where there is a quicker way than to count anew; else null.</summary>
    public Func<int, Coefficient>? WithoutOne(Tally tally) => ordinal is null ? Measure.WithoutOne(tally, agreement!) : null;

    public AgreementEstimate Say(ReliabilityData from, Tally tally, AgreementSettings settings, Interval interval)
    {
        var undefined = Coefficient.Undefined;
        return new()
        {
            Measure = Measure.Id, Level = level?.ToString(), Weights = level is null ? weights : null,
            Value = IsDefined ? Coefficient.Value : null, Observed = IsDefined ? Coefficient.Observed : null, Expected = Coefficient.Expected,
            StandardError = interval.StandardError, Low = interval.Low, High = interval.High, Confidence = interval.Low is null ? null : settings.Confidence,
            Interval = settings.Interval, N = Measure.N(tally), Seed = interval.Replicates is null ? null : settings.Seed,
            Replicates = interval.Replicates, UndefinedReplicates = interval.UndefinedReplicates, MissingRule = Measure.MissingRule, Universe = from.Universe,
            Resampled = interval.Low is null ? null : settings.Interval == IntervalMethod.KrippendorffBootstrap ? "pairs of values" : FormattableString.Invariant($"{from.Clusters.Total} {from.Clusters.Word}"),
            Undefined = undefined, Reason = undefined?.Sentence() ?? interval.Reason, Warning = interval.Warning,
        };
    }

    private PatternAgreement Agreement(Tally tally) => new(
        tally.Patterns,
        level is not null ? CategoryWeights.Of(level, data, tally.PairableMargins)
        : weights == WeightScheme.Identity ? CategoryWeights.Identity(data.Categories.Count)
        : CategoryWeights.Of(weights, data.Positions!));
}
