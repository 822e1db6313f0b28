using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Tables;
using Jembatan.Storage;

namespace Jembatan.App.Tables;

/// <summary>Turns passages into what <see cref="Cooccurrence"/> counts.</summary>
internal static class CooccurrenceMaterial
{
    /// <summary>Counts of the codes in the order of the passages' codes.</summary>
    public static async Task<CooccurrenceCounts> CountAsync(
        JembatanDb db, CodedPassages passages, CooccurrenceUnit unit, int words, bool withInterviewer, CancellationToken cancellationToken)
    {
        var codes = passages.Codes.Count;
        if (unit == CooccurrenceUnit.Overlap) return Cooccurrence.Near(Stretches(passages), codes, null, cancellationToken);
        if (unit == CooccurrenceUnit.Source)
        {
            var coded = passages.Passages.Select(p => new UnitCode(p.Source, p.Code)).Distinct().ToArray();
            return Cooccurrence.Together(coded, codes, passages.Sources.Count, cancellationToken);
        }

        var revisions = await SpokenText.CurrentAsync(db, passages, cancellationToken);
        var members = new List<UnitCode>();
        var near = new List<Stretch>();
        var total = 0;
        var all = passages.Passages;
        var from = 0;
        for (var s = 0; s < passages.Sources.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var to = from;
            while (to < all.Length && all[to].Source == s) to++;
            var mine = new ArraySegment<Passage>(all, from, to - from);
            from = to;
            if (revisions[s] is not { } revision) continue;
            if (unit == CooccurrenceUnit.Words)
            {
                if (mine.Count > 0) AddWords(near, mine, TextUnits.Words(await db.ReadTextAsync(revision.TextHash, cancellationToken)));
                continue;
            }

            var units = unit == CooccurrenceUnit.Turn ? TextUnits.Turns(revision) : TextUnits.Paragraphs(await db.ReadTextAsync(revision.TextHash, cancellationToken));
            if (!withInterviewer && revision.Turns.Count > 0) units.RemoveAll(u => Turn.Of(revision.Turns, u.Start, u.End) == Voice.Interviewer);
            AddUnits(members, mine, units, total);
            total += units.Count;
        }

        return unit == CooccurrenceUnit.Words
            ? Cooccurrence.Near([.. near], codes, words, cancellationToken)
            : Cooccurrence.Together([.. members], codes, total, cancellationToken);
    }

    /// <summary>Passages as stretches.</summary>
    public static Stretch[] Stretches(CodedPassages passages)
    {
        var stretches = new Stretch[passages.Passages.Length];
        for (var i = 0; i < stretches.Length; i++)
        {
            var p = passages.Passages[i];
            stretches[i] = new(p.Source, p.Start, p.End, p.Code);
        }

        return stretches;
    }

    private static void AddUnits(List<UnitCode> members, ArraySegment<Passage> passages, List<(int Start, int End)> units, int first)
    {
        foreach (var p in passages)
            for (var u = TextUnits.FirstEndingAfter(units, p.Start); u < units.Count && units[u].Start < p.End; u++) members.Add(new(first + u, p.Code));
    }

    // In places of words.
    private static void AddWords(List<Stretch> near, ArraySegment<Passage> passages, List<(int Start, int End)> words)
    {
        foreach (var p in passages)
        {
            var (first, end) = TextUnits.InWords(words, p.Start, p.End);
            near.Add(new(p.Source, first, end, p.Code));
        }
    }
}
