using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Servo;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;

namespace Jembatan.App.Causes;

/// <summary>Chooses the few quotes that a code is shown with; those of all codes are read together.</summary>
internal sealed class CauseQuotes(CodeUses uses, CodeTree tree)
{
    private const int MostSources = 24;
    private readonly Dictionary<Id<Code>, List<CodingCount>> byCode = uses.Counts.GroupBy(c => c.Code).ToDictionary(g => g.Key, g => g.ToList());
    private readonly Dictionary<Id<Source>, (InformantGroup? Group, int Place)> places = PlacesOf(uses);
    private ILookup<Id<Code>, QuotedCoding> read = Array.Empty<QuotedCoding>().ToLookup(c => c.CodeId);

    /// <summary>Reads what the quotes of these codes are chosen from.</summary>
    public async Task ReadAsync(JembatanDb db, IEnumerable<Id<Code>> codes, Id<Coder>? coder, bool withInterviewer, CancellationToken cancellationToken)
    {
        var pairs = new HashSet<(Id<Code>, Id<Source>)>();
        foreach (var code in codes)
        {
            foreach (var contradicting in (bool[])[false, true])
            {
                var sources = Sources(code, contradicting);
                pairs.UnionWith(Counts(code, contradicting).Where(c => sources.Contains(c.Source)).Select(c => (c.Code, c.Source)));
            }
        }

        read = (await CodingsOfPairs.ReadAsync(db, pairs, coder, withInterviewer, cancellationToken)).ToLookup(c => c.CodeId);
    }

    /// <summary>Quotes of stance 0 or 1, or of stance −1, spread over informants, groups and bases.</summary>
    public IReadOnlyList<CauseQuote> Choose(Id<Code> code, bool contradicting, int count)
    {
        var sources = Sources(code, contradicting);
        var rows = tree.Below(code).SelectMany(c => read[c]).Where(r => sources.Contains(r.SourceId) && r.Stance < 0 == contradicting).ToList();
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

    private IEnumerable<CodingCount> Counts(Id<Code> code, bool contradicting) =>
        tree.Below(code).SelectMany(c => byCode.GetValueOrDefault(c, [])).Where(c => (contradicting ? c.Contradicting : c.Holding) > 0);

    // All sources of a usual study; of very many, some of each group in turn, by name.
    private HashSet<Id<Source>> Sources(Id<Code> code, bool contradicting)
    {
        var all = Counts(code, contradicting).Select(c => c.Source).ToHashSet();
        if (all.Count <= MostSources) return all;
        return [.. all.GroupBy(s => places[s].Group)
            .SelectMany(g => First(g, MostSources).Select((s, turn) => (Source: s, Turn: turn, g.Key)))
            .OrderBy(s => s.Turn).ThenBy(s => s.Key).Take(MostSources).Select(s => s.Source)];
    }

    // Sorting a few of many: the greatest of the few is put out by any that is smaller.
    private IEnumerable<Id<Source>> First(IEnumerable<Id<Source>> sources, int count)
    {
        var few = new PriorityQueue<Id<Source>, int>();
        foreach (var source in sources)
        {
            few.Enqueue(source, -places[source].Place);
            if (few.Count > count) few.Dequeue();
        }

        return few.UnorderedItems.OrderByDescending(f => f.Priority).Select(f => f.Element);
    }

    private static Dictionary<Id<Source>, (InformantGroup?, int)> PlacesOf(CodeUses uses) =>
        uses.Sources.Values.OrderBy(s => s.Name, StringComparer.Ordinal).Index().ToDictionary(s => s.Item.Id, s => (s.Item.Group, s.Index));
}
