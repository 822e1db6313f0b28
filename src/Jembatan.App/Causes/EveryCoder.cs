using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Servo;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Causes;

/// <summary>The strictest count: an informant names a cause when every coder who coded the informant's sources coded it so.</summary>
internal static class EveryCoder
{
    private sealed record CoderCount(Id<Code> Code, Id<Source> Source, Id<Coder> Coder, int Holding, int Contradicting, int Experience, int Knowledge, int Observation);

    /// <summary>Uses already handed up the tree, so that one coder's code and another's descendant of it agree on what stands above both.</summary>
    public static async Task<IReadOnlyList<CodeUse>> ReadAsync(JembatanDb db, CodeUses uses, CodeTree tree, bool withInterviewer, CancellationToken cancellationToken)
    {
        var rows = await CodeUses.Counting(db, null, withInterviewer)
            .GroupBy(c => new { c.CodeId, c.SourceId, c.CoderId })
            .Select(g => new CoderCount(
                g.Key.CodeId, g.Key.SourceId, g.Key.CoderId, g.Count(c => c.Stance >= 0), g.Count(c => c.Stance < 0),
                g.Count(c => c.Basis == Basis.Experience), g.Count(c => c.Basis == Basis.Knowledge), g.Count(c => c.Basis == Basis.Observation)))
            .ToListAsync(cancellationToken);
        var pairs = await db.SeenCodings.AsNoTracking().Select(c => new { c.SourceId, c.CoderId }).Distinct().ToListAsync(cancellationToken);
        var asked = pairs.Where(p => uses.Sources.ContainsKey(p.SourceId)).GroupBy(p => uses.Sources[p.SourceId].Witness)
            .ToDictionary(g => g.Key, g => g.Select(p => p.CoderId).Distinct().Count());
        return [.. rows.Where(r => uses.Sources.ContainsKey(r.Source))
            .SelectMany(r => tree.Above(r.Code).Select(code => (Code: code, Row: r, Source: uses.Sources[r.Source])))
            .GroupBy(x => (x.Code, x.Source.Witness))
            .Select(g =>
            {
                var everyone = asked[g.Key.Witness];
                var holds = g.Where(x => x.Row.Holding > 0).Select(x => x.Row.Coder).Distinct().Count() == everyone;
                var contradicts = g.Where(x => x.Row.Contradicting > 0).Select(x => x.Row.Coder).Distinct().Count() == everyone;
                return new CodeUse(
                    g.Key.Code, g.Key.Witness, g.First().Source.Group, holds ? g.Sum(x => x.Row.Holding) : 0, contradicts ? g.Sum(x => x.Row.Contradicting) : 0,
                    g.Sum(x => x.Row.Experience), g.Sum(x => x.Row.Knowledge), g.Sum(x => x.Row.Observation));
            })
            .Where(u => u.Holding + u.Contradicting > 0)];
    }
}
