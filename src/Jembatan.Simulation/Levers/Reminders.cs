using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>A message before the due date.</summary>
/// <remarks>Pushes missing a payment down; the push halves every six months.</remarks>
public static class Reminders
{
    private static readonly Parameter Effect = Parameter.LogOdds("reminders.effect", 0.1, 0.35, EvidenceGrade.B, "Kenya Mbao: short-term effect on saving, none at 24 months; Mexico 400,000 accounts: no effect; Colombia BEPS: amounts, not entry");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "reminders", new("Pengingat iuran", "Reminders"), "reach", 0, [Lever.Reach(1), Lever.Size(Effect), new("half-life", new("waktu paruh", "half-life"), "months", 6, .5, 1200), Lever.From, Lever.Months, Lever.Cost], Effect,
        ["AD05"],
        (scenario, s) => Lever.Push(scenario, "reminders", s, s["half-life"], (PersonState.Active, -s["effect"])));
}
