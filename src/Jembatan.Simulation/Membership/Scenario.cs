using System.Collections.Immutable;

namespace Jembatan.Simulation.Membership;

/// <summary>Whom a lever reaches: of those meant, a share drawn once for each person.</summary>
/// <param name="Target">Who is meant.</param>
/// <param name="Share">Share reached, 0 to 1; raising it keeps those who were reached before.</param>
public sealed record Reach(Target Target, double Share)
{
    /// <summary>Everybody.</summary>
    public static Reach Everybody { get; } = new(Target.Everybody, 1);
}

/// <summary>A push on the log-odds of own moves while a lever works.</summary>
/// <param name="Lever">Id of the lever; it names the stream of who is reached.</param>
/// <param name="Reach">Whom it reaches.</param>
/// <param name="Shifts">Push by the state from which the move goes.</param>
/// <param name="From">First month that feels it, 1 or more.</param>
/// <param name="Months">How many months it works.</param>
/// <param name="HalfLife">Months in which it halves; null when it does not fade.</param>
public sealed record LeverEffect(string Lever, Reach Reach, ImmutableDictionary<PersonState, double> Shifts, int From, int Months, double? HalfLife);

/// <summary>A subsidy of the members' own contributions.</summary>
/// <param name="Reach">Whose.</param>
/// <param name="Share">Share paid, 0 to 1.</param>
/// <param name="From">First month.</param>
/// <param name="Months">How many months.</param>
/// <param name="ThroughPrice">Whether it acts by lowering the price; otherwise by the measured effect on registration, never both.</param>
public sealed record Subsidy(Reach Reach, double Share, int From, int Months, bool ThroughPrice);

/// <summary>Pay of agents.</summary>
/// <param name="Reach">Persons who have one.</param>
/// <param name="PerJoiner">Rupiah for each who joins or comes back.</param>
/// <param name="PerRenewal">Rupiah for each paid month.</param>
/// <param name="From">First month.</param>
/// <param name="Months">How many months.</param>
public sealed record AgentPay(Reach Reach, double PerJoiner, double PerRenewal, int From, int Months)
{
    /// <summary>Persons that agents can register a month, for each person who has one; null without limit.</summary>
    public double? CapacityPerReached { get; init; }
}

/// <summary>A model with levers applied: a value, never changed; a run is a function of scenario, persons and seed.</summary>
/// <param name="Model">The model.</param>
public sealed record Scenario(MembershipModel Model)
{
    /// <summary>Whether persons matter to each other within a month, so that they can only be run all together.</summary>
    public bool IsCoupled => Model.Switches.Peers || Agents?.CapacityPerReached is not null;

    /// <summary>Ids of levers applied, in order.</summary>
    public ImmutableArray<string> Applied { get; init; } = [];

    /// <summary>Pushes on moves.</summary>
    public ImmutableArray<LeverEffect> Effects { get; init; } = [];

    /// <summary>The subsidy; null for none.</summary>
    public Subsidy? Subsidy { get; init; }

    /// <summary>Success of registration for those reached; null for the model's own.</summary>
    public (Reach Reach, double Probability, int From)? Success { get; init; }

    /// <summary>Transaction cost where cash is paid, rupiah, for those reached; null for the model's own.</summary>
    public (Reach Reach, double Rupiah)? CashCost { get; init; }

    /// <summary>Those reached may pay several months at once when income is high.</summary>
    public (Reach Reach, int Months)? FlexibleRhythm { get; init; }

    /// <summary>Pay of agents; null for none.</summary>
    public AgentPay? Agents { get; init; }

    /// <summary>Costs that levers bring beyond subsidy and agents, rupiah per reached informal worker and month.</summary>
    public ImmutableArray<(string Lever, Reach Reach, double PerPersonMonth, int From, int Months)> RunningCosts { get; init; } = [];
}
