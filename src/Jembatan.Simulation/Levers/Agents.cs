using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>Agents (Perisai) who inform, register and collect, paid for each joiner and each renewal.</summary>
/// <remarks>
/// Reach = min(1, agents per 10,000 × workers each looks after / 10,000). Those reached become aware and register more readily. Pay: Rp500,000 per 50 joiners and 7.5 % of a basic contribution.
/// With a <c>capacity</c> the agents of a province's towns or villages register at most so many a month; of more who need one, a share drawn anew each month is served. Then all persons must be run together.
/// <para><b>Source</b>: pay: Perisai rules of 2018; 10 to 13 joiners an agent-month in 2018, which does not identify persistence.</para>
/// </remarks>
public static class Agents
{
    private static readonly Parameter Effect = Parameter.LogOdds(
        "agents.effect", .8, .7, EvidenceGrade.C, "Perisai 2018: 10-13 joiners per active agent-month; quasi-experiment with JKN agents: best in Semarang, no effect in Balikpapan; size [assumption]");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "agents", new("Agen (Perisai)", "Agents (Perisai)"), "density", 0,
        [
            new("density", new("agen per 10.000 pekerja informal", "agents per 10,000 informal workers"), "per 10,000", 5, 0, 1000),
            new("workers", new("pekerja per agen", "workers per agent"), "persons", 200, 1, 10_000),
            new("per-joiner", new("upah per peserta baru", "pay per joiner"), "rupiah", 10_000, 0, 1e7),
            new("per-renewal", new("upah per iuran", "pay per renewal"), "rupiah", 1_260, 0, 1e7),
            new("capacity", new("peserta baru per agen sebulan, 0 tanpa batas", "joiners per agent and month, 0 without limit"), "persons", 0, 0, 100_000), Lever.Size(Effect), Lever.From, Lever.Months,
        ],
        Effect, ["RS01", "RS02", "AD02", "AW05"], Apply);

    private static Scenario Apply(Scenario scenario, LeverSettings s)
    {
        var reach = new Reach(s.Target, Math.Min(1, s["density"] * s["workers"] / 10_000));
        var pushed = Lever.Push(scenario, "agents", s with { Values = s.Values.SetItem("reach", reach.Share) }, null,
            (PersonState.Unaware, s["effect"]), (PersonState.Aware, s["effect"]), (PersonState.Attempted, s["effect"]));
        double? capacity = s["capacity"] > 0 && reach.Share > 0 ? s["capacity"] * s["density"] / 10_000 / reach.Share : null;
        return pushed with { Agents = new(reach, s["per-joiner"], s["per-renewal"], s.Whole("from"), s.Whole("months")) { CapacityPerReached = capacity } };
    }
}
