using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>What the counts of the membership model say.</summary>
/// <remarks>
/// memberStock = (active + grace)/informal 15–64; payingCoverage = active/informal; coveredInYear = informal workers who paid at least one of the last 12 months/informal (ILO definition);
/// sponsoredShare = paid by a sponsor/active; fiscalCost = subsidies + agents, rupiah of the month; sponsorCost = what sponsors pay.
/// <para><b>Source</b>: definitions of coverage: ILO mapping of social security, SDG 1.3.1 metadata.</para>
/// </remarks>
public static class MembershipProjection
{
    private const int SmallestCell = 30;

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
        var readings = tallies.Select(t => new MembershipReading(tables, t, tables.Months, persons)).ToList();
        var months = Enumerable.Range(0, tables.Months + 1).ToList();
        var series = months.Select(t => new MonthShares(t, Enumerable.Range(0, PersonStates.Counted).ToDictionary(s => PersonStates.Ids[s], s => readings.Average(r => r.State(t, s) / r.Counted(t))))).ToList();
        var monthly = months.Select(t => new MonthIndicators(t, Mean([.. readings.Select(r => r.Indicators(t))]))).ToList();
        var bands = new List<Band>();
        foreach (var t in months)
            foreach (var name in (string[])["memberStock", "payingCoverage"])
                bands.Add(readings.Count == 1
                    ? Bands.OfShare(t, name, readings[0].Indicators(t)[name]!.Value, readings[0].Informal(t))
                    : Bands.Of(t, name, [.. readings.Select(r => r.Indicators(t)[name]!.Value)], of));
        return new Projection(series, bands, Groups(readings), AtEnd(readings, monthly[^1].Values), monthly);
    }

    private static Dictionary<string, double?> AtEnd(List<MembershipReading> readings, IReadOnlyDictionary<string, double?> last)
    {
        var values = new Dictionary<string, double?>(last);
        foreach (var (name, value) in Mean([.. readings.Select(r => r.Totals())])) values[name] = value;
        return values;
    }

    private static List<GroupFigures> Groups(List<MembershipReading> readings) =>
        [.. MembershipGroups.All.Select((g, number) =>
        {
            var n = readings[0].GroupPersons(number);
            return n < SmallestCell
                ? new GroupFigures(g.By, g.Group, n, new Dictionary<string, double?>(), $"Fewer than {SmallestCell} persons of the sample: suppressed.")
                : new GroupFigures(g.By, g.Group, n, Mean([.. readings.Select(r => r.Group(number))]), null);
        }).Where(g => g.Persons > 0)];

    private static Dictionary<string, double?> Mean(IReadOnlyList<IReadOnlyDictionary<string, double?>> all) =>
        all[0].Keys.ToDictionary(k => k, k => all.All(v => v[k] is not null) ? all.Average(v => v[k]) : null);
}

/// <summary>One tally, read.</summary>
internal sealed class MembershipReading(MembershipTables tables, Tally tally, int months, long persons)
{
    private const int Row = CountedClass.Count, SectorRow = 17 * Row;
    private readonly long[] sectors = tally.Parts["sectors"], lapses = tally.Parts["lapses"], income = tally.Parts["income"], paid = tally.Parts["paid-in-year"], snapshots = tally.Parts["snapshots"],
        agents = tally.Parts["agents"], density = tally.Parts["density"], reached = tally.Parts["reached"];

    private double Scale => tables.Model.Population.Persons / (double)persons;

    /// <summary>Persons of the sample in a class.</summary>
    public double Class(int month, int @class) => Enumerable.Range(0, 17).Sum(s => sectors[(month * SectorRow) + (s * Row) + @class]);

    public double State(int month, int state) => Class(month, state) + (state == (int)PersonState.Active ? Class(month, CountedClass.Sponsored) + Class(month, CountedClass.Subsidised) : 0);

    public double Counted(int month) => Enumerable.Range(0, PersonStates.Counted).Sum(s => State(month, s));

    public double Informal(int month) => Enumerable.Range(0, (int)PersonState.Formal).Sum(s => State(month, s));

