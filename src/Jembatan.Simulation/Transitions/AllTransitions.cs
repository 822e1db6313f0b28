using System.Collections.Immutable;

namespace Jembatan.Simulation.Transitions;

/// <summary>Every transition, in the order in which a month goes through them. A new one is one file and one line here.</summary>
public static class AllTransitions
{
    /// <summary>The list.</summary>
    public static ImmutableArray<Transition> All { get; } =
    [
        AgeOut.Transition,
        Death.Transition,
        FormalJob.Transition,
        FormalReturn.Transition,
        MissedPayment.Transition,
        CatchUp.Transition,
        EndedByRule.Transition,
        FirstPayment.Transition,
        ReEntry.Transition,
        SavingsClaim.Transition,
        Registration.Transition,
        Awareness.Transition,
    ];
}
