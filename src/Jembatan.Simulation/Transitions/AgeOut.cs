using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A person turns 65 and leaves the reference population: any → 9.</summary>
public static class AgeOut
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "age-out", new("Melewati usia 64", "Past 64"), [PersonState.Unaware, PersonState.Aware, PersonState.Attempted, PersonState.Registered, PersonState.Active, PersonState.Grace, PersonState.Ended, PersonState.Claimed, PersonState.Formal], PersonState.Gone,
        [
            Parameter.Of("age-out.last-age", 64, "years", Prior.Fixed, EvidenceGrade.B, "Enrolment is refused over 65 (West Bandung: 594 planned, 557 enrolled); reference population 15-64", "LG02"),
        ]);
}
