using System.Numerics;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codebooks;

/// <summary>Lists the codebook as a tree with counts.</summary>
public static class ListCodes
{
    /// <param name="WithInformants">Whether informants are counted, which takes longer on a very large study.</param>
    public sealed record Request(bool WithInformants = true);

    /// <param name="Version">Number of the version in force.</param>
    /// <param name="Frozen">Whether its definitions may not be changed.</param>
    public sealed record Response(IReadOnlyList<Row> Codes, int Version, bool Frozen);

    /// <param name="Code">Label.</param>
    /// <param name="Parent">Label of the code above.</param>
    /// <param name="Depth">0 at the root.</param>
    /// <param name="Element">Its own element, else that of the code above.</param>
    /// <param name="Codings">Codings of the code itself.</param>
    /// <param name="Informants">Distinct informants in whose sources the code itself stands.</param>
    /// <param name="CodingsWithin">Codings of the code and those below it.</param>
    /// <param name="InformantsWithin">Distinct informants of the code and those below it.</param>
    /// <param name="MergedInto">Label of the code that took its codings.</param>
    public sealed record Row(
        Id<Code> Id, string Code, Bilingual Name, string? Parent, int Depth, Element? Element, bool Retired, int Codings, int Informants, int CodingsWithin, int InformantsWithin,
        CodeRules Rules, string? MergedInto, Id<Coding>? AnchorExample);

    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var study = await db.StudyAsync(cancellationToken);
        if (study.Problem is { } problem) return problem;
        var tree = CodeTree.Of(await db.Codes.AsNoTracking().ToListAsync(cancellationToken));
        var (codings, informants) = request.WithInformants ? await CountBothAsync(db, cancellationToken) : (await CountAsync(db, cancellationToken), NoInformants);

        var rows = tree.InOrder().Select(at =>
        {
            var within = tree.Within(at.Code.Id);
            return new Row(
                at.Code.Id, at.Code.Label, at.Code.Name, tree.Find(at.Code.ParentId)?.Label, at.Depth, tree.ElementOf(at.Code), at.Code.Retired,
                codings.GetValueOrDefault(at.Code.Id), Members(informants.GetValueOrDefault(at.Code.Id, [])), within.Sum(w => codings.GetValueOrDefault(w)),
                Members(Union(within.Select(w => informants.GetValueOrDefault(w, [])))), at.Code.Rules, tree.Find(at.Code.MergedInto)?.Label, at.Code.AnchorExample);
        });
        return new Response([.. rows], study.Value.CodebookVersion, study.Value.CodebookFrozen);
    }

    private static Dictionary<Id<Code>, ulong[]> NoInformants => [];

    private static Task<Dictionary<Id<Code>, int>> CountAsync(JembatanDb db, CancellationToken cancellationToken) =>
        db.SeenCodings.GroupBy(c => c.CodeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    // Informants as bits, by their place in the study, so that codes above can take them over from codes below.
    private static async Task<(Dictionary<Id<Code>, int> Codings, Dictionary<Id<Code>, ulong[]> Informants)> CountBothAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var sources = await db.Sources.Where(s => s.InformantId != null).Select(s => new { s.Id, s.InformantId }).ToListAsync(cancellationToken);
        var places = sources.Select(s => s.InformantId!.Value).Distinct().Index().ToDictionary(i => i.Item, i => i.Index);
        var placeOf = sources.ToDictionary(s => s.Id, s => places[s.InformantId!.Value]);
        var (codings, informants) = (new Dictionary<Id<Code>, int>(), new Dictionary<Id<Code>, ulong[]>());
        foreach (var count in await CodingCounts.ReadAsync(db, coder: null, withOrphaned: true, withInterviewer: true, cancellationToken))
        {
            codings[count.Code] = codings.GetValueOrDefault(count.Code) + count.All;
            if (!placeOf.TryGetValue(count.Source, out var place)) continue;
            if (!informants.TryGetValue(count.Code, out var bits)) informants[count.Code] = bits = new ulong[(places.Count + 63) / 64];
            bits[place / 64] |= 1UL << (place % 64);
        }

        return (codings, informants);
    }

    private static ulong[] Union(IEnumerable<ulong[]> sets)
    {
        var union = Array.Empty<ulong>();
        foreach (var set in sets)
        {
            if (set.Length > union.Length) Array.Resize(ref union, set.Length);
            for (var i = 0; i < set.Length; i++) union[i] |= set[i];
        }

        return union;
    }

    private static int Members(ulong[] set) => set.Sum(BitOperations.PopCount);
}
