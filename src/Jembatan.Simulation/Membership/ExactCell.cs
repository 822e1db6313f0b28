namespace Jembatan.Simulation.Membership;

/// <summary>Persons that the model cannot tell apart.</summary>
internal readonly record struct Cell(float Usual, int Group, uint Cost, uint Age, Population.Schooling Schooling, uint Bits);

/// <summary>The months of one cell: the mass of persons, and what goes along with them.</summary>
/// <remarks>
/// Beside the mass of persons: 1 ÷ months since registration for each registered person, whose sum over active months is the sum of contribution densities; rupiah of old-age savings; the mass of those who have not paid since a month, begun
/// twelve months before each reading; and spells of membership by age. All are moved by the same probabilities.
/// </remarks>
internal sealed class ExactCell
{
    private const int Longest = MembershipOutcomes.LongestSpell;
    private readonly MembershipTables tables;
    private readonly ExactLayout layout;
    private readonly Cell cell;
    private readonly ExactMoves moves;
    private readonly int months, sector, active;
    private readonly double[] income, flows = new double[CountedClass.Count * CountedClass.Count];
    private readonly double[][] spells;
    private readonly double[] spellsEnded = new double[Longest + 1], spellsCut = new double[Longest + 1];
    private readonly Dictionary<int, double[]> unpaid = []; // by the month up to which nothing was paid
    private double[] mass, density, savings, spare;
    private double registered, densities;

    public ExactCell(MembershipTables tables, ExactLayout layout, Cell cell)
    {
        (this.tables, this.layout, this.cell, months, sector) = (tables, layout, cell, tables.Months, cell.Group >> 4);
        moves = new(tables, layout, cell);
        active = layout.At(PersonState.Active, 0);
        income = [.. Enumerable.Range(0, months + 1).Select(t => Math.Exp(cell.Usual + (double)tables.Shift[t][cell.Group]))];
        (mass, density, savings, spare) = (new double[layout.Size], new double[layout.Size], new double[layout.Size], new double[layout.Size]);
        spells = [.. Enumerable.Range(0, Longest + 1).Select(_ => new double[layout.Depths[(int)PersonState.Active] + layout.Depths[(int)PersonState.Grace]])];
    }

    /// <summary>Goes through the months and adds what the cell's persons count.</summary>
    public void Run(CellPersons persons, ExactCounts counts)
    {
        Start();
        var groups = persons.Groups.ToArray();
        Count(0, persons.All, groups, counts);
        for (var month = 1; month <= months; month++)
        {
            Month(month);
            Count(month, persons.All, groups, counts);
        }

        End(persons.All, groups, counts);
    }

    private bool Saves => (cell.Cost & 4) != 0;

    private bool HasAgent => (cell.Bits & tables.AgentBit) != 0;

    private bool IsMinor => cell.Age < 15 * 12;

    private void Start()
    {
        unpaid[Math.Min(11, months)] = new double[layout.Size];
        if (!IsMinor) StartShares();
        Begin(0);
    }

    private void StartShares()
    {
        for (var s = 0; s < PersonStates.Counted; s++)
        {
            var share = tables.Model.StartShares[s];
            var steps = (PersonState)s switch { PersonState.Grace => (int)tables.GraceEnd - 1, PersonState.Ended or PersonState.Claimed => 24, _ => 1 };
            var first = (PersonState)s == PersonState.Grace ? 1 : 0;
            for (var d = 0; d < steps; d++) mass[layout.At(s, first + d)] += share / steps;
            if (!ExactLayout.IsRegistered(s)) continue;
            registered += share;
        }

        for (var at = 0; at < layout.Size; at++)
        {
            var row = layout.RowOf[at];
            density[at] = ExactLayout.IsRegistered(row) ? mass[at] / months : 0;
            savings[at] = Saves && row is (int)PersonState.Active or (int)PersonState.Grace or (int)PersonState.Ended ? mass[at] * tables.SavingsRupiah : 0;
        }

        // Who is a member at the start has paid for month 0.
        unpaid[Math.Min(11, months)] = [.. mass.Select((m, at) => layout.RowOf[at] is (int)PersonState.Active or (int)PersonState.Grace ? 0 : m)];
    }

