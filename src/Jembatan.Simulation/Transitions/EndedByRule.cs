using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>The rule ends a membership at the fourth unpaid month in a row: 5 → 6.</summary>
/// <remarks><b>Source</b>: board regulation handbook, Perdir 22/PERDIR.02/072022: more than three consecutive unpaid months.</remarks>
public static class EndedByRule
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "ended-by-rule", new("Gugur oleh aturan", "Ended by the rule"), [PersonState.Grace], PersonState.Ended,
        [
            Parameter.Of("ended-by-rule.grace-months", 3, "months", Prior.Fixed, EvidenceGrade.A, "Perdir 22/PERDIR.02/072022", "AD07"),
        ]);
}
