using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>Death: any → 9, probability exp(intercept + slope·age)/12 a month (Gompertz).</summary>
public static class Death
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "death", new("Meninggal", "Death"), [PersonState.Unaware, PersonState.Aware, PersonState.Attempted, PersonState.Registered, PersonState.Active, PersonState.Grace, PersonState.Ended, PersonState.Claimed, PersonState.Formal], PersonState.Gone,
        [
            Parameter.Of("death.intercept", -9.8, "log hazard per year", Prior.Fixed, EvidenceGrade.D, "[assumption]; replace by the national life table"),
            Parameter.Of("death.slope", 0.09, "log hazard per year of age", Prior.Fixed, EvidenceGrade.D, "[assumption]; replace by the national life table"),
        ]);
}
