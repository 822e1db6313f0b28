using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Membership;

namespace Jembatan.Simulation.Tests.Membership;

public sealed class MembershipEnginesTests
{
    private static readonly RunSettings Settings = new() { Persons = 300_000, Months = 60, Seed = 42 };

    [Theory]
    [InlineData("", 42UL)]
    [InlineData("assisted-registration.reach=0.4 retention-follow-up.effect=0.6 reminders.reach=1", 7UL)]
    [InlineData("simpler-registration.success=0.9 awareness-campaign.effect=0.7 channel-density.cash-cost=3000", 9UL)]
    public void Both_engines_agree_within_four_standard_errors_when_persons_of_a_kind_are_alike(string levers, ulong seed)
    {
        var scenario = Models.Model(Switches.Off).Of(levers.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var exact = MembershipExact.Run(scenario, Settings.Months, TestContext.Current.CancellationToken).Value;
        var settings = Settings with { Seed = seed };
        var micro = Models.Run(scenario, Settings.Months).Project([Models.Count(scenario, settings)], Settings.Persons, "replicates");
        foreach (var (row, expected) in micro.Series.Zip(exact.Series))
        {
            foreach (var (state, share) in row.States)
            {
                var p = expected.States[state];
                Assert.True(Math.Abs(share - p) <= (4 * Math.Sqrt(p * (1 - p) / Settings.Persons)) + (4.0 / Settings.Persons), $"month {row.Month}, {state}: {share} for {p}");
            }
        }
    }

    /// <summary>Who has no savings cannot claim any: never paid or claimed before, then in formal work and back.</summary>
    [Fact]
    public void Both_engines_agree_on_claims_when_formal_work_comes_and_goes_and_everybody_saves()
    {
        var model = Models.Model(Switches.Off) with { StartShares = [0, .1, 0, .3, .1, 0, .2, .3, 0, 0] };
        var scenario = (model with
        {
            Parameters = model.Parameters.With(new Dictionary<string, double> { ["savings.share"] = 1, ["formal-job.probability"] = .05, ["formal-return.probability"] = .2, ["savings-claim.probability"] = .1 }),
        }).Of();
        var settings = Settings with { Persons = 200_000 };
        var exact = MembershipExact.Run(scenario, settings.Months, TestContext.Current.CancellationToken).Value;
        var micro = Models.Run(scenario, settings.Months).Project([Models.Count(scenario, settings)], settings.Persons, "replicates");
        foreach (var (row, expected) in micro.Series.Zip(exact.Series))
        {
            foreach (var (state, share) in row.States)
            {
                var p = expected.States[state];
                Assert.True(Math.Abs(share - p) <= (4 * Math.Sqrt(p * (1 - p) / settings.Persons)) + (4.0 / settings.Persons), $"month {row.Month}, {state}: {share} for {p}");
            }
        }
    }

    [Fact]
    public void The_exact_engine_keeps_everybody()
    {
        var exact = MembershipExact.Run(Models.Model(Switches.Off).Of(), 120, TestContext.Current.CancellationToken).Value;
        foreach (var row in exact.Series) Assert.Equal(1, row.States.Values.Sum(), 1e-12);
    }

    [Fact]
    public void What_has_no_exact_answer_is_named()
    {
        var problem = MembershipExact.Run(Models.Model() with { Sponsors = [Models.Budget(1000, 3, 1)] } is var m ? m.Of("subsidy.share=1") : null!, 12, TestContext.Current.CancellationToken).Problem;
        Assert.Equal("coverage/no-exact", problem?.Code);
        foreach (var word in (string[])["frailty", "income-noise", "liquidity", "sponsors", "subsidy"]) Assert.Contains(word, problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_shards_and_widths_change_no_history()
    {
        var scenario = (Models.Model() with { Sponsors = [Models.Budget(100_000, 3, 1, 13)] }).Of("subsidy.share=0.5", "agents.density=10", "flexible-rhythm.months=3");
        var settings = new RunSettings { Persons = 5_003, Months = 36, Seed = 5, Threads = 1 };
        var whole = Models.Count(scenario, settings);
        void Same(Tally other)
        {
            Assert.Equal(whole.HashText, other.HashText);
            foreach (var (name, values) in whole.Parts) Assert.Equal(values, other.Parts[name]);
        }

        foreach (var threads in (int[])[2, 3, 8]) Same(Models.Count(scenario, settings with { Threads = threads }));
        foreach (var width in Enum.GetValues<Width>()) Same(Models.Count(scenario, settings with { Width = width }));
        foreach (var shards in (int[])[2, 3, 5])
        {
            var sum = new Tally();
            foreach (var i in Enumerable.Range(1, shards).Reverse()) sum.Add(Models.Count(scenario, settings with { Shard = new(i, shards) }));
            Same(sum);
        }
    }

    [Fact]
    public void A_person_lives_the_same_life_in_a_sample_as_in_the_whole()
    {
        var scenario = Models.Model().Of();
        var table = Models.Population;
        var small = Models.Histories(scenario, new RunSettings { Persons = 1_000, Months = 24 });
        var large = Models.Histories(scenario, new RunSettings { Persons = 13_000, Months = 24 });
        var byId = Enumerable.Range(0, 13_000).ToDictionary(k => table.Sampled(k, 13_000), k => k);
        var shared = 0;
        for (var k = 0; k < 1_000; k++)
        {
            if (!byId.TryGetValue(table.Sampled(k, 1_000), out var other)) continue;
            shared++;
            Assert.Equal(small.AsSpan(k * 25, 25), large.AsSpan(other * 25, 25));
        }

        Assert.True(shared > 100, $"only {shared} shared persons");
    }
}
