using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class ClusteringTests
{
    [Theory]
    [InlineData("hclust_single", "single")]
    [InlineData("hclust_average", "average")]
    public void The_tree_of_five_codes_is_that_of_an_independent_program(string name, string linkage)
    {
        var oracle = Oracle.Case("tables.json", name);
        var tolerance = oracle.GetProperty("tolerance").GetDouble();
        var tree = Clustering.Tree(Grid.Of(oracle.GetProperty("data").GetProperty("distance").Rows()), Linkages.All.Single(l => l.Id == linkage));
        foreach (var (expected, actual) in oracle.GetProperty("expected").GetProperty("Z").Rows().Zip(tree.Fusions))
        {
            Assert.Equal(((int)expected[0], (int)expected[1], (int)expected[3]), (actual.Left, actual.Right, actual.Size));
            Oracle.Near(expected[2], actual.Height, tolerance);
        }

        var cophenetic = tree.Cophenetic();
        var pairs = Enumerable.Range(0, 5).SelectMany(i => Enumerable.Range(i + 1, 4 - i).Select(j => (i, j)));
        foreach (var (expected, (i, j)) in oracle.GetProperty("expected").GetProperty("cophenetic").Numbers().Zip(pairs)) Oracle.Near(expected, cophenetic[i, j], tolerance);
    }

    [Fact]
    public void Ward_gives_the_fifty_heights_of_R_for_ward_D2()
    {
        var oracle = Oracle.Case("tables.json", "hclust_usarrests_wardD2");
        var rows = oracle.GetProperty("data").GetProperty("rows").Rows();
        var distances = Grid.Of(rows.Length, rows.Length, (r, c) => Math.Sqrt(rows[r].Zip(rows[c], (a, b) => (a - b) * (a - b)).Sum()));
        var heights = oracle.GetProperty("expected").GetProperty("height").Numbers();
        var tree = Clustering.Tree(distances, Linkages.Ward);
        Assert.Equal(heights.Length, tree.Fusions.Count);
        foreach (var (expected, actual) in heights.Zip(tree.Fusions)) Oracle.Near(expected, actual.Height, oracle.GetProperty("tolerance").GetDouble());
    }

    [Fact]
    public void Heights_rise_and_every_item_is_joined_once() => Generated.Distances(12).Sample(distances =>
    {
        foreach (var linkage in Linkages.All)
        {
            var tree = Clustering.Tree(distances, linkage);
            Assert.Equal(Math.Max(0, distances.Rows - 1), tree.Fusions.Count);
            for (var k = 1; k < tree.Fusions.Count; k++) Assert.True(tree.Fusions[k].Height >= tree.Fusions[k - 1].Height - 1e-12, $"{linkage.Id} fell.");
            Assert.Equal(Enumerable.Range(0, distances.Rows), tree.Order().Order());
            if (distances.Rows > 0) Assert.Equal(distances.Rows, tree.Cut(distances.Rows).Distinct().Count());
            if (distances.Rows > 0) Assert.Equal([0], tree.Cut(1).Distinct());
        }
    });

    [Fact]
    public void Single_linkage_is_the_least_greatest_step_between_items() => Generated.Distances(9).Sample(distances =>
    {
        // Minimax paths by Floyd's algorithm: the cophenetic distance of single linkage.
        var n = distances.Rows;
        var d = distances.Select(r => r.ToArray()).ToArray();
        for (var k = 0; k < n; k++)
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) d[i][j] = Math.Min(d[i][j], Math.Max(d[i][k], d[k][j]));
        var cophenetic = Clustering.Tree(distances, Linkages.Single).Cophenetic();
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) if (i != j) Assert.Equal(d[i][j], cophenetic[i, j]);
    });

    [Fact]
    public void The_next_two_nearest_clusters_are_joined_whatever_the_rule() => Generated.Distances(8).Sample(distances =>
    {
        // The definition without any memory of neighbours.
        foreach (var linkage in Linkages.All)
        {
            var clusters = Enumerable.Range(0, distances.Rows).Select(i => (Size: 1, D: distances[i].ToList())).ToList();
            foreach (var fusion in Clustering.Tree(distances, linkage).Fusions)
            {
                var pairs = Enumerable.Range(0, clusters.Count).SelectMany(i => Enumerable.Range(i + 1, clusters.Count - i - 1).Select(j => (i, j))).ToList();
                var (i, j) = pairs.MinBy(p => clusters[p.i].D[p.j]);
                var height = clusters[i].D[j];
                Oracle.Near(height, fusion.Height, 1e-12);
                var joined = Enumerable.Range(0, clusters.Count).Select(k => k == i || k == j ? 0 : linkage.Distance(clusters[k].D[i], clusters[k].D[j], height, clusters[k].Size, clusters[i].Size, clusters[j].Size)).ToList();
                for (var k = 0; k < clusters.Count; k++) clusters[k].D[i] = joined[k];
                clusters[i] = (clusters[i].Size + clusters[j].Size, joined);
                clusters.RemoveAt(j);
                foreach (var c in clusters) c.D.RemoveAt(j);
            }
        }
    });

    [Fact]
    public void Cutting_into_so_many_gives_so_many() => Generated.Distances(10).Where(d => d.Rows > 0).Sample(distances =>
    {
        var tree = Clustering.Tree(distances, Linkages.Average);
        for (var k = 1; k <= distances.Rows; k++) Assert.Equal(k, tree.Cut(k).Distinct().Count());
    });

    [Fact]
    public void Bad_distances_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Clustering.Tree(Grid.Of([[0, 1]]), Linkages.Single));
        Assert.Throws<ArgumentException>(() => Clustering.Tree(Grid.Of([[0, 1], [2, 0]]), Linkages.Single));
        Assert.Throws<ArgumentException>(() => Clustering.Tree(Grid.Of([[0, -1], [-1, 0]]), Linkages.Single));
        Assert.Throws<ArgumentException>(() => Clustering.Tree(Grid.Of([[0, double.NaN], [double.NaN, 0]]), Linkages.Single));
    }
}
