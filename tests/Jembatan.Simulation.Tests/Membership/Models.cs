using System.Collections.Immutable;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Membership;

internal static class Models
{
    public static CalendarMonth Start { get; } = CalendarMonth.Of(2024, 1);

    /// <summary>Six kinds of persons in three provinces.</summary>
    public static PersonTable Population { get; } = new(
        [
            new(4, false, false, 42, Schooling.Primary, Sector.Agriculture, WorkStatus.OwnAccount, null),
            new(4, true, true, 32, Schooling.Senior, Sector.Trade, WorkStatus.OwnAccount, null),
            new(10, true, false, 27, Schooling.Senior, Sector.Transport, WorkStatus.OwnAccount, null),
            new(10, true, true, 22, Schooling.Junior, Sector.Lodging, WorkStatus.CasualOther, null),
            new(18, false, true, 57, Schooling.None, Sector.Agriculture, WorkStatus.FamilyWorker, null),
            new(18, false, false, 62, Schooling.Primary, Sector.Construction, WorkStatus.CasualOther, null),
        ],
        [300_000, 300_000, 200_000, 200_000, 200_000, 100_000], "test");

    public static MembershipModel Model(Switches? switches = null) => new(
        "test", Start, Population, [.46, .30, .02, .03, .09, .02, .05, .01, .02, 0], ModelParameters.Default, [], RuleBook.Shipped(), null, switches ?? Switches.On, null);

    public static Scenario Scenario(params ReadOnlySpan<string> levers) => AllLevers.Apply(new(Model()), levers.ToArray()).Value;

    public static Scenario Of(this MembershipModel model, params ReadOnlySpan<string> levers) => AllLevers.Apply(new(model), levers.ToArray()).Value;

    public static Sponsor Budget(long places, int months, params int[] starts) =>
        new("budget", Payer.LocalBudget, places, [.. starts], months, SponsorPayment.Running, Target.Everybody, "test");

    public static MembershipRun Run(Scenario scenario, int months) => MembershipRun.Of(scenario, months).Value;

    public static Tally Count(Scenario scenario, RunSettings settings) => Run(scenario, settings.Months).Count(settings, 0, null, TestContext.Current.CancellationToken).Value;

    public static byte[] Histories(Scenario scenario, RunSettings settings) => Run(scenario, settings.Months).Histories(settings);

    public static ImmutableArray<double> Shares(Scenario scenario, RunSettings settings, int month)
    {
        var projection = Run(scenario, settings.Months).Project([Count(scenario, settings)], settings.Persons, "replicates");
        return [.. PersonStates.Ids.Select(id => projection.Series[month].States[id])];
    }
}
