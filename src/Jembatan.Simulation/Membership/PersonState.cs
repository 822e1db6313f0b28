namespace Jembatan.Simulation.Membership;

/// <summary>Where a person stands.</summary>
public enum PersonState : byte
{
    /// <summary>Has not heard of the scheme, or believes it is for others.</summary>
    Unaware = 0,

    /// <summary>Knows of it.</summary>
    Aware = 1,

    /// <summary>Tried to register and failed.</summary>
    Attempted = 2,

    /// <summary>Registered, never paid.</summary>
    Registered = 3,

    /// <summary>Covered: this month is paid.</summary>
    Active = 4,

    /// <summary>Unpaid months 1, 2 or 3.</summary>
    Grace = 5,

    /// <summary>Ended by the rule at the fourth unpaid month.</summary>
    Ended = 6,

    /// <summary>Left after claiming old-age savings.</summary>
    Claimed = 7,

    /// <summary>In a formal job.</summary>
    Formal = 8,

    /// <summary>Over 64, dead or abroad.</summary>
    Gone = 9,

    /// <summary>Not yet 15; in no count.</summary>
    Minor = 10,
}

/// <summary>The words of states.</summary>
public static class PersonStates
{
    /// <summary>How many are counted.</summary>
    public const int Counted = 10;

    /// <summary>Ids in files and in JSON, in the order of the numbers.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["unaware", "aware", "attempted", "registered", "active", "grace", "ended", "claimed", "formal", "gone"];
}
