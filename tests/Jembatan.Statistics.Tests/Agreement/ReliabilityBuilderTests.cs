using Jembatan.Statistics.Agreement;
using static Jembatan.Statistics.Tests.Agreement.SomeData;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>Data gathered by runs of equal units against the matrix written out.</summary>
public sealed class ReliabilityBuilderTests
{
    private static readonly string[] Categories = ["absent", "present"];
    private static readonly IntervalMethod[] Methods = [IntervalMethod.UnitsBootstrap, IntervalMethod.Jackknife, IntervalMethod.Analytic];

    // Of each run of equal rows: how many rows, what each coder gave, whether a cluster ends behind it.
    private static Gen<(int Units, byte[] Values, bool EndsCluster)[]> Runs(int coders) =>
        Gen.Select(Gen.Int[1, 9], Gen.Frequency((5, Gen.Const((byte)0)), (3, Gen.Const((byte)1)), (1, Gen.Const(ReliabilityData.Missing))).Array[coders], Gen.Bool).Array[1, 25];

    [Fact]
    public void Runs_of_units_give_what_the_written_out_matrix_gives() => Gen.Int[2, 10].SelectMany(coders => Runs(coders)).Sample(runs =>
    {
        var coders = Names(runs[0].Values.Length);
        var builder = new ReliabilityBuilder(coders, Categories);
        foreach (var (units, values, _) in runs) builder.Add(builder.Place(values), units);
        builder.EndCluster();
        Equal(ReliabilityData.OfCodes(coders, Categories, Columns(runs)), builder.Build("all units"));
    }, iter: 60);

    [Fact]
    public void So_do_runs_in_clusters() => Gen.Select(Gen.Int[2, 10].SelectMany(coders => Runs(coders)), Gen.Int[1, 3]).Sample((runs, times) =>
    {
        var coders = Names(runs[0].Values.Length);
        var builder = new ReliabilityBuilder(coders, Categories);
        var (clusterOf, cluster, all) = (new List<int>(), 0, new List<(int, byte[], bool)>());
        for (var from = 0; from < runs.Length;)
        {
            var to = from;
            while (to < runs.Length - 1 && !runs[to].EndsCluster) to++;
            foreach (var (units, values, _) in runs[from..(to + 1)]) builder.Add(builder.Place(values), units);
            builder.EndCluster(times);
            for (var again = 0; again < times; again++, cluster++)
            {
                foreach (var run in runs[from..(to + 1)])
                {
                    clusterOf.AddRange(Enumerable.Repeat(cluster, run.Units));
                    all.Add(run);
                }
            }

            from = to + 1;
        }

        Equal(ReliabilityData.OfCodes(coders, Categories, Columns(all), clusterOf: clusterOf, clusters: "sources"), builder.Build("all units", "sources"));
    }, iter: 60);

    [Fact]
    public void Many_coders_change_no_value_and_no_error_that_is_not_drawn() => Runs(14).Sample(runs =>
    {
        var coders = Names(14);
        var builder = new ReliabilityBuilder(coders, Categories);
        foreach (var (units, values, _) in runs) builder.Add(builder.Place(values), units);
        builder.EndCluster();
        var (written, built) = (ReliabilityData.OfCodes(coders, Categories, Columns(runs)), builder.Build("all units"));
        foreach (var measure in AgreementMeasures.All)
        {
            var settings = new AgreementSettings { Interval = IntervalMethod.Jackknife };
            var (a, b) = (Of(written, measure.Id, settings), Of(built, measure.Id, settings));
            Same(a.Value, b.Value);
            Same(a.StandardError, b.StandardError);
        }
    }, iter: 40);

    [Fact]
    public void A_row_has_one_value_for_each_coder_and_values_are_categories()
    {
        var builder = new ReliabilityBuilder(["A", "B"], Categories);
        Assert.Throws<ArgumentException>(() => builder.Place([0]));
        Assert.Throws<ArgumentException>(() => builder.Place([0, 2]));
        Assert.Equal(builder.Place([0, 1]), builder.Place([0, 1]));
    }

    private static void Equal(ReliabilityData written, ReliabilityData built)
    {
        Assert.Equal((written.Units, written.Values, written.DroppedUnits), (built.Units, built.Values, built.DroppedUnits));
        foreach (var method in Methods)
        {
            var settings = new AgreementSettings { Interval = method, Replicates = 100 };
            Assert.Equal(Reliability.Estimate(written, AgreementMeasures.All, settings, CancellationToken.None), Reliability.Estimate(built, AgreementMeasures.All, settings, CancellationToken.None));
        }
    }

    private static string[] Names(int coders) => [.. Enumerable.Range(1, coders).Select(g => $"coder {g}")];

    private static byte[][] Columns(IEnumerable<(int Units, byte[] Values, bool)> runs)
    {
        var rows = runs.SelectMany(r => Enumerable.Repeat(r.Values, r.Units)).ToList();
        return [.. Enumerable.Range(0, rows[0].Length).Select(g => rows.Select(r => r[g]).ToArray())];
    }
}
