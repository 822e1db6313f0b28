using Jembatan.Core;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>The exact answer of the membership model where persons of a kind are alike: masses of cells over state, duration and kind, moved by probabilities.</summary>
/// <remarks>
/// Needs frailty, income noise and the buffer off, and none of what ties a person to her own history: sponsors, subsidies, flexible rhythm. Then it and the persons' engine are one model in two ways of counting.
/// <para><b>Cost</b>: kinds × channels × ages × months × some 140 states and durations.</para>
/// </remarks>
public static class MembershipExact
{
    /// <summary>Most cells.</summary>
    public const int MostCells = 40_000;

    /// <summary>Runs it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="months">Months after the start.</param>
    /// <param name="cancellationToken">Stops between cells.</param>
    /// <returns>The projection, or <c>coverage/no-exact</c> with what to switch off.</returns>
    public static Result<Projection> Run(Scenario scenario, int months, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var on = InTheWay(scenario).ToList();
        if (on.Count > 0)
            return new Problem("coverage/no-exact", $"There is no exact answer with these on: {string.Join(", ", on)}. Switch them off in the model ('switches: {{frailty: off, income-noise: off, liquidity: off}}', no sponsors, no such lever), or use --engine micro.");
        var made = MembershipTables.Of(scenario, months);
        if (made.Problem is { } problem) return problem;
        var cells = Cells(made.Value);
        if (cells.Count > MostCells)
            return new Problem("coverage/no-exact", $"The population makes {cells.Count:N0} cells; at most {MostCells:N0} are gone through. Use a population with fewer kinds of persons, or --engine micro.");
        var states = new double[months + 1][];
        for (var t = 0; t <= months; t++) states[t] = new double[PersonStates.Counted];
        foreach (var (cell, weight) in cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            new CellRun(made.Value, cell).Run(weight, states);
        }

        return Project(states, scenario.Model.Population.Persons);
    }

    private static IEnumerable<string> InTheWay(Scenario s)
    {
        if (s.Model.Switches.Frailty) yield return "frailty";
        if (s.Model.Switches.IncomeNoise) yield return "income-noise";
        if (s.Model.Switches.Liquidity) yield return "liquidity";
        if (!s.Model.Sponsors.IsEmpty) yield return "sponsors";
        if (s.Subsidy is not null) yield return "lever subsidy";
        if (s.FlexibleRhythm is not null) yield return "lever flexible-rhythm";
    }

    // Kinds of persons that the model cannot tell apart are one cell.
    private static Dictionary<Cell, double> Cells(MembershipTables tables)
    {
        var (population, cells) = (tables.Model.Population, new Dictionary<Cell, double>());
        var (digital, saving) = (tables.P["cost.share-digital"], tables.P["savings.share"]);
        for (var i = 0; i < population.Rows.Length; i++)
        {
            var row = population.Rows[i];
            var usual = Incomes.LogUsual(row, (float)Math.Log(tables.P["income.median"]));
            foreach (var (bits, reached) in Reached(tables, row))
                for (var cost = 0; cost < 4; cost++)
                {
                    var share = reached * ((cost & 1) != 0 ? digital : 1 - digital) * ((cost & 2) != 0 ? saving : 1 - saving);
                    if (share == 0) continue;
                    for (var step = 0; step < TileStart.AgeSteps; step++)
                    {
                        var age = TileStart.AgeMonths(row.AgeYears, step);
                        var cell = new Cell(usual, MembershipTables.GroupOf(row.Sector, row.Status, row.IsUrban), (uint)((cost << 1) | (row.Sector == Sector.Transport ? 1 : 0) | ((bits & tables.PriceBit) != 0 ? 8 : 0)), age, row.Schooling, bits);
                        cells[cell] = cells.GetValueOrDefault(cell) + (population.CountOf(i) * share / TileStart.AgeSteps);
                    }
                }
        }

        return cells;
    }

    private static IEnumerable<(uint Bits, double Share)> Reached(MembershipTables tables, PersonRow row)
    {
        IEnumerable<(uint Bits, double Share)> all = [(0u, 1.0)];
        foreach (var reach in tables.Reaches.Where(r => r.Reach.Target.Has(row)))
            all = [.. all.SelectMany(a => ((uint, double)[])[(a.Bits | reach.Bit, a.Share * reach.Reach.Share), (a.Bits, a.Share * (1 - reach.Reach.Share))]).Where(a => a.Item2 > 0)];
        return all;
    }

    private static Projection Project(double[][] states, long persons)
    {
        Dictionary<string, double?> Indicators(int t)
        {
            var informal = states[t].Take((int)PersonState.Formal).Sum();
            var (active, grace) = (states[t][(int)PersonState.Active], states[t][(int)PersonState.Grace]);
            return new() { ["memberStock"] = informal > 0 ? (active + grace) / informal : null, ["payingCoverage"] = informal > 0 ? active / informal : null, ["members"] = (active + grace) / states[t].Sum() * persons };
        }

        var series = states.Select((row, t) => new MonthShares(t, row.Select((mass, s) => (s, mass)).ToDictionary(x => PersonStates.Ids[x.s], x => x.mass / row.Sum()))).ToList();
        return new(series, [], [], Indicators(states.Length - 1), [.. states.Select((_, t) => new MonthIndicators(t, Indicators(t)))]);
    }
}

/// <summary>Persons that the model cannot tell apart.</summary>
internal readonly record struct Cell(float Usual, int Group, uint Cost, uint Age, Schooling Schooling, uint Bits);

