using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A covered person misses a month: 4 → 5. With no income and no buffer the miss is certain; a sponsored or prepaid month cannot be missed.</summary>
public static class MissedPayment
{
    /// <summary>The transition with its starting values.</summary>
    public static Transition Transition { get; } = new(
        "missed-payment", new("Iuran terlewat", "Missed payment"), [PersonState.Active], PersonState.Grace,
        [
            Parameter.LogOdds("missed-payment.intercept", -2.2, 0.7, EvidenceGrade.D, "10 % a month [assumption]", "AD05", "AD06", "FI03"),
            Parameter.LogOdds("missed-payment.affordability", 0.6, 0.2, EvidenceGrade.D, "[assumption]", "FI01", "FI02", "MX01", "MX02"),
            Parameter.LogOdds("missed-payment.illiquid", 1.0, 0.7, EvidenceGrade.D, "[assumption]", "FI04", "MX05"),
            Parameter.LogOdds("missed-payment.after-support", 1.85, 0.35, EvidenceGrade.B, "Monthly exit of at least .175 once support ends: fewer than 10 % still enrolled after a year in Nicaragua, 1 - 0.1^(1/12) (Thornton et al. 2010, doi 10.1002/hec.1635); .413 missed x .75^3 not caught up; .413 against .10 at the intercept", "ST01"),
        ]);
}
