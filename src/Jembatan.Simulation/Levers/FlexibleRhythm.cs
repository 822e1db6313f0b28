using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>Members pay several months at once when income is high, and are covered while it is low.</summary>
/// <remarks>A mechanism and not an odds ratio: with an income a quarter above the usual one, that many months are paid.</remarks>
public static class FlexibleRhythm
{
    private static readonly Parameter Effect = Parameter.Of("flexible-rhythm.months", 3, "months", Prior.Fixed, EvidenceGrade.E, "Mechanism, no trial found: pay ahead when income is high");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "flexible-rhythm", new("Ritme iuran luwes", "Flexible rhythm"), "months", 1, [new("months", new("bulan sekali bayar", "months at once"), "months", 3, 1, 12), Lever.Reach(1)], Effect,
        ["FI02", "FI03", "MX04"],
        (scenario, s) => scenario with { FlexibleRhythm = (new(s.Target, s["reach"]), s.Whole("months")) });
}
