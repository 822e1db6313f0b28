namespace Jembatan.Statistics.Saturation;

/// <summary>How far the codebook had been found after so many interviews.</summary>
/// <param name="Events">How many events, from 1.</param>
/// <param name="NewCodes">Codes that the last of them brought.</param>
/// <param name="Codes">Different codes so far.</param>
/// <param name="Share">Different codes so far ÷ codes of all events, 0 to 1.</param>
public readonly record struct CodeSaturationStep(int Events, int NewCodes, int Codes, double Share);

/// <summary>When a code was understood.</summary>
/// <param name="Code">The code.</param>
/// <param name="FirstAt">Number of the event that brought the code, from 1.</param>
/// <param name="LastNewAt">Number of the last event that added a facet which the code had not shown before, from 1.</param>
/// <param name="Facets">Different facets over all events.</param>
/// <param name="Events">Events that hold the code.</param>
public readonly record struct MeaningSaturationCode(int Code, int FirstAt, int LastNewAt, int Facets, int Events);

/// <summary>A code with one of its facets, as an event showed it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Facet">A facet of its meaning, such as a code below it or the stance of the informant; numbers are the caller's.</param>
public readonly record struct CodeFacet(int Code, int Facet);

/// <summary>Code saturation and meaning saturation after Hennink, Kaiser and Marconi.</summary>
/// <remarks>
/// <b>Code saturation</b> ("heard it all"): share of the final codebook that had come up after each interview. <b>Meaning saturation</b> ("understood it all"): for each code, the last interview that added a facet which it had not shown before.
/// <para><b>Unit</b>: interviews, and shares of the codes of all events.</para>
/// <para><b>Left out</b>: the judgement what a facet is. The original finds them by reading; a program sees the codes below a code and the stance taken.</para>
/// <para><b>Cost</b>: O(Σ codes of events).</para>
/// <para><b>Source</b>: Hennink, M. M., Kaiser, B. N. and Marconi, V. C. (2017). Code saturation versus meaning saturation: how many interviews are enough? Qualitative Health Research 27(4), 591–608.</para>
/// <para><b>Oracle</b>: by hand.</para>
/// </remarks>
public static class CodeSaturation
{
    /// <summary>Share of the codebook found after each event.</summary>
    /// <param name="events">The codes of each event, in order.</param>
    /// <returns>One step for each event; none when no event holds a code.</returns>
    public static IReadOnlyList<CodeSaturationStep> Codes(IReadOnlyList<IReadOnlyCollection<int>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var all = events.SelectMany(e => e).Distinct().Count();
        if (all == 0) return [];
        var seen = new HashSet<int>();
        var steps = new List<CodeSaturationStep>(events.Count);
        foreach (var e in events)
        {
            var fresh = e.Count(seen.Add);
            steps.Add(new(steps.Count + 1, fresh, seen.Count, (double)seen.Count / all));
        }

        return steps;
    }

    /// <summary>The event at which each code was understood.</summary>
    /// <param name="events">The codes of each event with their facets, in order.</param>
    /// <returns>One row for each code, by the event that brought it and then by code.</returns>
    public static IReadOnlyList<MeaningSaturationCode> Meaning(IReadOnlyList<IReadOnlyCollection<CodeFacet>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var rows = new Dictionary<int, MeaningSaturationCode>();
        var seen = new HashSet<CodeFacet>();
        for (var i = 0; i < events.Count; i++)
        {
            foreach (var code in events[i].GroupBy(f => f.Code))
            {
                var fresh = code.Count(seen.Add);
                var row = rows.TryGetValue(code.Key, out var known) ? known : new(code.Key, i + 1, i + 1, 0, 0);
                rows[code.Key] = row with { LastNewAt = fresh > 0 ? i + 1 : row.LastNewAt, Facets = row.Facets + fresh, Events = row.Events + 1 };
            }
        }

        return [.. rows.Values.OrderBy(r => r.FirstAt).ThenBy(r => r.Code)];
    }
}
