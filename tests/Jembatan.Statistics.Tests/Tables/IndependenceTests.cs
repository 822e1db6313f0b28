using System.Text.Json;
using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class IndependenceTests
{
    [Fact]
    public void Party_by_gender_gives_the_published_statistics()
    {
        // Agresti (2007), An Introduction to Categorical Data Analysis, 2nd ed., table 2.5 and p. 38; R's example of chisq.test prints p = 2.954e-07.
        var result = Independence.Measure(ContingencyTable.Of([[762, 327, 468], [484, 239, 477]]));
        Assert.Equal(30.07, result.ChiSquared.Statistic.Value!.Value, .005);
        Assert.Equal(30.02, result.LikelihoodRatio.Statistic.Value!.Value, .005);
        Assert.Equal(2, result.DegreesOfFreedom);
        Assert.Equal(2.954e-07, result.ChiSquared.P.Value!.Value, 5e-11);
        Assert.Equal(4.50, result.AdjustedResiduals[0][0].Value!.Value, .005);
        Assert.Equal(-5.32, result.AdjustedResiduals[0][2].Value!.Value, .005);
        Assert.True(result.IsLargeEnough);
    }

    [Theory]
    [InlineData("crosstab_tea_fisher")]
    [InlineData("crosstab_sparse3x3")]
    public void Every_figure_of_an_independent_program_is_met(string name)
    {
        var oracle = Oracle.Case("tables.json", name);
        var expected = oracle.GetProperty("expected");
        var tolerance = oracle.GetProperty("tolerance").GetDouble();
        var table = ContingencyTable.Of(oracle.GetProperty("data").GetProperty("table").Counts());
        var result = Independence.Measure(table);
        Oracle.Near(expected.GetProperty("chi2").GetDouble(), result.ChiSquared.Statistic.Value, tolerance);
        Oracle.Near(expected.GetProperty("p").GetDouble(), result.ChiSquared.P.Value, tolerance);
        Oracle.Near(expected.GetProperty("G2").GetDouble(), result.LikelihoodRatio.Statistic.Value, tolerance);
        Oracle.Near(expected.GetProperty("G2_p").GetDouble(), result.LikelihoodRatio.P.Value, tolerance);
        Assert.Equal(expected.GetProperty("df").GetInt32(), result.DegreesOfFreedom);
        Cells(expected.GetProperty("expected"), (r, c) => result.Expected[r, c]);
        Cells(expected.GetProperty("pearson_resid"), (r, c) => result.PearsonResiduals[r][c].Value);
        Cells(expected.GetProperty("adjusted_resid"), (r, c) => result.AdjustedResiduals[r][c].Value);
        foreach (var (property, id) in new[] { ("cramers_v", "cramers-v"), ("cramers_v_bias_corrected", "cramers-v-corrected"), ("contingency_c", "contingency-c"), ("phi", "phi"), ("odds_ratio", "odds-ratio") })
            if (expected.TryGetProperty(property, out var v)) Oracle.Near(v.GetDouble(), AssociationMeasures.All.Single(m => m.Id == id).Measure(table).Value, tolerance);
        if (expected.TryGetProperty("chi2_yates", out var yates)) Oracle.Near(yates.GetDouble(), result.ChiSquaredYates.Statistic.Value, tolerance);
        if (expected.TryGetProperty("fisher_p", out var fisher)) Oracle.Near(fisher.GetDouble(), FisherExact.Test(table).P.Value, tolerance);

        void Cells(JsonElement grid, Func<int, int, double?> actual)
        {
            foreach (var (r, row) in grid.Rows().Index())
                foreach (var (c, cell) in row.Index()) Oracle.Near(cell, actual(r, c), tolerance);
        }
    }

    [Theory]
    [InlineData(3.841458820694124, 1, .05)]
    [InlineData(5.991464547107979, 2, .05)]
    [InlineData(11.070497693516351, 5, .05)]
    [InlineData(124.34211340400407, 100, .05)]
    public void Tails_meet_the_tabled_quantiles(double chi, int degrees, double p)
    {
        var columns = degrees + 1;
        var table = Independence.Measure(ContingencyTable.Of([[.. Enumerable.Repeat(10, columns)], [.. Enumerable.Repeat(10, columns)]]));
        Assert.Equal(degrees, table.DegreesOfFreedom);
        Assert.Equal(1, table.ChiSquared.P.Value);
        Oracle.Near(p, Functions.ChiSquared.UpperTail(chi, degrees), 1e-13);
    }

    [Fact]
    public void Far_tails_keep_their_relative_precision()
    {
        // exp(−x/2) for two degrees of freedom.
        for (var x = 1.0; x < 1400; x *= 1.7) Assert.Equal(1, Functions.ChiSquared.UpperTail(x, 2) / Math.Exp(-x / 2), 1e-12);
        Assert.Equal(0, Functions.ChiSquared.UpperTail(1e9, 3));
    }

    [Fact]
    public void Turning_the_table_or_its_lines_about_changes_nothing() => Generated.Counts(12, 5).Sample(counts =>
    {
        var one = Independence.Measure(Generated.Table(counts));
        foreach (var other in new[] { Generated.Transposed(counts), [.. counts.Reverse()], [.. counts.Select(r => r.Reverse().ToArray())] })
        {
            var two = Independence.Measure(Generated.Table(other));
            Same(one.ChiSquared.Statistic, two.ChiSquared.Statistic);
            Same(one.LikelihoodRatio.P, two.LikelihoodRatio.P);
            Assert.Equal(one.DegreesOfFreedom, two.DegreesOfFreedom);
        }

        static void Same(Estimate a, Estimate b)
        {
            Assert.Equal(a.Value is null, b.Value is null);
            if (a.Value is { } v) Oracle.Near(v, b.Value, 1e-9);
        }
    });

    [Fact]
    public void An_empty_row_or_column_changes_no_test() => Generated.Counts(9, 4).Sample(counts =>
    {
        var one = Independence.Measure(Generated.Table(counts));
        var two = Independence.Measure(Generated.Table([.. counts.Select(r => (int[])[0, .. r]), new int[counts[0].Length + 1]]));
        Assert.Equal(one.ChiSquared, two.ChiSquared);
        Assert.Equal(one.LikelihoodRatio, two.LikelihoodRatio);
        Assert.Equal(one.DegreesOfFreedom, two.DegreesOfFreedom);
        Assert.Equal(one.ShareExpectedBelowFive, two.ShareExpectedBelowFive);
    });

    [Fact]
    public void Doubling_every_count_doubles_both_statistics() => Generated.Counts(9, 4).Sample(counts =>
    {
        var one = Independence.Measure(Generated.Table(counts));
        var two = Independence.Measure(Generated.Table([.. counts.Select(r => r.Select(c => 2 * c).ToArray())]));
        if (one.ChiSquared.Statistic.Value is { } chi) Oracle.Near(2 * chi, two.ChiSquared.Statistic.Value, 1e-9);
        if (one.LikelihoodRatio.Statistic.Value is { } g) Oracle.Near(2 * g, two.LikelihoodRatio.Statistic.Value, 1e-9);
    });

    [Fact]
    public void The_square_of_an_adjusted_residual_in_a_two_by_two_table_is_chi_squared() => Gen.Int[0, 30].Array[2].Array[2].Sample(counts =>
    {
        var result = Independence.Measure(Generated.Table(counts));
        if (result.ChiSquared.Statistic.Value is not { } chi) return;
        foreach (var residual in result.AdjustedResiduals.SelectMany(r => r)) Oracle.Near(chi, residual.Value * residual.Value, 1e-9);
    });

    [Fact]
    public void A_table_in_which_nothing_can_be_compared_has_a_reason()
    {
        Assert.Equal(Undefined.Empty, Independence.Measure(ContingencyTable.Of([])).ChiSquared.P.Reason);
        Assert.Equal(Undefined.Empty, Independence.Measure(ContingencyTable.Of([[0, 0], [0, 0]])).LikelihoodRatio.Statistic.Reason);
        Assert.Equal(Undefined.OneRow, Independence.Measure(ContingencyTable.Of([[3, 4], [0, 0]])).ChiSquared.Statistic.Reason);
        Assert.Equal(Undefined.OneColumn, Independence.Measure(ContingencyTable.Of([[3], [4]])).ChiSquared.Statistic.Reason);
        Assert.Equal(Undefined.NoSpread, Independence.Measure(ContingencyTable.Of([[3], [4]])).AdjustedResiduals[0][0].Reason);
    }

    [Fact]
    public void A_ragged_or_negative_table_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ContingencyTable.Of([[1, 2], [3]]));
        Assert.Throws<ArgumentException>(() => ContingencyTable.Of([[1, -2]]));
    }

    [Fact]
    public void Huge_counts_do_not_overflow()
    {
        var table = ContingencyTable.Of([[int.MaxValue, 1], [1, int.MaxValue]]);
        Assert.InRange(Independence.Measure(table).ChiSquared.Statistic.Value!.Value, 4.29e9, 4.3e9);
        Assert.Equal(1, AssociationMeasures.All.Single(m => m.Id == "phi").Measure(table).Value!.Value, 1e-8);
    }
}
