namespace Jembatan.Statistics.Tables;

/// <summary>The reasons for which a statistic of a table does not exist, as stable ids.</summary>
public static class Undefined
{
    /// <summary>The table is empty: no count is above zero.</summary>
    public const string Empty = "table/empty";

    /// <summary>Only one row has counts, so nothing can be compared.</summary>
    public const string OneRow = "table/one-row";

    /// <summary>Only one column has counts, so nothing can be compared.</summary>
    public const string OneColumn = "table/one-column";

    /// <summary>The statistic is for tables of two rows and two columns.</summary>
    public const string NotTwoByTwo = "table/not-two-by-two";

    /// <summary>The sample is too small for the correction, which would divide by zero.</summary>
    public const string TooSmall = "table/too-small";

    /// <summary>The cell's row or column is empty or holds everything, so a residual has no spread.</summary>
    public const string NoSpread = "table/no-spread";

    /// <summary>The number is greater than any: a cell against which it is measured is zero.</summary>
    public const string Infinite = "table/infinite";

    /// <summary>The exact enumeration would take more steps than allowed; ask for a Monte Carlo test with a seed and replicates.</summary>
    public const string TooLarge = "fisher/too-large";

    /// <summary>Neither code occurs.</summary>
    public const string NeitherOccurs = "cooccurrence/neither-occurs";

    /// <summary>One of the two codes does not occur.</summary>
    public const string OneNeverOccurs = "cooccurrence/one-never-occurs";

    /// <summary>The counts leave no number: as many joint occurrences as occurrences of both together.</summary>
    public const string NothingBelowLine = "cooccurrence/nothing-below-line";

    /// <summary>No unit was counted.</summary>
    public const string NoUnits = "cooccurrence/no-units";

    /// <summary>All points are the same, or there is one: nothing to arrange.</summary>
    public const string NoDistances = "scaling/no-distances";

    /// <summary>Every reason, in the order of this file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Empty, OneRow, OneColumn, NotTwoByTwo, TooSmall, NoSpread, Infinite, TooLarge, NeitherOccurs, OneNeverOccurs, NothingBelowLine, NoUnits, NoDistances,
    ];
}
