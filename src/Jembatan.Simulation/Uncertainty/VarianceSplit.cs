using Jembatan.Core;

namespace Jembatan.Simulation.Uncertainty;

/// <summary>Where the spread of a result comes from.</summary>
/// <param name="Mean">Mean over draws and replicates.</param>
/// <param name="Parameter">V_θ(E[Y|θ]): not knowing the parameters; variance.</param>
/// <param name="MonteCarlo">E_θ(V[Y|θ]): luck within a run; variance of one replicate.</param>
/// <param name="Total">The two together.</param>
/// <param name="ParameterShare">Parameter over total, 0 to 1; null when nothing varies.</param>
public sealed record SplitVariance(double Mean, double Parameter, double MonteCarlo, double Total, double? ParameterShare);

/// <summary>Splits the variance of a result by the law of total variance.</summary>
/// <remarks>
/// Over P draws with R replicates each: V̂_mc = mean_p s²_p; V̂_θ = var_p(Ȳ_p) − V̂_mc/R, not below 0. Structure is not mixed in: each variant of the model is a row of its own.
/// <para><b>Source</b>: Searle, Casella and McCulloch (1992), Variance Components, Wiley, ch. 3, one-way random model.</para>
/// </remarks>
public static class VarianceSplit
{
    /// <summary>Splits.</summary>
    /// <param name="outcomes">Draws × replicates, at least 2 × 2, rectangular, finite.</param>
    /// <returns>The split, or <c>uncertainty/too-few</c>, <c>uncertainty/not-a-number</c>.</returns>
    public static Result<SplitVariance> Of(IReadOnlyList<IReadOnlyList<double>> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var draws = outcomes.Count;
        var replicates = draws == 0 ? 0 : outcomes[0].Count;
        if (draws < 2 || replicates < 2 || outcomes.Any(o => o.Count != replicates))
            return new Problem("uncertainty/too-few", FormattableString.Invariant($"{draws} draws with {replicates} replicates cannot split the variance; it needs at least two draws with two replicates each. Raise --draws and --replicates."));
        if (outcomes.Any(o => o.Any(y => !double.IsFinite(y)))) return new Problem("uncertainty/not-a-number", "A run gave no number, so that its spread cannot be told. Run that draw by itself to see why.");
        var means = outcomes.Select(o => o.Average()).ToArray();
        var within = outcomes.Average(o => Variance(o));
        var between = Math.Max(0, Variance(means) - (within / replicates));
        var total = between + within;
        return new SplitVariance(means.Average(), between, within, total, total > 0 ? between / total : null);
    }

    internal static double Variance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }
}
