namespace Jembatan.Statistics.Saturation;

/// <summary>How new information is measured: base, run and threshold.</summary>
/// <param name="Base">Events that make the base, at least 1; usually 4, 5 or 6.</param>
/// <param name="Run">Events in a run, at least 1; usually 2 or 3.</param>
/// <param name="Threshold">Greatest share of new codes that counts as saturated, 0 to below 1; usually .05 or 0.</param>
public sealed record SaturationOptions(int Base = 4, int Run = 2, double Threshold = .05)
{
    /// <summary>Throws when an option is outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Base, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Run, 1);
        if (!(Threshold is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "A threshold lies from 0 to below 1.");
    }
}

/// <summary>One run of events.</summary>
/// <param name="UpTo">Number of the last event of the run, from 1.</param>
/// <param name="NewCodes">Codes that came up in the run for the first time.</param>
/// <param name="Share">New codes ÷ codes of the base.</param>
public readonly record struct SaturationStep(int UpTo, int NewCodes, double Share);

/// <summary>When new information dried up in one order of events.</summary>
/// <param name="NewPerEvent">Codes that each event brought for the first time.</param>
/// <param name="Cumulative">Different codes up to each event.</param>
/// <param name="BaseCodes">Different codes in the base; null when there are fewer events than the base.</param>
/// <param name="Runs">Every run, sliding by one event, the first right after the base.</param>
/// <param name="SaturatedAt">Number of the last event of the first run at or below the threshold; null when there is none.</param>
/// <param name="Reason">Why it is not saturated or cannot be said; null when it is.</param>
public sealed record SaturationResult(
    IReadOnlyList<int> NewPerEvent, IReadOnlyList<int> Cumulative, int? BaseCodes, IReadOnlyList<SaturationStep> Runs, int? SaturatedAt, string? Reason);

/// <summary>Thematic saturation after Guest, Namey and Chen.</summary>
/// <remarks>
/// Events (interviews) come in an order. The base is the first b of them with B different codes. Each run is r events in a row, sliding by one; its share is its new codes ÷ B. Saturated where a share first is at or below the threshold.
/// The original is written n⁺ʳ: n events were enough, r more confirmed it, so n = <see cref="SaturationResult.SaturatedAt"/> − r.
/// <para><b>Unit</b>: events and shares of the base's codes.</para>
/// <para><b>Cost</b>: O(Σ codes of events).</para>
/// <para><b>Source</b>: Guest, G., Namey, E. and Chen, M. (2020). A simple method to assess and report thematic saturation in qualitative research. PLoS ONE 15(5), e0232076.</para>
/// <para><b>Oracle</b>: two constructed cases in tests/oracles/saturation.json; the worked figures of the paper were not available.</para>
/// </remarks>
public static class SaturationRun
{
    /// <summary>There are no events.</summary>
    public const string NoEvents = "saturation/no-events";

    /// <summary>There are fewer events than base and one run need.</summary>
    public const string TooFewEvents = "saturation/too-few-events";

    /// <summary>The base holds no code, so there is nothing to divide by.</summary>
    public const string NoBaseCodes = "saturation/no-base-codes";

    /// <summary>No run is at or below the threshold.</summary>
    public const string NotReached = "saturation/not-reached";

    /// <summary>Every reason, in the order of this file.</summary>
    public static IReadOnlyList<string> Reasons { get; } = [NoEvents, TooFewEvents, NoBaseCodes, NotReached];

    /// <summary>Saturation of events in their order.</summary>
    /// <param name="events">The different codes of each event; a code that comes twice counts once.</param>
    /// <param name="options">Base, run and threshold.</param>
    /// <returns>Always a result; without a point of saturation it carries a reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static SaturationResult Measure(IReadOnlyList<IReadOnlyCollection<int>> events, SaturationOptions options)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var seen = new HashSet<int>();
        var fresh = new int[events.Count];
        var cumulative = new int[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            foreach (var code in events[i])
                if (seen.Add(code)) fresh[i]++;
            cumulative[i] = seen.Count;
        }

        return Measure(fresh, cumulative, options);
    }

    internal static SaturationResult Measure(int[] fresh, int[] cumulative, SaturationOptions options)
    {
        var n = fresh.Length;
        int? codes = n >= options.Base ? cumulative[options.Base - 1] : null;
        if (n == 0) return new(fresh, cumulative, codes, [], null, NoEvents);
        if (n < (long)options.Base + options.Run) return new(fresh, cumulative, codes, [], null, TooFewEvents);
        if (codes is not > 0) return new(fresh, cumulative, codes, [], null, NoBaseCodes);
        var runs = new List<SaturationStep>();
        int? saturated = null;
        for (var end = options.Base + options.Run; end <= n; end++)
        {
            var inRun = cumulative[end - 1] - cumulative[end - options.Run - 1];
            runs.Add(new(end, inRun, (double)inRun / codes.Value));
            if (saturated is null && runs[^1].Share <= options.Threshold) saturated = end;
        }

        return new(fresh, cumulative, codes, runs, saturated, saturated is null ? NotReached : null);
    }
}
