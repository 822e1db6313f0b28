using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>How much of a subsidy pays for months that are paid without it too.</summary>
public sealed class DeadweightTests
{
    private const double Never = -80, Always = 40;
    private const long Basic = 16_800;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // One kind of person who moves as the values say and otherwise stays where they are.
    private static MembershipModel Plain(double[] start, IReadOnlyDictionary<string, double>? values = null)
    {
        var table = new PersonTable([new(4, false, false, 40, Schooling.Junior, Sector.Construction, WorkStatus.OwnAccount, 2_000_000)], [1_000_000], "test");
        var parameters = ModelParameters.Default.With(new Dictionary<string, double>
        {
            ["death.intercept"] = Never, ["formal-job.probability"] = 0, ["savings-claim.probability"] = 0, ["awareness.intercept"] = Never, ["registration.intercept"] = Never, ["first-payment.intercept"] = Never,
            ["missed-payment.intercept"] = Never, ["catch-up.intercept"] = Never, ["re-entry.intercept"] = Never, ["registration.success"] = 1,
        }).With(values ?? new Dictionary<string, double>());
        return new("plain", Models.Start, table, [.. start], parameters, [], RuleBook.Shipped(), null, Switches.Off, null);
    }

    private static PairedTally Pair(Scenario baseline, Scenario scenario, RunSettings settings) =>
        Models.Run(scenario, settings.Months).CountBeside(Models.Run(baseline, settings.Months), settings, 0, null, Cancel).Value;

    private static Projection Project(Scenario baseline, Scenario scenario, RunSettings settings) =>
        Models.Run(scenario, settings.Months).Project([Pair(baseline, scenario, settings).Scenario], settings.Persons, "replicates");

    [Fact]
    public void A_subsidy_without_effect_is_deadweight_to_the_last_rupiah()
    {
        var model = Models.Model() with { Sponsors = [Models.Budget(100_000, 3, 4)] };
        model = model with { Parameters = model.Parameters.With(new Dictionary<string, double> { ["missed-payment.after-support"] = 0 }) }; // a subsidy also keeps those whom a sponsor has left
        var settings = new RunSettings { Persons = 20_000, Months = 24, Seed = 3 };
        var projection = Project(model.Of(), model.Of("subsidy.share=0.5", "subsidy.effect=0", "subsidy.months=18"), settings);
        Assert.Equal(1, projection.Indicators["deadweightShare"]);
        Assert.Equal(projection.Indicators["subsidyPaid"], projection.Indicators["deadweight"]);
        Assert.True(projection.Indicators["deadweight"] > 0);
        Assert.Equal(projection.Indicators["fiscalCostTotal"]!.Value, projection.Indicators["subsidyPaid"]!.Value, 1); // the two are counted in different ways
        Assert.All(projection.Groups.Where(g => g.Reason is null && g.Figures["deadweightShare"] is not null), g => Assert.Equal(1, g.Figures["deadweightShare"]));
    }

    // A quarter is active and stays; three quarters are registered, never pay by themselves, and all pay at once when the scenario makes first payment certain: of the subsidy a quarter is deadweight.
    [Fact]
    public void Deadweight_is_the_share_of_those_who_pay_without_it()
    {
        var settings = new RunSettings { Persons = 40_000, Months = 6, Seed = 11 };
        var start = new double[] { 0, 0, 0, .75, .25, 0, 0, 0, 0, 0 };
        var baseline = Plain(start).Of();
        var scenario = Plain(start, new Dictionary<string, double> { ["first-payment.intercept"] = Always }) with { Population = baseline.Model.Population } is var m ? m.Of("subsidy.share=0.5", "subsidy.effect=0", "subsidy.from=2", "subsidy.months=3") : null!;
        var tally = Pair(baseline, scenario, settings);
        var active = Models.Run(baseline, 6).Project([tally.Baseline], settings.Persons, "replicates").Series[0].States["active"];
        var projection = Models.Run(scenario, 6).Project([tally.Scenario], settings.Persons, "replicates");
        Assert.Equal(active, projection.Indicators["deadweightShare"]!.Value, 12);
        Assert.Equal(3 * Basic * .5 * 1_000_000, projection.Indicators["subsidyPaid"]!.Value, 1);
        Assert.Equal(3 * Basic * .5 * 1_000_000 * active, projection.Indicators["deadweight"]!.Value, 1);
        Assert.InRange(active, .25 - .01, .25 + .01);
    }

