using MathNet.Numerics.Distributions;

namespace Jembatan.Simulation.Macro;

/// <summary>From the share of people who say that their income fell to the mean change of income.</summary>
public static class ReportedShare
{
    /// <summary>The mean change of log income.</summary>
    /// <remarks>
    /// A person reports a fall when the change is below −θ; changes are N(m, σ²). Hence share = Φ((−θ−m)/σ) and m = −θ − σ·Φ⁻¹(share).
    /// <para><b>Unit</b>: log income.</para>
    /// <para><b>Source</b>: a probit threshold model; θ = 0.05 and σ = 0.5 are assumptions of the model.</para>
    /// </remarks>
    /// <param name="share">Share that reports a fall, strictly between 0 and 1.</param>
    /// <param name="threshold">θ, log, 0 or more.</param>
    /// <param name="standardDeviation">σ, log, above 0.</param>
    /// <returns>m.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double MeanLogChange(double share, double threshold = 0.05, double standardDeviation = 0.5)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share that can be mapped lies strictly between 0 and 1.");
        if (!(threshold >= 0)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold is 0 or more.");
        if (!(standardDeviation > 0)) throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation is above 0.");
        return -threshold - (standardDeviation * Normal.InvCDF(0, 1, share));
    }
}
