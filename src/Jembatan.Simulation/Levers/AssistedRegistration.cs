using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>Somebody fills in and delivers the form.</summary>
/// <remarks>Push on registration of those reached. An agent's kiosk is less than help at the door.</remarks>
public static class AssistedRegistration
{
    private static readonly Parameter Effect = Parameter.LogOdds("assisted-registration.effect", 1.2, 0.7, EvidenceGrade.B, "Philippines: form filled and delivered, 39.7 % against 3.4 %, +2.92 (2.25-3.59) among refusers (Capuno et al.), an upper bound; JKN: +3.5 points for assisted internet registration (Banerjee et al. 2021); default between the two");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "assisted-registration", new("Pendaftaran dibantu", "Assisted registration"), "reach", 0, [Lever.Reach(.25), Lever.Size(Effect), Lever.From, Lever.Months, Lever.Cost], Effect,
        ["AW05", "AD01", "AD02", "AD03"],
        (scenario, s) => Lever.Push(scenario, "assisted-registration", s, null, (PersonState.Aware, s["effect"]), (PersonState.Attempted, s["effect"])));
}
