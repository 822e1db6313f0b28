using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A formal job ends and informal work begins again: 8 → 1, or → 6 for former members.</summary>
/// <remarks>0.4 % a month × (1 + 2u), u the unemployment gap in points.</remarks>
public static class FormalReturn
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "formal-return", new("Kembali ke kerja informal", "Return to informal work"), [PersonState.Formal], PersonState.Aware,
        [
            Parameter.Of("formal-return.probability", 0.004, "probability per month", Prior.Uniform(.002, .007), EvidenceGrade.D, "[assumption]", "MX03"),
        ]);
}
