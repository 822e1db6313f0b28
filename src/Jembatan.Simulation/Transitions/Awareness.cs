using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A person comes to know the scheme: 0 → 1.</summary>
public static class Awareness
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "awareness", new("Mendengar program", "Becoming aware"), [PersonState.Unaware], PersonState.Aware,
        [
            Parameter.LogOdds("awareness.intercept", -4.6, 0.7, EvidenceGrade.D, "1.0 % a month [assumption]", "AW01", "AW02", "AW03", "AW04", "ST04"),
            Parameter.Of("awareness.peers", 2, "log-odds per share", Prior.Fixed, EvidenceGrade.E, "Named by informants, no trial found; works only with peers switched on: ten points more members nearby than at the start add .2 [assumption]", "SO01"),
        ]);
}
