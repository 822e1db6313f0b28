using System.Collections.Immutable;

namespace Jembatan.Simulation.Parameters;

/// <summary>One number of the model with everything that a reader must know to doubt it.</summary>
/// <param name="Id">Stable id, such as <c>missed-payment.intercept</c>.</param>
/// <param name="Value">The value used when nothing is drawn.</param>
/// <param name="Unit">Its unit: <c>log-odds</c>, <c>probability per month</c>, <c>months</c>, <c>rupiah</c> …</param>
/// <param name="Prior">What is believed of it.</param>
/// <param name="Grade">What it rests on.</param>
/// <param name="Source">Where it was read, or <c>[assumption]</c>.</param>
/// <param name="Causes">Codes of the causes of non-coverage whose mechanism it carries.</param>
public sealed record Parameter(string Id, double Value, string Unit, Prior Prior, EvidenceGrade Grade, string Source, ImmutableArray<string> Causes)
{
    /// <summary>The prior used: on the scale of log-odds never narrower than the grade allows.</summary>
    public Prior Believed => Unit == "log-odds" && Prior.Family == PriorFamily.Normal
        ? Prior with { Second = Math.Max(Prior.Second, EvidenceGrades.LeastSdLogOdds(Grade)) }
        : Prior;

    /// <summary>Whether the size of the effect rests on interviews alone.</summary>
    public bool IsNotEvidenced => Grade == EvidenceGrade.E;

    /// <summary>Whether the value was never seen in a source; default runs refuse it.</summary>
    public bool IsUnverified => Source.StartsWith("M ", StringComparison.Ordinal) || Source.Contains("[recall]", StringComparison.Ordinal);

    internal static Parameter LogOdds(string id, double value, double sd, EvidenceGrade grade, string source, params ReadOnlySpan<string> causes) =>
        new(id, value, "log-odds", Prior.Normal(value, sd), grade, source, [.. causes]);

    internal static Parameter Of(string id, double value, string unit, Prior prior, EvidenceGrade grade, string source, params ReadOnlySpan<string> causes) =>
        new(id, value, unit, prior, grade, source, [.. causes]);
}
