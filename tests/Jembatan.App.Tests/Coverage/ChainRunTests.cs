using Jembatan.App.Coverage;
using Jembatan.Simulation.Engine;

namespace Jembatan.App.Tests.Coverage;

public sealed class ChainRunTests
{
    private const string T1 = """
        kind: chain
        states: [uncovered, covered]
        start: [1, 0]
        monthly:
          - [0.995, 0.005]
          - [0.040, 0.960]
        covered: [covered]
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RunRequest Ask(string text, long persons = 20_000) => new(CoverageModel.Read(text, "m.yaml").Value) { Persons = persons, Months = 60 };

    [Fact]
    public async Task A_run_lists_every_month_and_lies_near_the_exact_answer()
    {
        var micro = (await RunCoverage.HandleAsync(Ask(T1, 200_000), null, Cancel)).Value;
        var exact = (await RunCoverage.HandleAsync(Ask(T1) with { Exact = true }, null, Cancel)).Value;
        Assert.Equal(Enumerable.Range(0, 61), micro.Series.Select(s => s.Month));
        Assert.Equal(exact.Series.Select(s => s.Month), micro.Series.Select(s => s.Month));
        Assert.Equal(.104097208, exact.Indicators["activeCoverage"]!.Value, 5e-10);
        Assert.InRange(micro.Indicators["activeCoverage"]!.Value, .104097 - .0028, .104097 + .0028);
        Assert.Equal((null, null, null, RunCoverage.ExactReason), (exact.Persons, exact.Hash, exact.Seed, exact.Reason));
        Assert.True(micro.Bands[^1].P05 < micro.Bands[^1].Median && micro.Bands[^1].Median < micro.Bands[^1].P95);
    }

    [Fact]
    public async Task Parts_joined_in_any_order_are_the_whole_run()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var request = Ask(T1) with { Replicates = 3 };
            var paths = new List<string>();
            foreach (var i in Enumerable.Range(1, 5).Reverse())
            {
                paths.Add(Path.Combine(folder.FullName, $"{i}.json"));
                await File.WriteAllBytesAsync(paths[^1], (await MergeShards.RunOneAsync(request with { Shard = new(i, 5), Threads = i }, null, Cancel)).Value, Cancel);
            }

            var whole = (await RunCoverage.HandleAsync(request, null, Cancel)).Value;
            var joined = (await MergeShards.HandleAsync([.. paths, paths[0]], Cancel)).Value;
            Assert.Equal(whole.Hash, joined.Hash);
            Assert.Equal(whole.Series.SelectMany(s => s.States.Values), joined.Series.SelectMany(s => s.States.Values));
            Assert.Equal(whole.Bands, joined.Bands);
            Assert.Equal("coverage/shards-missing", (await MergeShards.HandleAsync(paths[1..], Cancel)).Problem?.Code);

            var other = Path.Combine(folder.FullName, "other.json");
            await File.WriteAllBytesAsync(other, (await MergeShards.RunOneAsync(request with { Shard = new(1, 5), Seed = 7 }, null, Cancel)).Value, Cancel);
            Assert.Equal("coverage/other-run", (await MergeShards.HandleAsync([.. paths[..4], other], Cancel)).Problem?.Code);

            var text = await File.ReadAllTextAsync(paths[0], Cancel);
            foreach (var damaged in (string[])[text[..(text.Length / 2)], text.Replace("\"shard\":5", "\"shard\":4", StringComparison.Ordinal).Replace("\"seed\":42", "\"seed\":43", StringComparison.Ordinal), "null", "[]", "{}"])
            {
                await File.WriteAllTextAsync(other, damaged, Cancel);
                Assert.Equal("coverage/not-a-shard", (await MergeShards.HandleAsync([other], Cancel)).Problem?.Code);
            }

            await File.WriteAllTextAsync(other, text.Replace("\"states\":[", "\"states\":[9", StringComparison.Ordinal), Cancel);
            Assert.Equal("coverage/not-a-shard", (await MergeShards.HandleAsync([other], Cancel)).Problem?.Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("[0.040, 0.960]", "[0.040, 0.961]", "chain/row-sum", "m.yaml:6 monthly[1]")]
    [InlineData("[0.040, 0.960]", "[-0.04, 1.04]", "chain/probability", "m.yaml:6 monthly[1][0]")]
    [InlineData("[0.040, 0.960]", "[0.040, .nan]", "model/no-number", "m.yaml:6 monthly[1][1]")]
    [InlineData("[0.040, 0.960]", "[0.040]", "chain/columns", "m.yaml:6 monthly[1]")]
    [InlineData("start: [1, 0]", "start: [0.5, 0.4]", "chain/start-sum", "m.yaml:3 start")]
    [InlineData("start: [1, 0]", "start: [1]", "chain/start-length", "m.yaml:3 start")]
    [InlineData("start: [1, 0]", "begin: [1, 0]", "model/missing", "m.yaml:1 start")]
    [InlineData("covered: [covered]", "cover: [covered]", "model/unknown-field", "m.yaml:7 cover")]
    [InlineData("covered: [covered]", "covered: [paid]", "chain/covered", "m.yaml:7 covered[0]")]
    [InlineData("[uncovered, covered]", "[covered, covered]", "chain/states", "m.yaml:2 states[1]")]
    [InlineData("kind: chain", "kind: chains", "model/kind", "m.yaml:1 kind")]
    public void Bad_files_are_named_with_line_and_field(string old, string @new, string code, string at)
    {
        var problem = CoverageModel.Read(T1.Replace(old, @new, StringComparison.Ordinal), "m.yaml").Problem;
        Assert.Equal((code, at), (problem?.Code, problem?.At));
        Assert.Contains("line", problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_out_of_bounds_are_refused()
    {
        foreach (var request in (RunRequest[])[Ask(T1) with { Months = 0 }, Ask(T1, 0), Ask(T1) with { Replicates = 0 }, Ask(T1) with { Shard = new(4, 3) }, Ask(T1, 2) with { Shard = new(1, 3) },
            Ask(T1) with { Levers = ["subsidy.share=1"] }, Ask(T1) with { Draws = 5 }])
            Assert.StartsWith("coverage/", (await RunCoverage.HandleAsync(request, null, Cancel)).Problem?.Code, StringComparison.Ordinal);
        Assert.Equal("coverage/exact-shard", (await MergeShards.RunOneAsync(Ask(T1) with { Exact = true, Shard = new Shard(1, 2) }, null, Cancel)).Problem?.Code);
    }
}
