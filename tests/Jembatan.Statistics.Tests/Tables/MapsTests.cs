using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class MapsTests
{
    [Fact]
    public void Smoking_by_staff_group_gives_the_published_map()
    {
        var oracle = Oracle.Case("tables.json", "ca_smoke");
        var expected = oracle.GetProperty("expected");
        var tolerance = oracle.GetProperty("tolerance").GetDouble();
        var map = CorrespondenceAnalysis.Map(ContingencyTable.Of(oracle.GetProperty("data").GetProperty("table").Counts()));
        foreach (var (e, a) in expected.GetProperty("inertia").Numbers().Zip(map.Inertias)) Oracle.Near(e, a, tolerance);
        Oracle.Near(expected.GetProperty("total").GetDouble(), map.TotalInertia, tolerance);
        foreach (var (e, a) in expected.GetProperty("rowmass").Numbers().Zip(map.RowMasses)) Oracle.Near(e, a, tolerance);
        foreach (var (e, a) in expected.GetProperty("colmass").Numbers().Zip(map.ColumnMasses)) Oracle.Near(e, a, tolerance);
        Cells(expected.GetProperty("abs_row_principal").Rows(), map.RowCoordinates);
        Cells(expected.GetProperty("abs_col_principal").Rows(), map.ColumnCoordinates);

        void Cells(double[][] absolute, Grid actual)
        {
            Assert.Equal((absolute.Length, absolute[0].Length), (actual.Rows, actual.Columns));
            foreach (var (r, row) in absolute.Index())
                foreach (var (c, v) in row.Index()) Oracle.Near(v, Math.Abs(actual[r, c]), tolerance);
        }
    }

    [Fact]
    public void Total_inertia_is_chi_squared_over_n_and_distances_are_those_of_profiles() => Generated.Counts(9, 5).Sample(counts =>
    {
        var table = Generated.Table(counts);
        var map = CorrespondenceAnalysis.Map(table);
        var chi = Independence.Measure(table).ChiSquared.Statistic;
        Assert.Equal(chi.Reason, map.Reason);
        if (chi.Value is not { } value) return;
        Oracle.Near(value / table.Total, map.TotalInertia, 1e-10);
        var occupied = table.Occupied();
        for (var i = 0; i < occupied.Rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var profiles = Enumerable.Range(0, occupied.Columns).Sum(c =>
                {
                    var gap = ((double)occupied[i, c] / occupied.RowTotals[i]) - ((double)occupied[j, c] / occupied.RowTotals[j]);
                    return gap * gap * occupied.Total / occupied.ColumnTotals[c];
                });
                Oracle.Near(profiles, map.RowCoordinates[i].Zip(map.RowCoordinates[j], (a, b) => (a - b) * (a - b)).Sum(), 1e-9);
            }
        }
    });

    [Fact]
    public void The_classical_arrangement_is_that_of_an_independent_program()
    {
        var oracle = Oracle.Case("tables.json", "classical_mds");
        var tolerance = oracle.GetProperty("tolerance").GetDouble();
        var result = Scaling.Classical(Grid.Of(oracle.GetProperty("data").GetProperty("distance").Rows()));
        foreach (var (e, a) in oracle.GetProperty("expected").GetProperty("eigenvalues").Numbers().Zip(result.Eigenvalues)) Oracle.Near(e, a, tolerance);
        foreach (var (r, row) in oracle.GetProperty("expected").GetProperty("abs_coords2").Rows().Index())
            foreach (var (c, v) in row.Index()) Oracle.Near(v, Math.Abs(result.Points[r, c]), tolerance);
    }

    [Fact]
    public void Distances_of_points_in_the_plane_come_back() => Gen.Double[-5, 5].Array[2].Array[2, 9].Sample(points =>
    {
        var distances = Between(points);
        var back = Scaling.Classical(distances).Points;
        for (var i = 0; i < points.Length; i++)
            for (var j = 0; j < i; j++) Assert.Equal(distances[i, j], Between([.. back.Select(p => p.ToArray())])[i, j], 1e-6);
    });

    [Fact]
    public void European_cities_have_the_stress_at_which_isoMDS_stops_and_less_after_further_steps()
    {
        var oracle = Oracle.Case("tables.json", "isoMDS_eurodist");
        var lower = oracle.GetProperty("data").GetProperty("lowerTriangle").Numbers();
        var distances = Grid.Of(21, 21, (r, c) => r == c ? 0 : At(Math.Min(r, c), Math.Max(r, c)));
        // isoMDS starts from the classical arrangement, prints "initial value 7.505733", and stops after one small step at 7.505688.
        var start = 100 * Scaling.Classical(distances, ties: ScalingTies.LikeR).Stress.Value!.Value;
        Assert.Equal(7.505733, start, 5e-7);
        Assert.Equal(oracle.GetProperty("expected").GetProperty("stress_percent").GetDouble(), start, oracle.GetProperty("tolerance").GetDouble());
        Assert.InRange(100 * Scaling.Ordinal(distances, ties: ScalingTies.LikeR).Stress.Value!.Value, 1, start);
        Assert.InRange(100 * Scaling.Ordinal(distances).Stress.Value!.Value, 1, start);

        double At(int column, int row) => lower[(column * 21) - (column * (column + 1) / 2) + row - column - 1];
    }

    [Fact]
    public void The_ordinal_arrangement_is_never_worse_than_the_classical() => Generated.Distances(8).Sample(distances =>
    {
        var (classical, ordinal) = (Scaling.Classical(distances), Scaling.Ordinal(distances));
        Assert.Equal(classical.Stress.Value is null, ordinal.Stress.Value is null);
        if (classical.Stress.Value is { } stress) Assert.InRange(ordinal.Stress.Value!.Value, 0, stress + 1e-12);
    }, iter: 30);

    [Fact]
    public void Nothing_to_arrange_has_a_reason()
    {
        Assert.Equal(Undefined.NoDistances, Scaling.Classical(Grid.Of([])).Stress.Reason);
        Assert.Equal(Undefined.NoDistances, Scaling.Ordinal(Grid.Of([[0, 0], [0, 0]])).Stress.Reason);
        Assert.Equal(Undefined.OneRow, CorrespondenceAnalysis.Map(ContingencyTable.Of([[1, 2]])).Reason);
        Assert.Throws<ArgumentException>(() => Scaling.Classical(Grid.Of([[0, 1], [2, 0]])));
    }

    private static Grid Between(double[][] points) => Grid.Of(points.Length, points.Length, (i, j) => i == j ? 0 : Math.Sqrt(points[i].Zip(points[j], (a, b) => (a - b) * (a - b)).Sum()));
}