/// <summary>The months of one cell.</summary>
internal sealed class CellRun(MembershipTables tables, Cell cell)
{
    private const int Longest = (int)MembershipTables.LongestDuration;
    private const int Bare = PersonStates.Counted; // ended without any old-age savings, who have nothing to claim
    private double[,] mass = new double[Bare + 1, Longest + 1];
    private double formalMembers, formalBare; // of those in formal work, who were registered before, and of them without savings

    public void Run(double weight, double[][] states)
    {
        for (var s = 0; s < PersonStates.Counted; s++) Start(s, weight * tables.Model.StartShares[s]);
        Add(states[0]);
        var death = (double)Functions<Lanes1, float, uint>.Exp((float)(tables.P["death.intercept"] + (tables.P["death.slope"] / 12 * cell.Age))) / 12;
        for (var month = 1; month < states.Length; month++)
        {
            death *= tables.DeathGrowth;
            Month(month, cell.Age + month >= tables.AgeOutMonths ? 1 : Math.Min(1, death));
            Add(states[month]);
        }
    }

    private void Start(int state, double share)
    {
        var steps = (PersonState)state switch { PersonState.Grace => (int)tables.GraceEnd - 1, PersonState.Ended or PersonState.Claimed => 24, _ => 1 };
        var first = (PersonState)state == PersonState.Grace ? 1 : 0;
        for (var d = 0; d < steps; d++) mass[state, first + d] += share / steps;
    }

    private void Month(int month, double dies)
    {
        var next = new double[Bare + 1, Longest + 1];
        var price = Math.Max(tables.LogCost[month][cell.Cost] - (cell.Usual + tables.Shift[month][cell.Group]), -9.21034037) - tables.LogReference;
        var formal = tables.P["formal-job.probability"] * TileStart.FormalFactor(cell.Age, cell.Schooling);
        var success = (cell.Bits & tables.SuccessBit) != 0 ? tables.SuccessWithLever : tables.Success;
        var (members, bare) = (formalMembers * (1 - dies) * (1 - tables.Back[month]), formalBare * (1 - dies) * (1 - tables.Back[month]));
        for (var s = 0; s <= Bare; s++)
        {
            for (var d = 0; d <= Longest; d++)
            {
                var m = mass[s, d];
                if (m == 0) continue;
                if (s == (int)PersonState.Gone) { next[s, 0] += m; continue; }
                next[(int)PersonState.Gone, 0] += m * dies;
                m *= 1 - dies;
                if (s == (int)PersonState.Formal)
                {
                    var known = Math.Min(formalMembers * (1 - dies), m);
                    var without = Math.Min(formalBare * (1 - dies), known);
                    next[(int)PersonState.Ended, 0] += (known - without) * tables.Back[month];
                    next[Bare, 0] += without * tables.Back[month];
                    next[(int)PersonState.Aware, 0] += (m - known) * tables.Back[month];
                    next[s, 0] += m * (1 - tables.Back[month]);
                    continue;
                }

                next[(int)PersonState.Formal, 0] += m * formal;
                if (s >= (int)PersonState.Registered) members += m * formal;
                if (s is (int)PersonState.Registered or (int)PersonState.Claimed or Bare) bare += m * formal;
                Own(next, month, s, d, m * (1 - formal), price, success);
            }
        }

        (mass, formalMembers, formalBare) = (next, members, bare);
    }

    private void Own(double[,] next, int month, int at, int d, double m, double price, double success)
    {
        var s = at == Bare ? (int)PersonState.Ended : at;
        var first = Math.Exp(Eta(month, s, d, price));
        var second = at != Bare && (cell.Cost & 4) != 0 ? tables.SecondExit[s] : 0;
        var all = 1 + first + tables.SecondExit[s];
        var (moves, claims) = (m * first / all, m * second / all);
        var stays = m - moves - claims;
        next[(int)PersonState.Claimed, 0] += claims;
        var target = (int)tables.Target[s];
        switch ((PersonState)s)
        {
            case PersonState.Aware or PersonState.Attempted:
                next[target, 0] += moves * success;
                if (s == (int)PersonState.Aware) next[(int)PersonState.Attempted, 0] += moves * (1 - success);
                else stays += moves * (1 - success);
                next[s, Math.Min(d + 1, Longest)] += stays;
                break;
            case PersonState.Grace:
                next[target, 0] += moves;
                if (d + 1 >= tables.GraceEnd) next[(int)PersonState.Ended, 0] += stays;
                else next[s, d + 1] += stays;
                break;
            default:
                next[target, target == (int)PersonState.Grace ? 1 : 0] += moves;
                next[at, Math.Min(d + 1, Longest)] += stays;
                break;
        }
    }

    private double Eta(int month, int s, int d, double price)
    {
        var eta = tables.Intercept[s] + (tables.Affordability[s] * price) + (tables.Duration[s] * Math.Log(1 + d));
        var (sum, most) = (0.0, 0.0);
        foreach (var effect in tables.Effects[month])
        {
            var push = (cell.Bits & effect.Bit) != 0 ? effect.Shifts[s] * tables.Direction[s] : 0;
            (sum, most) = (sum + push, Math.Max(most, push));
        }

        return eta + (tables.Direction[s] * (most > 0 ? .5 * (sum + most) : sum));
    }

    private void Add(double[] states)
    {
        for (var s = 0; s <= Bare; s++) for (var d = 0; d <= Longest; d++) states[s == Bare ? (int)PersonState.Ended : s] += mass[s, d];
    }
}
