using System.Collections.Immutable;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Tests.Population;

public sealed class RakingTests
{
    // Published: T10 of the model's specification.
    [Fact]
    public void The_two_by_two_example_comes_out_exact_and_keeps_its_cross_ratio()
    {
        var raked = Raking.Rake([40, 30, 35, 50], Table([80, 75], [85, 70]), new(1e-12)).Value;
        double[] expected = [50, 30, 35, 40];
        for (var i = 0; i < 4; i++) Assert.Equal(expected[i], raked.Weights[i], 1e-9);
        Assert.Equal(1.9047619048, raked.Weights[0] * raked.Weights[3] / (raked.Weights[1] * raked.Weights[2]), 1e-9);
        Assert.Equal(1.9047619048, 40.0 * 50 / (30 * 35), 1e-9);
        Assert.True(raked.MaxRelativeError <= 1e-12 && raked.Sweeps < 100);
        Assert.Equal(155.0 * 155 / (2500 + 900 + 1225 + 1600), raked.EffectiveSize, 1e-6);
        Assert.Equal((50 / 40.0) / (40 / 50.0), raked.MaxWeightRatio, 1e-9);
    }

    [Fact]
    public void Raking_meets_every_margin_and_keeps_every_odds_ratio() =>
        Gen.Select(Gen.Double[0.1, 50].Array[12], Gen.Double[1, 100].Array[3], Gen.Double[1, 100].Array[4]).Sample((weights, rows, columns) =>
        {
            var scale = rows.Sum() / columns.Sum();
            var raked = Raking.Rake(weights, Table(rows, [.. columns.Select(c => c * scale)]), new(1e-10)).Value.Weights;
            for (var r = 0; r < 3; r++) if (Math.Abs(Enumerable.Range(0, 4).Sum(c => raked[(r * 4) + c]) - rows[r]) > 1e-7 * rows[r]) return false;
            for (var c = 0; c < 4; c++) if (Math.Abs(Enumerable.Range(0, 3).Sum(r => raked[(r * 4) + c]) - (columns[c] * scale)) > 1e-7 * columns[c] * scale) return false;
            for (var r = 1; r < 3; r++)
                for (var c = 1; c < 4; c++)
                {
                    double Odds(IReadOnlyList<double> w) => w[0] * w[(r * 4) + c] / (w[c] * w[r * 4]);
                    if (Math.Abs((Odds(raked) / Odds(weights)) - 1) > 1e-9) return false;
                }

            return true;
        });

    [Fact]
    public void A_population_that_meets_its_margins_stays_as_it_is()
    {
        var raked = Raking.Rake([1, 2, 3, 4], Table([3, 7], [4, 6])).Value;
        Assert.Equal([1.0, 2, 3, 4], raked.Weights.ToArray());
        Assert.Equal(1, raked.Sweeps);
        Assert.Equal(1, raked.MaxWeightRatio);
    }

    [Fact]
    public void Margins_that_count_different_totals_contradict_each_other_and_both_are_named()
    {
        var problem = Raking.Rake([1, 1, 1, 1], Table([10, 10], [10, 11])).Problem!;
        Assert.Equal("population/contradicting-margins", problem.Code);
        Assert.Equal("rows, columns", problem.At);
        Assert.Contains("21", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_cell_is_refused_by_name_or_merged_with_its_neighbour_on_demand()
    {
        var margins = Table([5, 10, 10], [15, 10]);
        var problem = Raking.Rake([0, 0, 1, 1, 1, 1], margins).Problem!;
        Assert.Equal("population/empty-cell", problem.Code);
        Assert.Equal("rows: r0", problem.At);

        var merged = Raking.Rake([0, 0, 1, 1, 1, 1], margins, new(Empty: EmptyCells.Merge)).Value;
        Assert.Contains("'r0' went to 'r1'", Assert.Single(merged.Merged), StringComparison.Ordinal);
        Assert.Equal(15, merged.Weights[2] + merged.Weights[3], 1e-4);
        Assert.Equal(25, merged.Weights.Sum(), 1e-4);
        Assert.Equal(0, merged.Weights[0]);
    }

    [Fact]
    public void Holes_that_make_margins_impossible_are_told_with_the_worst_cell()
    {
        var problem = Raking.Rake([1, 0, 0, 1], Table([10, 20], [20, 10])).Problem!;
        Assert.Equal("population/not-converged", problem.Code);
        Assert.Contains("of the margin", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_none_is_told_with_its_row(double weight)
    {
        var problem = Raking.Rake([1, weight, 1, 1], Table([2, 2], [2, 2])).Problem!;
        Assert.Equal("population/weight", problem.Code);
        Assert.Contains("row 2", problem.At, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_zero_bad_totals_and_bad_cells_are_told()
    {
        Assert.Equal("population/weight", Raking.Rake([0, 0, 0, 0], Table([2, 2], [2, 2])).Problem!.Code);
        Assert.Equal("population/weight", Raking.Rake([], [new("x", [], [], [])]).Problem!.Code);
        Assert.Equal("population/target", Raking.Rake([1, 1, 1, 1], Table([-2, 2], [0, 0])).Problem!.Code);
        Assert.Equal("population/target", Raking.Rake([1, 1, 1, 1], Table([0, 0], [0, 0])).Problem!.Code);
        Assert.Equal("population/margin-shape", Raking.Rake([1, 1], [new("x", ["a"], [2], [0, 1])]).Problem!.Code);
    }

    // Every row stands for one cell of a table, row-major.
    private static ImmutableArray<Margin> Table(double[] rows, double[] columns) =>
    [
        new("rows", [.. rows.Select((_, i) => $"r{i}")], [.. rows], [.. Enumerable.Range(0, rows.Length * columns.Length).Select(i => i / columns.Length)]),
        new("columns", [.. columns.Select((_, i) => $"c{i}")], [.. columns], [.. Enumerable.Range(0, rows.Length * columns.Length).Select(i => i % columns.Length)]),
    ];
}
