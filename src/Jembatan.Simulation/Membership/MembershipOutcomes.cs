using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>What a run counts of whole histories: spells of membership, benefits received, old-age savings at 56, and who is paid for; whole numbers, so that they add up in any order.</summary>
internal sealed class MembershipOutcomes(int months)
{
    /// <summary>Longest spell that is told apart, months; a longer one is cut there.</summary>
    public const int LongestSpell = 60;

    /// <summary>Columns of <see cref="Standing"/>.</summary>
    public const int Informal = 0, PaidInYear = 1, Protected = 2, Registered = 3, Density = 4, Standings = 5;

    /// <summary>Classes whose contributions somebody else pays, in the order of their numbers: sponsored by the state, subsidised, sponsored by others.</summary>
    public const int Supports = 3;

    /// <summary>A row of <see cref="Support"/>: tenths of income × (others, transport) × supports.</summary>
    public const int SupportRow = 10 * 2 * Supports;

    /// <summary>Age in months at which savings are looked at.</summary>
    public const uint OldAgeMonths = 56 * 12;

    private const int Row = LongestSpell + 1, BenefitMonths = 12, Million = 1_000_000;

    // Classes as bits: paid for by others; in the member stock.
    private const int Supported = (1 << CountedClass.Sponsored) | (1 << CountedClass.Subsidised) | (1 << CountedClass.SponsoredPrivately), Members = Supported | (1 << (int)PersonState.Active) | (1 << (int)PersonState.Grace);

    /// <summary>Spells of membership begun in the run and ended by the rule, by group and months in the stock: [groups, 61].</summary>
    public readonly long[] SpellsEnded = new long[MembershipGroups.Count * Row];

    /// <summary>Spells begun in the run that ended otherwise or not at all, by group and months watched.</summary>
    public readonly long[] SpellsCut = new long[MembershipGroups.Count * Row];

    /// <summary>Informal workers who took their old-age savings within 12 months, by quarter and sector.</summary>
    public readonly long[] Claimed = new long[MembershipCounts.Quarters(months) * Sectors.Count];

    /// <summary>Where informal workers stand in the last month, by group.</summary>
    public readonly long[] Standing = new long[MembershipGroups.Count * Standings];

    /// <summary>Members with old-age savings who turn 56, by group: their number, and the sum of balance ÷ mean monthly income of the last 12 months, millionths.</summary>
    public readonly long[] OldAge = new long[MembershipGroups.Count * 2];

    /// <summary>Persons paid for by others, by month, tenth of usual income, transport and support.</summary>
    public readonly long[] Support = new long[(months + 1) * SupportRow];

    /// <summary>Rupiah that sponsors who pay in one go pay for months that are over, by month of payment and tenth of usual income.</summary>
    public readonly long[] Arrears = new long[(months + 1) * 10];

    public void Begin(Tile tile, int k)
    {
        tile.Spell[k] = 0;
        AddSupport(tile, k, 0, (int)tile.Class[k], 1);
    }

    public void Change(Tile tile, int k, int month, int old, int now)
    {
        if ((((1 << old) | (1 << now)) & Supported) != 0)
        {
            AddSupport(tile, k, month, old, -1);
            AddSupport(tile, k, month, now, 1);
        }

        var isMember = (Members >> now) & 1;
        if (((Members >> old) & 1) == isMember) return;
        if (isMember != 0) tile.Spell[k] = (uint)month;
        else if (tile.Spell[k] != 0) EndSpell(tile, k, month, now == (int)PersonState.Ended);
    }

    /// <summary>Keeps the income of a quarter, relative to the expected one.</summary>
    public static void Keep(Tile tile, int quarter) => tile.Relative.AsSpan(0, tile.Count).CopyTo(tile.Recent.AsSpan(quarter % 4 * Tile.Size));

    /// <summary>Counts an informal worker who took old-age savings within 12 months.</summary>
    public void Benefit(Tile tile, int k, int quarter)
    {
        if (tile.Duration[k] < BenefitMonths) Claimed[(quarter * Sectors.Count) + (tile.Group[k] >> 4)]++;
    }

    /// <summary>Counts an informal worker who turned 56 in the quarter that ends with the month.</summary>
    public void OldAgeOf(Tile tile, int k)
    {
        if ((tile.Cost[k] & 4) == 0 || tile.Registered[k] == 0) return;
        var year = (tile.Recent[k] + tile.Recent[Tile.Size + k] + tile.Recent[(2 * Tile.Size) + k] + tile.Recent[(3 * Tile.Size) + k]) * tile.Expected[k];
        if (year <= 0) return;
        foreach (var group in GroupsOf(tile, k))
        {
            OldAge[2 * group]++;
            OldAge[(2 * group) + 1] += (long)(Math.Min(tile.Savings[k] / (double)year * 12, Million) * Million);
        }
    }

    public void End(Tile tile, int k)
    {
        if (tile.Spell[k] != 0) EndSpell(tile, k, months, false);
        var (state, registered) = ((PersonState)tile.State[k], tile.Registered[k] != 0 && tile.Registered[k] <= (uint)months);
        var isInformal = state < PersonState.Formal;
        if (!registered && !isInformal) return;
        var density = registered ? (long)(DensityOf(tile, k, months) * Million) : 0;
        var (paid, covered) = (isInformal && tile.Mask[k] != 0 ? 1 : 0, state == PersonState.Active || (state == PersonState.Claimed && tile.Duration[k] < BenefitMonths) ? 1 : 0);
        foreach (var group in GroupsOf(tile, k))
        {
            var at = group * Standings;
            if (isInformal) Standing[at + Informal]++;
            if (registered)
            {
                Standing[at + Registered]++;
                Standing[at + Density] += density;
            }

            if ((paid | covered) == 0) continue;
            Standing[at + PaidInYear] += paid;
            Standing[at + Protected] += covered;
        }
    }

    /// <summary>Months paid ÷ months since registration.</summary>
    public static double DensityOf(Tile tile, int k, int months) => Math.Min(1, tile.PaidMonths[k] / (double)(months + 1 - tile.Registered[k]));

    /// <summary>The arrays by name.</summary>
    public IEnumerable<(string Name, long[] Values)> Parts() =>
        [("spells-ended", SpellsEnded), ("spells-cut", SpellsCut), ("claimed-in-year", Claimed), ("standing", Standing), ("old-age", OldAge), ("support", Support), ("arrears", Arrears)];

    private void EndSpell(Tile tile, int k, int month, bool byRule)
    {
        var length = month - (int)tile.Spell[k];
        var spells = byRule && length <= LongestSpell ? SpellsEnded : SpellsCut;
        foreach (var group in GroupsOf(tile, k)) spells[(group * Row) + Math.Min(length, LongestSpell)]++;
        tile.Spell[k] = 0;
    }

    private void AddSupport(Tile tile, int k, int month, int @class, int change)
    {
        if (@class is CountedClass.Sponsored or CountedClass.Subsidised or CountedClass.SponsoredPrivately)
            Support[(month * SupportRow) + (((tile.Decile[k] * 2) + (int)(tile.Cost[k] & 1)) * Supports) + @class - CountedClass.Sponsored] += change;
    }

    private static Span<int> GroupsOf(Tile tile, int k) => tile.Groups.AsSpan(k * MembershipGroups.Dimensions, MembershipGroups.Dimensions);
}
