namespace Jembatan.Simulation.Membership;

/// <summary>The places of a cell's masses: the states, three of them divided by what a person carries, and months in a state where they matter.</summary>
internal sealed class ExactLayout
{
    /// <summary>Rows beyond the states: ended without savings, who have nothing to claim; in formal work, registered before, with savings and without.</summary>
    public const int Bare = 10, FormalSaved = 11, FormalBare = 12, Rows = 13;

    /// <summary>Months for which a benefit counts, told apart in the state of who claimed.</summary>
    public const int BenefitMonths = 12;

    private const int Longest = (int)MembershipTables.LongestDuration;

    public ExactLayout(MembershipTables tables)
    {
        var depths = Enumerable.Range(0, Rows).Select(row => Depth(tables, row)).ToArray();
        Offset = [.. Enumerable.Range(0, Rows).Select(row => depths.Take(row).Sum())];
        Depths = depths;
        Size = depths.Sum();
        (RowOf, DurationOf) = (new int[Size], new int[Size]);
        for (var row = 0; row < Rows; row++)
            for (var d = 0; d < depths[row]; d++) (RowOf[Offset[row] + d], DurationOf[Offset[row] + d]) = (row, d);
        LogDuration = [.. Enumerable.Range(0, Longest + 1).Select(d => Math.Log(1 + d))];
    }

    public int Size { get; }

    public int[] Offset { get; }

    public int[] Depths { get; }

    public int[] RowOf { get; }

    public int[] DurationOf { get; }

    /// <summary>ln(1 + d).</summary>
    public double[] LogDuration { get; }

    /// <summary>The place of a row and duration; longer durations than are told apart share the last.</summary>
    public int At(int row, int duration) => Offset[row] + Math.Min(duration, Depths[row] - 1);

    public int At(PersonState state, int duration) => At((int)state, duration);

    /// <summary>The state that a row is counted in.</summary>
    public static int StateOf(int row) => row switch { Bare => (int)PersonState.Ended, FormalSaved or FormalBare => (int)PersonState.Formal, _ => row };

    /// <summary>Whether the row is an informal worker's.</summary>
    public static bool IsInformal(int row) => StateOf(row) < (int)PersonState.Formal;

    /// <summary>Whether the row is a registered person's.</summary>
    public static bool IsRegistered(int row) => row is >= (int)PersonState.Registered and <= (int)PersonState.Claimed or >= Bare;

    private static int Depth(MembershipTables tables, int row)
    {
        var state = StateOf(row);
        if (state >= (int)PersonState.Formal) return 1;
        if (tables.Duration[state] != 0) return Longest + 1;
        return (PersonState)state switch { PersonState.Grace => (int)Math.Min(tables.GraceEnd, Longest + 1), PersonState.Claimed => BenefitMonths + 1, _ => 1 };
    }
}
