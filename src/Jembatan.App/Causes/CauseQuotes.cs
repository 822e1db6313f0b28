using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Servo;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Causes;

/// <summary>Chooses the few quotes that a code is shown with, by small queries of their own.</summary>
internal sealed class CauseQuotes(JembatanDb db, CodeUses uses, CodeTree tree, Id<Coder>? coder, bool withInterviewer)
{
    private const int MostSources = 24;
    private readonly ILookup<Id<Code>, UseCount> byCode = uses.Counts.ToLookup(c => c.Code);

    /// <summary>Quotes of stance 0 or 1, or of stance −1, spread over informants, groups and bases.</summary>
    public async Task<IReadOnlyList<CauseQuote>> ChooseAsync(Id<Code> code, bool contradicting, int count, CancellationToken cancellationToken)
    {
        var codes = tree.Below(code).Where(byCode.Contains).ToList();
        var sources = Spread(codes.SelectMany(c => byCode[c]).Where(c => (contradicting ? c.Contradicting : c.Holding) > 0).Select(c => uses.Sources[c.Source]).Distinct());
        if (sources.Count == 0) return [];
        var rows = await CodeUses.Counting(db, coder, withInterviewer)
            .Where(c => codes.Contains(c.CodeId) && sources.Contains(c.SourceId) && (contradicting ? c.Stance < 0 : c.Stance >= 0))
            .Select(c => new { c.Id, c.CodeId, c.SourceId, c.Revision, c.Start, c.End, c.Quote, c.Basis, c.Stance })
            .ToListAsync(cancellationToken);
        var byId = rows.ToDictionary(r => r.Id);
        var candidates = rows.Select(r =>
        {
            var s = uses.Sources[r.SourceId];
            return new QuoteCandidate(r.Id, s.Name, r.Start, r.End - r.Start, s.Informant ?? s.Name, s.Group, r.Basis, Math.Abs(r.Stance));
        });
        return [.. QuoteSpread.Choose([.. candidates], count, includeContradicting: false).Select(chosen =>
        {
            var r = byId[chosen.Id];
            var s = uses.Sources[r.SourceId];
            return new CauseQuote(r.Id, s.Name, r.Revision, r.Start, r.End, r.Quote, s.Informant, s.Group, r.Basis, r.Stance, tree[r.CodeId]!.Label);
        })];
    }

    // All sources of a usual study; of very many, some of each group in turn, by name.
    private static List<Id<Source>> Spread(IEnumerable<SpokenSource> sources)
    {
        var all = sources.ToList();
        if (all.Count <= MostSources) return [.. all.Select(s => s.Id)];
        return [.. all.GroupBy(s => s.Group)
            .SelectMany(g => g.OrderBy(s => s.Name, StringComparer.Ordinal).Select((s, place) => (s.Id, Place: place, g.Key)))
            .OrderBy(s => s.Place).ThenBy(s => s.Key).Take(MostSources).Select(s => s.Id)];
    }
}
