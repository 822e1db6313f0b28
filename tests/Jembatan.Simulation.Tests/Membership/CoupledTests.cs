using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>Persons who matter to each other: peers who are members, and agents who can serve only so many.</summary>
public sealed class CoupledTests
{
    private const double Never = -80, Always = 40;
    private const int Repetitions = 16;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Switches WithPeers(Switches switches) => switches with { Peers = true };

    // Six kinds in three provinces, 6,003 persons.
    private static MembershipModel Few(double peers) => Models.Model(WithPeers(Switches.On)) with
    {
        Population = new(Models.Population.Rows, [1503, 1500, 1000, 1000, 700, 300], "test"),
        Sponsors = [Models.Budget(500, 3, 1, 13)],
        Parameters = ModelParameters.Default.With(new Dictionary<string, double> { ["awareness.peers"] = peers }),
    };

    // One kind in one place, whose members stay and whose others move as the values say.
    private static MembershipModel Plain(double[] start, long persons, IReadOnlyDictionary<string, double> values) => new(
        "plain", Models.Start, new PersonTable([new(4, false, false, 40, Schooling.Junior, Sector.Construction, WorkStatus.OwnAccount, 2_000_000)], [persons], "test"), [.. start],
        ModelParameters.Default.With(new Dictionary<string, double>
        {
            ["death.intercept"] = Never, ["formal-job.probability"] = 0, ["savings-claim.probability"] = 0, ["awareness.intercept"] = Never, ["registration.intercept"] = Never, ["first-payment.intercept"] = Never,
            ["missed-payment.intercept"] = Never, ["registration.success"] = 1, ["registration.affordability"] = 0,
        }).With(values), [], RuleBook.Shipped(), null, Switches.Off, null);

    private static void Same(Tally one, Tally other)
    {
        Assert.Equal(one.HashText, other.HashText);
        foreach (var (name, values) in one.Parts) Assert.Equal(values, other.Parts[name]);
    }

    [Fact]
    public void Without_effect_going_together_is_going_alone_bit_for_bit()
    {
        string[] levers = ["subsidy.share=0.5", "agents.density=10", "flexible-rhythm.months=3"];
        var settings = new RunSettings { Persons = 6_003, Months = 40, Seed = 5 };
        var alone = Models.Count((Few(0) with { Switches = Switches.On }).Of(levers), settings);
        Same(alone, Models.Count(Few(0).Of(levers), settings));
        Same(alone, Models.Count(Few(0).Of([.. levers, "agents.capacity=100000"]), settings));
        Assert.NotEqual(alone.HashText, Models.Count(Few(8).Of(levers), settings).HashText);
        Assert.NotEqual(alone.HashText, Models.Count(Few(0).Of([.. levers, "agents.capacity=0.1"]), settings).HashText);
    }

    [Fact]
    public void Threads_and_widths_change_nothing()
    {
        var scenario = Few(6).Of("agents.density=20", "agents.capacity=0.5", "subsidy.share=1");
        var settings = new RunSettings { Persons = 6_003, Months = 30, Seed = 11, Threads = 1 };
        var one = Models.Count(scenario, settings);
        for (var threads = 2; threads <= 8; threads++) Same(one, Models.Count(scenario, settings with { Threads = threads }));
        foreach (var width in Enum.GetValues<Width>()) Same(one, Models.Count(scenario, settings with { Width = width }));
    }

    // Unaware become aware with p(t) = logistic(a + β(m(t − 1) − m(0))), register the next month and pay the month after; nobody leaves.
    [Fact]
    public void Awareness_among_peers_follows_the_recursion_of_the_mean()
    {
        const double P = .03, Effect = 4;
        const int Months = 24;
        var values = new Dictionary<string, double>
        {
            ["awareness.intercept"] = Math.Log(P / (1 - P)), ["registration.intercept"] = Always, ["first-payment.intercept"] = Always, ["first-payment.affordability"] = 0, ["awareness.peers"] = Effect,
        };
        var model = Plain([.9, 0, 0, 0, .1, 0, 0, 0, 0, 0], 20_000, values) with { Switches = WithPeers(Switches.Off) };
        var gaps = Repeat(model.Of(), 20_000, Months, series =>
        {
            double Of(string state) => series[0].States[state];
            var (u, w, r, m, start) = (Of("unaware"), 0.0, 0.0, Of("active"), Of("active"));
            for (var t = 1; t <= Months; t++)
            {
                var p = 1 / (1 + Math.Exp(-(Math.Log(P / (1 - P)) + (Effect * (m - start)))));
                (u, w, r, m) = (u * (1 - p), u * p, w, m + r);
            }

            return (series[Months].States["active"] - m, m - (start + ((1 - start) * (1 - Math.Pow(1 - P, Months - 2)))));
        });
        Within(gaps.Select(g => g.Gap), 4);
        Assert.All(gaps, g => Assert.True(g.Effect > .05)); // without peers it would be five points lower
    }

