using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Membership;

/// <summary>The classes that a run counts month by month: the states, with active members divided by who pays.</summary>
internal static class CountedClass
{
    /// <summary>Active, paid by a budget of the state.</summary>
    public const int Sponsored = 11;

    /// <summary>Active, paid by the member with a subsidy.</summary>
    public const int Subsidised = 12;

    /// <summary>Active, paid by a village, a company or a neighbour, who have the discounts that budgets of the state have not.</summary>
    public const int SponsoredPrivately = 13;

    /// <summary>No person: fills the last vector of a tile.</summary>
    public const int Nobody = 15;

    /// <summary>Length of a table over classes.</summary>
    public const int Count = 16;

    /// <summary>The class of an active member by who pays, before any subsidy.</summary>
    public static uint OfActive(Payer payer) => payer switch
    {
        Payer.Self => (uint)PersonState.Active,
        Payer.Village or Payer.Donor => SponsoredPrivately,
        _ => Sponsored,
    };

    /// <summary>The state of a class.</summary>
    public static int State(int @class) => @class is Sponsored or Subsidised or SponsoredPrivately ? (int)PersonState.Active : @class;
}
