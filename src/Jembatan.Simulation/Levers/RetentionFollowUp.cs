using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>Somebody calls on members who miss payments and on those whose membership ended.</summary>
/// <remarks>Pushes catching up and re-entry.</remarks>
public static class RetentionFollowUp
{
    private static readonly Parameter Effect = Parameter.LogOdds("retention-follow-up.effect", 0.5, 1.0, EvidenceGrade.E, "Named by informants and by analysts; no trial found");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "retention-follow-up", new("Tindak lanjut peserta menunggak", "Retention follow-up"), "effect", 0, [Lever.Size(Effect), Lever.Reach(1), Lever.From, Lever.Months, Lever.Cost], Effect,
        ["OR02", "ST02", "AD07"],
        (scenario, s) => Lever.Push(scenario, "retention-follow-up", s, null, (PersonState.Grace, s["effect"]), (PersonState.Ended, s["effect"])));
}
