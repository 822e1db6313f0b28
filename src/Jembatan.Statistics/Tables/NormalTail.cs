using Jembatan.Statistics.Functions;

namespace Jembatan.Statistics.Tables;

/// <summary>The tails of the standard normal distribution, for adjusted residuals.</summary>
public static class NormalTail
{
    /// <summary>P(|Z| ≥ |z|).</summary>
    /// <remarks>Q(½, z²/2), the upper tail of χ² with one degree of freedom. <b>Oracle</b>: .05 at 1.959964.</remarks>
    /// <param name="z">A residual, finite.</param>
    /// <returns>0 to 1.</returns>
    public static double TwoSided(double z) => ChiSquared.UpperTail(z * z, 1);
}
