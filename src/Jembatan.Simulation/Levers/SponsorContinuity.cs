using System.Collections.Immutable;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>Sponsors pay month by month without gaps, so that nobody falls out between two budgets.</summary>
/// <remarks>From its first month on, each sponsor's stretches are replaced by stretches of twelve months in a row, for as many years as asked, paid while they run. Places and persons stay the same. With a target only the places of those meant are continued; the others keep theirs as they were.</remarks>
public static class SponsorContinuity
{
    private static readonly Parameter Effect = Parameter.Of(
        "sponsor-continuity.years", 10, "years", Prior.Fixed, EvidenceGrade.C,
        "Officials lay the fall of early 2025 to budget-paid members who are paid once or twice a year and not monthly; the mechanism is the rule of arrears");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "sponsor-continuity", new("Kesinambungan penanggung iuran", "Sponsor continuity"), "years", 0,
        [new("years", new("lama", "duration"), "years", 10, 0, 100), Lever.From], Effect, ["ST01", "AD07"], Apply);

    private static Scenario Apply(Scenario scenario, LeverSettings s)
    {
        var (years, from) = (s.Whole("years"), s.Whole("from"));
        if (years == 0) return scenario;
        var everybody = s.Target == Target.Everybody;
        return scenario with { Model = scenario.Model with { Sponsors = [.. scenario.Model.Sponsors.SelectMany(sponsor => everybody ? [Continued(sponsor)] : (Sponsor[])[sponsor with { Except = s.Target }, Continued(sponsor) with { Only = s.Target }])] } };

        Sponsor Continued(Sponsor sponsor) => sponsor with { Unbroken = (Math.Max(from, sponsor.Starts.IsEmpty ? from : sponsor.Starts.Min()), years) };
    }
}
