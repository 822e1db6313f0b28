using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>Expected counts, in persons of the population, under the names and lengths of what a run counts.</summary>
internal sealed class ExactCounts
{
    private readonly Dictionary<string, double[]> parts;

    public ExactCounts(int months)
    {
        parts = new MembershipCounts(months).Parts().ToDictionary(p => p.Name, p => new double[p.Values.Length]);
        (Sectors, Flows, Lapses, Income, PaidInYear) = (parts["sectors"], parts["flows"], parts["lapses"], parts["income"], parts["paid-in-year"]);
        (Snapshots, Agents, Density, Reached) = (parts["snapshots"], parts["agents"], parts["density"], parts["reached"]);
        (Claimed, Standing, OldAge, SpellsEnded, SpellsCut) = (parts["claimed-in-year"], parts["standing"], parts["old-age"], parts["spells-ended"], parts["spells-cut"]);
    }

    public IReadOnlyDictionary<string, double[]> Parts => parts;

    public double[] Sectors { get; }

    public double[] Flows { get; }

    public double[] Lapses { get; }

    public double[] Income { get; }

    public double[] PaidInYear { get; }

    public double[] Snapshots { get; }

    public double[] Agents { get; }

    public double[] Density { get; }

    public double[] Reached { get; }

    public double[] Claimed { get; }

    public double[] Standing { get; }

    public double[] OldAge { get; }

    public double[] SpellsEnded { get; }

    public double[] SpellsCut { get; }

    public void Add(ExactCounts other)
    {
        foreach (var (name, values) in other.parts)
        {
            var mine = parts[name];
            for (var i = 0; i < values.Length; i++) mine[i] += values[i];
        }
    }
}

/// <summary>How many persons a cell stands for, in all and by group.</summary>
internal sealed class CellPersons
{
    private readonly double[] groups = new double[MembershipGroups.Count];

    public double All { get; private set; }

    /// <summary>Groups that somebody is in, with their persons.</summary>
    public IEnumerable<(int Group, double Persons)> Groups => groups.Index().Where(g => g.Item > 0);

    public void Add(PersonRow row, int decile, double persons)
    {
        Span<int> numbers = stackalloc int[MembershipGroups.Dimensions];
        MembershipGroups.Of(row, decile, numbers);
        foreach (var group in numbers) groups[group] += persons;
        All += persons;
    }
}
