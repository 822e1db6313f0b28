namespace Jembatan.App.Tables;

/// <summary>The strictest reading of several coders: the words that every coder of a source put under the code.</summary>
internal static class SharedPassages
{
    /// <summary>Stretches that all coders of the source have under the same code; a source of one coder stays as it is.</summary>
    public static Passage[] Of(IReadOnlyList<(Passage Passage, int Coder)> read)
    {
        var coders = read.GroupBy(r => r.Passage.Source).ToDictionary(g => g.Key, g => g.Select(r => r.Coder).Distinct().Count());
        var shared = new List<Passage>();
        foreach (var group in read.GroupBy(r => (r.Passage.Source, r.Passage.Code)))
        {
            var needed = coders[group.Key.Source];
            if (needed == 1)
            {
                shared.AddRange(group.Select(r => r.Passage));
                continue;
            }

            // Each coder's own passages are joined first, so that depth counts coders.
            var events = group.GroupBy(r => r.Coder).SelectMany(g => Joined(g.Select(r => (r.Passage.Start, r.Passage.End))))
                .SelectMany(s => new[] { (At: s.Start, By: 1), (At: s.End, By: -1) }).OrderBy(e => e.At).ThenBy(e => e.By);
            var (depth, since) = (0, 0);
            foreach (var (at, by) in events)
            {
                if (depth == needed && by < 0 && at > since) shared.Add(new(group.Key.Source, group.Key.Code, since, at, group.Max(r => r.Passage.Stance)));
                depth += by;
                if (depth == needed) since = at;
            }
        }

        return [.. shared];
    }

    /// <summary>Stretches of one code with overlaps and touching ends joined, in order.</summary>
    public static IEnumerable<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> stretches)
    {
        (int Start, int End)? open = null;
        foreach (var s in stretches.OrderBy(s => s.Start))
        {
            if (open is { } o && s.Start <= o.End)
            {
                open = (o.Start, Math.Max(o.End, s.End));
                continue;
            }

            if (open is { } done) yield return done;
            open = s;
        }

        if (open is { } last) yield return last;
    }
}
