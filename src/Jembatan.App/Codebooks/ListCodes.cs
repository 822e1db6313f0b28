using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
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
        var codings = await db.Codings.GroupBy(c => c.CodeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var informants = request.WithInformants
            ? (await (from c in db.Codings join s in db.Sources on c.SourceId equals s.Id where s.InformantId != null select new { c.CodeId, s.InformantId }).Distinct().ToListAsync(cancellationToken))
                .ToLookup(p => p.CodeId, p => p.InformantId!.Value)
            : Array.Empty<Id<Informant>>().ToLookup(_ => default(Id<Code>));

        var rows = tree.InOrder().Select(at =>
        {
            var within = tree.Within(at.Code.Id);
            return new Row(
                at.Code.Id, at.Code.Label, at.Code.Name, tree.Find(at.Code.ParentId)?.Label, at.Depth, tree.ElementOf(at.Code), at.Code.Retired,
                codings.GetValueOrDefault(at.Code.Id), informants[at.Code.Id].Count(), within.Sum(w => codings.GetValueOrDefault(w)),
                within.SelectMany(w => informants[w]).Distinct().Count(), at.Code.Rules, tree.Find(at.Code.MergedInto)?.Label, at.Code.AnchorExample);
        });
        return new Response([.. rows], study.Value.CodebookVersion, study.Value.CodebookFrozen);
    }
}
