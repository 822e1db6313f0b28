using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>The package fits needs better.</summary>
/// <remarks>Pushes registration up and missing a payment down. What the benefit itself costs is not counted.</remarks>
public static class BenefitChange
{
    private static readonly Parameter Effect = Parameter.LogOdds("benefit-change.effect", 0.3, 1.0, EvidenceGrade.E, "Named by informants (wants sickness, cash or credit, pension); no trial found");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "benefit-change", new("Perubahan manfaat", "Benefit change"), "effect", 0, [Lever.Size(Effect), Lever.Reach(1), Lever.From, Lever.Months, Lever.Cost], Effect,
        ["PR01", "PR02", "PR03", "PR04"],
        (scenario, s) => Lever.Push(scenario, "benefit-change", s, null, (PersonState.Aware, s["effect"]), (PersonState.Attempted, s["effect"]), (PersonState.Active, -s["effect"])));
}
