using System.Collections.Immutable;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Membership;

/// <summary>Who is meant: empty sets mean everybody.</summary>
/// <param name="Provinces">Numbers of provinces.</param>
/// <param name="Sectors">Sectors.</param>
/// <param name="Statuses">Statuses in employment.</param>
/// <param name="Urban">Towns, villages, or both when null.</param>
public sealed record Target(ImmutableArray<byte> Provinces, ImmutableArray<Sector> Sectors, ImmutableArray<WorkStatus> Statuses, bool? Urban)
{
    /// <summary>Everybody.</summary>
    public static Target Everybody { get; } = new([], [], [], null);

    /// <summary>Whether a kind of person is meant.</summary>
    /// <param name="row">The kind.</param>
    public bool Has(PersonRow row) =>
        (Provinces.IsEmpty || Provinces.Contains(row.Province)) && (Sectors.IsEmpty || Sectors.Contains(row.Sector)) && (Statuses.IsEmpty || Statuses.Contains(row.Status))
        && (Urban is not { } urban || urban == row.IsUrban);
}

/// <summary>When a sponsor's money arrives.</summary>
public enum SponsorPayment
{
    /// <summary>Month by month, or for all months in advance: members are covered from the first month.</summary>
    Running,

    /// <summary>In one go at the end for the months that are over: members enter the stock in the last month, with all months paid.</summary>
    AtEnd,
}

/// <summary>Somebody who pays for others: how many places, for whom, in which months.</summary>
/// <remarks>A place goes to an eligible person whose keyed uniform lies under places / eligible persons; a renewal therefore keeps the same persons, and no month needs to know the others.</remarks>
/// <param name="Id">Stable id.</param>
/// <param name="Payer">Which budget.</param>
/// <param name="Places">Persons, in the population and not in the sample.</param>
/// <param name="Starts">First month of each stretch, months of the run; may lie before month 0.</param>
/// <param name="Months">Length of each stretch, 1 to 24.</param>
/// <param name="Payment">When it pays.</param>
/// <param name="Eligible">Who may have a place.</param>
/// <param name="Source">Where it was read, or an assumption.</param>
public sealed record Sponsor(string Id, Payer Payer, long Places, ImmutableArray<int> Starts, int Months, SponsorPayment Payment, Target Eligible, string Source)
{
    /// <summary>Month from which it pays without a gap, and for how many years; starts from then on do not count. Null when it keeps to its calendar.</summary>
    public (int From, int Years)? Unbroken { get; init; }

    /// <summary>Every stretch: its first month, its length, and how it is paid.</summary>
    internal IEnumerable<(int Start, int Months, SponsorPayment Payment)> Stretches
    {
        get
        {
            foreach (var start in Starts)
                if (Unbroken is not { } u || start < u.From) yield return (start, Months, Payment);
            if (Unbroken is not { } unbroken) yield break;
            for (var year = 0; year < unbroken.Years; year++) yield return (unbroken.From + (12 * year), 12, SponsorPayment.Running);
        }
    }

    /// <summary>Of those who have a place, for whom this calendar holds; null for all. Who has a place does not depend on it.</summary>
    public Target? Only { get; init; }

    /// <summary>Of those who have a place, for whom this calendar does not hold; null for nobody.</summary>
    public Target? Except { get; init; }

    /// <summary>Whether a kind of person may have a place under this calendar.</summary>
    /// <param name="row">The kind.</param>
    public bool Holds(PersonRow row) => Eligible.Has(row) && Only?.Has(row) != false && Except?.Has(row) != true;
}
