using System.Collections.Immutable;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Membership;

/// <summary>Parts of the model that can be switched off; the exact engine needs all of them off.</summary>
/// <param name="Frailty">Lasting differences between persons.</param>
/// <param name="IncomeNoise">Permanent, persistent and transitory differences of income and months without income.</param>
/// <param name="Liquidity">The buffer.</param>
public sealed record Switches(bool Frailty, bool IncomeNoise, bool Liquidity)
{
    /// <summary>Members nearby make others aware (<c>awareness.peers</c>); off unless asked for, since it ties all persons together month by month.</summary>
    public bool Peers { get; init; }

    /// <summary>Who turns 15 in the run becomes an informal worker; off unless asked for, and then the population does not shrink as it ages.</summary>
    public bool Entrants { get; init; }

    /// <summary>Everything on that leaves persons independent.</summary>
    public static Switches On { get; } = new(true, true, true);

    /// <summary>Everything off.</summary>
    public static Switches Off { get; } = new(false, false, false);
}

/// <summary>The coverage model: who there is, where they stand at the start, and every number with its source.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Start">Calendar month of month 0.</param>
/// <param name="Population">Kinds of persons.</param>
/// <param name="StartShares">Share of persons in each of the ten states at month 0, before sponsors; sums to 1.</param>
/// <param name="Parameters">Every number.</param>
/// <param name="Sponsors">Who pays for others.</param>
/// <param name="Rules">Contributions and the rule of arrears.</param>
/// <param name="Macro">What the economy does.</param>
/// <param name="Switches">What is on.</param>
/// <param name="CalibratedTo">What entry was calibrated to; null when it was not.</param>
public sealed record MembershipModel(
    string Name, CalendarMonth Start, PersonTable Population, ImmutableArray<double> StartShares, ParameterSet Parameters, ImmutableArray<Sponsor> Sponsors, RuleBook Rules, MacroScenario? Macro,
    Switches Switches, string? CalibratedTo);
