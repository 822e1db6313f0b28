using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Tests.Membership;

namespace Jembatan.Simulation.Tests.Levers;

/// <summary>What holds for every lever of the list.</summary>
public sealed class AllLeversTests
{
    private static readonly RunSettings Settings = new() { Persons = 20_000, Months = 36, Seed = 8 };

    private static MembershipModel Model => Models.Model() with { Sponsors = [Models.Budget(100_000, 3, 6, 18)] };

    public static TheoryData<string> Ids => [.. AllLevers.All.Select(l => l.Id)];

    private static Lever Of(string id) => AllLevers.All.Single(l => l.Id == id);

    private static Scenario Pulled(Lever lever, double strength, params string[] more) => Model.Of([FormattableString.Invariant($"{lever.Id}.{lever.Strength}={strength}"), .. more]);

    private static double Strong(Lever lever) => lever.Id == "channel-density" ? 0 : lever.Fields.Single(f => f.Name == lever.Strength) is var f && f.Default != lever.Neutral ? f.Default : f.High;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_lever_says_what_it_is_and_what_it_rests_on(string id)
    {
        var lever = Of(id);
        Assert.False(lever.Name.IsEmpty);
        Assert.NotEmpty(lever.Effect.Source);
        Assert.False(lever.Effect.IsUnverified);
        Assert.NotEmpty(lever.Claims);
        Assert.All(lever.Claims, c => Assert.Matches("^[A-Z]{2}[0-9]{2}$", c));
        Assert.Contains(lever.Fields, f => f.Name == lever.Strength);
        Assert.All(lever.Fields, f => Assert.InRange(f.Default, f.Low, f.High));
        if (lever.Effect.Unit == "log-odds") Assert.True(lever.Effect.Believed.Second >= EvidenceGrades.LeastSdLogOdds(lever.Effect.Grade));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_lever_at_rest_is_the_baseline_bit_for_bit(string id)
    {
        var lever = Of(id);
        Assert.Equal(Models.Count(Model.Of(), Settings).HashText, Models.Count(Pulled(lever, lever.Neutral), Settings).HashText);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_lever_that_is_pulled_changes_something_and_leaves_the_scenario_it_was_given(string id)
    {
        var (lever, before) = (Of(id), Model.Of());
        var after = lever.Apply(before, lever.Defaults);
        Assert.Equal(Model.Of().Effects, before.Effects);
        Assert.Null(before.Subsidy);
        Assert.NotEqual(Models.Count(Model.Of(), Settings).HashText, Models.Count(Pulled(lever, Strong(lever)), Settings).HashText);
        Assert.NotSame(before, after);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_lever_for_one_province_leaves_everyone_elses_history_unchanged(string id)
    {
        var lever = Of(id);
        var (before, after) = (Models.Histories(Model.Of(), Settings), Models.Histories(Pulled(lever, Strong(lever), $"{id}.province=DKI Jakarta"), Settings));
        var (row, inside, outside) = (Settings.Months + 1, 0, 0);
        for (var p = 0; p < Settings.Persons; p++)
        {
            var same = before.AsSpan(p * row, row).SequenceEqual(after.AsSpan(p * row, row));
            var kind = Models.Population.Rows[Models.Population.RowOf(Models.Population.Sampled(p, Settings.Persons))];
            if (kind.Province == 10) inside += same ? 0 : 1;
            else outside += same ? 0 : 1;
        }

        Assert.Equal(0, outside);
        Assert.True(inside > 0, "nobody in the province changed");
    }

    public static TheoryData<string> WithFirstMonth => [.. AllLevers.All.Where(l => l.Fields.Any(f => f.Name == "from")).Select(l => l.Id)];

    [Theory]
    [MemberData(nameof(WithFirstMonth))]
    public void A_lever_leaves_every_month_before_its_first_as_it_was(string id)
    {
        const int From = 20;
        var (lever, row) = (Of(id), Settings.Months + 1);
        var (before, after) = (Models.Histories(Model.Of(), Settings), Models.Histories(Pulled(lever, Strong(lever), $"{id}.from={From}"), Settings));
        for (var p = 0; p < Settings.Persons; p++) Assert.True(before.AsSpan(p * row, From).SequenceEqual(after.AsSpan(p * row, From)), $"person {p} lives otherwise before month {From}");
        Assert.False(before.AsSpan().SequenceEqual(after), "nothing changed from its first month on");
        Assert.Equal(Models.Count(Model.Of(), Settings).HashText, Models.Count(Pulled(lever, Strong(lever), $"{id}.from={Settings.Months + 1}"), Settings).HashText);
    }

    [Fact]
    public void Agents_are_paid_from_their_first_month_to_their_last()
    {
        var run = Models.Run(Model.Of("agents.density=5", "agents.from=5", "agents.months=6"), Settings.Months);
        var monthly = run.Project([run.Count(Settings, 0, null, TestContext.Current.CancellationToken).Value], Settings.Persons, "replicates").Monthly;
        Assert.All(monthly, m => Assert.Equal(m.Month is >= 5 and < 11, m.Values["fiscalCost"] > 0));
    }

    /// <summary>T16: in the first month in which two histories differ, the one with the lever stands better in the decision that the lever acts on.</summary>
    [Theory]
    [InlineData("assisted-registration.reach=1", PersonState.Aware, PersonState.Attempted, PersonState.Registered)]
    [InlineData("awareness-campaign.effect=1", PersonState.Unaware, PersonState.Aware, PersonState.Aware)]
    [InlineData("reminders.reach=1", PersonState.Grace, PersonState.Active, PersonState.Active)]
    [InlineData("auto-debit.reach=1", PersonState.Grace, PersonState.Active, PersonState.Active)]
    [InlineData("subsidy.share=1", PersonState.Aware, PersonState.Attempted, PersonState.Registered)]
    public void The_first_difference_is_never_to_the_worse(string setting, PersonState worse, PersonState better, PersonState best)
    {
        var settings = Settings with { Persons = 100_000 };
        var (before, after) = (Models.Histories(Models.Model().Of(), settings), Models.Histories(Models.Model().Of(setting), settings));
        var (row, differing) = (settings.Months + 1, 0);
        for (var p = 0; p < settings.Persons; p++)
        {
            for (var t = 1; t <= settings.Months; t++)
            {
                var (b, a) = ((PersonState)before[(p * row) + t], (PersonState)after[(p * row) + t]);
                if (b == a) continue;
                differing++;
                Assert.True(a != worse || b is not (PersonState.Registered or PersonState.Active), $"{b} became {a}");
                Assert.True(a == better || a == best, $"{b} became {a}");
                break;
            }
        }

        Assert.True(differing > 20);
        double Covered(byte[] histories) => Enumerable.Range(0, (int)settings.Persons).Average(p => histories[(p * row) + settings.Months] == (int)PersonState.Active ? 1.0 : 0);
        Assert.True(Covered(after) >= Covered(before));
    }

    [Fact]
    public void Two_levers_on_one_barrier_add_less_than_both()
    {
        // The sum less half the smaller: 0.5 and 0.3 together push as 0.65 alone.
        var settings = Settings with { Persons = 5_000 };
        string Hash(params string[] levers) => Models.Count(Models.Model().Of(levers), settings).HashText;
        Assert.Equal(
            Hash("assisted-registration.reach=1", "assisted-registration.effect=0.625"),
            Hash("assisted-registration.reach=1", "assisted-registration.effect=0.5", "group-enrolment.reach=1", "group-enrolment.effect=0.25"));
    }

    [Theory]
    [InlineData("subsidy", "lever/not-written-so")]
    [InlineData("subsidy.share", "lever/not-written-so")]
    [InlineData("subsidy.share=", "lever/not-written-so")]
    [InlineData("subsidies.share=1", "lever/unknown")]
    [InlineData("subsidy.part=1", "lever/unknown-field")]
    [InlineData("subsidy.share=2", "lever/value")]
    [InlineData("subsidy.share=NaN", "lever/value")]
    [InlineData("subsidy.months=2.5", "lever/value")]
    [InlineData("agents.from=1.01", "lever/value")]
    [InlineData("sponsor-continuity.years=.5", "lever/value")]
    [InlineData("subsidy.sector=farming", "lever/value")]
    [InlineData("subsidy.province=Atlantis", "population/no-province")]
    public void Settings_that_are_none_are_refused(string setting, string code) => Assert.Equal(code, AllLevers.Apply(new(Models.Model()), [setting]).Problem?.Code);

    [Theory]
    [InlineData("subsidy.through-price=0.5", "Write 0 or 1.")]
    [InlineData("reminders.half-life=0.25", "Write a number from 0.5 to 1200")]
    [InlineData("reminders.months=1.5", "Write a whole number from 1 to 1200")]
    public void A_value_that_is_refused_says_what_is_taken(string setting, string said)
    {
        var problem = AllLevers.Apply(new(Models.Model()), [setting]).Problem!;
        Assert.Equal(("lever/value", setting), (problem.Code, problem.At));
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subsidy.through-price=1")]
    [InlineData("reminders.half-life=0.5")]
    public void A_value_at_the_edge_is_taken(string setting) => Assert.Null(AllLevers.Apply(new(Models.Model()), [setting]).Problem);
}
