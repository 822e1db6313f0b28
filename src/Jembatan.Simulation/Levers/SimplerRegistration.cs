using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>Fewer steps and a system that works: attempts to register succeed more often.</summary>
/// <remarks>Replaces the probability that the administrative act succeeds.</remarks>
public static class SimplerRegistration
{
    private static readonly Parameter Effect = Parameter.Of("simpler-registration.success", .7, "probability", Prior.Beta(7, 3), EvidenceGrade.D, "Over one half of attempts failed in the JKN trial (Banerjee et al. 2021), so that .45 is where it starts; .7 is a choice [assumption]");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "simpler-registration", new("Pendaftaran lebih sederhana", "Simpler registration"), "success", .45, [new("success", new("peluang berhasil", "probability of success"), "probability", .7, 0, 1), Lever.Reach(1), Lever.From], Effect,
        ["AD01", "AD03", "AD04", "LG02"],
        (scenario, s) => scenario with { Success = (new(s.Target, s["reach"]), s["success"], s.Whole("from")) });
}
