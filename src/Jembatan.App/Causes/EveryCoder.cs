using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Servo;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Causes;

/// <summary>The strictest count: an informant names a cause when every coder who coded the informant's sources coded it so.</summary>
internal static class EveryCoder
{
    private struct Sum
    {
        public int Holding, Contradicting, Experience, Knowledge, Observation, Holders, Contradictors, LastHolder, LastContradictor;
    }

    /// <summary>Uses already handed up the tree, so that one coder's code and another's descendant of it agree on what stands above both.</summary>
    public static async Task<IReadOnlyList<CodeUse>> ReadAsync(JembatanDb db, CodeUses uses, CodeTree tree, bool withInterviewer, CancellationToken cancellationToken)
    {
        var codes = uses.Codes.Select(c => c.Id).ToList();
        var codeAt = codes.Index().ToDictionary(c => c.Item, c => c.Index);
        var above = codes.Select(c => tree.Above(c).Select(a => codeAt[a]).ToArray()).ToArray();
        var witnesses = uses.Sources.Values.DistinctBy(s => s.Witness).ToList();
        var witnessAt = witnesses.Index().ToDictionary(w => w.Item.Witness, w => w.Index);
        var sums = new Sum[]?[witnesses.Count];        // of each witness one for each code
        var turn = 0;
        await foreach (var (coder, counts) in CodingCounts.ByCoderAsync(db, withInterviewer, cancellationToken))
        {
            if (coder == uses.Except) continue;
            turn++;
            foreach (var c in counts)
            {
                if (!uses.Sources.TryGetValue(c.Source, out var source)) continue;
                var own = sums[witnessAt[source.Witness]] ??= new Sum[codes.Count];
                foreach (var code in above[codeAt[c.Code]]) Add(ref own[code], c, turn);
            }
        }

        var pairs = await db.SeenCodings.AsNoTracking().Select(c => new { c.SourceId, c.CoderId }).Distinct().ToListAsync(cancellationToken);
        var asked = pairs.Where(p => p.CoderId != uses.Except && uses.Sources.ContainsKey(p.SourceId)).GroupBy(p => uses.Sources[p.SourceId].Witness)
            .ToDictionary(g => g.Key, g => g.Select(p => p.CoderId).Distinct().Count());
        var list = new List<CodeUse>();
        foreach (var (w, own) in sums.Index())
        {
            if (own is null) continue;
            var everyone = asked[witnesses[w].Witness];
            foreach (var (code, s) in own.Index())
            {
                var (holding, contradicting) = (s.Holders == everyone ? s.Holding : 0, s.Contradictors == everyone ? s.Contradicting : 0);
                if (holding + contradicting > 0) list.Add(new CodeUse(codes[code], witnesses[w].Witness, witnesses[w].Group, holding, contradicting, s.Experience, s.Knowledge, s.Observation));
            }
        }

        return list;
    }

    // One coder is added after another, so that the last who held tells whether this one was counted.
    private static void Add(ref Sum sum, CodingCount c, int coder)
    {
        if (c.Holding > 0 && sum.LastHolder != coder) (sum.LastHolder, sum.Holders) = (coder, sum.Holders + 1);
        if (c.Contradicting > 0 && sum.LastContradictor != coder) (sum.LastContradictor, sum.Contradictors) = (coder, sum.Contradictors + 1);
        sum.Holding += c.Holding;
        sum.Contradicting += c.Contradicting;
        sum.Experience += c.Experience;
        sum.Knowledge += c.Knowledge;
        sum.Observation += c.Observation;
    }
}
