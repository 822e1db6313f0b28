using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>An association, cooperative or savings circle enrols its members.</summary>
/// <remarks>Push on registration of group members.</remarks>
public static class GroupEnrolment
{
    private static readonly Parameter Effect = Parameter.LogOdds("group-enrolment.effect", 0.9, 0.7, EvidenceGrade.B, "Kenya: 12 % through existing informal groups, 7 % after a year, against about 5 % without (Chemin 2018; the 5 % is read off [assumption]); ln[ln(1-.12)/ln(1-.05)] = .91");

    /// <summary>The lever.</summary>
    public static Lever Lever { get; } = new(
        "group-enrolment", new("Pendaftaran lewat kelompok", "Enrolment through groups"), "reach", 0, [Lever.Reach(.2), Lever.Size(Effect), Lever.From, Lever.Months, Lever.Cost], Effect,
        ["SO01", "SO02", "AW08"],
        (scenario, s) => Lever.Push(scenario, "group-enrolment", s, null, (PersonState.Aware, s["effect"]), (PersonState.Attempted, s["effect"])));
}
