using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>Outputs of the membership model against closed forms, in models so plain that the answer can be written down.</summary>
public sealed class MembershipOutcomesTests
{
    private const double Never = -80, Always = 40;

    // One kind of person, 53 to 57 completed years old, who never dies nor finds a formal job.
    private static MembershipModel Plain(double[] start, IReadOnlyDictionary<string, double> values, short age = 55, params ReadOnlySpan<Sponsor> sponsors)
    {
        var table = new PersonTable([new(4, false, false, age, Schooling.Junior, Sector.Construction, WorkStatus.OwnAccount, 2_000_000)], [1_000_000], "test");
        var parameters = ModelParameters.Default.With(new Dictionary<string, double>
        {
            ["death.intercept"] = Never, ["formal-job.probability"] = 0, ["savings-claim.probability"] = 0, ["awareness.intercept"] = Never, ["registration.intercept"] = Never, ["first-payment.intercept"] = Never,
            ["missed-payment.intercept"] = Never, ["catch-up.intercept"] = Never, ["re-entry.intercept"] = Never,
        }).With(values);
        return new("plain", Models.Start, table, [.. start], parameters, [.. sponsors], RuleBook.Shipped(), null, Switches.Off, null);
    }

    private static Projection Project(Scenario scenario, RunSettings settings) => Models.Run(scenario, settings.Months).Project([Models.Count(scenario, settings)], settings.Persons, "replicates");

    private static double[] In(PersonState state) => [.. Enumerable.Range(0, 10).Select(s => s == (int)state ? 1.0 : 0)];

    // Starts with one contribution, pays each month, never claims: B = c(1+i)^T + c((1+i)^T − 1)/i, T6's annuity with an opening balance. Income is 2 million every month.
    [Fact]
    public void Old_age_adequacy_is_the_annuity_over_own_income()
    {
        var settings = new RunSettings { Persons = 20_000, Months = 60, Seed = 5 };
        var projection = Project(Plain(In(PersonState.Active), new Dictionary<string, double> { ["savings.share"] = 1 }).Of(), settings);
        var i = Math.Pow(1.055, 1.0 / 12) - 1;
        double Adequacy(int months) => (20_000 * Math.Pow(1 + i, months) + (20_000 * ((Math.Pow(1 + i, months) - 1) / i))) / 2_000_000;
        // The five completed years around 55, 53.0 to 58.0, are gone through in steps of five months from 53 years 2 months; who turns 56 is seen at the end of the quarter.
        var seen = Enumerable.Range(0, 12).Select(step => (55 * 12) - 22 + (step * 5)).Select(age => 672 - age).Where(turns => turns > 0)
            .Select(turns => (turns + 2) / 3 * 3).Where(quarter => quarter is >= 12 and <= 60).Select(Adequacy).ToList();
        Assert.Equal(5, seen.Count);
        var found = projection.Indicators["oldAgeAdequacy"]!.Value;
        Assert.InRange(found, seen.Average() * .985, seen.Average() * 1.015); // ages are drawn, evenly but not equally
        Assert.Equal(found, projection.Groups.Single(g => g.By == "sector").Figures["oldAgeAdequacy"]!.Value, 9);
    }

    [Fact]
    public void Adequacy_of_one_age_is_the_annuity_to_the_last_digit()
    {
        // 54 years 9 months at most in the five years around 52, so that only its eldest turn 56: month 15, the end of a quarter.
        var settings = new RunSettings { Persons = 20_000, Months = 17, Seed = 5 };
        var projection = Project(Plain(In(PersonState.Active), new Dictionary<string, double> { ["savings.share"] = 1 }, 52).Of(), settings);
        var ages = Enumerable.Range(0, 12).Select(step => (52 * 12) - 22 + (step * 5)).Where(age => 672 - age <= 17).ToList();
        var i = Math.Pow(1.055, 1.0 / 12) - 1;
        Assert.Equal([657], ages);
        Assert.Equal((20_000 * Math.Pow(1 + i, 15) + (20_000 * ((Math.Pow(1 + i, 15) - 1) / i))) / 2_000_000, projection.Indicators["oldAgeAdequacy"]!.Value, 4);
    }

    // Joins at once, misses with m, never catches up: a spell lasts four months at least and then ends with m a month, so that half outlast 3 + ln .5/ln(1 − m).
    [Theory]
    [InlineData(.10)]
    [InlineData(.05)]
    public void Months_to_lapse_are_those_of_the_geometric_wait_and_three_months_of_grace(double miss)
    {
        var settings = new RunSettings { Persons = 60_000, Months = 48, Seed = 9 };
        var values = new Dictionary<string, double>
        {
            ["first-payment.intercept"] = Always, ["missed-payment.intercept"] = Math.Log(miss / (1 - miss)), ["missed-payment.affordability"] = 0, ["first-payment.affordability"] = 0, ["missed-payment.duration"] = 0,
        };
        var projection = Project(Plain(In(PersonState.Registered), values, 40).Of(), settings);
        Assert.Equal(3 + Math.Ceiling(Math.Log(.5) / Math.Log(1 - miss)), projection.Indicators["monthsToLapse"]);
    }

