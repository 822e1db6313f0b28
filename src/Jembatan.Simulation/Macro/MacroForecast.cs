using Jembatan.Core;
using Jembatan.Simulation.Uncertainty;
using Jembatan.Statistics.Random;
using MathNet.Numerics.LinearAlgebra;

namespace Jembatan.Simulation.Macro;

/// <summary>A value that a factor is known, or supposed, to take.</summary>
/// <param name="Quarter">Quarters ahead, from 1.</param>
/// <param name="Factor">Number of the factor, from 0.</param>
/// <param name="Value">Its value.</param>
public readonly record struct MacroCondition(int Quarter, int Factor, double Value);

/// <summary>Draws the coming quarters of a vector autoregression, free or held to given values.</summary>
/// <remarks>
/// With ε the stacked standard normal innovations and F = μ + Mε linear in them, conditions Rε = r leave ε ~ N(R⁺r, I − R⁺R). Free paths are the case without conditions.
/// <para><b>Cost</b>: one decomposition of conditions × (quarters·factors).</para>
/// <para><b>Source</b>: Waggoner, D. F. and Zha, T. (1999). Conditional forecasts in dynamic multivariate models. Review of Economics and Statistics 81(4):639–651; draws keyed by seed and replicate.</para>
/// </remarks>
public static class MacroForecast
{
    /// <summary>Draws one path.</summary>
    /// <param name="model">The model.</param>
    /// <param name="last">The last known quarter, length k.</param>
    /// <param name="quarters">How many quarters ahead, 1 to 400.</param>
    /// <param name="conditions">Values to hold; empty for a free path.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="replicate">Number of the draw.</param>
    /// <returns>Quarters × factors, or <c>macro/condition</c> when a condition names no coming quarter or factor, or two contradict each other, or <c>macro/covariance</c>.</returns>
    public static Result<double[,]> Draw(VectorAutoregression model, IReadOnlyList<double> last, int quarters, IReadOnlyList<MacroCondition> conditions, ulong seed, ulong replicate)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(conditions);
        if (quarters is < 1 or > 400) throw new ArgumentOutOfRangeException(nameof(quarters), quarters, "A forecast goes 1 to 400 quarters ahead.");
        var k = model.Factors;
        if (last.Count != k) throw new ArgumentException("The last quarter has one value a factor.", nameof(last));
        foreach (var stray in conditions.Where(c => c.Quarter < 1 || c.Quarter > quarters || c.Factor < 0 || c.Factor >= k || !double.IsFinite(c.Value)))
            return new Problem("macro/condition", FormattableString.Invariant($"The condition on quarter {stray.Quarter}, factor {stray.Factor + 1} lies outside the forecast of {quarters} quarters and {k} factors, or is no number. Correct or drop it."));

        var root = Root(Matrix<double>.Build.DenseOfArray(model.Covariance));
        if (root is null) return new Problem("macro/covariance", "The covariance of the innovations is not positive semidefinite. Fit the model anew, or correct the matrix.");
        var a = Matrix<double>.Build.DenseOfArray(model.Matrix);
        var c = Vector<double>.Build.Dense([.. model.Constant]);
        var stream = new PhiloxStream(seed, "macro/var", replicate);
        var epsilon = Vector<double>.Build.Dense(quarters * k, _ => NormalDraws.Next(stream));
        if (conditions.Count > 0)
        {
            var held = Hold(a, c, root, last, quarters, conditions, epsilon);
            if (held is null) return new Problem("macro/condition", "Two conditions contradict each other, or the model cannot move a factor that one holds. Drop one of them.");
            epsilon = held;
        }

        var path = new double[quarters, k];
        var state = Vector<double>.Build.Dense([.. last]);
        for (var q = 0; q < quarters; q++)
        {
            state = c + (a * state) + (root * epsilon.SubVector(q * k, k));
            for (var f = 0; f < k; f++) path[q, f] = state[f];
        }

        return path;
    }

    // ε − R⁺(Rε − r): the projection of a free draw on what the conditions allow has the conditional distribution.
    private static Vector<double>? Hold(Matrix<double> a, Vector<double> c, Matrix<double> root, IReadOnlyList<double> last, int quarters, IReadOnlyList<MacroCondition> conditions, Vector<double> epsilon)
    {
        var k = last.Count;
        var r = Matrix<double>.Build.Dense(conditions.Count, quarters * k);
        var target = Vector<double>.Build.Dense(conditions.Count);
        var powers = new List<Matrix<double>> { root };
        var means = new List<Vector<double>>();
        var mean = Vector<double>.Build.Dense([.. last]);
        for (var q = 0; q < quarters; q++)
        {
            mean = c + (a * mean);
            means.Add(mean);
            powers.Add(a * powers[^1]);
        }

        foreach (var (row, condition) in conditions.Index())
        {
            target[row] = condition.Value - means[condition.Quarter - 1][condition.Factor];
            for (var q = 0; q < condition.Quarter; q++)
                for (var f = 0; f < k; f++) r[row, (q * k) + f] = powers[condition.Quarter - 1 - q][condition.Factor, f];
        }

        var held = epsilon - (r.PseudoInverse() * ((r * epsilon) - target));
        return ((r * held) - target).AbsoluteMaximum() <= 1e-8 * (1 + target.AbsoluteMaximum()) ? held : null;
    }

    // A square root of Σ by its eigenvalues, so that a factor without innovations is allowed.
    private static Matrix<double>? Root(Matrix<double> sigma)
    {
        var evd = ((sigma + sigma.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        var values = evd.EigenValues.Select(e => e.Real).ToArray();
        if (values.Min() < -1e-9 * Math.Max(1e-12, values.Max())) return null;
        return evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray([.. values.Select(v => Math.Sqrt(Math.Max(0, v)))]);
    }
}
