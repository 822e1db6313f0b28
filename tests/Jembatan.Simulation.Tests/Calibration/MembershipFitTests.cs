using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Calibration;

public sealed class MembershipFitTests
{
    private static readonly List<CalibrationTarget> Targets = [.. CalibrationTargets.Shipped().Where(t => t.Use == TargetUse.Fit)];

    private static readonly MembershipModel Model = new(
        "test", CalendarMonth.Of(2023, 12), SyntheticPopulation.Shipped(), [0.46, 0.325, 0.02, 0.02, 0.074, 0.012, 0.07, 0.019, 0, 0], ModelParameters.Default,
        [new("local", Payer.LocalBudget, 2_000_000, [-2, 10, 22], 3, SponsorPayment.Running, Target.Everybody, "test")], RuleBook.Shipped(), null, Switches.On, null);

    [Fact]
    public void The_model_starts_with_the_members_of_the_first_target()
    {
        var fit = MembershipFit.Of(Model, Targets, true, CalendarMonth.Of(2025, 5), 20_000).Value;
        var path = fit.Path([-4.6, -2.2, 0, 1, 1, 1, 1], 7, 12, CancellationToken.None);
        Assert.Equal(2.49, path[0], 0.35); // four standard errors of 20,000 persons
        Assert.Equal(13, path.Length);
        Assert.Equal(["registration.intercept", "missed-payment.intercept", "registration-growth", "places-2021", "places-2022", "places-2023", "renewal"], fit.Parameters.Select(p => p.Name));
    }

    [Fact]
    public void More_registration_more_places_and_fewer_misses_each_raise_the_stock_and_luck_is_shared()
    {
        var fit = MembershipFit.Of(Model, Targets, true, CalendarMonth.Of(2025, 5), 8_000).Value;
        double End(params double[] p) => fit.Path(p, 7, 24, CancellationToken.None)[24];
        var middle = End(-4.6, -2.2, 0, 1, 1, 1, 1);
        Assert.Equal(middle, End(-4.6, -2.2, 0, 1, 1, 1, 1));
        Assert.True(End(-3.6, -2.2, 0, 1, 1, 1, 1) > middle);
        Assert.True(End(-4.6, -3.2, 0, 1, 1, 1, 1) > middle);
        Assert.True(End(-4.6, -2.2, 0, 1, 2, 1, 1) > middle);
        Assert.True(End(-4.6, -2.2, 1.5, 1, 1, 1, 1) > middle);
        Assert.Equal(fit.Path([-4.6, -2.2, 0, 1, 1, 1, 1], 7, 12, CancellationToken.None)[12], fit.Path([-4.6, -2.2, 1.5, 1, 1, 1, 1], 7, 12, CancellationToken.None)[12]); // growth begins in the second year
        Assert.Equal(middle, End(-4.6, -2.2, 0, 1, 1, 3, 1)); // places of 2023 do not reach back to December 2022
    }

    [Fact]
    public void Sponsors_make_the_last_quarter_jump_and_without_them_there_are_three_parameters()
    {
        var on = MembershipFit.Of(Model, Targets, true, CalendarMonth.Of(2025, 5), 20_000).Value.Path([-4.6, -2.2, 0, 1, 1, 1, 1], 3, 12, CancellationToken.None);
        var off = MembershipFit.Of(Model, Targets, false, CalendarMonth.Of(2025, 5), 20_000).Value;
        Assert.Equal(3, off.Parameters.Length);
        var without = off.Path([-4.6, -2.2, 0], 3, 12, CancellationToken.None);
        Assert.True(on[10] - on[9] > 1, $"{on[9]:0.00} to {on[10]:0.00}");
        Assert.True(Math.Abs(without[10] - without[9]) < 0.3, $"{without[9]:0.00} to {without[10]:0.00}");
    }

    [Fact]
    public void Targets_that_make_no_sense_are_told()
    {
        Assert.Equal("validation/too-few", MembershipFit.Of(Model, [.. Targets.Take(2)], true, CalendarMonth.Of(2025, 5), 100).Problem!.Code);
        Assert.Equal("calibration/unreachable-target", MembershipFit.Of(Model, [Targets[0] with { Value = 1e9 }, .. Targets.Skip(1)], true, CalendarMonth.Of(2025, 5), 100).Problem!.Code);
    }
}