    [Fact]
    public void Months_to_lapse_do_not_exist_when_nobody_joins_or_nobody_leaves()
    {
        var settings = new RunSettings { Persons = 3_000, Months = 24 };
        var nobody = Project(Plain(In(PersonState.Unaware), new Dictionary<string, double>(), 40).Of(), settings);
        Assert.Null(nobody.Indicators["monthsToLapse"]);
        Assert.Contains("No spell", nobody.Missing!["monthsToLapse"], StringComparison.Ordinal);
        var faithful = Project(Plain(In(PersonState.Registered), new Dictionary<string, double> { ["first-payment.intercept"] = Always }, 40).Of(), settings);
        Assert.Null(faithful.Indicators["monthsToLapse"]);
        Assert.Contains("longer than they are watched", faithful.Missing!["monthsToLapse"], StringComparison.Ordinal);
    }

    // All have ended, a share p claims each month: SDG counts who claimed within twelve months, 1 − (1 − p)^min(t, 12) scaled by who was left.
    [Fact]
    public void Sdg_coverage_counts_a_benefit_for_twelve_months()
    {
        var (settings, p) = (new RunSettings { Persons = 100_000, Months = 24, Seed = 2 }, .05);
        var projection = Project(Plain(In(PersonState.Ended), new Dictionary<string, double> { ["savings.share"] = 1, ["savings-claim.probability"] = p }, 40).Of(), settings);
        foreach (var t in (int[])[3, 12, 24])
        {
            var expected = Math.Pow(1 - p, Math.Max(0, t - 12)) - Math.Pow(1 - p, t);
            var error = Math.Sqrt(expected * (1 - expected) / settings.Persons);
            Assert.InRange(projection.Monthly[t].Values["sdgCoverage"]!.Value, expected - (4 * error), expected + (4 * error));
            Assert.Equal(0, projection.Monthly[t].Values["payingCoverage"]!.Value);
        }

        Assert.Equal(projection.Monthly[24].Values["sdgCoverage"]!.Value, projection.Groups.Single(g => g.By == "area").Figures["sdgCoverage"]!.Value, 12);
    }

    // Everyone active and sponsored alike: each tenth has its share, the index is that of equality.
    [Fact]
    public void A_sponsor_of_everybody_is_spread_evenly_and_costs_what_the_rule_says()
    {
        var settings = new RunSettings { Persons = 20_000, Months = 12, Seed = 2 };
        var model = Models.Model() with { Sponsors = [Models.Budget(1_300_000, 12, 0)], StartShares = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] };
        var projection = Project(model.Of(), settings);
        var tenths = projection.Groups.Where(g => g.By == "income-decile").ToList();
        Assert.Equal(1, tenths.Sum(g => g.Figures["subsidyShare"]!.Value), 12);
        Assert.Equal(projection.Indicators["sponsorCostTotal"]!.Value, tenths.Sum(g => g.Figures["subsidyTotal"]!.Value), 1);
        Assert.InRange(projection.Indicators["subsidyConcentration"]!.Value, -.02, .02);
    }

    // Only farmers have places: by hand from the counts of the tenths.
    [Fact]
    public void Incidence_by_tenths_gives_the_index_that_the_formula_gives()
    {
        var settings = new RunSettings { Persons = 20_000, Months = 12, Seed = 2 };
        var model = Models.Model() with { Sponsors = [Models.Budget(500_000, 12, 0) with { Eligible = Target.Everybody with { Sectors = [Sector.Agriculture] } }] };
        var projection = Project(model.Of(), settings);
        var tenths = projection.Groups.Where(g => g.By == "income-decile").OrderBy(g => int.Parse(g.Group, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var (n, total, p, l, index) = (tenths.Sum(g => (double)g.Persons), tenths.Sum(g => g.Figures["subsidyTotal"]!.Value), 0.0, 0.0, 1.0);
        foreach (var tenth in tenths) // one less twice the area under the curve
        {
            var next = l + (tenth.Figures["subsidyTotal"]!.Value / total);
            index -= tenth.Persons / n * (l + next);
            (p, l) = (p + (tenth.Persons / n), next);
        }

        Assert.Equal(1, p, 12);
        Assert.Equal(index, projection.Indicators["subsidyConcentration"]!.Value, 9);
    }

    // One subsidised month and no other: nominal, and discounted by its month.
    [Fact]
    public void Present_value_discounts_by_the_month_in_which_is_paid()
    {
        var settings = new RunSettings { Persons = 1_000, Months = 24, Seed = 2 };
        var projection = Project(Plain(In(PersonState.Active), new Dictionary<string, double> { ["cost.discount-rate"] = .1 }, 40).Of("subsidy.share=1", "subsidy.from=18", "subsidy.months=1"), settings);
        Assert.Equal(1_000_000 * 16_800.0, projection.Indicators["fiscalCostTotal"]!.Value, 1);
        Assert.Equal(1_000_000 * 16_800.0 * Math.Pow(1.1, -1.5), projection.Indicators["fiscalCostPresentValue"]!.Value, 1);
    }

    [Fact]
    public void Small_groups_and_groups_with_few_cases_say_why_they_have_no_figures()
    {
        var projection = Project(Models.Model().Of(), new() { Persons = 300, Months = 24 });
        var small = projection.Groups.Where(g => g.Persons < 30).ToList();
        Assert.NotEmpty(small);
        Assert.All(small, g => Assert.True(g.Figures.Count == 0 && g.Reason is not null));
        foreach (var group in projection.Groups.Where(g => g.Persons >= 30))
            foreach (var (name, value) in group.Figures.Where(f => f.Key is "monthsToLapse" or "oldAgeAdequacy"))
                Assert.Equal(value is null, group.Missing.ContainsKey(name));
        Assert.Contains(projection.Groups, g => g.Missing.ContainsKey("oldAgeAdequacy"));
    }
}
