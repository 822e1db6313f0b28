namespace Jembatan.Simulation.Membership;

/// <summary>The classes that a run counts month by month: the states, with active members divided by who pays.</summary>
internal static class CountedClass
{
    /// <summary>Active, paid by a sponsor.</summary>
    public const int Sponsored = 11;

    /// <summary>Active, paid by the member with a subsidy.</summary>
    public const int Subsidised = 12;

    /// <summary>No person: fills the last vector of a tile.</summary>
    public const int Nobody = 15;

    /// <summary>Length of a table over classes.</summary>
    public const int Count = 16;

    /// <summary>The state of a class.</summary>
    public static int State(int @class) => @class is Sponsored or Subsidised ? (int)PersonState.Active : @class;
}
