using MathNet.Numerics.Distributions;

namespace Jembatan.Simulation.Validation;

/// <summary>The continuous ranked probability score: how far a forecast distribution lies from what happened. Smaller is better; of a single number it is the absolute error.</summary>
/// <remarks><b>Source</b>: Gneiting, T. and Raftery, A. E. (2007). Strictly proper scoring rules, prediction, and estimation. JASA 102(477):359–378; fair version: Ferro, C. A. T. (2014), QJRMS 140:1917–1923.</remarks>
public static class RankedProbability
{
    /// <summary>Of a normal forecast, in closed form.</summary>
    /// <remarks>σ[z(2Φ(z) − 1) + 2φ(z) − 1/√π], z = (y − μ)/σ. <b>Oracle</b>: y = 0, N(0,1): 0.2336949773; y = 1: 0.6024413576; y = 9.58, N(9, 0.5²): 0.3587682890.</remarks>
    /// <param name="observed">y.</param>
    /// <param name="mean">μ, in the unit of y.</param>
    /// <param name="deviation">σ, 0 or more; 0 gives the absolute error.</param>
    /// <returns>0 or more, in the unit of y.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="deviation"/> is negative.</exception>
    public static double OfNormal(double observed, double mean, double deviation)
    {
        if (!(deviation >= 0)) throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A standard deviation is 0 or more.");
        if (deviation == 0) return Math.Abs(observed - mean);
        var z = (observed - mean) / deviation;
        return deviation * ((z * ((2 * Normal.CDF(0, 1, z)) - 1)) + (2 * Normal.PDF(0, 1, z)) - (1 / Math.Sqrt(Math.PI)));
    }

    /// <summary>Of an ensemble, without reward for its size.</summary>
    /// <remarks>mean|x_i − y| − Σ_{i&lt;j}|x_i − x_j|/(m(m − 1)): its mean over ensembles is the score of the distribution that they are drawn from. It may be slightly negative by luck. <b>Cost</b>: a sort.</remarks>
    /// <param name="observed">y.</param>
    /// <param name="ensemble">m values, at least one, finite; one gives the absolute error.</param>
    /// <returns>In the unit of y.</returns>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double OfEnsemble(double observed, IReadOnlyList<double> ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (ensemble.Count == 0) throw new ArgumentException("A forecast has at least one value.", nameof(ensemble));
        var sorted = ensemble.Order().ToArray();
        var (m, error, spread) = (sorted.Length, 0.0, 0.0);
        for (var i = 0; i < m; i++)
        {
            error += Math.Abs(sorted[i] - observed);
            spread += sorted[i] * ((2.0 * i) + 1 - m); // Σ_{i<j}|x_i − x_j|
        }

        return m == 1 ? error : (error / m) - (spread / (m * (m - 1.0)));
    }

    /// <summary>Where what happened lies in the forecast: the share of the ensemble below it, ties split by a keyed draw.</summary>
    /// <remarks>(below + u·(ties + 1))/(m + 1): uniform when forecast and observation come from one distribution. <b>Source</b>: Czado, Gneiting and Held (2009), Biometrics 65:1254–1261.</remarks>
    /// <param name="observed">y.</param>
    /// <param name="ensemble">m values, at least one.</param>
    /// <param name="uniform">u, 0 to 1.</param>
    /// <returns>0 to 1.</returns>
    public static double Transform(double observed, IReadOnlyList<double> ensemble, double uniform)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (ensemble.Count == 0) throw new ArgumentException("A forecast has at least one value.", nameof(ensemble));
        var (below, ties) = (ensemble.Count(x => x < observed), ensemble.Count(x => x == observed));
        return (below + (uniform * (ties + 1))) / (ensemble.Count + 1);
    }
}
