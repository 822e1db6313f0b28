using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Outputs;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>Everything that the exact engine answers against the persons' engine, whose standard errors are those of sixty-four repetitions with luck of their own.</summary>
public sealed class ExactIndicatorsTests
{
    private const int Parts = 64;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 42UL, 62)]
    [InlineData("assisted-registration.reach=0.4 agents.density=10 reminders.reach=0.5 reminders.cost=500", 7UL, 48)]
    [InlineData("simpler-registration.success=0.9 channel-density.cash-cost=3000 retention-follow-up.effect=0.6 retention-follow-up.sector=trade", 9UL, 24)]
    public void Both_engines_agree_on_every_indicator_total_and_group(string levers, ulong seed, int months)
    {
        var model = Models.Model(Switches.Off);
        model = model with { Parameters = model.Parameters.With(new Dictionary<string, double> { ["savings.share"] = .6, ["formal-job.probability"] = .01, ["formal-return.probability"] = .05 }) };
        var scenario = model.Of(levers.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var exact = MembershipExact.Run(scenario, months, Cancel).Value;
        var run = Models.Run(scenario, months);
        var settings = new RunSettings { Persons = 5_000, Months = months, Seed = seed };
        var (whole, parts) = (new Tally(), new List<Projection>());
        for (var part = 0; part < Parts; part++)
        {
            var tally = run.Count(settings, part, null, Cancel).Value;
            parts.Add(run.Project([tally], settings.Persons, "replicates"));
            whole.Add(tally);
        }

        var micro = run.Project([whole], Parts * settings.Persons, "replicates");
        var compared = new HashSet<string>();
        void Same(string what, string name, double? seen, double? expected, Func<Projection, double?> of)
        {
            if (expected is not { } e || seen is not { } s) return;
            if (name == "monthsToLapse" && what.Length == 0)
            {
                Assert.Equal(e, s); // whole months
                compared.Add(name);
                return;
            }

            var values = parts.Select(of).ToList();
            if (values.Any(v => v is null)) return;
            var mean = values.Average()!.Value;
            var error = Math.Sqrt(values.Sum(v => (v!.Value - mean) * (v.Value - mean)) / (Parts - 1) / Parts);
            Assert.True(Math.Abs(s - e) <= (4 * error) + (1e-6 * Math.Abs(e)) + (name == "monthsToLapse" ? 1 : 0), $"{what} {name}: {s} for {e}, standard error {error}");
            compared.Add(name);
        }

        foreach (var (name, expected) in exact.Indicators) Same("", name, micro.Indicators[name], expected, p => p.Indicators[name]);
        foreach (var month in Enumerable.Range(0, months + 1))
            foreach (var (name, expected) in exact.Monthly[month].Values)
            {
                Assert.Equal(micro.Monthly[month].Values[name] is null, expected is null);
                Same($"month {month}", name, micro.Monthly[month].Values[name], expected, p => p.Monthly[month].Values[name]);
            }

        foreach (var group in exact.Groups)
        {
            var twin = micro.Groups.Single(g => g.By == group.By && g.Group == group.Group);
            Assert.Equal(twin.Figures.Keys, group.Figures.Keys);
            foreach (var (name, expected) in group.Figures)
                Same($"{group.By} {group.Group}", name, twin.Figures[name], expected, p => p.Groups.Single(g => g.By == group.By && g.Group == group.Group).Figures.GetValueOrDefault(name));
        }

        Assert.Equal(micro.Indicators.Keys, exact.Indicators.Keys);
        Assert.Equal(micro.Groups.Select(g => (g.By, g.Group)), exact.Groups.Select(g => (g.By, g.Group)));
        string[] must = ["payingCoverage", "memberStock", "coveredInYear", "sdgCoverage", "members", "lapseShare", "meanIncome", "fiscalCost", "fiscalCostTotal", "fiscalCostPresentValue", "coveredPersonYears", "lapses", "entries", "returns", "contributionDensity", "monthsToLapse"];
        foreach (var name in must) Assert.Contains(name, compared);
        if (months > 24) Assert.Contains("oldAgeAdequacy", compared);
    }

    [Fact]
    public void What_is_not_exact_is_named_and_the_rest_has_a_value()
    {
        var exact = MembershipExact.Run(Models.Model(Switches.Off).Of(), 36, Cancel).Value;
        var absent = exact.Indicators.Where(i => i.Value is null).Select(i => i.Key).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["densityUnderHalf", "densityUnderQuarter", "densityUnderThreeQuarters", "subsidyConcentration"], absent);
        foreach (var name in absent.Take(3)) Assert.StartsWith("coverage/no-exact", exact.Missing![name], StringComparison.Ordinal);
        Assert.Contains("Nobody's contribution", exact.Missing!["subsidyConcentration"], StringComparison.Ordinal);
        Assert.All(exact.Groups, g => Assert.Null(g.Reason));
    }

    // Everyone registers never paid and pays with p a month; nobody dies or leaves: density is the mean over months of 1 − (1 − p)^t.
    [Fact]
    public void Entries_and_density_are_those_of_the_closed_form()
    {
        const double P = .3;
        var values = new Dictionary<string, double>
        {
            ["death.intercept"] = -80, ["formal-job.probability"] = 0, ["savings-claim.probability"] = 0, ["missed-payment.intercept"] = -80, ["first-payment.affordability"] = 0,
            ["first-payment.intercept"] = Math.Log(P / (1 - P)), ["age-out.last-age"] = 90,
        };
        var model = Models.Model(Switches.Off) with { StartShares = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0] };
        var exact = MembershipExact.Run((model with { Parameters = model.Parameters.With(values) }).Of(), 24, Cancel).Value;
        double Paying(int t) => 1 - Math.Pow(1 - P, t);
        Assert.Equal(Models.Population.Persons * Paying(24), exact.Indicators["entries"]!.Value, 1);
        Assert.Equal(0, exact.Indicators["returns"]!.Value, 6);
        Assert.Equal(Enumerable.Range(1, 24).Average(Paying), exact.Indicators["contributionDensity"]!.Value, 6);
        Assert.Equal(Paying(24), exact.Indicators["coveredInYear"]!.Value, 6);
    }

    [Fact]
    public void The_last_digit_does_not_depend_on_the_machine()
    {
        var scenario = Models.Model(Switches.Off).Of("assisted-registration.reach=0.4");
        var (one, other) = (MembershipExact.Run(scenario, 24, Cancel).Value, MembershipExact.Run(scenario, 24, Cancel).Value);
        Assert.Equal(one.Indicators, other.Indicators);
        Assert.Equal(one.Groups.SelectMany(g => g.Figures), other.Groups.SelectMany(g => g.Figures));
    }
}
