using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.Servo;

/// <summary>A quote that may stand for a cause.</summary>
/// <param name="Id">The coding.</param>
/// <param name="Source">Name of the source, to break ties.</param>
/// <param name="Start">First position, code points.</param>
/// <param name="Length">Length, code points.</param>
/// <param name="Informant">Name of the informant; null when not known.</param>
/// <param name="Group">The informant's group.</param>
/// <param name="Basis">Basis of the statement.</param>
/// <param name="Stance">1, 0 or −1.</param>
public sealed record QuoteCandidate(Id<Coding> Id, string Source, int Start, int Length, string? Informant, InformantGroup? Group, Basis? Basis, int Stance);

/// <summary>Chooses the few quotes that a cause is shown with.</summary>
public static class QuoteSpread
{
    /// <summary>Shortest and longest quote, in code points, that reads well on its own.</summary>
    public const int ShortOfMedium = 60, LongOfMedium = 320;

    /// <summary>Chooses quotes spread over informants and groups.</summary>
    /// <remarks>
    /// One at a time, the candidate that is least by, in this order: how often its informant was chosen already; how often its group was; basis (experience, observation, knowledge,
    /// none); how far its length lies outside 60 to 320 code points; source, position, identity. No chance enters.
    /// <para><b>Source</b>: a proposal of Jembatan; the quotes illustrate, the counts beside them say how many spoke so.</para>
    /// </remarks>
    /// <param name="candidates">Quotes of the cause, any order.</param>
    /// <param name="count">How many at most, 0 or more.</param>
    /// <param name="includeContradicting">Whether the last place goes to a quote of stance −1 when there is one; otherwise only stances 0 and 1 are chosen.</param>
    /// <returns>Up to <paramref name="count"/> quotes in order of choice, the contradicting one last.</returns>
    public static IReadOnlyList<QuoteCandidate> Choose(IReadOnlyList<QuoteCandidate> candidates, int count, bool includeContradicting)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var holding = candidates.Where(c => c.Stance >= 0).ToList();
        var against = includeContradicting ? candidates.Where(c => c.Stance < 0).ToList() : [];
        var chosen = new List<QuoteCandidate>();
        var forHolding = against.Count > 0 ? count - 1 : count;
        while (chosen.Count < forHolding && holding.Count > 0) Take(holding, chosen);
        if (against.Count > 0 && chosen.Count < count) Take(against, chosen);
        return chosen;
    }

    private static void Take(List<QuoteCandidate> from, List<QuoteCandidate> chosen)
    {
        var next = from
            .OrderBy(c => chosen.Count(x => c.Informant is not null ? x.Informant == c.Informant : x.Source == c.Source))
            .ThenBy(c => chosen.Count(x => x.Group == c.Group))
            .ThenBy(c => c.Basis switch { Basis.Experience => 0, Basis.Observation => 1, Basis.Knowledge => 2, _ => 3 })
            .ThenBy(c => Math.Max(0, Math.Max(ShortOfMedium - c.Length, c.Length - LongOfMedium)))
            .ThenBy(c => c.Source, StringComparer.Ordinal).ThenBy(c => c.Start).ThenBy(c => c.Length).ThenBy(c => c.Id)
            .First();
        from.Remove(next);
        chosen.Add(next);
    }
}
