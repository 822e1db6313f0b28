using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>The persons that a worker holds at a time, one array for each field; small enough for the nearest cache while all months pass over it.</summary>
internal sealed class Tile
{
    /// <summary>Persons in a tile; four make a block of 1,024.</summary>
    public const int Size = 256;


    public readonly uint[] Id = new uint[Size], State = new uint[Size], Class = new uint[Size], Duration = new uint[Size], Bits = new uint[Size], Sponsors = new uint[Size], Cost = new uint[Size],
        PaidStored = new uint[Size], PaidMonths = new uint[Size], Mask = new uint[Size], HashA = new uint[Size], HashB = new uint[Size], Registered = new uint[Size], Flags = new uint[Size],
        Age = new uint[Size], Signs = new uint[Size], NewClass = new uint[Size], Spell = new uint[Size], Subsidised = new uint[Size];

    public readonly float[] Usual = new float[Size], Persistent = new float[Size], Liquidity = new float[Size], Frailty = new float[Size], Savings = new float[Size], Death = new float[Size],
        FormalJob = new float[Size], Income = new float[Size], Price = new float[Size], Burden = new float[Size], Relative = new float[Size], Shift = new float[Size], Expected = new float[Size], Recent = new float[4 * Size];

    public readonly int[] Group = new int[Size], Row = new int[Size], Decile = new int[Size], Groups = new int[Size * MembershipGroups.Dimensions];

    /// <summary>Persons in the tile; the rest of the last vector is nobody.</summary>
    public int Count { get; set; }

    /// <summary>Lanes to go through: <see cref="Count"/> up to a whole number of sixteens.</summary>
    public int Lanes => (Count + 15) & ~15;

    /// <summary>Takes the persons of another tile over, as they are.</summary>
    public void CopyFrom(Tile other)
    {
        Count = other.Count;
        foreach (var (mine, theirs) in Words().Zip(other.Words())) theirs.CopyTo(mine, 0);
        foreach (var (mine, theirs) in Numbers().Zip(other.Numbers())) theirs.CopyTo(mine, 0);
        foreach (var (mine, theirs) in Whole().Zip(other.Whole())) theirs.CopyTo(mine, 0);
    }

    private uint[][] Words() =>
        [Id, State, Class, Duration, Bits, Sponsors, Cost, PaidStored, PaidMonths, Mask, HashA, HashB, Registered, Flags, Age, Signs, NewClass, Spell, Subsidised];

    private float[][] Numbers() => [Usual, Persistent, Liquidity, Frailty, Savings, Death, FormalJob, Income, Price, Burden, Relative, Shift, Expected, Recent];

    private int[][] Whole() => [Group, Row, Decile, Groups];

    public Sector SectorOf(int lane) => (Sector)(Group[lane] >> 4);
}
