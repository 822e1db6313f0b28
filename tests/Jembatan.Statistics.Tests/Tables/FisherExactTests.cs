using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class FisherExactTests
{
    [Fact]
    public void Job_satisfaction_by_income_gives_the_published_p()
    {
        var oracle = Oracle.Case("tables.json", "fisher_job"); // Agresti (2002), p. 57: .7827
        var p = FisherExact.Test(ContingencyTable.Of(oracle.GetProperty("data").GetProperty("table").Counts())).P.Value;
        Oracle.Near(oracle.GetProperty("expected").GetProperty("p").GetDouble(), p, oracle.GetProperty("tolerance").GetDouble());
        Assert.Equal(.7827, p!.Value, .00005);
    }

    [Fact]
    public void A_sparse_table_of_three_by_three_gives_what_R_gives() =>
        Oracle.Near(.0024614282, FisherExact.Test(ContingencyTable.Of([[0, 3, 5], [7, 1, 0], [2, 2, 2]])).P.Value, 5e-11); // R 4.2.2 fisher.test, ten places

    [Fact]
    public void Tea_tasting_gives_the_published_p() => Oracle.Near(34.0 / 70, FisherExact.Test(ContingencyTable.Of([[3, 1], [1, 3]])).P.Value, 1e-14);

    [Fact]
    public void Every_table_agrees_with_the_enumeration_of_all_tables() => Generated.Counts(3, 4).Where(c => c.SelectMany(r => r).Sum() <= 14).Sample(counts =>
    {
        var table = Generated.Table(counts).Occupied();
        if (FisherExact.Test(table).P.Value is not { } p) return;
        Oracle.Near(Enumerated(table), p, 1e-11);
    }, iter: 300);

    [Fact]
    public void Two_columns_agree_with_the_formula_for_two_by_two() => Gen.Int[0, 25].Array[2].Array[2].Sample(counts =>
    {
        var table = Generated.Table(counts);
        if (FisherExact.Test(table).P.Value is not { } p) return;
        Oracle.Near(Enumerated(table), p, 1e-11);
        // A third row without counts takes the way through the network's check of empty rows; a table turned about is the same table.
        Oracle.Near(p, FisherExact.Test(Generated.Table(Generated.Transposed(counts))).P.Value, 1e-11);
    });

    [Fact]
    public void Two_rows_agree_with_a_list_of_all_likelihoods() => Gen.Int[0, 12].Array[5].Array[2].Sample(counts =>
    {
        var table = Generated.Table(counts).Occupied();
        if (table is not { Rows: 2, Columns: > 2 } || FisherExact.Test(table).P.Value is not { } p) return;
        Oracle.Near(Listed(table), p, 1e-10);
    }, iter: 200);

    // Column by column: how many ways (Π of binomials) lead to each filling of the first row, all of them listed.
    private static double Listed(ContingencyTable table)
    {
        var ways = new Dictionary<long, List<double>> { [0] = [1] };
        for (var c = 0; c < table.Columns; c++)
        {
            var next = new Dictionary<long, List<double>>();
            foreach (var (taken, list) in ways)
            {
                double binomial = 1;
                for (var t = 0; t <= table.ColumnTotals[c]; t++)
                {
                    if (!next.TryGetValue(taken + t, out var there)) next[taken + t] = there = [];
                    there.AddRange(list.Select(w => w * binomial));
                    binomial *= (double)(table.ColumnTotals[c] - t) / (t + 1);
                }
            }

            ways = next;
        }

        var all = ways[table.RowTotals[0]];
        double observed = 1;
        for (var c = 0; c < table.Columns; c++)
            for (var t = 0; t < table[0, c]; t++) observed *= (double)(table.ColumnTotals[c] - t) / (t + 1);
        return all.Where(w => w <= observed * (1 + 1e-7)).Sum() / all.Sum();
    }

    [Fact]
    public void Order_and_orientation_do_not_matter() => Generated.Counts(5, 4).Sample(counts =>
    {
        var p = FisherExact.Test(Generated.Table(counts)).P;
        foreach (var other in new[] { Generated.Transposed(counts), [.. counts.Reverse()], [.. counts.Select(r => r.Reverse().ToArray())] })
        {
            var q = FisherExact.Test(Generated.Table(other)).P;
            Assert.Equal(p.Value is null, q.Value is null);
            if (p.Value is { } v) Oracle.Near(v, q.Value, 1e-9);
        }
    }, iter: 60);

    [Fact]
    public void Drawn_tables_come_near_the_exact_p_and_repeat_by_their_seed()
    {
        var table = ContingencyTable.Of([[0, 3, 5], [7, 1, 0], [2, 2, 2]]);
        var drawn = FisherExact.Simulate(table, 20_000, 1);
        Assert.Equal(.0024614, drawn.P.Value!.Value, .0018); // five standard errors of √(p(1 − p)/20,000) = .00035
        Assert.Equal(drawn, FisherExact.Simulate(table, 20_000, 1));
        Assert.Equal((FisherMethod.MonteCarlo, 20_000, 1UL), (drawn.Method, drawn.Replicates!.Value, drawn.Seed!.Value));
        Assert.NotEqual(drawn.P, FisherExact.Simulate(table, 20_000, 2).P);
    }

    [Fact]
    public void Beyond_the_allowed_steps_there_is_a_reason_and_nothing_approximate()
    {
        int[][] counts = [.. Enumerable.Range(0, 8).Select(r => Enumerable.Range(0, 9).Select(c => 10 + ((r * c) % 7)).ToArray())];
        Assert.Equal(Undefined.TooLarge, FisherExact.Test(Generated.Table(counts), 200_000).P.Reason);
        Assert.NotNull(FisherExact.Simulate(Generated.Table(counts), 100, 1).P.Value);
    }

    [Fact]
    public void Beyond_the_paths_that_memory_holds_there_is_a_reason_and_a_simulation_comes_near_what_can_be_walked()
    {
        int[][] wide = [[.. Enumerable.Range(0, 20).Select(c => 11 + ((7 * c) % 13))], [.. Enumerable.Range(0, 20).Select(c => 29 + ((11 * c) % 17))]];
        Assert.Equal(Undefined.TooLarge, FisherExact.Test(Generated.Table(wide), long.MaxValue).P.Reason);
        int[][] six = [.. wide.Select(r => r[..6])];
        Assert.Equal(FisherExact.Test(Generated.Table(six)).P.Value!.Value, FisherExact.Simulate(Generated.Table(six), 20_000, 1).P.Value!.Value, .018); // five standard errors at one half
    }

    [Fact]
    public void Nothing_to_compare_has_a_reason()
    {
        Assert.Equal(Undefined.Empty, FisherExact.Test(ContingencyTable.Of([])).P.Reason);
        Assert.Equal(Undefined.OneRow, FisherExact.Test(ContingencyTable.Of([[1, 2]])).P.Reason);
        Assert.Equal(Undefined.OneColumn, FisherExact.Simulate(ContingencyTable.Of([[1, 0], [2, 0]]), 10, 1).P.Reason);
    }

    [Fact]
    public void A_walk_can_be_stopped()
    {
        int[][] counts = [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Repeat(12, 9).ToArray())];
        Assert.Throws<OperationCanceledException>(() => FisherExact.Test(Generated.Table(counts), long.MaxValue, new CancellationToken(canceled: true)));
    }

    // Every table with the margins, by recursion; probabilities as quotients of factorials.
    private static double Enumerated(ContingencyTable table)
    {
        double all = 0, unlikely = 0;
        int[][] observed = [.. Enumerable.Range(0, table.Rows).Select(r => Enumerable.Range(0, table.Columns).Select(c => table[r, c]).ToArray())];
        var limit = Weight(observed) * (1 + 1e-7);
        Fill([.. observed.Select(r => new int[r.Length])], 0, [.. table.RowTotals], [.. table.ColumnTotals]);
        return unlikely / all;

        void Fill(int[][] cells, int at, long[] rows, long[] columns)
        {
            if (at == table.Rows * table.Columns)
            {
                if (rows.Any(r => r != 0) || columns.Any(c => c != 0)) return;
                var weight = Weight(cells);
                all += weight;
                if (weight <= limit) unlikely += weight;
                return;
            }

            int r = at / table.Columns, c = at % table.Columns;
            for (var v = 0; v <= Math.Min(rows[r], columns[c]); v++)
            {
                if (c == table.Columns - 1 && v != rows[r]) continue;
                cells[r][c] = v;
                rows[r] -= v;
                columns[c] -= v;
                Fill(cells, at + 1, rows, columns);
                rows[r] += v;
                columns[c] += v;
            }
        }

        static double Weight(int[][] cells) => cells.SelectMany(r => r).Aggregate(1.0, (w, v) => w / Enumerable.Range(1, v).Aggregate(1.0, (f, k) => f * k));
    }
}
