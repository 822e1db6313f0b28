using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A person in grace pays again: 5 → 4. Three months of grace at 25 % leave 42 % of misses as lapses: 4.2 % a month in all.</summary>
public static class CatchUp
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "catch-up", new("Menyusul iuran", "Catching up"), [PersonState.Grace], PersonState.Active,
        [
            Parameter.LogOdds("catch-up.intercept", -1.1, 0.7, EvidenceGrade.D, "25 % a month [assumption]", "OR02", "ST02"),
            Parameter.LogOdds("catch-up.affordability", -0.5, 0.2, EvidenceGrade.D, "[assumption]", "FI01", "FI02"),
            Parameter.LogOdds("catch-up.illiquid", -1.0, 0.7, EvidenceGrade.D, "[assumption]", "FI04"),
        ]);
}
