using System.Globalization;
using Jembatan.App.Tables;
using Jembatan.Statistics.Random;
using Jembatan.Statistics.Tables;

namespace Jembatan.Benchmarks.Cases;

/// <summary>Co-occurrence: a million codings in 2,000 sources with 500 codes, from loaded codings and from the study, beside a scalar pass over the same codings.</summary>
internal static class TableCases
{
    private const string Group = "tables";
    private const int Codings = 1_000_000, Sources = 2000, Codes = 500;

    public static IReadOnlyList<Case> All { get; } =
    [
        new(Group, "co-occurrence of 1,000,000 loaded codings, 500 codes", 1000, 5, (_, _, _) => Loaded(SweepCheck)),
        new(Group, "the same within 200 positions", null, 3, (_, _, _) => Loaded(s => Check(Cooccurrence.Near(s, Codes, 200)))),
        new(Group, "limit: one scalar pass over the same codings, sorted", null, 5, (_, _, _) => Loaded(ScalarPass)),
        Case.Question(Group, "co-occurrence of the study: load, count, measure", null, 2, async (_, db, cancellationToken) =>
        {
            var pairs = await CooccurCodes.HandleAsync(new(Map: false), db, cancellationToken);
            return pairs.IsOk ? $"{pairs.Value.Pairs.Count} pairs, {pairs.Value.Pairs.Sum(p => p.Both)} meetings" : pairs.Problem!.Code;
        }),
    ];

    private static Task<Prepared> Loaded(Func<Stretch[], string> count)
    {
        var stretches = Make();
        return Task.FromResult(new Prepared(_ => Task.FromResult(new Outcome(count(stretches)))));
    }

    // By source and start, as a study gives them.
    private static Stretch[] Make()
    {
        var random = new PhiloxStream(1, "benchmarks/stretches", 0);
        var stretches = new Stretch[Codings];
        for (var i = 0; i < stretches.Length; i++)
        {
            var start = random.NextBelow(20_000);
            stretches[i] = new((int)((long)i * Sources / Codings), start, start + 20 + random.NextBelow(180), random.NextBelow(Codes));
        }

        Array.Sort(stretches, (a, b) => (a.Continuum, a.Start).CompareTo((b.Continuum, b.Start)));
        return stretches;
    }

    private static string SweepCheck(Stretch[] stretches) => Check(Cooccurrence.Near(stretches, Codes, null));

    private static string Check(CooccurrenceCounts counts)
    {
        long meetings = 0, distorted = 0;
        for (var a = 0; a < Codes; a++)
        {
            for (var b = 0; b < a; b++)
            {
                meetings += counts.Both(a, b);
                if (counts.IsDistorted(a, b)) distorted++;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{meetings} meetings, {distorted} flagged");
    }

    // What any method must do at least: read each coding once, and know where it ends.
    private static string ScalarPass(Stretch[] stretches)
    {
        var covered = new long[Codes];
        foreach (var s in stretches) covered[s.Code] += s.End - s.Start;
        return string.Create(CultureInfo.InvariantCulture, $"{covered.Sum()} positions");
    }
}
