using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Servo;

/// <summary>What may be said of a misfit; null leaves what is there.</summary>
/// <param name="Statement">What does not fit, in one sentence.</param>
/// <param name="Status">Confirmed or dismissed; null confirms a proposed one.</param>
/// <param name="Causes">Labels of the causes that it lets stand.</param>
/// <param name="Segment">Which workers it touches.</param>
/// <param name="Affected">How many persons, least, most likely and most.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="Effort">1 to 5.</param>
public sealed record MisfitFields(
    string? Statement = null, MisfitStatus? Status = null, MisfitType? Type = null, string? Required = null, string? Observed = null, IReadOnlyList<string>? Causes = null,
    string? Segment = null, AffectedPersons? Affected = null, Disposition? Disposition = null, int? Severity = null, int? Effort = null, string? Owner = null, string? Due = null)
{
    internal Problem? Refusal() => this switch
    {
        { Severity: < 1 or > 5 } or { Effort: < 1 or > 5 } => new Problem("misfit/out-of-range", "Severity and effort go from 1 to 5."),
        { Affected: { } a } when !(a.Low >= 0 && a.Low <= a.Mid && a.Mid <= a.High && double.IsFinite(a.High)) =>
            new Problem("misfit/out-of-range", "Affected persons are three numbers in order: least, most likely, most, such as 10000,50000,200000."),
        _ => null,
    };

    internal MisfitDetails Over(MisfitDetails former, IReadOnlyList<Id<Code>>? causes) => former with
    {
        Statement = Statement?.Trim() ?? former.Statement,
        Status = Status ?? former.Status,
        Type = Type ?? former.Type,
        Required = Required ?? former.Required,
        Observed = Observed ?? former.Observed,
        Causes = causes ?? former.Causes,
        Segment = Segment ?? former.Segment,
        Affected = Affected ?? former.Affected,
        Disposition = Disposition ?? former.Disposition,
        Severity = Severity ?? former.Severity,
        Effort = Effort ?? former.Effort,
        Owner = Owner ?? former.Owner,
        Due = Due ?? former.Due,
    };
}
