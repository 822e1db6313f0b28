using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A person who knows the scheme tries to register: 1, 2 → 3; a first failure leads to 2, from where the odds are halved.</summary>
/// <remarks>p = logit⁻¹(η)·success. Price enters here and at the first payment; together −0.5 ± 0.3. <b>Source</b>: arc elasticities of Wagstaff et al. (Vietnam) and Capuno et al. (Philippines); success: Banerjee et al. 2021, AER 111(9):3035, over one half of attempts failed.</remarks>
public static class Registration
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "registration", new("Mendaftar", "Registering"), [PersonState.Aware, PersonState.Attempted], PersonState.Registered,
        [
            Parameter.LogOdds("registration.intercept", -4.6, 0.7, EvidenceGrade.D, "1.0 % a month [assumption]", "AW05", "AW06", "AW07", "AW08", "AW09", "PR01", "PR02", "SO01", "LG01"),
            Parameter.LogOdds("registration.affordability", -0.2, 0.15, EvidenceGrade.C, "Share of a price elasticity of -0.5 +/- 0.3: Vietnam -0.46, Philippines -0.58", "FI01", "FI05"),
            Parameter.Of("registration.success", 0.45, "probability", Prior.Beta(9, 11), EvidenceGrade.B, "Banerjee et al. 2021: over one half of attempted registrations failed", "AD01", "AD03", "AD04", "LG02"),
        ]);
}
