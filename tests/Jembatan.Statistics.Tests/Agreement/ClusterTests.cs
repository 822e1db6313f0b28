using System.Globalization;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Distributions;
using static Jembatan.Statistics.Tests.Agreement.SomeData;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>Intervals where units hang together: the codes of one sentence, the sentences of one source.</summary>
public sealed class ClusterTests
{
    private static readonly string[] Coders = ["A", "B", "C"];
    private static readonly IntervalMethod[] Methods = [IntervalMethod.UnitsBootstrap, IntervalMethod.Jackknife, IntervalMethod.Analytic];
    private static readonly Gen<byte[][]> Columns = Gen.Select(Gen.ULong, Gen.Int[4, 30], Gen.Double[0, .3]).Select((seed, units, missing) => Bytes(Values(seed, 3, units, 3, missing)));

    [Fact]
    public void Clusters_of_one_unit_each_give_the_interval_of_units() => Columns.Sample(columns =>
    {
        foreach (var settings in Settings())
        {
            foreach (var measure in AgreementMeasures.All)
            {
                var (alone, clustered) = (Of(Data(columns), measure.Id, settings), Of(Data(columns, [.. Enumerable.Range(0, columns[0].Length)]), measure.Id, settings));
                Assert.Equal(alone.Value, clustered.Value);
                Same(alone.StandardError, clustered.StandardError);
                Same(alone.Low, clustered.Low);
                Same(alone.High, clustered.High);
            }
        }
    }, iter: 40);

    [Fact]
    public void Taking_every_code_twice_leaves_the_interval_as_it_is() => Columns.Sample(columns =>
    {
        var units = columns[0].Length;
        byte[][] twice = [.. columns.Select(c => (byte[])[.. c, .. c])];
        int[] clusterOf = [.. Enumerable.Range(0, units), .. Enumerable.Range(0, units)];
        foreach (var settings in Settings())
        {
            foreach (var measure in AgreementMeasures.All.Where(m => m.Id != "krippendorff-alpha"))
            {
                var (once, again) = (Of(Data(columns), measure.Id, settings), Of(Data(twice, clusterOf), measure.Id, settings));
                Same(once.StandardError, again.StandardError);
                Same(once.Low, again.Low);
                Same(once.High, again.High);
            }
        }
    }, iter: 40);

    [Fact]
    public void Alpha_of_every_code_taken_twice_moves_by_its_small_sample_factor_alone() => Gen.Select(Gen.ULong, Gen.Int[4, 30]).Sample((seed, units) =>
    {
        var columns = Bytes(Values(seed, 3, units, 3, 0));
        byte[][] twice = [.. columns.Select(c => (byte[])[.. c, .. c])];
        var settings = new AgreementSettings { Replicates = 200 };
        var (once, again) = (Of(Data(columns), "krippendorff-alpha", settings), Of(Data(twice, [.. Enumerable.Range(0, 2 * units).Select(r => r % units)]), "krippendorff-alpha", settings));
        double n = 3 * units;
        var factor = ((2 * n) - 1) / (2 * n) * n / (n - 1);          // (1 − α) carries (n − 1)/n, and n doubles
        Same((1 - once.Low) * factor, 1 - again.Low);
        Same((1 - once.High) * factor, 1 - again.High);
        Same(once.StandardError * factor, again.StandardError);
    }, iter: 40);

    [Fact]
    public void Cells_drawn_one_by_one_would_give_too_narrow_an_interval()
    {
        var columns = Bytes(Values(7, 3, 60, 3, 0));
        byte[][] four = [.. columns.Select(c => (byte[])[.. c, .. c, .. c, .. c])];
        var cells = Of(Data(four), "percent", new AgreementSettings());
        var units = Of(Data(four, [.. Enumerable.Range(0, 240).Select(r => r % 60)]), "percent", new AgreementSettings());
        Assert.InRange(units.StandardError!.Value / cells.StandardError!.Value, 1.8, 2.2);      // √4
        Assert.Equal("60 sentences", units.Resampled);
        Assert.Equal("240 units", cells.Resampled);
    }

