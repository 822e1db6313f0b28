using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Servo;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;

namespace Jembatan.App.Causes;

/// <summary>Chooses the few quotes that a code is shown with; those of all codes are read together.</summary>
internal sealed class CauseQuotes
{
    private const int MostSources = 24;
    private readonly CodeUses uses;
    private readonly CodeTree tree;
    private readonly Dictionary<Id<Code>, (int Start, int End)> ranges = [];        // of the counts, which come code after code
    private readonly Dictionary<(Id<Code>, bool), bool[]> chosen = [];
    private ILookup<Id<Code>, QuotedCoding> read = Array.Empty<QuotedCoding>().ToLookup(c => c.CodeId);

    public CauseQuotes(CodeUses uses, CodeTree tree)
    {
        (this.uses, this.tree) = (uses, tree);
        var counts = uses.Counts;
        for (var (start, i) = (0, 1); i <= counts.Count; i++)
        {
            if (i < counts.Count && counts[i].Code == counts[start].Code) continue;
            ranges[counts[start].Code] = (start, i);
            start = i;
        }
    }

    /// <summary>Reads what the quotes of these codes are chosen from.</summary>
    public async Task ReadAsync(JembatanDb db, IEnumerable<Id<Code>> codes, Id<Coder>? coder, bool withInterviewer, CancellationToken cancellationToken)
    {
        var wanted = new bool[uses.Counts.Count];
        foreach (var code in codes)
        {
            foreach (var contradicting in (bool[])[false, true])
            {
                var sources = Sources(code, contradicting);
                foreach (var i in Places(code, contradicting)) wanted[i] |= sources[uses.PlaceOf[i]];
            }
        }

        var pairs = uses.Counts.Where((_, i) => wanted[i]).Select(c => (c.Code, c.Source)).ToList();
        read = (await CodingsOfPairs.ReadAsync(db, pairs, coder, withInterviewer, cancellationToken, uses.Except)).ToLookup(c => c.CodeId);
    }

    /// <summary>Quotes of stance 0 or 1, or of stance −1, spread over informants, groups and bases.</summary>
    public IReadOnlyList<CauseQuote> Choose(Id<Code> code, bool contradicting, int count)
    {
        var sources = Sources(code, contradicting);
        var names = sources.Index().Where(s => s.Item).Select(s => uses.ByName[s.Index].Id).ToHashSet();
        var rows = tree.Below(code).SelectMany(c => read[c]).Where(r => names.Contains(r.SourceId) && r.Stance < 0 == contradicting).ToList();
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

    // Places in the counts of the code and those below it that hold, or contradict.
    private IEnumerable<int> Places(Id<Code> code, bool contradicting)
    {
        foreach (var below in tree.Below(code))
        {
            var (start, end) = ranges.GetValueOrDefault(below);
            for (var i = start; i < end; i++)
                if ((contradicting ? uses.Counts[i].Contradicting : uses.Counts[i].Holding) > 0) yield return i;
        }
    }

    // All sources of a usual study; of very many, some of each group in turn, by name.
    private bool[] Sources(Id<Code> code, bool contradicting)
    {
        if (chosen.TryGetValue((code, contradicting), out var known)) return known;
        var seen = new bool[uses.ByName.Count];
        foreach (var i in Places(code, contradicting)) seen[uses.PlaceOf[i]] = true;
        var all = Enumerable.Range(0, seen.Length).Where(p => seen[p]).ToList();
        if (all.Count > MostSources)
        {
            Array.Clear(seen);
            foreach (var (place, _, _) in all.GroupBy(p => uses.ByName[p].Group)
                .SelectMany(g => g.Take(MostSources).Select((p, turn) => (Place: p, Turn: turn, g.Key)))
                .OrderBy(s => s.Turn).ThenBy(s => s.Key).Take(MostSources)) seen[place] = true;
        }

        return chosen[(code, contradicting)] = seen;
    }
}
