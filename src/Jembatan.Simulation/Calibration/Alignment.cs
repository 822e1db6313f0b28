using System.Collections.Immutable;
using Jembatan.Core;

namespace Jembatan.Simulation.Calibration;

/// <summary>The shift that makes a group of persons move in the wanted number.</summary>
/// <param name="Delta">δ, log odds, added to everyone.</param>
/// <param name="Steps">How many Newton steps it took.</param>
/// <param name="Probabilities">logit⁻¹(η + δ) of each.</param>
/// <param name="IsLarge">Whether |δ| is above 0.5: then the model does not explain the level.</param>
public sealed record AlignedProbabilities(double Delta, int Steps, ImmutableArray<double> Probabilities, bool IsLarge);

/// <summary>Alignment of intercepts: solves Σw·logit⁻¹(η + δ)/Σw = target for δ.</summary>
/// <remarks>
/// Newton from the shift of the mean, held between bounds that always contain the root; the left side grows with δ, so there is one solution.
/// <para><b>Cost</b>: one pass a step.</para>
/// <para><b>Source</b>: Li, J. and O'Donoghue, C. (2014). Evaluating binary alignment methods in microsimulation models. JASSS 17(1)15, logit scaling.</para>
/// <para><b>Oracle</b>: η = (−1, 0, 1), target 0.6: δ = 0.4716756210.</para>
/// </remarks>
public static class Alignment
{
    /// <summary>The largest |δ| that passes without a warning.</summary>
    public const double LargeShift = 0.5;

    /// <summary>Solves for the shift.</summary>
    /// <param name="logOdds">η of each person or cell, finite.</param>
    /// <param name="weights">Weights, as many, 0 or more; null when all count alike.</param>
    /// <param name="target">Share that is to move, strictly between 0 and 1.</param>
    /// <param name="name">What is aligned, for problems.</param>
    /// <returns>The shift, or <c>calibration/unreachable-target</c>, <c>calibration/weights</c>.</returns>
    public static Result<AlignedProbabilities> Solve(IReadOnlyList<double> logOdds, IReadOnlyList<double>? weights, double target, string name = "target")
    {
        ArgumentNullException.ThrowIfNull(logOdds);
        if (weights is not null && weights.Count != logOdds.Count) throw new ArgumentException("There are as many weights as persons.", nameof(weights));
        var total = 0.0;
        for (var i = 0; i < logOdds.Count; i++)
        {
            var w = weights?[i] ?? 1;
            if (!(w >= 0) || !double.IsFinite(w) || !double.IsFinite(logOdds[i])) return new Problem("calibration/weights", FormattableString.Invariant($"Person {i + 1} of '{name}' has a weight or log odds that is no number. Correct the row."), FormattableString.Invariant($"{name}, row {i + 1}"));
            total += w;
        }

        if (!(total > 0)) return new Problem("calibration/weights", $"Nobody of '{name}' has a weight. Choose another group or month.", name);
        if (!(target is > 0 and < 1))
            return new Problem("calibration/unreachable-target", FormattableString.Invariant($"'{name}' wants {target:0.####} of the people to move; only a share strictly between 0 and 1 can be reached. Check the target and its denominator."), name);

        var delta = Math.Log(target / (1 - target)) - Enumerable.Range(0, logOdds.Count).Sum(i => (weights?[i] ?? 1) * logOdds[i]) / total;
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        var steps = 0;
        for (; steps < 200; steps++)
        {
            var (value, slope) = (0.0, 0.0);
            for (var i = 0; i < logOdds.Count; i++)
            {
                var (w, p) = (weights?[i] ?? 1, Logistic(logOdds[i] + delta));
                (value, slope) = (value + (w * p), slope + (w * p * (1 - p)));
            }

            var miss = (value / total) - target;
            if (Math.Abs(miss) <= 1e-15 + (1e-14 * target)) break;
            if (miss > 0) high = delta; else low = delta;
            var next = delta - (miss * total / slope);
            if (!(next > low && next < high)) next = double.IsInfinity(low) ? delta - 1 : double.IsInfinity(high) ? delta + 1 : (low + high) / 2;
            if (next == delta) break;
            delta = next;
        }

        return new AlignedProbabilities(delta, steps, [.. logOdds.Select(e => Logistic(e + delta))], Math.Abs(delta) > LargeShift);
    }

    /// <summary>The logistic function, logit⁻¹.</summary>
    /// <param name="x">Log odds.</param>
    /// <returns>0 to 1.</returns>
    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
}
