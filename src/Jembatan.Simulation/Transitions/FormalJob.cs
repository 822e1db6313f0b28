using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A person finds a formal job: any → 8.</summary>
/// <remarks>0.5 % a month × factor of age (1.5 under 25, 0.5 from 45) × factor of schooling (0.5 below primary to 2 with a diploma).</remarks>
public static class FormalJob
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "formal-job", new("Pindah ke pekerjaan formal", "Formal job"), [PersonState.Unaware, PersonState.Aware, PersonState.Attempted, PersonState.Registered, PersonState.Active, PersonState.Grace, PersonState.Ended, PersonState.Claimed], PersonState.Formal,
        [
            Parameter.Of("formal-job.probability", 0.005, "probability per month", Prior.Uniform(.003, .008), EvidenceGrade.D, "[assumption]"),
        ]);
}
