using Jembatan.Simulation.Engine;

namespace Jembatan.Simulation.Membership;

/// <summary>Persons who move from one state to another.</summary>
/// <param name="From">Id of the state left.</param>
/// <param name="To">Id of the state entered.</param>
/// <param name="PersonsPerMonth">Mean over the year, persons of the population a month.</param>
public sealed record StateFlow(string From, string To, double PersonsPerMonth);

/// <summary>Reads the moves that a run counted.</summary>
public static class MembershipFlows
{
    /// <summary>The flows of one year between the ten states; payers are not told apart.</summary>
    /// <remarks>Moves counted in the year ÷ its months × (persons of the population ÷ persons simulated).</remarks>
    /// <param name="tally">What a run counted.</param>
    /// <param name="year">Years after the start, from 0.</param>
    /// <param name="months">Months of the run.</param>
    /// <param name="scale">Persons of the population that one simulated person stands for.</param>
    /// <returns>Flows above zero, largest first; empty when the run has no such year.</returns>
    public static IReadOnlyList<StateFlow> Of(Tally tally, int year, int months, double scale)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (year < 0 || year * 12 >= months || !tally.Parts.TryGetValue("flows", out var moves)) return [];
        var sums = new long[PersonStates.Counted, PersonStates.Counted];
        for (var from = 0; from < CountedClass.Count; from++)
        {
            for (var to = 0; to < CountedClass.Count; to++)
            {
                var (a, b) = (CountedClass.State(from), CountedClass.State(to));
                if (a < PersonStates.Counted && b < PersonStates.Counted && a != b) sums[a, b] += moves[(((year * CountedClass.Count) + from) * CountedClass.Count) + to];
            }
        }

        var length = Math.Min(12, months - (year * 12));
        return [.. from a in Enumerable.Range(0, PersonStates.Counted)
                   from b in Enumerable.Range(0, PersonStates.Counted)
                   where sums[a, b] > 0
                   orderby sums[a, b] descending, a, b
                   select new StateFlow(PersonStates.Ids[a], PersonStates.Ids[b], sums[a, b] * scale / length)];
    }
}
