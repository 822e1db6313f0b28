using Jembatan.Core.Strategies;
using Jembatan.Statistics;
using Jembatan.Statistics.Random;

namespace Jembatan.Servo;

/// <summary>A misfit as its priority sees it.</summary>
/// <param name="Key">Unique key that stays the same between runs, such as <c>perisai/SR3</c>; it names the draws.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="Effort">1 to 5.</param>
/// <param name="Strength">q of the pair, 0 to .9.</param>
/// <param name="Affected">How many persons; null when not known.</param>
/// <param name="Leverage">Modelled coverage gain ÷ best gain, 0 to 1; 1 for all until a coverage model is linked.</param>
public sealed record WeighedMisfit(string Key, int Severity, int Effort, double Strength, AffectedPersons? Affected, double Leverage = 1);

/// <summary>The priority of a misfit among others, as a rank with its range.</summary>
/// <param name="Key">The misfit.</param>
/// <param name="Value">Priority at the most likely number of persons; null when there is none.</param>
/// <param name="Rank">1 for the first; equal values share a rank; null without priority.</param>
/// <param name="Low">Best rank of the range.</param>
/// <param name="High">Worst rank of the range.</param>
/// <param name="Reason">Why there is no priority; null when there is one.</param>
public sealed record MisfitPriorityResult(string Key, double? Value, int? Rank, int? Low, int? High, Reason? Reason);

/// <summary>Which misfit to look at first.</summary>
public static class MisfitPriority
{
    /// <summary>How many draws of affected persons.</summary>
    public const int Draws = 2000;

    /// <summary>Ranks misfits.</summary>
    /// <remarks>
    /// Priority = severity · log₁₀(1 + affected persons) · q · leverage ÷ effort. The rank is taken at the most likely number of persons; its range is the 5th to 95th percentile
    /// (type 7, rounded outward) of the rank over keyed draws of affected persons, each misfit from its own triangular distribution, widened where needed to hold the rank itself.
    /// <para><b>Unit</b>: dimensionless; only the order is shown. The draws of one misfit do not depend on which others there are.</para>
    /// <para><b>Cost</b>: O(draws · n log n).</para>
    /// <para><b>Source</b>: a proposal of Jembatan.</para>
    /// </remarks>
    /// <param name="misfits">Misfits with unique keys; those without affected persons get a reason and take no rank.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="draws">How many draws, at least 1.</param>
    /// <returns>By rank, then key; those without priority last.</returns>
    /// <exception cref="ArgumentException">A key comes twice, severity or effort is outside 1 to 5, or strength or leverage outside 0 to 1.</exception>
    public static IReadOnlyList<MisfitPriorityResult> Rank(IReadOnlyList<WeighedMisfit> misfits, ulong seed = 1, int draws = Draws)
    {
        ArgumentNullException.ThrowIfNull(misfits);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        Check(misfits);
        var ordered = misfits.OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        var ranked = ordered.Where(m => Missing(m) is null).ToList();
        var values = ranked.Select(m => Value(m, m.Affected!.Mid)).ToArray();
        var ranks = RanksOf(values);

        var drawn = ranked.Select(_ => new double[draws]).ToArray();
        var draw = new double[ranked.Count];
        for (var d = 0; d < draws; d++)
        {
            for (var i = 0; i < draw.Length; i++)
            {
                var a = ranked[i].Affected!;
                draw[i] = Value(ranked[i], new PhiloxStream(seed, "servo/affected/" + ranked[i].Key, (ulong)d).NextTriangular(a.Low, a.Mid, a.High));
            }

            foreach (var (i, rank) in RanksOf(draw).Index()) drawn[i][d] = rank;
        }

        var results = ranked.Select((m, i) =>
        {
            Array.Sort(drawn[i]);
            var (low, high) = ((int)Math.Floor(Percentile.OfSorted(drawn[i], .05)), (int)Math.Ceiling(Percentile.OfSorted(drawn[i], .95)));
            return new MisfitPriorityResult(m.Key, values[i], ranks[i], Math.Min(low, ranks[i]), Math.Max(high, ranks[i]), null);
        });
        return [.. results.OrderBy(r => r.Rank).ThenBy(r => r.Key, StringComparer.Ordinal),
            .. ordered.Where(m => Missing(m) is not null).Select(m => new MisfitPriorityResult(m.Key, null, null, null, null, Missing(m)))];
    }

    private static double Value(WeighedMisfit m, double persons) => m.Severity * Math.Log10(1 + persons) * m.Strength * m.Leverage / m.Effort;

    private static int[] RanksOf(double[] values)
    {
        var descending = values.OrderDescending().ToArray();
        return [.. values.Select(v => Array.IndexOf(descending, v) + 1)];
    }

    private static Reason? Missing(WeighedMisfit m) => m.Affected switch
    {
        null => Reason.Of("misfit/no-persons", "Jumlah orang yang terdampak belum diketahui", "The number of persons affected is not known"),
        { } a when !(a.Low >= 0 && a.Low <= a.Mid && a.Mid <= a.High && double.IsFinite(a.High)) =>
            Reason.Of("misfit/persons-order", "Jumlah orang harus berurutan: terendah, paling mungkin, tertinggi", "Persons must be in order: least, most likely, most"),
        _ => null,
    };

    private static void Check(IReadOnlyList<WeighedMisfit> misfits)
    {
        if (misfits.GroupBy(m => m.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Misfit {twice.Key} comes twice.", nameof(misfits));
        foreach (var m in misfits)
        {
            if (m is not { Severity: >= 1 and <= 5, Effort: >= 1 and <= 5, Strength: >= 0 and <= 1, Leverage: >= 0 and <= 1 })
                throw new ArgumentException($"Misfit {m.Key}: severity and effort go from 1 to 5, strength and leverage from 0 to 1.", nameof(misfits));
        }
    }
}
