using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>Who turns 15 in a run.</summary>
public sealed class EntrantsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Three kinds; 1,003 and 500 persons are 15 to 19.
    private static readonly PersonTable Few = new(
        [
            new(4, false, false, 17, Schooling.Junior, Sector.Agriculture, WorkStatus.OwnAccount, null), new(10, true, true, 42, Schooling.Senior, Sector.Trade, WorkStatus.OwnAccount, null),
            new(10, true, false, 17, Schooling.Senior, Sector.Transport, WorkStatus.OwnAccount, null),
        ],
        [1_003, 3_000, 500], "test");

    private static MembershipModel Model(Switches switches, IReadOnlyDictionary<string, double>? values = null) => Models.Model(switches with { Entrants = true }) with
    {
        Population = Few,
        Parameters = ModelParameters.Default.With(values ?? new Dictionary<string, double>()),
    };

    private static Projection Project(Scenario scenario, RunSettings settings) => Models.Run(scenario, settings.Months).Project([Models.Count(scenario, settings)], settings.Persons, "replicates");

    // Nobody dies, ages out or finds a formal job: after y years there are y fifths of the youngest more.
    [Fact]
    public void Each_year_a_fifth_of_the_youngest_enters()
    {
        var grown = Few.WithEntrants(60).Value;
        Assert.Equal(Few.Persons + 1_503, grown.Persons);
        var model = Model(Switches.On, new Dictionary<string, double> { ["death.intercept"] = -80, ["formal-job.probability"] = 0, ["age-out.last-age"] = 99 });
        var stay = model with { StartShares = [.46, .30, .02, .03, .09, .04, .05, .01, 0, 0] };
        var projection = Project(stay.Of(), new RunSettings { Persons = grown.Persons, Months = 60, Seed = 3 });
        for (var year = 0; year <= 5; year++)
            Assert.Equal(Few.Persons + (1_003 * year / 5) + (500 * year / 5), projection.Monthly[12 * year].Values["informalWorkers"]!.Value, 6);
        Assert.All(projection.Monthly.Zip(projection.Monthly.Skip(1)), m => Assert.True(m.First.Values["informalWorkers"] <= m.Second.Values["informalWorkers"]));
        Assert.All(projection.Series, s => Assert.Equal(1, s.States.Values.Sum(), 12));
        Assert.Equal(Few.Persons, projection.Groups.Where(g => g.By == "sex").Sum(g => g.Persons));
    }

    [Fact]
    public void Who_is_there_lives_the_same_life_and_who_is_not_yet_15_moves_nowhere()
    {
        const int Months = 36;
        var with = Model(Switches.On);
        var without = with with { Switches = Switches.On };
        var grown = Few.WithEntrants(Months).Value.Persons;
        var histories = Models.Histories(with.Of("subsidy.share=0.5"), new RunSettings { Persons = grown, Months = Months });
        Assert.Equal(Models.Histories(without.Of("subsidy.share=0.5"), new RunSettings { Persons = Few.Persons, Months = Months }), histories[..(int)(Few.Persons * (Months + 1))]);
        var months = new int[Months + 1];
        for (var p = Few.Persons; p < grown; p++)
        {
            var life = histories.AsSpan((int)(p * (Months + 1)), Months + 1);
            var first = life.IndexOfAnyExcept((byte)PersonState.Minor);
            Assert.InRange(first, 1, Months);
            Assert.Equal(-1, life[first..].IndexOf((byte)PersonState.Minor));
            Assert.True(life[first] is (byte)PersonState.Unaware or (byte)PersonState.Aware or (byte)PersonState.Formal or (byte)PersonState.Gone);
            months[first]++;
        }

        Assert.All(months.Skip(1), n => Assert.True(n > 0)); // in every month somebody
    }

    [Fact]
    public void Threads_and_parts_add_up_and_peers_go_along()
    {
        var scenario = Model(Switches.On).Of("subsidy.share=1", "agents.density=10");
        var settings = new RunSettings { Persons = 4_000, Months = 40, Seed = 9, Threads = 1 };
        var whole = Models.Count(scenario, settings);
        foreach (var (threads, shards) in ((int, int)[])[(3, 1), (1, 3), (2, 5)])
        {
            var sum = new Tally();
            for (var i = 1; i <= shards; i++) sum.Add(Models.Count(scenario, settings with { Threads = threads, Shard = new(i, shards) }));
            Assert.Equal(whole.HashText, sum.HashText);
            foreach (var (name, values) in whole.Parts) Assert.Equal(values, sum.Parts[name]);
        }

        var all = settings with { Persons = Few.WithEntrants(40).Value.Persons };
        var peers = Model(Switches.On with { Peers = true }, new Dictionary<string, double> { ["awareness.peers"] = 0 }).Of();
        Assert.Equal(Models.Count(Model(Switches.On).Of(), all).HashText, Models.Count(peers, all).HashText);
    }

    [Fact]
    public void Both_engines_agree_on_a_population_that_renews_itself()
    {
        const int Months = 60, Repetitions = 48;
        var scenario = Model(Switches.Off, new Dictionary<string, double> { ["savings.share"] = .5 }).Of("awareness-campaign.reach=0.5", "awareness-campaign.effect=1");
        var exact = MembershipExact.Run(scenario, Months, Cancel).Value;
        var run = Models.Run(scenario, Months);
        var settings = new RunSettings { Persons = Few.WithEntrants(Months).Value.Persons, Months = Months, Seed = 21 };
        var all = Enumerable.Range(0, Repetitions).Select(r => run.Project([run.Count(settings, r, null, Cancel).Value], settings.Persons, "replicates")).ToList();
        var compared = 0;
        void Same(string what, double? expected, Func<Projection, double?> of)
        {
            var values = all.Select(of).ToList();
            if (expected is not { } e || values.Any(v => v is null)) return;
            var mean = values.Average()!.Value;
            var error = Math.Sqrt(values.Sum(v => (v!.Value - mean) * (v.Value - mean)) / (Repetitions - 1) / Repetitions);
            Assert.True(Math.Abs(mean - e) <= (4 * error) + (1e-6 * Math.Abs(e)), $"{what}: {mean} for {e}, standard error {error}");
            compared++;
        }

        foreach (var month in Enumerable.Range(0, Months + 1))
            foreach (var name in exact.Monthly[month].Values.Keys) Same($"month {month} {name}", exact.Monthly[month].Values[name], p => p.Monthly[month].Values[name]);
        foreach (var name in (string[])["lapses", "entries", "coveredPersonYears", "contributionDensity"]) Same(name, exact.Indicators[name], p => p.Indicators[name]);
        Assert.True(compared > 300);
    }

    [Fact]
    public void Too_long_a_run_and_a_population_without_the_young_are_refused()
    {
        Assert.Equal("coverage/entrants", MembershipRun.Of(Model(Switches.On).Of(), 181).Problem?.Code);
        var old = Model(Switches.On) with { Population = Models.Population };
        Assert.Equal(("coverage/entrants", "switches.entrants"), (MembershipRun.Of(old.Of(), 12).Problem?.Code, MembershipRun.Of(old.Of(), 12).Problem?.At));
    }
}