    [Fact]
    public void The_jackknife_leaves_out_what_hangs_together() => Gen.Select(Columns, Gen.Int[2, 5]).Sample((columns, clusters) =>
    {
        // Each cluster is taken out of the matrix by hand and the coefficient found anew.
        var units = columns[0].Length;
        int[] clusterOf = [.. Enumerable.Range(0, units).Select(u => u % Math.Min(clusters, units))];
        foreach (var id in (string[])["krippendorff-alpha", "fleiss-kappa", "percent"])
        {
            var found = Of(Data(columns, clusterOf), id, new AgreementSettings { Interval = IntervalMethod.Jackknife });
            var without = clusterOf.Distinct().Where(c => columns.Any(row => row.Where((_, u) => clusterOf[u] == c).Any(v => v != ReliabilityData.Missing)))
                .Select(c => Of(Data([.. columns.Select(row => row.Where((_, u) => clusterOf[u] != c).ToArray())]), id).Value).ToList();
            if (found.Value is null || without.Count < 2 || without.Any(v => v is null))
            {
                Assert.Null(found.StandardError);
                continue;
            }

            var (g, mean) = (without.Count, without.Average()!.Value);
            Same(Math.Sqrt((g - 1.0) / g * without.Sum(v => (v!.Value - mean) * (v.Value - mean))), found.StandardError);
            var margin = StudentT.Quantile(.975, g - 1) * found.StandardError;
            Same(found.Value - margin, found.Low);
        }
    }, iter: 60);

    [Fact]
    public void Resampling_draws_whole_clusters_and_nothing_else()
    {
        // Two sources: coders agree on every unit of one and on none of the other. Percent agreement of a resample of two is 0, 1/2 or 1 and nothing between.
        byte[][] columns = [[0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 0]];
        var data = ReliabilityData.OfCodes(["A", "B"], ["absent", "present"], columns, clusterOf: [0, 0, 0, 1, 1, 1], clusters: "sources");
        var found = Of(data, "percent", new AgreementSettings { Replicates = 4000 });
        Assert.Equal((0.0, 1.0, "2 sources"), (found.Low, found.High, found.Resampled));
        Assert.InRange(found.StandardError!.Value, .34, .37);                       // √(½ · ¼ + …) = √(1/8)
        Assert.Contains("Only 2 sources vary", found.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void One_cluster_has_no_interval_and_says_why()
    {
        byte[][] columns = [[0, 1, 0], [0, 1, 1]];
        foreach (var method in Methods)
        {
            var found = Of(ReliabilityData.OfCodes(["A", "B"], ["absent", "present"], columns, clusterOf: [0, 0, 0], clusters: "sources"), "percent", new AgreementSettings { Interval = method });
            Assert.NotNull(found.Value);
            Assert.Null(found.Low);
            Assert.Null(found.Resampled);
            Assert.StartsWith("No interval: ", found.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cluster_for_each_unit_is_asked_for()
    {
        Assert.Throws<ArgumentException>(() => ReliabilityData.OfCodes(["A", "B"], ["x"], [[0, 0], [0, 0]], clusterOf: [0]));
        Assert.Throws<ArgumentException>(() => ReliabilityData.OfCodes(["A", "B"], ["x"], [[0, 0], [0, 0]], clusterOf: [0, -1]));
    }

    private static IEnumerable<AgreementSettings> Settings() => Methods.Select(m => new AgreementSettings { Interval = m, Replicates = 100, Seed = 5 });

    private static byte[][] Bytes(string?[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(g => rows.Select(r => r[g] is { } value ? (byte)(int.Parse(value, CultureInfo.InvariantCulture) - 1) : ReliabilityData.Missing).ToArray())];

    private static ReliabilityData Data(byte[][] columns, int[]? clusterOf = null) =>
        ReliabilityData.OfCodes(Coders[..columns.Length], ["1", "2", "3"], columns, clusterOf: clusterOf, clusters: "sentences");
}
