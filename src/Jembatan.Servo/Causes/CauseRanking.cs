using System.Numerics;
using System.Runtime.InteropServices;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>A code as the ranking sees it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Label">Its key, such as <c>FI02</c>.</param>
/// <param name="Parent">The code above it.</param>
/// <param name="IsCause">Whether it is ranked; other codes still hand their codings up to ranked ones above them.</param>
public sealed record CauseCode(Id<Code> Id, string Label, Id<Code>? Parent, bool IsCause = true);

/// <summary>How one informant used one code: counts of codings outside interviewer turns, by the coders asked for.</summary>
/// <param name="Code">The code itself, without descendants.</param>
/// <param name="Informant">The informant.</param>
/// <param name="Group">The informant's group; null when not known.</param>
/// <param name="Holding">Codings with stance 1 or 0.</param>
/// <param name="Contradicting">Codings with stance −1.</param>
/// <param name="Experience">Codings told from experience, whatever the stance.</param>
/// <param name="Knowledge">Codings told from knowledge.</param>
/// <param name="Observation">Codings told from observation.</param>
public readonly record struct CodeUse(
    Id<Code> Code, Id<Informant> Informant, InformantGroup? Group, int Holding, int Contradicting, int Experience, int Knowledge, int Observation);

/// <summary>How many codings rest on what.</summary>
/// <param name="Experience">Lived through.</param>
/// <param name="Knowledge">Learnt or told.</param>
/// <param name="Observation">Seen in others.</param>
/// <param name="NotJudged">No basis given.</param>
public sealed record BasisMix(int Experience, int Knowledge, int Observation, int NotJudged);

/// <summary>A cause in the ranking. Its share of informants is no prevalence: they were chosen on purpose.</summary>
/// <param name="Code">The code.</param>
/// <param name="Label">Its key.</param>
/// <param name="Informants">Distinct informants with at least one coding of it or a descendant, stance 0 or 1.</param>
/// <param name="Groups">Of those, how many per group, in the order of <see cref="InformantGroup"/>; groups without any are absent.</param>
/// <param name="WithoutGroup">Of those, how many have no known group.</param>
/// <param name="Codings">Codings of it and its descendants, any stance.</param>
/// <param name="Contradicting">Distinct informants with at least one coding of stance −1; one who says both counts in both.</param>
/// <param name="Basis">Basis of the codings.</param>
public sealed record CauseRow(
    Id<Code> Code, string Label, int Informants, IReadOnlyDictionary<InformantGroup, int> Groups, int WithoutGroup, int Codings, int Contradicting, BasisMix Basis);

/// <summary>Two causes that the same informants name.</summary>
/// <param name="Code">The other cause.</param>
/// <param name="Label">Its key.</param>
/// <param name="Informants">Informants who name both.</param>
/// <param name="Jaccard">Those ÷ informants who name either, above 0 to 1.</param>
public sealed record CauseOverlap(Id<Code> Code, string Label, int Informants, double Jaccard);

/// <summary>Causes of non-coverage ranked by informants, not by quotes.</summary>
public sealed class CauseRanking
{
    private readonly Dictionary<Id<Code>, ulong[]> holders = [];
    private readonly Dictionary<Id<Code>, IReadOnlyList<Id<Code>>> lineage = [];

    /// <summary>Ranks causes.</summary>
    /// <remarks>
    /// A code's informants are the union of its own and its descendants': sets, not sums. Order: informants, then groups reached, both descending, then key of the code, ordinal.
    /// <para><b>Cost</b>: O(uses · depth + codes · informants ÷ 64).</para>
    /// <para><b>Source</b>: a proposal of Jembatan; counting informants rather than statements keeps a talkative one from deciding.</para>
    /// </remarks>
    /// <param name="codes">The codebook; a circle among parents ends where it closes.</param>
    /// <param name="uses">Counts per code and informant; several rows for the same two add up. Uses of codes not given are left out.</param>
    public CauseRanking(IReadOnlyList<CauseCode> codes, IReadOnlyList<CodeUse> uses)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(uses);
        var byId = codes.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        foreach (var code in byId.Values) lineage[code.Id] = UpFrom(code, byId);

        var informants = new Dictionary<Id<Informant>, int>();
        var (placeOf, groupOf) = (new int[uses.Count], new List<InformantGroup?>());
        for (var i = 0; i < placeOf.Length; i++)
        {
            var use = uses[i];
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(informants, use.Informant, out var known);
            if (!known)
            {
                place = groupOf.Count;
                groupOf.Add(use.Group);
            }

            placeOf[i] = place;
        }

