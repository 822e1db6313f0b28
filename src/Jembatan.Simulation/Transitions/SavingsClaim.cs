using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A former member with a balance takes the old-age savings out: 6 → 7.</summary>
public static class SavingsClaim
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "savings-claim", new("Mencairkan JHT", "Claiming old-age savings"), [PersonState.Ended], PersonState.Claimed,
        [
            Parameter.Of("savings-claim.probability", 0.05, "probability per month", Prior.Beta(2, 38), EvidenceGrade.D, "[assumption]; claiming is allowed once membership has ended", "PR03"),
        ]);
}
