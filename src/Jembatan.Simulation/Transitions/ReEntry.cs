using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A former member pays again: 6, 7 → 4; the longer away, the less likely.</summary>
public static class ReEntry
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "re-entry", new("Masuk kembali", "Re-entry"), [PersonState.Ended, PersonState.Claimed], PersonState.Active,
        [
            Parameter.LogOdds("re-entry.intercept", -3.9, 0.7, EvidenceGrade.D, "2 % a month [assumption]", "OR02", "AW09"),
            Parameter.LogOdds("re-entry.affordability", -0.5, 0.2, EvidenceGrade.D, "[assumption]", "FI01", "FI05"),
            Parameter.LogOdds("re-entry.duration", -0.1, 0.05, EvidenceGrade.D, "[assumption]"),
            Parameter.LogOdds("re-entry.after-claim", -1.0, 0.7, EvidenceGrade.D, "Members who claim become non-active; return is less likely [assumption]", "PR03"),
        ]);
}