        var tallies = byId.Keys.ToDictionary(id => id, _ => new Tally(informants.Count));
        var lines = lineage.ToDictionary(l => l.Key, l => l.Value.Select(code => tallies[code]).ToArray());
        Tally[]? line = null;
        for (var i = 0; i < placeOf.Length; i++)
        {
            var use = uses[i];
            if (i == 0 || use.Code != uses[i - 1].Code) line = lines.GetValueOrDefault(use.Code);       // uses come code after code
            foreach (var tally in line ?? []) tally.Add(use, placeOf[i]);
        }

        foreach (var (id, tally) in tallies) holders[id] = tally.Holders;
        Rows = [.. byId.Values.Where(c => c.IsCause)
            .Select(c => tallies[c.Id].Row(c, groupOf))
            .Where(r => r.Codings > 0)
            .OrderByDescending(r => r.Informants).ThenByDescending(r => r.Groups.Count).ThenBy(r => r.Label, StringComparer.Ordinal)];
        Named = Rows.Where(r => r.Informants > 0).Select(r => r.Code).ToHashSet();
    }

    /// <summary>The causes with at least one coding, first in rank first; those that are only contradicted stand last.</summary>
    public IReadOnlyList<CauseRow> Rows { get; }

    /// <summary>The causes that at least one informant names.</summary>
    public IReadOnlySet<Id<Code>> Named { get; }

    /// <summary>The causes that the informants of one cause name too.</summary>
    /// <remarks>Jaccard = |A∩B| ÷ |A∪B| over informants with stance 0 or 1. Codes above and below the cause are left out: they share informants by construction.</remarks>
    /// <param name="cause">The cause.</param>
    /// <param name="take">How many at most.</param>
    /// <returns>Most shared informants first, then Jaccard, then key; empty for an unknown code.</returns>
    public IReadOnlyList<CauseOverlap> CoOccurring(Id<Code> cause, int take)
    {
        if (!holders.TryGetValue(cause, out var own)) return [];
        return [.. Rows
            .Where(r => !lineage[r.Code].Contains(cause) && !lineage[cause].Contains(r.Code))
            .Select(r => (Row: r, Shared: Shared(own, holders[r.Code])))
            .Where(r => r.Shared.Both > 0)
            .Select(r => new CauseOverlap(r.Row.Code, r.Row.Label, r.Shared.Both, (double)r.Shared.Both / r.Shared.Either))
            .OrderByDescending(o => o.Informants).ThenByDescending(o => o.Jaccard).ThenBy(o => o.Label, StringComparer.Ordinal)
            .Take(take)];
    }

    private static (int Both, int Either) Shared(ulong[] a, ulong[] b)
    {
        var (both, either) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            both += BitOperations.PopCount(a[i] & b[i]);
            either += BitOperations.PopCount(a[i] | b[i]);
        }

        return (both, either);
    }

    private static List<Id<Code>> UpFrom(CauseCode code, Dictionary<Id<Code>, CauseCode> byId)
    {
        var line = new List<Id<Code>> { code.Id };
        while (byId[line[^1]].Parent is { } parent && byId.ContainsKey(parent) && !line.Contains(parent)) line.Add(parent);
        return line;
    }

    /// <summary>Sums of one code while uses come in; sets of informants are bits.</summary>
    private sealed class Tally(int informants)
    {
        private readonly ulong[] contradicting = new ulong[(informants + 63) / 64];
        private int codings, experience, knowledge, observation;

        public ulong[] Holders { get; } = new ulong[(informants + 63) / 64];

        public void Add(CodeUse use, int informant)
        {
            if (use.Holding > 0) Holders[informant / 64] |= 1UL << (informant % 64);
            if (use.Contradicting > 0) contradicting[informant / 64] |= 1UL << (informant % 64);
            codings += use.Holding + use.Contradicting;
            (experience, knowledge, observation) = (experience + use.Experience, knowledge + use.Knowledge, observation + use.Observation);
        }

        public CauseRow Row(CauseCode code, List<InformantGroup?> groupOf)
        {
            var groups = Enumerable.Range(0, informants).Where(i => (Holders[i / 64] >> (i % 64) & 1) == 1).Select(i => groupOf[i]).ToList();
            var counts = new SortedDictionary<InformantGroup, int>();
            foreach (var g in groups)
                if (g is { } known) counts[known] = counts.GetValueOrDefault(known) + 1;
            return new(code.Id, code.Label, groups.Count, counts, groups.Count(g => g is null), codings, contradicting.Sum(BitOperations.PopCount),
                new(experience, knowledge, observation, codings - experience - knowledge - observation));
        }
    }
}
