using Jembatan.Core;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>The exact answer of the membership model where persons of a kind are alike: masses of cells over state, duration and kind, moved by probabilities.</summary>
/// <remarks>
/// Needs frailty, income noise and the buffer off, and none of what ties a person to her own history: sponsors, subsidies, flexible rhythm. Then it and the persons' engine are one model in two ways of counting.
/// It answers with the same indicators, totals and groups as the persons' engine, in expectation over all persons of the population: a ratio of expected counts, the limit of the persons' engine as persons become many. What it cannot answer is
/// absent with the reason <c>coverage/no-exact</c>: the distribution of contribution density over persons.
/// <para><b>Cost</b>: kinds × channels × ages × months × some 1,500 moves.</para>
/// </remarks>
public static class MembershipExact
{
    /// <summary>Most cells.</summary>
    public const int MostCells = 40_000;

    private const int Parts = 64;

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
        return MembershipProjection.OfExact(made.Value, Count(made.Value, cells, cancellationToken).Parts);
    }

    // Always the same parts, added in order, so that the last digit does not depend on the machine.
    private static ExactCounts Count(MembershipTables tables, Dictionary<Cell, CellPersons> cells, CancellationToken cancellationToken)
    {
        var (layout, ordered) = (new ExactLayout(tables), cells.ToArray());
        var parts = new ExactCounts[Math.Min(Parts, ordered.Length)];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancellationToken }, part =>
        {
            parts[part] = new(tables.Months);
            for (var i = part; i < ordered.Length && !cancellationToken.IsCancellationRequested; i += parts.Length) new ExactCell(tables, layout, ordered[i].Key).Run(ordered[i].Value, parts[part]);
        });
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var other in parts.Skip(1)) parts[0].Add(other);
        return parts[0];
    }

    private static IEnumerable<string> InTheWay(Scenario s)
    {
        if (s.Model.Switches.Frailty) yield return "frailty";
        if (s.Model.Switches.IncomeNoise) yield return "income-noise";
        if (s.Model.Switches.Liquidity) yield return "liquidity";
        if (s.Model.Switches.Peers) yield return "peers";
        if (!s.Model.Sponsors.IsEmpty) yield return "sponsors";
        if (s.Subsidy is not null) yield return "lever subsidy";
        if (s.Agents?.CapacityPerReached is not null) yield return "agents.capacity";
        if (s.FlexibleRhythm is not null) yield return "lever flexible-rhythm";
    }

    // Kinds of persons that the model cannot tell apart are one cell.
    private static Dictionary<Cell, CellPersons> Cells(MembershipTables tables)
    {
        var (population, cells) = (tables.Model.Population, new Dictionary<Cell, CellPersons>());
        var (digital, saving) = (tables.P["cost.share-digital"], tables.P["savings.share"]);
        var ends = Tenths(tables);
        for (var i = 0; i < population.Rows.Length; i++)
        {
            var row = population.Rows[i];
            var usual = Incomes.LogUsual(row, (float)Math.Log(tables.P["income.median"]));
            var decile = ends.FindIndex(end => usual < end) is var d and >= 0 ? d : 9;
            if (population.CountOf(i) == 0) continue;
            foreach (var (bits, reached) in Reached(tables, row))
                for (var cost = 0; cost < 4; cost++)
                {
                    var share = reached * ((cost & 1) != 0 ? digital : 1 - digital) * ((cost & 2) != 0 ? saving : 1 - saving);
                    if (share == 0) continue;
                    for (var step = 0; step < TileStart.AgeSteps; step++)
                    {
                        var age = TileStart.AgeMonths(row, step);
                        var cell = new Cell(usual, MembershipTables.GroupOf(row.Sector, row.Status, row.IsUrban), (uint)((cost << 1) | (row.Sector == Sector.Transport ? 1 : 0) | ((bits & tables.PriceBit) != 0 ? 8 : 0)), age, row.Schooling, bits);
                        if (!cells.TryGetValue(cell, out var persons)) cells[cell] = persons = new();
                        persons.Add(row, decile, population.CountOf(i) * share / TileStart.AgeSteps);
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

    // Upper ends of the nine lower tenths of usual income, from everybody.
    private static List<float> Tenths(MembershipTables tables)
    {
        var population = tables.Model.Population;
        var incomes = Enumerable.Range(0, population.Rows.Length).Select(i => (Usual: Incomes.LogUsual(population.Rows[i], (float)Math.Log(tables.P["income.median"])), Persons: population.CountOf(i))).OrderBy(r => r.Usual).ToList();
        var ends = new List<float>();
        var (at, below) = (0, 0L);
        for (var tenth = 1; tenth <= 9; tenth++)
        {
            while (below + incomes[at].Persons <= population.Persons * tenth / 10) below += incomes[at++].Persons;
            ends.Add(incomes[at].Usual);
        }

        return ends;
    }
}
