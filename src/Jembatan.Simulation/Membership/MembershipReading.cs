using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>What a run counted, or the expectation of it, read.</summary>
internal sealed class MembershipReading(MembershipTables tables, IReadOnlyDictionary<string, double[]> parts, int months, long persons)
{
    /// <summary>Name of the counts of a subsidy, which only a run beside a baseline has.</summary>
    public const string SubsidyPart = "subsidy";

    private const int Row = CountedClass.Count, SectorRow = 17 * Row;
    private readonly double[]? subsidy = parts.GetValueOrDefault(SubsidyPart);
    private readonly double[] sectors = parts["sectors"], lapses = parts["lapses"], income = parts["income"], paid = parts["paid-in-year"], snapshots = parts["snapshots"],
        agents = parts["agents"], flows = parts["flows"], density = parts["density"], reached = parts["reached"],
        claimed = parts["claimed-in-year"], standing = parts["standing"], oldAge = parts["old-age"], support = parts["support"], arrears = parts["arrears"], spellsEnded = parts["spells-ended"], spellsCut = parts["spells-cut"];

    private static readonly string[] Densities = ["contributionDensity", "densityUnderQuarter", "densityUnderHalf", "densityUnderThreeQuarters"];

    private static string TooLong => FormattableString.Invariant($"More than half of the spells last longer than they are watched ({MembershipOutcomes.LongestSpell} months at most).");

    private double Scale => tables.Model.Population.Persons / (double)persons;

    /// <summary>Persons of the sample in a class.</summary>
    public double Class(int month, int @class) => Enumerable.Range(0, 17).Sum(s => sectors[(month * SectorRow) + (s * Row) + @class]);

    /// <summary>Active members whose month a sponsor pays.</summary>
    public double Sponsored(int month) => Class(month, CountedClass.Sponsored) + Class(month, CountedClass.SponsoredPrivately);

