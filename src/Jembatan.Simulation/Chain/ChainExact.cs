namespace Jembatan.Simulation.Chain;

/// <summary>The exact answer of a chain: shares by month, one multiplication by the matrix each.</summary>
/// <remarks>p(t) = p(0)·Mᵗ. <para><b>Cost</b>: states² a month.</para></remarks>
public static class ChainExact
{
    /// <summary>Shares of the states from month 0 on.</summary>
    /// <param name="model">The chain.</param>
    /// <param name="months">Months after the start, at least 0.</param>
    /// <returns>Months + 1 rows, each summing to 1.</returns>
    public static IReadOnlyList<IReadOnlyList<double>> Run(ChainModel model, int months)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        var series = new List<IReadOnlyList<double>> { model.Start };
        for (var t = 1; t <= months; t++)
        {
            var (before, now) = (series[^1], new double[model.States.Length]);
            for (var from = 0; from < now.Length; from++)
                for (var to = 0; to < now.Length; to++) now[to] += before[from] * model.Monthly[from][to];
            series.Add(now);
        }

        return series;
    }
}
