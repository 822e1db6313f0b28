using System.Collections.Immutable;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Uncertainty;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Tests.Calibration;

public sealed class MatchingTests
{
    private static readonly CalibratedParameter[] Chain = [new("entry", new(PriorFamily.Uniform, 0.001, 0.02)), new("lapse", new(PriorFamily.Uniform, 0.01, 0.12))];

    // Two stocks at different times and one flow settle both parameters of the chain.
    private static readonly MatchedOutput[] StocksAndFlow =
    [
        new("stock after 12 months", new TwoStateChain(0.005, 0.04).Share(12, 0), 1e-6, 0), new("stock after 120 months", new TwoStateChain(0.005, 0.04).Share(120, 0), 1e-6, 0), new("lapse flow", 0.04, 4e-6, 0),
    ];

    private static SimulatedOutputs ChainModel(IReadOnlyList<double> p, ulong drawId, CancellationToken cancellationToken)
    {
        var chain = new TwoStateChain(p[0], p[1]);
        var noise = new PhiloxStream(drawId, "test/chain", 0);
        return new([.. new[] { chain.Share(12, 0), chain.Share(120, 0), p[1] }.Select(v => v + (1e-4 * NormalDraws.Next(noise)))], [1e-8, 1e-8, 1e-8]);
    }

    [Fact]
    public void History_matching_rules_out_most_of_the_prior_and_keeps_the_truth()
    {
        var matched = HistoryMatching.Run(Chain, StocksAndFlow, ChainModel, new(3, 60, 2048), null, CancellationToken.None).Value;
        Assert.Equal(3, matched.Waves.Length);
        Assert.Equal(1, matched.Waves[0].Space);
        Assert.True(matched.Waves[2].Space < 0.1, $"{matched.Waves[2].Space}");
        Assert.True(matched.Waves[2].Kept > matched.Waves[0].Kept);
        Assert.Equal(0.005, matched.Kept.Average(k => k.Parameters[0]), 0.0006);
        Assert.Equal(0.04, matched.Kept.Average(k => k.Parameters[1]), 0.005);
        Assert.All(matched.Kept, k => Assert.True(k.Implausibility < 3));
    }

    [Fact]
    public void Equal_seeds_give_equal_matches()
    {
        var first = HistoryMatching.Run(Chain, StocksAndFlow, ChainModel, new(2, 30, 512), null, CancellationToken.None).Value;
        var second = HistoryMatching.Run(Chain, StocksAndFlow, ChainModel, new(2, 30, 512), null, CancellationToken.None).Value;
        Assert.Equal(first.Kept.Select(k => k.Implausibility), second.Kept.Select(k => k.Implausibility));
    }

