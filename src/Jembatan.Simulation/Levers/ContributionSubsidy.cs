using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>The state pays a share of the members' own contributions for work accident and death.</summary>
/// <remarks>
/// By default it acts through the measured effect on registration, linear between 0, half (+0.46) and full (effect); with <c>through-price</c> 1 it acts by lowering the price instead, never both.
/// Members who registered thanks to it alone, told by their own luck, miss payments more often once it ends (<c>missed-payment.after-support</c>); those who would have come anyway are deadweight.
/// <para><b>Source</b>: full: Banerjee et al. 2021; half with information: Capuno et al., OR 1.59.</para>
/// </remarks>
public static class ContributionSubsidy
{
    private const double Half = .46;

    private static readonly Parameter Effect = Parameter.LogOdds(
        "subsidy.effect", 1.3, .45, EvidenceGrade.B, "Indonesia, JKN trial, some 6,000 households: full subsidy +18.6 points on 8 % in a year, ln[ln(1-.266)/ln(1-.08)] = 1.31 (Banerjee et al. 2021, AER 111(9):3035)");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "subsidy", new("Subsidi iuran", "Contribution subsidy"), "share", 0,
        [
            new("share", new("bagian yang dibayar negara", "share paid by the state"), "share", 1, 0, 1), Lever.Size(Effect), Lever.Reach(1), Lever.From, Lever.Months with { Default = 12 },
            new("through-price", new("lewat harga", "through the price"), "0 or 1", 0, 0, 1),
        ],
        Effect, ["FI01", "FI05"], Apply);

    private static Scenario Apply(Scenario scenario, LeverSettings s)
    {
        var (share, price) = (s["share"], s["through-price"] >= .5);
        var subsidised = scenario with { Subsidy = new(new(s.Target, s["reach"]), share, s.Whole("from"), s.Whole("months"), price) };
        var push = (share <= .5 ? Half * share / .5 : Half + ((Effect.Value - Half) * (share - .5) / .5)) * s["effect"] / Effect.Value;
        return price ? subsidised : Lever.Push(subsidised, "subsidy", s, null, (PersonState.Aware, push), (PersonState.Attempted, push));
    }
}