    // Readings are at the ends of quarters and in the last month.
    private bool IsRead(int month) => month > 0 && (month % MembershipCounts.Quarter == 0 || month == months);

    private void Begin(int month)
    {
        if (month + 12 <= months && IsRead(month + 12)) unpaid[month + 12] = [.. mass];
    }

    private void Month(int month)
    {
        moves.Prepare(month);
        if (IsMinor && cell.Age + month == 15 * 12)
            foreach (var values in unpaid.Values.Append(mass)) values[layout.At(PersonState.Unaware, 0)] = 1;
        Array.Clear(flows);
        Move(ref mass, flows);
        Move(ref density, null);
        var registers = Flow(PersonState.Aware, PersonState.Registered) + Flow(PersonState.Attempted, PersonState.Registered);
        if (month < months)
        {
            registered += registers;
            density[layout.At(PersonState.Registered, 0)] += registers / (months - month);
        }

        densities += Sum(density, (int)PersonState.Active);
        if (Saves) Save();
        foreach (var until in unpaid.Keys.Order().ToList())
        {
            if (until < month) { unpaid.Remove(until); continue; }
            var values = unpaid[until];
            Move(ref values, null);
            Array.Clear(values, active, layout.Depths[(int)PersonState.Active]);
            unpaid[until] = values;
        }

        Spells();
        Begin(month);
    }

    private void Move(ref double[] values, double[]? counted)
    {
        moves.Apply(values, spare, counted);
        (values, spare) = (spare, values);
    }

    // A claim takes the savings; a paid month adds to them after interest.
    private void Save()
    {
        Move(ref savings, null);
        for (var at = 0; at < layout.Size; at++)
            savings[at] = layout.RowOf[at] == (int)PersonState.Claimed ? 0 : (savings[at] * tables.InterestFactor) + (layout.RowOf[at] == (int)PersonState.Active ? mass[at] * tables.SavingsRupiah : 0);
    }

    private void Spells()
    {
        for (var age = Longest; age >= 0; age--)
        {
            var from = spells[age];
            if (age == Longest)
            {
                spellsCut[Longest] += from.Sum();
                continue;
            }

            var (byRule, otherwise) = moves.Spells(from, spells[age + 1]);
            spellsEnded[age + 1] += byRule;
            spellsCut[age + 1] += otherwise;
        }

        Array.Clear(spells[0]);
        spells[0][0] = Joined;
    }

    private double Joined => Flow(PersonState.Registered, PersonState.Active) + Flow(PersonState.Ended, PersonState.Active) + Flow(PersonState.Claimed, PersonState.Active);

    private double Flow(PersonState from, PersonState to) => flows[((int)from * CountedClass.Count) + (int)to];

    private void Count(int month, double all, (int Group, double Persons)[] groups, ExactCounts counts)
    {
        const int Row = CountedClass.Count;
        var states = new double[PersonStates.Counted];
        for (var at = 0; at < layout.Size; at++) states[ExactLayout.StateOf(layout.RowOf[at])] += mass[at];
        for (var s = 0; s < states.Length; s++) counts.Sectors[(((month * 17) + sector) * Row) + s] += all * states[s];
        if (month % 12 == 0 || month == months)
            foreach (var (group, persons) in groups)
                for (var s = 0; s < states.Length; s++) counts.Snapshots[(((((month + 11) / 12) * MembershipGroups.Count) + group) * Row) + s] += persons * states[s];
        var informal = states.Take((int)PersonState.Formal).Sum();
        if (month == 0)
        {
            for (var bit = 0; bit < counts.Reached.Length; bit++) if ((cell.Bits & (1u << bit)) != 0) counts.Reached[bit] += all * informal;
            return;
        }

        for (var i = 0; i < flows.Length; i++) counts.Flows[((month - 1) / 12 * flows.Length) + i] += all * flows[i];
        counts.Lapses[(month * 17) + sector] += all * Flow(PersonState.Grace, PersonState.Ended);
        if (HasAgent) (counts.Agents[2 * month], counts.Agents[(2 * month) + 1]) = (counts.Agents[2 * month] + (all * Joined), counts.Agents[(2 * month) + 1] + (all * states[(int)PersonState.Active]));
        if (IsRead(month)) Quarter(month, all, groups, counts, informal);
    }

