using System.Globalization;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>Where one verdict ends and the next begins: one value, used by cell, legend, report and export alike.</summary>
/// <remarks>
/// F ≥ fit → fit · F ≥ fairly-fit → fairly fit · F ≤ misfit → misfit · otherwise unclear; coverage or evidence strength below theirs → insufficient, which overrides.
/// Numbers are compared after rounding to nine decimals, so that .1 reached by another order of operations is .1.
/// <para><b>Unit</b>: fit −1 to 1; coverage and strength 0 to 1.</para>
/// <para><b>Source</b>: a proposal of Jembatan; the published SERVO studies give verbal verdicts without a scale.</para>
/// </remarks>
public sealed record VerdictThresholds
{
    private VerdictThresholds() { }

    /// <summary>The defaults: .4, .1, −.1, coverage .6, strength .4.</summary>
    public static VerdictThresholds Default { get; } = new();

    /// <summary>Least F of the verdict <i>fit</i>.</summary>
    public double Fit { get; private init; } = .4;

    /// <summary>Least F of the verdict <i>fairly fit</i>; below it an element does not support the strategy (congruence, causes, drift).</summary>
    public double FairlyFit { get; private init; } = .1;

    /// <summary>Greatest F of the verdict <i>misfit</i>.</summary>
    public double Misfit { get; private init; } = -.1;

    /// <summary>Least coverage of a verdict.</summary>
    public double Coverage { get; private init; } = .6;

    /// <summary>Least evidence strength of a verdict.</summary>
    public double Strength { get; private init; } = .4;

    /// <summary>Thresholds of one's own.</summary>
    /// <param name="fit">Least F of <i>fit</i>, −1 to 1.</param>
    /// <param name="fairlyFit">Least F of <i>fairly fit</i>, below <paramref name="fit"/>.</param>
    /// <param name="misfit">Greatest F of <i>misfit</i>, below <paramref name="fairlyFit"/>.</param>
    /// <param name="coverage">Least coverage, 0 to 1.</param>
    /// <param name="strength">Least strength, 0 to 1.</param>
    /// <returns>The thresholds, or <c>servo/thresholds</c> when they are out of range or out of order.</returns>
    public static Result<VerdictThresholds> Of(double fit, double fairlyFit, double misfit, double coverage, double strength)
    {
        if (!(misfit >= -1 && misfit < fairlyFit && fairlyFit < fit && fit <= 1))
            return new Problem("servo/thresholds", "The three fit thresholds must rise from misfit over fairly-fit to fit and lie between -1 and 1. Put them in that order.");
        if (!(coverage is >= 0 and <= 1 && strength is >= 0 and <= 1))
            return new Problem("servo/thresholds", "The thresholds of coverage and strength must lie between 0 and 1. Give shares such as 0.6.");
        return new VerdictThresholds { Fit = fit, FairlyFit = fairlyFit, Misfit = misfit, Coverage = coverage, Strength = strength };
    }

    /// <summary>Reads thresholds from a study's particulars; what is not there keeps its default.</summary>
    /// <param name="particulars">Keys <c>servo.threshold.fit</c>, <c>.fairly-fit</c>, <c>.misfit</c>, <c>.coverage</c>, <c>.strength</c>; values in invariant notation.</param>
    /// <returns>The thresholds, or <c>servo/thresholds</c> when a value is not a number or out of order.</returns>
    public static Result<VerdictThresholds> Read(IReadOnlyDictionary<string, string> particulars)
    {
        ArgumentNullException.ThrowIfNull(particulars);
        string? unread = null;
        double Get(string name, double otherwise)
        {
            if (!particulars.TryGetValue("servo.threshold." + name, out var text)) return otherwise;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return value;
            unread ??= name;
            return otherwise;
        }

        var (d, result) = (Default, Of(Get("fit", Default.Fit), Get("fairly-fit", Default.FairlyFit), Get("misfit", Default.Misfit),
            Get("coverage", Default.Coverage), Get("strength", Default.Strength)));
        return unread is null ? result : new Problem("servo/thresholds", $"The threshold '{unread}' is not a number. Write it with a point, such as {d.Fit.ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>The verdict of a fit that rests on enough ratings and evidence.</summary>
    /// <param name="fit">F, −1 to 1.</param>
    /// <returns>Never <see cref="VerdictKind.Insufficient"/>.</returns>
    public VerdictKind Judge(double fit) => Rounded(fit) switch
    {
        var f when f >= Rounded(Fit) => VerdictKind.Fit,
        var f when f >= Rounded(FairlyFit) => VerdictKind.FairlyFit,
        var f when f <= Rounded(Misfit) => VerdictKind.Misfit,
        _ => VerdictKind.Unclear,
    };

    /// <summary>Whether an element supports the strategy: F is at least <see cref="FairlyFit"/>.</summary>
    /// <param name="fit">F, −1 to 1.</param>
    public bool Supports(double fit) => AtLeast(fit, FairlyFit);

    internal static bool AtLeast(double value, double threshold) => Rounded(value) >= Rounded(threshold);

    private static double Rounded(double value) => Math.Round(value, 9, MidpointRounding.AwayFromZero);
}
