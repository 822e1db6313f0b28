namespace Jembatan.Simulation.Outputs;

/// <summary>How long spells last when some are watched only in part.</summary>
/// <remarks>
/// S(d) = Π_{j ≤ d} (1 − ended_j / atRisk_j), atRisk_j = spells of length ≥ j, ended or cut; a spell cut at d was at risk in d.
/// <para><b>Unit</b>: whole months; shares 0 to 1. <b>Source</b>: Kaplan and Meier 1958, JASA 53(282).</para>
/// </remarks>
public static class SurvivalCurve
{
    /// <summary>Share of spells that last longer than d months, d = 0 to the longest.</summary>
    /// <param name="ended">Spells that ended, by length in months from 0; expected numbers need not be whole.</param>
    /// <param name="cut">Spells watched so long and not ended, in the same order.</param>
    /// <returns>S(0) = 1 and falling; from the first length at which nobody is at risk on, it stays.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> ended, IReadOnlyList<double> cut)
    {
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(cut);
        if (ended.Count != cut.Count) throw new ArgumentException($"{ended.Count} lengths ended, but {cut.Count} cut.", nameof(cut));
        var (atRisk, share, curve) = (ended.Sum() + cut.Sum(), 1.0, new double[ended.Count]);
        for (var d = 0; d < curve.Length; d++)
        {
            if (atRisk > 0) share *= Math.Max(0, 1 - (ended[d] / atRisk));
            curve[d] = share;
            atRisk -= ended[d] + cut[d];
        }

        return curve;
    }

    /// <summary>The shortest length that at most half of the spells outlast.</summary>
    /// <param name="ended">Spells that ended, by length in months from 0.</param>
    /// <param name="cut">Spells watched so long and not ended.</param>
    /// <returns>Months; null when more than half last longer than is watched.</returns>
    public static int? Median(IReadOnlyList<double> ended, IReadOnlyList<double> cut)
    {
        var curve = Of(ended, cut);
        for (var d = 0; d < curve.Count; d++) if (curve[d] <= .5) return d;
        return null;
    }
}
