using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.App.Agreement;

/// <summary>Codings as sections of continua: one continuum a source, what does not count cut out of it.</summary>
internal static class StudySections
{
    /// <summary>Splits codes into semantic domains: within one, no coder's sections of two codes overlap. Codes stay together as far as they can, in their order.</summary>
    public static IReadOnlyList<IReadOnlyList<Code>> Domains(CodedSources universe, IReadOnlyList<Code> codes)
    {
        var place = codes.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        var clash = new HashSet<(int, int)>();
        foreach (var source in universe.Sources)
        {
            foreach (var own in source.Marks.Where(m => place.ContainsKey(m.Code)).GroupBy(m => m.Coder))
            {
                var open = new List<Mark>();
                foreach (var mark in own)
                {
                    open.RemoveAll(o => o.End <= mark.Start);
                    foreach (var other in open.Where(o => o.Code != mark.Code)) clash.Add((Math.Min(place[other.Code], place[mark.Code]), Math.Max(place[other.Code], place[mark.Code])));
                    open.Add(mark);
                }
            }
        }

        var domains = new List<List<int>>();
        for (var c = 0; c < codes.Count; c++)
        {
            var home = domains.Find(d => d.TrueForAll(o => !clash.Contains((Math.Min(o, c), Math.Max(o, c)))));
            if (home is null) domains.Add(home = []);
            home.Add(c);
        }

        return [.. domains.Select(d => (IReadOnlyList<Code>)[.. d.Select(c => codes[c])])];
    }

    /// <summary>Sections of some categories, each standing for some codes; sections of one category that touch or overlap are joined.</summary>
    public static UnitizingData Of(CodedSources universe, IReadOnlyList<(string Name, IReadOnlySet<Id<Code>> Codes)> categories, bool withInterviewer, CodedSource? only = null)
    {
        var place = new Dictionary<Id<Code>, int>();
        foreach (var (i, category) in categories.Index())
            foreach (var code in category.Codes) place.TryAdd(code, i);
        var continua = universe.Sources.Where(s => only is null || s == only).Select(source =>
        {
            var counting = Stretches.Counting(source, withInterviewer);
            var byCoder = universe.Coders.Select((_, g) => !source.Done[g] ? null : Joined(
                source.Marks.Where(m => m.Coder == g && place.ContainsKey(m.Code)).Select(m => new Section(Place(counting, m.Start), Place(counting, m.End), place[m.Code])))).ToList();
            return new Continuum(source.Source.Name, counting.Sum(s => (long)s.Length), byCoder);
        });
        return new UnitizingData(
            [.. universe.Coders.Select(c => c.Name)], [.. categories.Select(c => c.Name)], [.. continua],
            $"characters of {universe.Sources.Count} sources that at least two coders marked done, " + (withInterviewer ? "interviewer turns included" : "interviewer turns left out"));
    }

    private static IReadOnlyList<Section> Joined(IEnumerable<Section> sections)
    {
        var joined = new List<Section>();
        foreach (var section in sections.Where(s => s.End > s.Start).OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Category == section.Category && section.Start < last.End) joined[^1] = last with { End = Math.Max(last.End, section.End) };
            else joined.Add(section);
        }

        return joined;
    }

    // Position in the text with what does not count cut out.
    private static long Place(IReadOnlyList<Stretch> counting, int position)
    {
        long before = 0;
        foreach (var stretch in counting)
        {
            if (position <= stretch.Start) break;
            before += Math.Min(position, stretch.End) - stretch.Start;
        }

        return before;
    }
}
