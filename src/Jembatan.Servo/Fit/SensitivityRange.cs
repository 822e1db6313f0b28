using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Statistics;
using Jembatan.Statistics.Random;

namespace Jembatan.Servo;

/// <summary>Which of the two variations a sensitivity range holds.</summary>
public enum RangeMethod
{
    /// <summary>Neither: one source and one rater.</summary>
    None,

    /// <summary>Each source left out in turn.</summary>
    Sources,

    /// <summary>Raters resampled, or each alone.</summary>
    Raters,

    /// <summary>Both.</summary>
    SourcesAndRaters,
}

/// <summary>What a fit would be without one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="FitWithout">F when the ratings that rest wholly on it drop out; null when none is left.</param>
/// <param name="Shift"><paramref name="FitWithout"/> − F; null when there is none.</param>
/// <param name="Dropped">The ratings that drop out.</param>
public sealed record SourceInfluence(string Source, double? FitWithout, double? Shift, IReadOnlyList<Id<Rating>> Dropped);

/// <summary>How far a fit moves when sources are left out or raters change (<i>rentang kepekaan</i>). It is not a confidence interval.</summary>
/// <param name="Method">What entered.</param>
/// <param name="Low">Least F; null when nothing entered.</param>
/// <param name="High">Greatest F; null when nothing entered.</param>
/// <param name="Influences">Every source, the one that moves F most first; a source that everything rests on stands before all.</param>
public sealed record SensitivityRange(RangeMethod Method, double? Low, double? High, IReadOnlyList<SourceInfluence> Influences)
{
    /// <summary>The machine id of the method: <c>sources</c>, <c>raters</c>, <c>sources+raters</c> or <c>none</c>.</summary>
    public string MethodId => Method switch
    {
        RangeMethod.Sources => "sources",
        RangeMethod.Raters => "raters",
        RangeMethod.SourcesAndRaters => "sources+raters",
        _ => "none",
    };

    /// <summary>The range of a fit.</summary>
    /// <remarks>
    /// Least and greatest of F itself; F with each source left out in turn, where a rating drops out when all its evidence came from that source; and, with three or more raters,
    /// the 5th and 95th percentile (type 7) of F over resamples of raters, with two raters F by each alone. Raters are those who gave a number in the pair.
    /// Which criteria apply is settled once, by all answers, and is not varied.
    /// <para><b>Cost</b>: O(ratings · (sources + resamples)).</para>
    /// </remarks>
    internal static SensitivityRange Of(
        Pair pair, double fit, IReadOnlyList<CriterionResult> rated, IReadOnlyDictionary<Id<Evidence>, ScoredEvidence> evidence, FitOptions options)
    {
        var influences = BySource(fit, rated, evidence);
        var without = influences.Where(i => i.FitWithout is not null).Select(i => i.FitWithout!.Value).ToList();
        var raters = ByRaters(pair, rated, options);
        var method = (without.Count > 0, raters.Count > 0) switch
        {
            (true, true) => RangeMethod.SourcesAndRaters,
            (true, false) => RangeMethod.Sources,
            (false, true) => RangeMethod.Raters,
            _ => RangeMethod.None,
        };
        if (method == RangeMethod.None) return new(method, null, null, influences);
        List<double> all = [fit, .. without, .. raters];
        return new(method, all.Min(), all.Max(), influences);
    }

    private static List<SourceInfluence> BySource(double fit, IReadOnlyList<CriterionResult> rated, IReadOnlyDictionary<Id<Evidence>, ScoredEvidence> evidence)
    {
        var sourcesOf = rated.SelectMany(c => c.Entered).ToDictionary(r => r, r => r.Evidence.Select(e => evidence[e].Source).ToHashSet(StringComparer.Ordinal));
        var influences = new List<SourceInfluence>();
        foreach (var source in sourcesOf.Values.SelectMany(s => s).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            bool Drops(ScoredRating r) => sourcesOf[r] is { Count: 1 } only && only.Contains(source);
            var left = rated.Select(c => (c.Weight, Numbers: c.Entered.Where(r => !Drops(r)).Select(r => r.Value.Number!.Value).ToList()));
            var f = PairFit.Formula(left.Where(c => c.Numbers.Count > 0).Select(c => (c.Weight, c.Numbers.Average())));
            influences.Add(new(source, f, f - fit, [.. rated.SelectMany(c => c.Entered).Where(Drops).Select(r => r.Id)]));
        }

        return [.. influences.OrderByDescending(i => i.Shift is { } s ? Math.Abs(s) : double.MaxValue).ThenBy(i => i.Source, StringComparer.Ordinal)];
    }

    private static List<double> ByRaters(Pair pair, IReadOnlyList<CriterionResult> rated, FitOptions options)
    {
        var raters = rated.SelectMany(c => c.Entered).Select(r => r.Rater).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (raters.Count < 2) return [];
        var place = raters.Index().ToDictionary(r => r.Item, r => r.Index, StringComparer.Ordinal);
        var cells = rated.Select(c => (c.Weight, Numbers: c.Entered.Select(r => (Rater: place[r.Rater], Value: r.Value.Number!.Value)).ToArray())).ToArray();
        var times = new int[raters.Count];

        double? Fit()
        {
            double sum = 0, weight = 0;
            foreach (var (w, numbers) in cells)
            {
                int total = 0, n = 0;
                foreach (var (rater, value) in numbers) (total, n) = (total + (times[rater] * value), n + times[rater]);
                if (n > 0) (sum, weight) = (sum + (w * ((double)total / n)), weight + w);
            }

            return weight > 0 ? sum / (2 * weight) : null;
        }

        var fits = new List<double>();
        if (raters.Count == 2)
        {
            for (var alone = 0; alone < 2; alone++)
            {
                (times[alone], times[1 - alone]) = (1, 0);
                if (Fit() is { } f) fits.Add(f);
            }

            return fits;
        }

        var stream = $"servo/raters/{pair}";
        for (var i = 0; i < options.Resamples; i++)
        {
            new PhiloxStream(options.Seed, stream, (ulong)i).Resample(times);
            if (Fit() is { } f) fits.Add(f);
        }

        fits.Sort();
        return fits.Count == 0 ? [] : [Percentile.Of(fits, .05), Percentile.Of(fits, .95)];
    }
}
