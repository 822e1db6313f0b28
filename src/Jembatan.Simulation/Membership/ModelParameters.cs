using System.Collections.Immutable;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Transitions;

namespace Jembatan.Simulation.Membership;

/// <summary>The parameters that belong to no single transition: income, buffer, cost, frailty, savings; and all of the model together.</summary>
/// <remarks>
/// ln y = α + s(sector, month) + z + λ′F + ε, z ← ρz + σ_η η; a month without income with probability π₀; L ← clip(L + κ(min(y/ȳ, 3) − 1) − a·paid + μ, 0, L_max).
/// <para><b>Unit</b>: rupiah of month 0; L in months of own income.</para>
/// </remarks>
public static class ModelParameters
{
    /// <summary>Income, buffer, cost, frailty and savings.</summary>
    public static ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Of("income.rho", .975, "share kept per month", Prior.Uniform(.96, .99), EvidenceGrade.C, "Rural Indonesia: 30 % of a shock remains after four years, .30^(1/48) (Newhouse)", "FI02"),
        Parameter.Of("income.sd-transitory", .35, "log income", Prior.Uniform(.25, .55), EvidenceGrade.C, "CV .39 to .55 of monthly income in the US Financial Diaries (Hannagan and Morduch 2015); no Indonesian figure found", "FI02"),
        Parameter.Of("income.sd-innovation", .06, "log income", Prior.Uniform(.03, .10), EvidenceGrade.D, "Residual, so that the cross-section fits [assumption]", "FI02"),
        Parameter.Of("income.sd-permanent", .61, "log income", Prior.Fixed, EvidenceGrade.C, "Derived: .754^2 = .61^2 + .06^2/(1 - .975^2) + .35^2; .754 measured for own-account workers", "FI01"),
        Parameter.Of("income.median", 1_400_000, "rupiah per month", Prior.Fixed, EvidenceGrade.B, "Mean of informal workers 2022 Rp1,862,958 (BPS) times exp(-.754^2/2)", "FI01"),
        Parameter.Of("income.zero-month", .03, "probability per month", Prior.Beta(3, 97), EvidenceGrade.D, "[assumption]", "FI02", "MX05"),
        Parameter.Of("income.season-agriculture", .10, "log income", Prior.Uniform(0, .3), EvidenceGrade.D, "Half the swing between harvest (peak in April) and lean months [assumption]", "MX04"),
        Parameter.Of("income.price-pass-through", .7, "share", Prior.Uniform(.3, 1), EvidenceGrade.D, "Share of surprising inflation that informal income follows; the rest fades by 3 % a month [assumption]", "MX01"),
        Parameter.Of("liquidity.response", .3, "months of income", Prior.Uniform(.1, .5), EvidenceGrade.D, "[assumption]", "FI04"),
        Parameter.Of("liquidity.drift", -.035, "months of income per month", Prior.Fixed, EvidenceGrade.D, "Chosen so that without shocks the mean buffer over ten years stays near where it starts, .73 months [assumption]", "FI04"),
        Parameter.Of("liquidity.most", 3, "months of income", Prior.Fixed, EvidenceGrade.D, "[assumption]", "FI04"),
        Parameter.Of("liquidity.median", .5, "months of income", Prior.Uniform(.2, 1), EvidenceGrade.D, "[assumption]", "FI04"),
        Parameter.Of("liquidity.sd", 1, "log months", Prior.Fixed, EvidenceGrade.D, "[assumption]", "FI04"),
        Parameter.Of("affordability.reference", .02, "share of income", Prior.Fixed, EvidenceGrade.D, "Point of reference of ln(a/ā); no effect of its own"),
        Parameter.Of("frailty.sd", .5, "log-odds", Prior.Uniform(.2, .8), EvidenceGrade.D, "[assumption]"),
        Parameter.Of("cost.digital", 2_500, "rupiah per payment", Prior.Uniform(0, 5_000), EvidenceGrade.D, "[assumption]", "AD02", "AD03"),
        Parameter.Of("cost.cash", 10_000, "rupiah per payment", Prior.Uniform(5_000, 20_000), EvidenceGrade.D, "[assumption]", "AD02"),
        Parameter.Of("cost.share-digital", .3, "share", Prior.Beta(6, 14), EvidenceGrade.D, "[assumption]", "AD03"),
        Parameter.Of("cost.discount-rate", .05, "per year", Prior.Fixed, EvidenceGrade.D, "Turns costs of later months into present value; no effect on anybody [assumption]"),
        Parameter.Of("savings.share", .15, "share", Prior.Beta(3, 17), EvidenceGrade.D, "Share of members who add old-age savings [assumption]", "PR03"),
        Parameter.Of("savings.interest", .055, "per year", Prior.Fixed, EvidenceGrade.D, "[assumption]"),
    ];

    /// <summary>All parameters of the model with their starting values.</summary>
    public static ParameterSet Default { get; } = ParameterSet.Of(Own.Concat(AllTransitions.All.SelectMany(t => t.Parameters)));
}
