using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A registered person pays for the first time: 3 → 4.</summary>
public static class FirstPayment
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "first-payment", new("Iuran pertama", "First payment"), [PersonState.Registered], PersonState.Active,
        [
            Parameter.LogOdds("first-payment.intercept", -0.4, 0.7, EvidenceGrade.D, "40 % a month [assumption]", "AD02", "FI03"),
            Parameter.LogOdds("first-payment.affordability", -0.3, 0.2, EvidenceGrade.C, "Share of a price elasticity of -0.5 +/- 0.3: Vietnam -0.46, Philippines -0.58", "FI01", "FI05"),
        ]);
}
