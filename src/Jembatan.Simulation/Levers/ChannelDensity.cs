using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>Places to pay come nearer, so that paying in cash costs less time and travel.</summary>
/// <remarks>Acts through the price of a month alone. For a target it cannot stand beside a subsidy that acts through the price too: <c>lever/together</c>.</remarks>
public static class ChannelDensity
{
    private static readonly Parameter Effect = Parameter.Of("channel-density.cash-cost", 5_000, "rupiah per payment", Prior.Uniform(2_500, 10_000), EvidenceGrade.D, "[assumption]; MFI as place of sign-up slightly negative in Nicaragua (Thornton et al. 2010)");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "channel-density", new("Kerapatan kanal bayar", "Payment channels nearby"), "cash-cost", 10000, [new("cash-cost", new("biaya transaksi tunai", "transaction cost in cash"), "rupiah per payment", 5000, 0, 100000)], Effect,
        ["AD02"],
        (scenario, s) => scenario with { CashCost = (new(s.Target, 1), s["cash-cost"]) });
}
