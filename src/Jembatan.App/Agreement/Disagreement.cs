using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Agreement;

/// <summary>A passage about whose code coders differ: codings of one code that overlap each other, by all coders who finished the source.</summary>
/// <remarks>As in the coefficients, what the interviewer says does not count: who takes the question into a passage and who does not do not differ.</remarks>
internal sealed record Disagreement(CodedSource Source, Id<Code> Code, int Start, int End, IReadOnlyList<Mark> Marks, double Overlap, int Characters, int Counted)
{
    public static IEnumerable<Disagreement> All(CodedSources universe) => universe.Sources.SelectMany(Passages).Where(p => p.Characters > 0);

    /// <summary>Every coded passage of a source, those on which all agree too.</summary>
    public static IEnumerable<Disagreement> Passages(CodedSource source)
    {
        var counting = new bool[source.Length];
        foreach (var s in Stretches.Counting(source, withInterviewer: false)) counting.AsSpan(s.Start, s.Length).Fill(true);
        return from code in source.Marks.GroupBy(m => m.Code)
               from passage in Joined([.. code])
               select Of(source, code.Key, passage, counting);
    }

    /// <summary>What the consensus takes where the coders do not differ: what the first of them marked. Nothing where they differ, or where only some marked and nothing of it counts.</summary>
    public IReadOnlyList<Stretch> Alike()
    {
        if (Characters > 0 || (Counted == 0 && Marks.Select(m => m.Coder).Distinct().Count() < Source.Done.Count(d => d))) return [];
        var first = Marks.Min(m => m.Coder);
        return [.. Marks.Where(m => m.Coder == first).Select(m => new Stretch(m.Start, m.End)).Distinct()];
    }

    private static Disagreement Of(CodedSource source, Id<Code> code, IReadOnlyList<Mark> marks, bool[] counting)
    {
        var (start, end) = (marks.Min(m => m.Start), marks.Max(m => m.End));
        var coders = Enumerable.Range(0, source.Done.Count).Where(g => source.Done[g]).ToList();
        var covered = coders.Select(g => Covered(marks.Where(m => m.Coder == g), start, end)).ToList();
        int all = 0, any = 0, differing = 0;
        for (var i = 0; i < end - start; i++)
        {
            if (start + i < counting.Length && !counting[start + i]) continue;
            var count = covered.Count(c => c[i]);
            if (count == covered.Count) all++;
            if (count > 0) any++;
            if (count > 0 && count < covered.Count) differing++;
        }

        return new(source, code, start, end, marks, any == 0 ? 1 : (double)all / any, differing, any);
    }

    private static bool[] Covered(IEnumerable<Mark> marks, int start, int end)
    {
        var covered = new bool[end - start];
        foreach (var mark in marks) covered.AsSpan(mark.Start - start, mark.End - mark.Start).Fill(true);
        return covered;
    }

    private static IEnumerable<IReadOnlyList<Mark>> Joined(IReadOnlyList<Mark> marks)
    {
        var open = new List<Mark>();
        var end = 0;
        foreach (var mark in marks.OrderBy(m => m.Start))
        {
            if (open.Count > 0 && mark.Start >= end)
            {
                yield return open;
                open = [];
            }

            open.Add(mark);
            end = open.Count == 1 ? mark.End : Math.Max(end, mark.End);
        }

        if (open.Count > 0) yield return open;
    }
}
