namespace Jembatan.Simulation.Engine;

/// <summary>What a Philox call of a person and month is for: the third word of the counter (person, month, purpose, replicate).</summary>
/// <remarks>
/// Part of the contract of reproducible runs: members are only ever added at the end, never renumbered and never given another meaning. A lever that needs luck of its own takes a new purpose or a
/// word that is named unused here, so that baseline and scenario share all other draws.
/// <para><b>Source</b>: keyed draws after Salmon et al. (2011), see <see cref="Jembatan.Statistics.Random.Philox"/>.</para>
/// </remarks>
public enum Purpose : uint
{
    /// <summary>Income: words 0 and 1 → the persistent and the transitory shock (Box–Muller), word 2 a month without income, word 3 unused.</summary>
    Income = 0,

    /// <summary>Moves: word 0 the own move of the state, word 1 success of the administrative act, word 2 death, word 3 the move between informal and formal work.</summary>
    Moves = 1,

    /// <summary>At month 0 only: words 0 and 1 frailty and persistent income, word 2 the state, word 3 the time in it.</summary>
    Start = 2,

    /// <summary>At month 0 only: words 0 and 1 permanent income and buffer, word 2 the age within the band, word 3 old-age savings.</summary>
    StartIncome = 3,

    /// <summary>At month 0 only: word 0 the channel of payment, others unused.</summary>
    Traits = 4,

    /// <summary>The number of a sponsor's id in place of the month: word 0 whether a place falls to the person, others unused.</summary>
    Sponsors = 5,

    /// <summary>The number of a lever's id in place of the month: word 0 whether the lever reaches the person, others unused.</summary>
    Reach = 6,

    /// <summary>Word 0 whether an agent who has more to do than time serves the person this month, others unused.</summary>
    AgentService = 7,
}
