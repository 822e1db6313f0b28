using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>Whose own contributions a subsidy pays, and for whom the same month is paid in the baseline too: whole rupiah before the share of the subsidy, so that they add up in any order.</summary>
internal sealed class SubsidyCounts(StateRecord baseline)
{
    /// <summary>Columns: persons subsidised at least once; rupiah of their subsidised months; of these, rupiah of months in which the baseline has the person active.</summary>
    public const int Persons = 0, Paid = 1, Deadweight = 2, Columns = 3;

    /// <summary>By group: [groups, 3].</summary>
    public readonly long[] Values = new long[MembershipGroups.Count * Columns];

    /// <summary>Begins a tile.</summary>
    public static void Begin(Tile tile) => Array.Clear(tile.Subsidised);

    /// <summary>Counts a month of a tile whose first person has a place in the sample.</summary>
    public void Month(Tile tile, long first, int month, long[,] basic)
    {
        for (var k = 0; k < tile.Count; k++)
        {
            if (tile.Class[k] != CountedClass.Subsidised) continue;
            var (rupiah, anyway) = (basic[month, tile.SectorOf(k) == Sector.Transport ? 1 : 0], baseline.At(first + k, month) == (byte)PersonState.Active);
            foreach (var group in tile.Groups.AsSpan(k * MembershipGroups.Dimensions, MembershipGroups.Dimensions))
            {
                var at = group * Columns;
                if (tile.Subsidised[k] == 0) Values[at + Persons]++;
                Values[at + Paid] += rupiah;
                if (anyway) Values[at + Deadweight] += rupiah;
            }

            tile.Subsidised[k] = 1;
        }
    }
}
