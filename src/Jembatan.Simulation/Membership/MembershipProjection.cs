using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>What the counts of the membership model say.</summary>
/// <remarks>
/// memberStock = (active + grace)/informal 15–64; payingCoverage = active/informal; coveredInYear = informal workers who paid at least one of the last 12 months/informal (ILO definition);
/// sdgCoverage = informal workers whose contribution of the month is paid, or who took old-age savings within 12 months/informal; monthsToLapse = median months from joining to the end by the rule, of spells begun in the run;
/// oldAgeAdequacy = balance ÷ own mean monthly income of the last 12 months, at the end of the quarter in which a member with old-age savings turns 56, months of income;
/// in a run beside a baseline, deadweight = subsidy of members' own contributions paid for months in which the same person, with the same luck, is active in the baseline, and deadweightShare = deadweight/subsidyPaid;
/// subsidyConcentration = concentration index over tenths of usual income of what the state and sponsors pay;
/// entries = moves to active of persons who were no members before, returns = of persons whose membership had ended, both over the run;
/// sponsoredShare = paid by a sponsor/active; fiscalCost = subsidies + agents, rupiah of the month; sponsorCost = what sponsors pay.
/// <para><b>Source</b>: definitions of coverage: ILO mapping of social security, SDG 1.3.1 metadata.</para>
/// </remarks>
public static class MembershipProjection
{
    /// <summary>Fewest unweighted persons, spells or cases behind a printed figure of a group.</summary>
    internal const int SmallestCell = 30;

    private static readonly string[] NotExact = ["densityUnderQuarter", "densityUnderHalf", "densityUnderThreeQuarters"];

    /// <summary>Whether counts have the names and lengths that a run of so many months makes.</summary>
    /// <param name="parts">Counts by name.</param>
    /// <param name="months">Months after the start.</param>
    public static bool Fits(IReadOnlyDictionary<string, long[]> parts, int months)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var expected = new MembershipCounts(months).Parts().ToList();
        return parts.Count == expected.Count && expected.All(e => parts.TryGetValue(e.Name, out var values) && values.Length == e.Values.Length);
    }

    internal static Projection Of(MembershipTables tables, IReadOnlyList<Tally> tallies, long persons, string of)
    {
        var readings = tallies.Select(t => new MembershipReading(tables, t.Parts.ToDictionary(p => p.Key, p => Array.ConvertAll(p.Value, v => (double)v)), tables.Months, persons)).ToList();
        var months = Enumerable.Range(0, tables.Months + 1).ToList();
        var (series, monthly) = Series(readings, tables.Months);
        var bands = new List<Band>();
        foreach (var t in months)
        {
            var values = readings.Select(r => r.Indicators(t)).ToList();
            foreach (var name in (string[])["memberStock", "payingCoverage"])
            {
                if (values.Any(v => v[name] is null)) continue; // nobody is an informal worker yet
                bands.Add(values.Count == 1 ? Bands.OfShare(t, name, values[0][name]!.Value, readings[0].Informal(t)) : Bands.Of(t, name, [.. values.Select(v => v[name]!.Value)], of));
            }
        }

        var totals = readings.Select(r => r.Totals()).ToList();
        if (readings.Count > 1)
            foreach (var name in totals[0].Keys.Where(n => totals.All(v => v[n] is not null)))
                bands.Add(Bands.Of(tables.Months, name, [.. totals.Select(v => v[name]!.Value)], of));
        var missing = Joined([.. readings.Select(r => r.Missing()), monthly[^1].Missing]);
        return new Projection(series, bands, Groups(readings), AtEnd(totals, monthly[^1].Values), monthly, missing);
    }

    /// <summary>What expected counts of the whole population say; without bands, and without what needs persons one by one.</summary>
    internal static Projection OfExact(MembershipTables tables, IReadOnlyDictionary<string, double[]> parts)
    {
        List<MembershipReading> readings = [new(tables, parts, tables.Months, tables.Model.Population.Persons)];
        var (series, monthly) = Series(readings, tables.Months);
        var indicators = AtEnd([readings[0].Totals()], monthly[^1].Values);
        var missing = Joined([readings[0].Missing(), monthly[^1].Missing]);
        foreach (var name in NotExact) (indicators[name], missing[name]) = (null, "coverage/no-exact: how density is spread over persons needs persons one by one; use --engine micro.");
        return new Projection(series, [], Groups(readings), indicators, monthly, missing);
    }

    private static (List<MonthShares> Series, List<MonthIndicators> Monthly) Series(List<MembershipReading> readings, int months)
    {
        var all = Enumerable.Range(0, months + 1).ToList();
        return (
            [.. all.Select(t => new MonthShares(t, Enumerable.Range(0, PersonStates.Counted).ToDictionary(s => PersonStates.Ids[s], s => readings.Average(r => r.State(t, s) / r.Counted(t)))))],
            [.. all.Select(t => new MonthIndicators(t, Mean([.. readings.Select(r => r.Indicators(t))])) { Missing = Joined([.. readings.Select(r => r.Missing(t, r.Indicators(t)))]) })]);
    }

    // Of several reasons for the same figure the first.
    private static Dictionary<string, string> Joined(IReadOnlyList<IReadOnlyDictionary<string, string>> all) =>
        all.SelectMany(m => m).GroupBy(m => m.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);

    private static Dictionary<string, double?> AtEnd(List<Dictionary<string, double?>> totals, IReadOnlyDictionary<string, double?> last)
    {
        var values = new Dictionary<string, double?>(last);
        foreach (var (name, value) in Mean([.. totals])) values[name] = value;
        return values;
    }

    private static List<GroupFigures> Groups(List<MembershipReading> readings) =>
        [.. MembershipGroups.All.Select((g, number) =>
        {
            var n = readings[0].GroupPersons(number);
            return n < SmallestCell
                ? new GroupFigures(g.By, g.Group, n, new Dictionary<string, double?>(), $"Fewer than {SmallestCell} persons of the sample: suppressed.")
                : Shown(new(g.By, g.Group, n, Mean([.. readings.Select(r => r.Group(number))]), null), [.. readings.Select(r => r.GroupMissing(number))]);
        }).Where(g => g.Persons > 0)];

    private static GroupFigures Shown(GroupFigures group, IReadOnlyList<IReadOnlyDictionary<string, string>> reasons) =>
        group with { Missing = Joined([.. reasons, group.Figures.Where(f => f.Value is null).ToDictionary(f => f.Key, _ => "Nobody of the group counts towards it: nothing to divide by.")]) };

    private static Dictionary<string, double?> Mean(IReadOnlyList<IReadOnlyDictionary<string, double?>> all) =>
        all[0].Keys.ToDictionary(k => k, k => all.All(v => v[k] is not null) ? all.Average(v => v[k]) : null);
}