    public Dictionary<string, double?> Indicators(int month)
    {
        var (informal, active, grace) = (Informal(month), State(month, (int)PersonState.Active), State(month, (int)PersonState.Grace));
        var quarter = (month / MembershipCounts.Quarter) - 1;
        var takesQuarter = month > 0 && (month % MembershipCounts.Quarter == 0 || month == months);
        if (takesQuarter && month % MembershipCounts.Quarter != 0) quarter++;
        return new()
        {
            ["memberStock"] = Ratio(active + grace, informal),
            ["payingCoverage"] = Ratio(active, informal),
            ["coveredInYear"] = takesQuarter ? Ratio(QuarterSum(paid, quarter, 1), QuarterSum(income, quarter, 2, 1)) : null,
            ["members"] = (active + grace) * Scale,
            ["sponsoredShare"] = Ratio(Class(month, CountedClass.Sponsored), active),
            ["lapseShare"] = month == 0 ? null : Ratio(Enumerable.Range(0, 17).Sum(s => lapses[(month * 17) + s]), State(month - 1, (int)PersonState.Active) + State(month - 1, (int)PersonState.Grace)),
            ["meanIncome"] = takesQuarter ? Ratio(QuarterSum(income, quarter, 2), QuarterSum(income, quarter, 2, 1) * QuarterMonths(quarter)) : null,
            ["fiscalCost"] = FiscalCost(month),
            ["sponsorCost"] = Money(month, CountedClass.Sponsored, tables.SponsorBasic, 1),
        };
    }

    /// <summary>Sums over the run.</summary>
    public Dictionary<string, double?> Totals() => new()
    {
        ["coveredPersonYears"] = Enumerable.Range(1, months).Sum(t => State(t, (int)PersonState.Active)) * Scale / 12,
        ["fiscalCostTotal"] = Enumerable.Range(1, months).Sum(FiscalCost),
        ["sponsorCostTotal"] = Enumerable.Range(1, months).Sum(t => Money(t, CountedClass.Sponsored, tables.SponsorBasic, 1)),
        ["lapses"] = lapses.Sum() * Scale,
        ["contributionDensity"] = Ratio(density[4] / 1e6, density[3]),
        ["densityUnderHalf"] = Ratio(density[1], density[3]),
    };

    public long GroupPersons(int group) => Enumerable.Range(0, Row).Sum(c => snapshots[(group * Row) + c]);

    public Dictionary<string, double?> Group(int group)
    {
        var last = (((snapshots.Length / (MembershipGroups.Count * Row)) - 1) * MembershipGroups.Count * Row) + (group * Row);
        double Of(int state) => snapshots[last + state] + (state == (int)PersonState.Active ? snapshots[last + CountedClass.Sponsored] + snapshots[last + CountedClass.Subsidised] : 0);
        var informal = Enumerable.Range(0, (int)PersonState.Formal).Sum(Of);
        var figures = new Dictionary<string, double?>
        {
            ["memberStock"] = Ratio(Of((int)PersonState.Active) + Of((int)PersonState.Grace), informal),
            ["payingCoverage"] = Ratio(Of((int)PersonState.Active), informal),
        };
        if (group >= 17) return figures;
        var quarters = Enumerable.Range(0, income.Length / 34);
        figures["meanIncome"] = Ratio(quarters.Sum(q => income[((q * 17) + group) * 2]), quarters.Sum(q => (double)income[(((q * 17) + group) * 2) + 1] * QuarterMonths(q)));
        figures["lapseShare"] = Ratio(
            Enumerable.Range(1, months).Sum(t => lapses[(t * 17) + group]),
            Enumerable.Range(0, months).Sum(t => new[] { 4, 5, CountedClass.Sponsored, CountedClass.Subsidised }.Sum(c => (double)sectors[(t * SectorRow) + (group * Row) + c])));
        return figures;
    }

    /// <summary>What the state pays in a month for subsidies, agents and running costs of levers, rupiah.</summary>
    public double FiscalCost(int month)
    {
        if (month == 0) return 0;
        var scenario = tables.Scenario;
        var cost = scenario.Subsidy is { } subsidy ? Money(month, CountedClass.Subsidised, tables.MemberBasic, subsidy.Share) : 0;
        if (scenario.Agents is { } pay && month >= pay.From) cost += Scale * ((agents[2 * month] * pay.PerJoiner) + (agents[(2 * month) + 1] * pay.PerRenewal));
        foreach (var running in scenario.RunningCosts.Where(c => month >= c.From && month < (long)c.From + c.Months))
            cost += Scale * running.PerPersonMonth * (tables.Reaches.FirstOrDefault(r => r.Stream == Statistics.Random.Philox.StreamOf(running.Lever) && r.Reach == running.Reach) is { } bit
                ? reached[System.Numerics.BitOperations.TrailingZeroCount(bit.Bit)] : 0);
        return cost;
    }

    private double Money(int month, int @class, long[,] amounts, double share) =>
        Scale * share * Enumerable.Range(0, 17).Sum(s => sectors[(month * SectorRow) + (s * Row) + @class] * (double)amounts[month, s == (int)Sector.Transport ? 1 : 0]);

    private static double QuarterSum(long[] values, int quarter, int width, int offset = 0) => Enumerable.Range(0, 17).Sum(s => values[(((quarter * 17) + s) * width) + offset]);

    private int QuarterMonths(int quarter) => Math.Min(MembershipCounts.Quarter, months - (quarter * MembershipCounts.Quarter));

    private static double? Ratio(double above, double below) => below > 0 ? above / below : null;
}
