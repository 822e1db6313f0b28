using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Agreement;

/// <summary>A passage about whose code coders differ: codings of one code that overlap each other, by all coders who finished the source.</summary>
internal sealed record Disagreement(CodedSource Source, Id<Code> Code, int Start, int End, IReadOnlyList<Mark> Marks, double Overlap, int Characters)
{
    public static IEnumerable<Disagreement> All(CodedSources universe) => universe.Sources.SelectMany(Passages).Where(p => p.Characters > 0);

    /// <summary>Every coded passage of a source, those on which all agree too.</summary>
    public static IEnumerable<Disagreement> Passages(CodedSource source) =>
        from code in source.Marks.GroupBy(m => m.Code)
        from passage in Joined([.. code])
        select Of(source, code.Key, passage);

    private static Disagreement Of(CodedSource source, Id<Code> code, IReadOnlyList<Mark> marks)
    {
        var (start, end) = (marks.Min(m => m.Start), marks.Max(m => m.End));
        var coders = Enumerable.Range(0, source.Done.Count).Where(g => source.Done[g]).ToList();
        var covered = coders.Select(g => Covered(marks.Where(m => m.Coder == g), start, end)).ToList();
        int all = 0, any = 0, differing = 0;
        for (var i = 0; i < end - start; i++)
        {
            var count = covered.Count(c => c[i]);
            if (count == covered.Count) all++;
            if (count > 0) any++;
            if (count > 0 && count < covered.Count) differing++;
        }

        return new(source, code, start, end, marks, any == 0 ? 1 : (double)all / any, differing);
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
