namespace Jembatan.Simulation.Membership;

/// <summary>The neighbourhoods in which persons of a coupled run matter to each other: province × village or town.</summary>
internal static class Cells
{
    public const int Count = 34 * 2;

    public static int Of(Tile tile, int k)
    {
        var at = k * MembershipGroups.Dimensions;
        return ((tile.Groups[at + 1] - 17) * 2) + tile.Groups[at + 3] - 53;
    }
}

/// <summary>What cells hold at the end of a month: whole numbers, so that they add up in any order.</summary>
internal sealed class CellCounts
{
    /// <summary>Active and grace.</summary>
    public readonly long[] Members = new long[Cells.Count];

    /// <summary>Informal workers.</summary>
    public readonly long[] Informal = new long[Cells.Count];

    /// <summary>Persons whom an agent looks after.</summary>
    public readonly long[] Reached = new long[Cells.Count];

    /// <summary>Persons who would register this month thanks to an agent.</summary>
    public readonly long[] Demand = new long[Cells.Count];

    public void Clear()
    {
        foreach (var values in (long[][])[Members, Informal, Reached, Demand]) Array.Clear(values);
    }

    public void Add(CellCounts other)
    {
        for (var c = 0; c < Cells.Count; c++)
        {
            Members[c] += other.Members[c];
            Informal[c] += other.Informal[c];
            Reached[c] += other.Reached[c];
            Demand[c] += other.Demand[c];
        }
    }

    /// <summary>Members ÷ informal workers; 0 where there is nobody.</summary>
    public double Share(int cell) => Informal[cell] > 0 ? Members[cell] / (double)Informal[cell] : 0;
}

/// <summary>What a month of a coupled run takes from the aggregates: by cell, the push on becoming aware, and the share of those who need an agent whom one serves.</summary>
internal sealed record CoupledMonth(float[] Push, float[] Served)
{
    /// <summary>A month in which nobody matters to anybody.</summary>
    public static CoupledMonth Free { get; } = new(new float[Cells.Count], [.. Enumerable.Repeat(1f, Cells.Count)]);
}
