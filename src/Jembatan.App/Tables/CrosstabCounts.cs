using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Tables;

/// <summary>What a crosstab counts: codes × values, a code being itself and all below it.</summary>
internal sealed class CrosstabCounts
{
    private CrosstabCounts(int codes, int values)
    {
        (Informants, Codings) = (Make<int>(codes, values), Make<int>(codes, values));
        Covered = Make<long>(codes, values);
        (Columns, Positions) = (new int[values], new long[values]);
    }

    /// <summary>Informants of each value who have each code.</summary>
    public int[][] Informants { get; }

    /// <summary>Their passages.</summary>
    public int[][] Codings { get; }

    /// <summary>Spoken code points that carry the code.</summary>
    public long[][] Covered { get; }

    /// <summary>Informants of each value with a coded source.</summary>
    public int[] Columns { get; }

    /// <summary>Code points that they speak.</summary>
    public long[] Positions { get; }

    public int WithoutValue { get; private init; }

    public static CrosstabCounts Of(CodedPassages passages, CaseValues values, IReadOnlyList<IReadOnlyList<(int Start, int End)>> spoken)
    {
        var coded = new bool[passages.Sources.Count];
        foreach (var p in passages.Passages) coded[p.Source] = true;
        var witnesses = passages.Sources.Where((s, i) => coded[i] && s.Witness is not null).Select(s => s.Witness!.Value).ToHashSet();
        var counts = new CrosstabCounts(passages.Codes.Count, values.Values.Count) { WithoutValue = witnesses.Count(w => !values.Of.ContainsKey(w)) };
        foreach (var w in witnesses)
            if (values.Of.TryGetValue(w, out var v)) counts.Columns[v]++;
        foreach (var (s, source) in passages.Sources.Index())
            if (source.Witness is { } w && witnesses.Contains(w) && values.Of.TryGetValue(w, out var v)) counts.Positions[v] += spoken[s].Sum(t => (long)t.End - t.Start);

        var at = passages.Codes.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        int[][] above = [.. passages.Codes.Select(c => passages.Tree.Above(c.Id).Where(at.ContainsKey).Select(a => at[a]).ToArray())];
        counts.Fill(passages, values, above, spoken);
        return counts;
    }

    private void Fill(CodedPassages passages, CaseValues values, int[][] above, IReadOnlyList<IReadOnlyList<(int Start, int End)>> spoken)
    {
        var have = new Dictionary<Id<Informant>, bool[]>();
        var stretches = new Dictionary<int, List<(int Start, int End)>>();
        var all = passages.Passages;
        for (var from = 0; from < all.Length;)
        {
            var to = from;
            while (to < all.Length && all[to].Source == all[from].Source) to++;
            if (passages.Sources[all[from].Source].Witness is { } witness && values.Of.TryGetValue(witness, out var v))
            {
                stretches.Clear();
                if (!have.TryGetValue(witness, out var known)) have.Add(witness, known = new bool[above.Length]);
                foreach (var p in all.AsSpan(from, to - from))
                {
                    if (p.Stance < 0) continue;
                    foreach (var code in above[p.Code])
                    {
                        if (!known[code]) Informants[code][v]++;
                        known[code] = true;
                        Codings[code][v]++;
                        (stretches.TryGetValue(code, out var list) ? list : stretches[code] = []).Add((p.Start, p.End));
                    }
                }

                foreach (var (code, list) in stretches) Covered[code][v] += SpokenText.Shared([.. SharedPassages.Joined(list)], spoken[all[from].Source]);
            }

            from = to;
        }
    }

    private static T[][] Make<T>(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new T[columns])];
}