    // Everybody is aware and has an agent; D = W(p₁ − p₀) need one, C = .01 N are served, W p₀ come by themselves.
    [Fact]
    public void Agents_serve_as_many_as_they_can()
    {
        const double Alone = -6, Push = 5;
        const int Months = 24;
        double P(double eta) => 1 / (1 + Math.Exp(-eta));
        var model = Plain([0, 1, 0, 0, 0, 0, 0, 0, 0, 0], 20_000, new Dictionary<string, double> { ["registration.intercept"] = Alone });
        var scenario = model.Of("agents.density=50", "agents.workers=200", FormattableString.Invariant($"agents.effect={Push}"), "agents.capacity=2");
        var gaps = Repeat(scenario, 20_000, Months, series =>
        {
            var w = 1.0;
            for (var t = 1; t <= Months; t++) w -= Math.Min(.01, w * (P(Alone + Push) - P(Alone))) + (w * P(Alone));
            return (series[Months].States["aware"] - w, w);
        });
        Within(gaps.Select(g => g.Gap), 4);
        Assert.All(gaps, g => Assert.InRange(g.Effect, .65, .78)); // 24 months × 1 %, and those by themselves
    }

    [Fact]
    public void A_subsidy_beside_a_coupled_baseline_has_a_deadweight()
    {
        var settings = new RunSettings { Persons = 6_003, Months = 24, Seed = 3 };
        var (baseline, scenario) = (Few(5), Few(5).Of("subsidy.share=1"));
        var shared = scenario with { Model = scenario.Model with { Population = baseline.Population } };
        var paired = Models.Run(shared, 24).CountBeside(Models.Run(baseline.Of(), 24), settings, 0, null, Cancel).Value;
        Assert.Equal(Models.Count(baseline.Of(), settings).HashText, paired.Baseline.HashText);
        Assert.Equal(Models.Count(shared, settings).HashText, paired.Scenario.HashText);
        var projection = Models.Run(shared, 24).Project([paired.Scenario], 6_003, "replicates");
        Assert.InRange(projection.Indicators["deadweightShare"]!.Value, .05, .99);
        Assert.Equal(projection.Indicators["fiscalCostTotal"]!.Value, projection.Indicators["subsidyPaid"]!.Value, 1);
    }

    [Fact]
    public void Parts_and_samples_are_refused_and_there_is_no_exact_answer()
    {
        var run = Models.Run(Few(1).Of(), 12);
        var whole = new RunSettings { Persons = 6_003, Months = 12 };
        Assert.True(run.Count(whole, 0, null, Cancel).IsOk);
        Assert.Equal("coverage/coupled", run.Count(whole with { Shard = new(1, 2) }, 0, null, Cancel).Problem?.Code);
        Assert.Equal("coverage/coupled", run.Count(whole with { Persons = 6_000 }, 0, null, Cancel).Problem?.Code);
        var capacity = Models.Run((Few(0) with { Switches = Switches.On }).Of("agents.density=5", "agents.capacity=3"), 12);
        Assert.Equal("coverage/coupled", capacity.Count(whole with { Persons = 6_000 }, 0, null, Cancel).Problem?.Code);
        var exact = MembershipExact.Run((Few(1) with { Switches = WithPeers(Switches.Off) }).Of("agents.density=5", "agents.capacity=3"), 12, Cancel).Problem;
        Assert.Equal("coverage/no-exact", exact?.Code);
        Assert.Contains("peers", exact!.Message, StringComparison.Ordinal);
        Assert.Contains("agents.capacity", exact.Message, StringComparison.Ordinal);
    }

    private static List<(double Gap, double Effect)> Repeat(Scenario scenario, long persons, int months, Func<IReadOnlyList<MonthShares>, (double, double)> gap)
    {
        var run = Models.Run(scenario, months);
        var settings = new RunSettings { Persons = persons, Months = months, Seed = 17 };
        return [.. Enumerable.Range(0, Repetitions).Select(r => gap(run.Project([run.Count(settings, r, null, Cancel).Value], persons, "replicates").Series))];
    }

    // The mean of the repetitions lies within so many of its standard errors of zero.
    private static void Within(IEnumerable<double> gaps, double errors)
    {
        var values = gaps.ToArray();
        var (mean, n) = (values.Average(), values.Length);
        var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (n - 1) / n);
        Assert.True(Math.Abs(mean) <= errors * error, $"{mean}, standard error {error}");
        Assert.InRange(error, 1e-9, .002);
    }
}