    // The baseline's members all miss in month 1 and never come back, the scenario's pay on: only a month paid in both is deadweight, and there is none.
    [Fact]
    public void Who_is_active_in_another_month_of_the_baseline_is_not_deadweight()
    {
        var settings = new RunSettings { Persons = 2_000, Months = 6, Seed = 11 };
        var start = new double[] { 0, 0, 0, 0, 1, 0, 0, 0, 0, 0 };
        var baseline = Plain(start, new Dictionary<string, double> { ["missed-payment.intercept"] = Always }).Of();
        var scenario = (Plain(start) with { Population = baseline.Model.Population }).Of("subsidy.share=1", "subsidy.effect=0", "subsidy.months=6");
        var projection = Project(baseline, scenario, settings);
        Assert.Equal((0.0, 0.0), (projection.Indicators["deadweight"]!.Value, projection.Indicators["deadweightShare"]!.Value));
        Assert.Equal(6 * Basic * 1_000_000.0, projection.Indicators["subsidyPaid"]!.Value, 1);
    }

    [Fact]
    public void Pairing_changes_no_history_and_parts_add_up_to_the_whole()
    {
        var model = Models.Model() with { Sponsors = [Models.Budget(100_000, 3, 1, 13)] };
        var (baseline, scenario) = (model.Of(), model.Of("subsidy.share=1", "flexible-rhythm.months=3"));
        var settings = new RunSettings { Persons = 5_003, Months = 36, Seed = 5, Threads = 1 };
        var whole = Pair(baseline, scenario, settings);
        Assert.Equal(Models.Count(baseline, settings).HashText, whole.Baseline.HashText);
        Assert.Equal(Models.Count(scenario, settings).HashText, whole.Scenario.HashText);
        Assert.InRange(Models.Run(scenario, 36).Project([whole.Scenario], settings.Persons, "replicates").Indicators["deadweightShare"]!.Value, .05, .95);
        foreach (var (threads, shards) in ((int, int)[])[(3, 1), (8, 1), (1, 3), (2, 5)])
        {
            var sum = new Tally();
            for (var i = shards; i >= 1; i--) sum.Add(Pair(baseline, scenario, settings with { Threads = threads, Shard = new(i, shards) }).Scenario);
            Assert.Equal(whole.Scenario.HashText, sum.HashText);
            foreach (var (name, values) in whole.Scenario.Parts) Assert.Equal(values, sum.Parts[name]);
        }

        var batches = new Tally();
        for (var i = 1; i <= 7; i++) batches.Add(Pair(baseline, scenario, settings with { Batch = new(i, 7) }).Scenario);
        Assert.Equal(whole.Scenario.HashText, batches.HashText);
        foreach (var (name, values) in whole.Scenario.Parts) Assert.Equal(values, batches.Parts[name]);
    }

    [Fact]
    public void Groups_with_few_subsidised_persons_have_no_figure_but_a_reason()
    {
        var model = Models.Model();
        var settings = new RunSettings { Persons = 5_000, Months = 12, Seed = 5 };
        var projection = Project(model.Of(), model.Of("subsidy.share=1", "subsidy.sector=transport"), settings);
        var sectors = projection.Groups.Where(g => g.By == "sector").ToDictionary(g => g.Group);
        Assert.NotNull(sectors["transport"].Figures["deadweightShare"]);
        foreach (var name in (string[])["deadweight", "deadweightShare"])
        {
            Assert.Null(sectors["trade"].Figures[name]);
            Assert.Contains("fewer than 30", sectors["trade"].Missing[name], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_subsidised_month_there_is_no_share()
    {
        var settings = new RunSettings { Persons = 1_000, Months = 12 };
        var projection = Project(Models.Scenario(), Models.Scenario("reminders.reach=1"), settings);
        Assert.Null(projection.Indicators["deadweightShare"]);
        Assert.Equal(0, projection.Indicators["deadweight"]);
        Assert.Contains("not estimable", projection.Missing!["deadweightShare"], StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Pair(Plain([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]).Of(), Models.Scenario(), settings));
    }
}
