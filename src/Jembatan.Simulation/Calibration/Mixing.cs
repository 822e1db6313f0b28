using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Jembatan.Simulation.Calibration;

/// <summary>The mean probability of people who differ by a normal frailty: E[F(μ + σX)], X ~ N(0,1).</summary>
/// <remarks>Not F(μ): a mean person is not the mean of persons. <b>Oracle</b>: T4 of the model's specification.</remarks>
public static class Mixing
{
    /// <summary>With the logistic function, by quadrature.</summary>
    /// <remarks>∫ logit⁻¹(μ + σx)·φ(x) dx over [−9, 9] by Gauss–Legendre of order 64 on 18 pieces; error below 1e-13 for σ up to 20. <b>Oracle</b>: (−2, 0.5) → 0.1290065364; (−3, 0.8) → 0.0612343748.</remarks>
    /// <param name="mean">μ, log odds.</param>
    /// <param name="deviation">σ, log odds, 0 or more.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="deviation"/> is negative.</exception>
    public static double Logit(double mean, double deviation)
    {
        if (!(deviation >= 0)) throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A standard deviation is 0 or more.");
        if (deviation == 0) return Alignment.Logistic(mean);
        var sum = 0.0;
        for (var piece = -9; piece < 9; piece++) sum += Integrate.GaussLegendre(x => Alignment.Logistic(mean + (deviation * x)) * Normal.PDF(0, 1, x), piece, piece + 1, 64);
        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>With the normal distribution function: Φ(μ/√(1 + σ²)), exact.</summary>
    /// <remarks><b>Oracle</b>: (−2, 0.5) → 0.0368191351.</remarks>
    /// <param name="mean">μ.</param>
    /// <param name="deviation">σ, 0 or more.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="deviation"/> is negative.</exception>
    public static double Probit(double mean, double deviation)
    {
        if (!(deviation >= 0)) throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A standard deviation is 0 or more.");
        return Normal.CDF(0, 1, mean / Math.Sqrt(1 + (deviation * deviation)));
    }
}
