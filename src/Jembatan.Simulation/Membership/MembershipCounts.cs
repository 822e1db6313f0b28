using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>What a run of the membership model counts: all of it whole numbers, so that it adds up in any order.</summary>
internal sealed class MembershipCounts(int months)
{
    /// <summary>Months between two takings of income and of the 12-month indicator.</summary>
    public const int Quarter = 3;

    /// <summary>Persons by month, sector and class: [months + 1, 17, 16].</summary>
    public readonly long[] Sectors = new long[(months + 1) * Population.Sectors.Count * CountedClass.Count];

    /// <summary>Moves by year, old class and new class: [years, 16, 16].</summary>
    public readonly long[] Flows = new long[((months + 11) / 12) * CountedClass.Count * CountedClass.Count];

    /// <summary>Memberships ended by the rule, by month and sector.</summary>
    public readonly long[] Lapses = new long[(months + 1) * Population.Sectors.Count];

    /// <summary>Income of informal workers over a quarter, rupiah, and their number, by quarter and sector.</summary>
    public readonly long[] Income = new long[Quarters(months) * Population.Sectors.Count * 2];

    /// <summary>Informal workers who paid at least once in 12 months, by quarter and sector.</summary>
    public readonly long[] PaidInYear = new long[Quarters(months) * Population.Sectors.Count];

    /// <summary>Persons by dimension group and class at months 0, 12, 24, … and the last: [snapshots, groups, 16].</summary>
    public readonly long[] Snapshots = new long[SnapshotCount(months) * MembershipGroups.Count * CountedClass.Count];

    /// <summary>Joiners and paid months of persons who have an agent, by month.</summary>
    public readonly long[] Agents = new long[(months + 1) * 2];

    /// <summary>Contribution density at the end, of persons who ever registered: number under .25, .50, .75, all, and the sum in millionths.</summary>
    public readonly long[] Density = new long[5];

    /// <summary>Informal workers reached by each lever at month 0, by bit.</summary>
    public readonly long[] Reached = new long[32];

    /// <summary>What is counted of whole histories.</summary>
    public readonly MembershipOutcomes Outcomes = new(months);

    public static int Quarters(int months) => (months + Quarter - 1) / Quarter;

    public static int SnapshotCount(int months) => ((months + 11) / 12) + 1;

    public Tally Close(UInt128 hash)
    {
        Accumulate(Sectors, Population.Sectors.Count * CountedClass.Count, 0);
        Accumulate(Agents, 2, 1);
        Accumulate(Outcomes.Support, MembershipOutcomes.SupportRow, 0);
        var tally = new Tally();
        foreach (var (name, values) in Parts()) values.CopyTo(tally.Part(name, values.Length), 0);
        tally.AddHash(hash);
        return tally;
    }

    // Changes by month become numbers by month; entries before the offset of a row stay changes.
    private static void Accumulate(long[] values, int row, int offset)
    {
        for (var i = row; i < values.Length; i++) if (i % row >= offset) values[i] += values[i - row];
    }

    /// <summary>The arrays by name.</summary>
    public IEnumerable<(string Name, long[] Values)> Parts() =>
    [
        ("sectors", Sectors), ("flows", Flows), ("lapses", Lapses), ("income", Income), ("paid-in-year", PaidInYear), ("snapshots", Snapshots), ("agents", Agents), ("density", Density), ("reached", Reached),
        .. Outcomes.Parts(),
    ];
}

/// <summary>The groups of the yearly snapshots: every dimension's groups in a row.</summary>
internal static class MembershipGroups
{
    private static readonly string[] Ages = ["15-24", "25-34", "35-44", "45-54", "55-64"];

    /// <summary>Dimension, group, in the order of the numbers.</summary>
    public static IReadOnlyList<(string By, string Group)> All { get; } =
    [
        .. Sectors.All.Select(s => ("sector", Sectors.Id(s))),
        .. Provinces.Names.Select(p => ("province", p)),
        ("sex", "men"), ("sex", "women"), ("area", "rural"), ("area", "urban"),
        .. Enum.GetValues<WorkStatus>().Select(s => ("status", WorkStatuses.Id(s))),
        .. Ages.Select(a => ("age", a)),
        .. Enumerable.Range(1, 10).Select(d => ("income-decile", $"{d}")),
    ];

    public const int Count = 17 + 34 + 2 + 2 + 7 + 5 + 10;

    public const int Dimensions = 7;

    /// <summary>The groups of one dimension that everybody is in once: men and women.</summary>
    public static IReadOnlyList<int> OfSex { get; } = [51, 52];

    /// <summary>The tenths of usual income, poorest first.</summary>
    public static IReadOnlyList<int> OfDecile { get; } = [.. Enumerable.Range(67, 10)];

    /// <summary>The numbers of a person's groups, one a dimension.</summary>
    public static void Of(PersonRow row, int decile, Span<int> numbers)
    {
        numbers[0] = (int)row.Sector;
        numbers[1] = 17 + row.Province;
        numbers[2] = 51 + (row.IsWoman ? 1 : 0);
        numbers[3] = 53 + (row.IsUrban ? 1 : 0);
        numbers[4] = 55 + (int)row.Status - 1;
        numbers[5] = 62 + Math.Clamp((row.AgeYears - 15) / 10, 0, 4);
        numbers[6] = 67 + decile;
    }
}