    public double State(int month, int state) => Class(month, state) + (state == (int)PersonState.Active ? Sponsored(month) + Class(month, CountedClass.Subsidised) : 0);

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
            ["sdgCoverage"] = takesQuarter ? Ratio(active + QuarterSum(claimed, quarter, 1), informal) : null,
            ["members"] = (active + grace) * Scale,
            ["informalWorkers"] = informal * Scale,
            ["sponsoredShare"] = Ratio(Sponsored(month), active),
            ["lapseShare"] = month == 0 ? null : Ratio(Enumerable.Range(0, 17).Sum(s => lapses[(month * 17) + s]), State(month - 1, (int)PersonState.Active) + State(month - 1, (int)PersonState.Grace)),
            ["meanIncome"] = takesQuarter ? Ratio(QuarterSum(income, quarter, 2), QuarterSum(income, quarter, 2, 1) * QuarterMonths(quarter)) : null,
            ["fiscalCost"] = FiscalCost(month),
            ["sponsorCost"] = SponsorCost(month),
        };
    }

    /// <summary>Why indicators of a month have no value.</summary>
    public Dictionary<string, string> Missing(int month, IReadOnlyDictionary<string, double?> values)
    {
        var isCounted = month > 0 && (month % MembershipCounts.Quarter == 0 || month == months);
        return values.Where(v => v.Value is null).ToDictionary(v => v.Key, v => v.Key switch
        {
            "coveredInYear" or "sdgCoverage" or "meanIncome" when !isCounted => "Counted at the end of each quarter and in the last month.",
            "lapseShare" => month == 0 ? "Counted from month 1 on." : "There was no member in the month before.",
            "sponsoredShare" => "There is no active member in this month.",
            _ => "There is no informal worker in this month.",
        });
    }

    /// <summary>Sums over the run.</summary>
    public Dictionary<string, double?> Totals()
    {
        var totals = Sums();
        if (subsidy is not null) foreach (var (name, value) in Subsidy(MembershipGroups.OfSex)) totals[name] = value;
        return totals;
    }

    private Dictionary<string, double?> Sums() => new()
    {
        ["coveredPersonYears"] = Enumerable.Range(1, months).Sum(t => State(t, (int)PersonState.Active)) * Scale / 12,
        ["fiscalCostTotal"] = Enumerable.Range(1, months).Sum(FiscalCost),
        ["sponsorCostTotal"] = Enumerable.Range(1, months).Sum(SponsorCost),
        ["lapses"] = lapses.Sum() * Scale,
        ["entries"] = Joined(s => s <= (int)PersonState.Registered) * Scale,
        ["returns"] = Joined(s => s is (int)PersonState.Ended or (int)PersonState.Claimed) * Scale,
        ["fiscalCostPresentValue"] = Enumerable.Range(1, months).Sum(t => FiscalCost(t) * Math.Pow(1 + tables.P["cost.discount-rate"], -t / 12.0)),
        ["contributionDensity"] = Ratio(density[4] / 1e6, density[3]),
        ["densityUnderQuarter"] = Ratio(density[0], density[3]),
        ["densityUnderHalf"] = Ratio(density[1], density[3]),
        ["densityUnderThreeQuarters"] = Ratio(density[2], density[3]),
        ["monthsToLapse"] = MonthsToLapse(MembershipGroups.OfSex),
        ["oldAgeAdequacy"] = OldAgeAdequacy(MembershipGroups.OfSex),
        ["subsidyConcentration"] = ConcentrationIndex.Of([.. MembershipGroups.OfDecile.Select(g => (double)GroupPersons(g))], [.. Enumerable.Range(0, 10).Select(Support)]),
    };

    /// <summary>Why figures of a group that could be are not there.</summary>
    public Dictionary<string, string> GroupMissing(int group)
    {
        var missing = new Dictionary<string, string>();
        if (Spells([group]) < MembershipProjection.SmallestCell) missing["monthsToLapse"] = FormattableString.Invariant($"Fewer than {MembershipProjection.SmallestCell} spells of membership began: suppressed.");
        else if (MonthsToLapse([group]) is null) missing["monthsToLapse"] = TooLong;
        if (IsTooFew(group)) missing["deadweight"] = missing["deadweightShare"] = FormattableString.Invariant($"Contributions of fewer than {MembershipProjection.SmallestCell} persons were subsidised: suppressed.");
        if (Turning56([group]) < MembershipProjection.SmallestCell) missing["oldAgeAdequacy"] = FormattableString.Invariant($"Fewer than {MembershipProjection.SmallestCell} members with old-age savings turned 56: suppressed.");
        return missing;
    }

    /// <summary>Why totals that could be are not there.</summary>
    public Dictionary<string, string> Missing()
    {
        var missing = new Dictionary<string, string>();
        if (density[3] <= 0) foreach (var name in Densities) missing[name] = "Nobody was registered in the run.";
        if (Spells(MembershipGroups.OfSex) == 0) missing["monthsToLapse"] = "No spell of membership began in the run.";
        else if (MonthsToLapse(MembershipGroups.OfSex) is null) missing["monthsToLapse"] = TooLong;
        if (Turning56(MembershipGroups.OfSex) == 0) missing["oldAgeAdequacy"] = "No member with old-age savings turned 56 after the first year of the run.";
        if (subsidy is not null && Subsidised(MembershipGroups.OfSex, SubsidyCounts.Paid) == 0) missing["deadweightShare"] = "not estimable: the scenario subsidises nobody's own contribution.";
        if (Enumerable.Range(0, 10).Sum(Support) == 0) missing["subsidyConcentration"] = "Nobody's contribution was paid by the state or a sponsor.";
        return missing;
    }

    public long GroupPersons(int group) => (long)Math.Round(Enumerable.Range(0, Row).Where(c => c != (int)PersonState.Minor).Sum(c => snapshots[(group * Row) + c]));

    public Dictionary<string, double?> Group(int group)
    {
        var last = (((snapshots.Length / (MembershipGroups.Count * Row)) - 1) * MembershipGroups.Count * Row) + (group * Row);
        double Of(int state) => snapshots[last + state] + (state == (int)PersonState.Active ? snapshots[last + CountedClass.Sponsored] + snapshots[last + CountedClass.SponsoredPrivately] + snapshots[last + CountedClass.Subsidised] : 0);
        var informal = Enumerable.Range(0, (int)PersonState.Formal).Sum(Of);
        var figures = new Dictionary<string, double?>
        {
            ["memberStock"] = Ratio(Of((int)PersonState.Active) + Of((int)PersonState.Grace), informal),
            ["payingCoverage"] = Ratio(Of((int)PersonState.Active), informal),
        };
        var at = standing.AsSpan(group * MembershipOutcomes.Standings, MembershipOutcomes.Standings);
        figures["coveredInYear"] = Ratio(at[MembershipOutcomes.PaidInYear], at[MembershipOutcomes.Informal]);
        figures["sdgCoverage"] = Ratio(at[MembershipOutcomes.Protected], at[MembershipOutcomes.Informal]);
        figures["contributionDensity"] = Ratio(at[MembershipOutcomes.Density] / 1e6, at[MembershipOutcomes.Registered]);
        figures["monthsToLapse"] = Spells([group]) < MembershipProjection.SmallestCell ? null : MonthsToLapse([group]);
        figures["oldAgeAdequacy"] = Turning56([group]) < MembershipProjection.SmallestCell ? null : OldAgeAdequacy([group]);
        if (group - MembershipGroups.OfDecile[0] is var decile and >= 0)
        {
            figures["subsidyTotal"] = Support(decile);
            figures["subsidyShare"] = Ratio(Support(decile), Enumerable.Range(0, 10).Sum(Support));
        }

        if (subsidy is not null)
            foreach (var (name, value) in Subsidy([group])) if (name != "subsidyPaid") figures[name] = IsTooFew(group) ? null : value;
        if (group >= 17) return figures;
        var quarters = Enumerable.Range(0, income.Length / 34);
        figures["meanIncome"] = Ratio(quarters.Sum(q => income[((q * 17) + group) * 2]), quarters.Sum(q => (double)income[(((q * 17) + group) * 2) + 1] * QuarterMonths(q)));
        figures["lapseShare"] = Ratio(
            Enumerable.Range(1, months).Sum(t => lapses[(t * 17) + group]),
            Enumerable.Range(0, months).Sum(t => new[] { 4, 5, CountedClass.Sponsored, CountedClass.SponsoredPrivately, CountedClass.Subsidised }.Sum(c => (double)sectors[(t * SectorRow) + (group * Row) + c])));
        return figures;
    }

    /// <summary>What the state pays in a month for subsidies, agents and running costs of levers, rupiah.</summary>
    public double FiscalCost(int month)
    {
        if (month == 0) return 0;
        var scenario = tables.Scenario;
        var cost = scenario.Subsidy is { } subsidy ? Money(month, CountedClass.Subsidised, tables.MemberBasic, subsidy.Share) : 0;
        if (scenario.Agents is { } pay && month >= pay.From && month < (long)pay.From + pay.Months) cost += Scale * ((agents[2 * month] * pay.PerJoiner) + (agents[(2 * month) + 1] * pay.PerRenewal));
        foreach (var running in scenario.RunningCosts.Where(c => month >= c.From && month < (long)c.From + c.Months))
            cost += Scale * running.PerPersonMonth * (tables.Reaches.FirstOrDefault(r => r.Stream == Statistics.Random.Philox.StreamOf(running.Lever) && r.Reach == running.Reach) is { } bit
                ? reached[System.Numerics.BitOperations.TrailingZeroCount(bit.Bit)] : 0);
        return cost;
    }

    // What sponsors pay in a month, for it and in one go for months that are over.
    private double SponsorCost(int month) =>
        Money(month, CountedClass.Sponsored, tables.SponsorBasic, 1) + Money(month, CountedClass.SponsoredPrivately, tables.PrivateBasic, 1) + (Scale * Enumerable.Range(0, 10).Sum(d => arrears[(month * 10) + d]));

    // Moves into active from states, over the run.
    private double Joined(Func<int, bool> from)
    {
        var sum = 0.0;
        for (var i = 0; i < flows.Length; i++)
            if (from(CountedClass.State(i / Row % Row)) && CountedClass.State(i % Row) == (int)PersonState.Active) sum += flows[i];
        return sum;
    }

    // What the subsidy pays over the run, and how much of it for months that the baseline has paid as well.
    private IEnumerable<(string Name, double? Value)> Subsidy(IReadOnlyList<int> groups)
    {
        var (share, paid, anyway) = (tables.Scenario.Subsidy?.Share ?? 0, Subsidised(groups, SubsidyCounts.Paid), Subsidised(groups, SubsidyCounts.Deadweight));
        return [("subsidyPaid", Scale * share * paid), ("deadweight", Scale * share * anyway), ("deadweightShare", Ratio(anyway, paid))];
    }

    private double Subsidised(IReadOnlyList<int> groups, int column) => groups.Sum(g => (double)subsidy![(g * SubsidyCounts.Columns) + column]);

    private bool IsTooFew(int group) => subsidy is not null && Subsidised([group], SubsidyCounts.Persons) < MembershipProjection.SmallestCell;

    private double Money(int month, int @class, long[,] amounts, double share) =>
        Scale * share * Enumerable.Range(0, 17).Sum(s => sectors[(month * SectorRow) + (s * Row) + @class] * (double)amounts[month, s == (int)Sector.Transport ? 1 : 0]);

    private double? MonthsToLapse(IReadOnlyList<int> groups) => Spells(groups) == 0 ? null : SurvivalCurve.Median(Lengths(spellsEnded, groups), Lengths(spellsCut, groups));

    private double Spells(IReadOnlyList<int> groups) => Lengths(spellsEnded, groups).Sum() + Lengths(spellsCut, groups).Sum();

    private double Turning56(IReadOnlyList<int> groups) => groups.Sum(g => oldAge[2 * g]);

    private double? OldAgeAdequacy(IReadOnlyList<int> groups) => Ratio(groups.Sum(g => (double)oldAge[(2 * g) + 1]) / 1e6, Turning56(groups));

    // What the state and sponsors pay for a tenth of usual income over the run, rupiah.
    private double Support(int decile) => Scale * Enumerable.Range(1, months).Sum(t => arrears[(t * 10) + decile] + Enumerable.Range(0, 2).Sum(transport =>
    {
        var at = (t * MembershipOutcomes.SupportRow) + (((decile * 2) + transport) * MembershipOutcomes.Supports);
        return (support[at] * (double)tables.SponsorBasic[t, transport]) + (support[at + 2] * (double)tables.PrivateBasic[t, transport])
            + (support[at + 1] * (tables.Scenario.Subsidy?.Share ?? 0) * tables.MemberBasic[t, transport]);
    }));

    private static double[] Lengths(double[] spells, IReadOnlyList<int> groups)
    {
        const int Lengths = MembershipOutcomes.LongestSpell + 1;
        return [.. Enumerable.Range(0, Lengths).Select(d => groups.Sum(g => spells[(g * Lengths) + d]))];
    }

    private static double QuarterSum(double[] values, int quarter, int width, int offset = 0) => Enumerable.Range(0, 17).Sum(s => values[(((quarter * 17) + s) * width) + offset]);

    private int QuarterMonths(int quarter) => Math.Min(MembershipCounts.Quarter, months - (quarter * MembershipCounts.Quarter));

    private static double? Ratio(double above, double below) => below > 0 ? above / below : null;
}