    private void Quarter(int month, double all, (int Group, double Persons)[] groups, ExactCounts counts, double informal)
    {
        var quarter = (month - 1) / MembershipCounts.Quarter;
        var at = (quarter * 17) + sector;
        counts.Income[2 * at] += all * informal * Enumerable.Range((quarter * MembershipCounts.Quarter) + 1, month - (quarter * MembershipCounts.Quarter)).Sum(t => income[t]);
        counts.Income[(2 * at) + 1] += all * informal;
        counts.PaidInYear[at] += all * PaidInYear(month, informal);
        counts.Claimed[at] += all * Benefits();
        if (month < 12 || month % MembershipCounts.Quarter != 0 || cell.Age + (uint)month - MembershipOutcomes.OldAgeMonths >= MembershipCounts.Quarter || !Saves) return;
        var year = Enumerable.Range(month - 11, 12).Sum(t => income[t]);
        var (people, rupiah) = (0.0, 0.0);
        for (var i = 0; i < layout.Size; i++)
            if (ExactLayout.IsInformal(layout.RowOf[i]) && ExactLayout.IsRegistered(layout.RowOf[i])) (people, rupiah) = (people + mass[i], rupiah + savings[i]);
        foreach (var (group, persons) in groups)
        {
            counts.OldAge[2 * group] += persons * people;
            counts.OldAge[(2 * group) + 1] += persons * rupiah / year * 12 * 1e6;
        }
    }

    private void End(double all, (int Group, double Persons)[] groups, ExactCounts counts)
    {
        for (var age = 0; age <= Longest; age++) spellsCut[age] += spells[age].Sum();
        counts.Density[3] += all * registered;
        counts.Density[4] += all * densities * 1e6;
        var informal = mass.Where((_, at) => ExactLayout.IsInformal(layout.RowOf[at])).Sum();
        var (paid, covered) = (PaidInYear(months, informal), Sum(mass, (int)PersonState.Active) + Benefits());
        foreach (var (group, persons) in groups)
        {
            var at = group * MembershipOutcomes.Standings;
            counts.Standing[at + MembershipOutcomes.Informal] += persons * informal;
            counts.Standing[at + MembershipOutcomes.PaidInYear] += persons * paid;
            counts.Standing[at + MembershipOutcomes.Protected] += persons * covered;
            counts.Standing[at + MembershipOutcomes.Registered] += persons * registered;
            counts.Standing[at + MembershipOutcomes.Density] += persons * densities * 1e6;
            for (var length = 0; length <= Longest; length++)
            {
                counts.SpellsEnded[(group * (Longest + 1)) + length] += persons * spellsEnded[length];
                counts.SpellsCut[(group * (Longest + 1)) + length] += persons * spellsCut[length];
            }
        }
    }

    private double PaidInYear(int month, double informal)
    {
        var values = unpaid[month <= 11 ? Math.Min(11, months) : month];
        return informal - values.Where((_, at) => ExactLayout.IsInformal(layout.RowOf[at])).Sum();
    }

    private double Benefits()
    {
        var sum = 0.0;
        for (var d = 0; d < ExactLayout.BenefitMonths; d++) sum += mass[layout.Offset[(int)PersonState.Claimed] + d];
        return sum;
    }

    private double Sum(double[] values, int row)
    {
        var sum = 0.0;
        for (var d = 0; d < layout.Depths[row]; d++) sum += values[layout.Offset[row] + d];
        return sum;
    }
}
