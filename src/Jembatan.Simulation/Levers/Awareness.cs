using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>People are told of the scheme.</summary>
/// <remarks>Pushes becoming aware.</remarks>
public static class Awareness
{
    private static readonly Parameter Effect = Parameter.LogOdds("awareness-campaign.effect", 0.1, 0.3, EvidenceGrade.B, "Conflicting: no effect of information in the JKN trial (Banerjee et al. 2021); +14.7 points in a Ghana thesis");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "awareness-campaign", new("Sosialisasi", "Awareness campaign"), "effect", 0, [Lever.Size(Effect), Lever.Reach(1), Lever.From, Lever.Months, Lever.Cost], Effect,
        ["AW01", "AW02", "AW03", "AW04", "ST04"],
        (scenario, s) => Lever.Push(scenario, "awareness-campaign", s, null, (PersonState.Unaware, s["effect"])));
}
