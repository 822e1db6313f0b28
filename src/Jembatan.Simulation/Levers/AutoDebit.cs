using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>The contribution is taken from an account or wallet.</summary>
/// <remarks>Pushes missing a payment down for the share that has and accepts it. With no money in the month the debit fails as any payment does.</remarks>
public static class AutoDebit
{
    private static readonly Parameter Effect = Parameter.LogOdds("auto-debit.effect", 0.8, 0.6, EvidenceGrade.D, "Afghanistan: default enrolment +40 points among salaried (Blumenstock et al.); informal pending AEARCTR-0015911 (BPJS Ketenagakerjaan, 7,500 persons); until then N(0.8, 0.6)");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "auto-debit", new("Debit otomatis", "Automatic debit"), "reach", 0, [Lever.Reach(.2), Lever.Size(Effect), Lever.From, Lever.Months, Lever.Cost], Effect,
        ["AD06", "AD05"],
        (scenario, s) => Lever.Push(scenario, "auto-debit", s, null, (PersonState.Active, -s["effect"])));
}