    [Fact]
    public void A_target_that_cannot_be_reached_is_named_with_how_near_the_model_came()
    {
        var problem = HistoryMatching.Run(Chain, [StocksAndFlow[0], new("stock of everyone", 0.99, 1e-4, 0), StocksAndFlow[2]], ChainModel, new(1, 40), null, CancellationToken.None).Problem!;
        Assert.Equal("calibration/unreachable-target", problem.Code);
        Assert.Equal("stock of everyone", problem.At);
        Assert.Contains("wanted 0.99", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_targets_and_improper_priors_are_told()
    {
        string Code(CalibratedParameter[] p, MatchedOutput[] t) => HistoryMatching.Run(p, t, ChainModel, null, null, CancellationToken.None).Problem!.Code;
        Assert.Equal("calibration/variance", Code(Chain, [StocksAndFlow[0] with { ObservationVariance = 0 }]));
        Assert.Equal("calibration/variance", Code(Chain, [StocksAndFlow[0] with { Observed = double.NaN }]));
        Assert.Equal("calibration/prior", Code([Chain[0] with { Prior = new(PriorFamily.Uniform, 1, 1) }], StocksAndFlow));
        Assert.Equal("calibration/no-target", Code(Chain, []));
    }

    // Conjugate: N(0,1) prior, one observation 1.2 with variance v seen through an exact model. Within a tolerance of 1 the posterior is the prior cut to |θ − 1.2| ≤ √v.
    [Fact]
    public void Approximate_computation_draws_the_prior_cut_to_the_tolerance()
    {
        var posterior = SequentialAbc.Run([new("theta", new(PriorFamily.Normal, 0, 1))], [new("y", 1.2, 0.09, 0)], (p, _, _) => new([p[0]], [0]), new(600, 1, 0.5, 100_000, 4), null, CancellationToken.None).Value;
        Assert.True(posterior.IsComplete);
        Assert.All(posterior.Particles, p => Assert.InRange(p.Point.Parameters[0], 0.9, 1.5));
        var (mass, first) = (0.0, 0.0);
        for (var i = 0; i < 6000; i++)
        {
            var x = 0.9 + ((i + 0.5) * 1e-4);
            var density = MathNet.Numerics.Distributions.Normal.PDF(0, 1, x);
            (mass, first) = (mass + density, first + (x * density));
        }

        Assert.Equal(first / mass, posterior.Mean(0), 0.03);
        Assert.Equal(0.17, posterior.Deviation(0), 0.02);
        Assert.True(posterior.EffectiveSize > 200);
        Assert.True(posterior.Quantile(0, 0.1) < posterior.Quantile(0, 0.9));
        Assert.Equal(1, posterior.Particles.Sum(p => p.Weight), 1e-9);
    }

    [Fact]
    public void Computation_that_runs_out_of_runs_says_how_far_it_came()
    {
        var posterior = SequentialAbc.Run(Chain, StocksAndFlow, ChainModel, new(50, 0.01, 0.5, 400, 4), null, CancellationToken.None).Value;
        Assert.False(posterior.IsComplete);
        Assert.True(posterior.Tolerance > 0.01 && posterior.Runs <= 400);
    }

    [Fact]
    public void Computation_finds_entry_and_lapse_when_there_is_a_flow()
    {
        var posterior = SequentialAbc.Run(Chain, StocksAndFlow, ChainModel, new(100, 1, 0.5, 20_000, 4), null, CancellationToken.None).Value;
        Assert.True(posterior.IsComplete);
        Assert.Equal(0.005, posterior.Mean(0), 0.0004);
        Assert.Equal(0.04, posterior.Mean(1), 0.003);
    }

    // 9.58 of 80 million at every date: the ratio of entry and lapse is known, neither is.
    [Fact]
    public void Stocks_alone_cannot_separate_entry_from_lapse_and_a_flow_can()
    {
        MatchedOutput[] stocks = [new("stock 1", 0.11975, 1e-5, 0), new("stock 2", 0.11975, 1e-5, 0)];
        SimulatedOutputs Stocks(IReadOnlyList<double> p, ulong id, CancellationToken c) => new([new TwoStateChain(p[0], p[1]).Settled, new TwoStateChain(p[0], p[1]).Settled], [0, 0]);
        var confounded = Identification.Check(Chain, stocks, Stocks, 1, CancellationToken.None).Value;
        Assert.Equal(["entry", "lapse"], confounded.Confounded);
        Assert.True(confounded.Directions[0].Strength > 1 && confounded.Directions[1].Strength < 1e-6);
        Assert.Contains("entry, lapse", confounded.Warning!.En, StringComparison.Ordinal);

        var clear = Identification.Check(Chain, [.. stocks, new("lapse flow", 0.04, 4e-6, 0)], (p, _, _) => new([new TwoStateChain(p[0], p[1]).Settled, new TwoStateChain(p[0], p[1]).Settled, p[1]], [0, 0, 0]), 1, CancellationToken.None).Value;
        Assert.Empty(clear.Confounded);
        Assert.Null(clear.Warning);
        Assert.Equal("calibration/not-a-number", Identification.Check(Chain, stocks, (p, _, _) => new([double.NaN, 0], [0, 0]), 1, CancellationToken.None).Problem!.Code);
    }

    [Fact]
    public void Published_targets_are_there_with_marks_and_divide_into_fitted_and_predicted()
    {
        var targets = CalibrationTargets.Shipped();
        Assert.Equal([2.49e6, 3.55e6, 4.65e6, 6.0e6, 6.1e6, 9.19e6], targets.Where(t => t.Use == TargetUse.Fit).Select(t => t.Value));
        Assert.Equal([9.58e6, 9_219_509, 8.99e6, 8.28e6], targets.Where(t => t.Use == TargetUse.Predict).Select(t => t.Value));
        Assert.All(targets, t => Assert.Contains(t.Mark, (string[])["A", "B", "C"]));
        Assert.True(targets.Where(t => t.Use == TargetUse.Fit).Max(t => t.Month) < targets.Where(t => t.Use == TargetUse.Predict).Min(t => t.Month));
        Assert.Equal("rules/unverified", CalibrationTargets.Read("mine.json", """
            { "targets": [ { "id": "a", "name": "a", "month": "2024-01", "value": 1, "tolerance": 0.1, "measure": "member-stock", "use": "fit", "mark": "M", "source": "x" } ] }
            """u8).Problem!.Code);
    }

    [Fact]
    public void A_cancelled_match_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => HistoryMatching.Run(Chain, StocksAndFlow, ChainModel, null, null, stop.Token));
    }

    [Fact]
    public void A_target_of_an_unknown_measure_is_refused()
    {
        var problem = CalibrationTargets.Read("t.json", System.Text.Encoding.UTF8.GetBytes("""
            { "targets": [ { "id": "a", "name": "a", "month": "2024-01", "value": 1, "tolerance": 0.1,
              "measure": "foo", "use": "fit", "mark": "B", "source": "x" } ] }
            """)).Problem!;
        Assert.Equal(("data/bad-field", "t.json, line 2, field targets[0].measure"), (problem.Code, problem.At));
    }
}
