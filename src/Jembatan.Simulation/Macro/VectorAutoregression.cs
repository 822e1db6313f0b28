using Jembatan.Core;
using MathNet.Numerics.LinearAlgebra;

namespace Jembatan.Simulation.Macro;

/// <summary>A vector autoregression of order one: F_q = c + A·F_{q−1} + u_q, u ~ N(0, Σ).</summary>
/// <remarks><b>Source</b>: Lütkepohl, H. (2005). New Introduction to Multiple Time Series Analysis, Springer, ch. 2 and 3; ridge after Litterman, R. (1986), JBES 4(1):25–38.</remarks>
public sealed class VectorAutoregression
{
    private readonly Vector<double> constant;
    private readonly Matrix<double> matrix;
    private readonly Matrix<double> covariance;

    /// <summary>A model with known parameters.</summary>
    /// <param name="constant">c, length k.</param>
    /// <param name="matrix">A, k × k, row = equation.</param>
    /// <param name="covariance">Σ, k × k, symmetric, positive semidefinite.</param>
    /// <exception cref="ArgumentException">The shapes do not agree.</exception>
    public VectorAutoregression(double[] constant, double[,] matrix, double[,] covariance)
    {
        ArgumentNullException.ThrowIfNull(constant);
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(covariance);
        var k = constant.Length;
        if (k == 0 || matrix.GetLength(0) != k || matrix.GetLength(1) != k || covariance.GetLength(0) != k || covariance.GetLength(1) != k) throw new ArgumentException("c has length k, A and Σ are k × k.");
        (this.constant, this.matrix, this.covariance) = (Vector<double>.Build.DenseOfArray(constant), Matrix<double>.Build.DenseOfArray(matrix), Matrix<double>.Build.DenseOfArray(covariance));
    }

    /// <summary>How many factors there are.</summary>
    public int Factors => constant.Count;

    /// <summary>c.</summary>
    public IReadOnlyList<double> Constant => constant.ToArray();

    /// <summary>A, row = equation; a copy.</summary>
    public double[,] Matrix => matrix.ToArray();

    /// <summary>Σ; a copy.</summary>
    public double[,] Covariance => covariance.ToArray();

    /// <summary>The largest modulus of an eigenvalue of A: below 1 the process comes back.</summary>
    public double MaxModulus => matrix.Evd().EigenValues.Max(e => e.Magnitude);

    /// <summary>Fits by least squares, drawn towards no memory across factors by a ridge of Minnesota type.</summary>
    /// <remarks>
    /// Equation i minimises Σ_t u²_it + Σ_j d_j(a_ij − p_ij)², d_j = σ²_j/(λθ_ij)² with σ_j the standard deviation of factor j's own first differences, θ = 1 on the diagonal and <paramref name="crossTightness"/> off it,
    /// p_ij = <paramref name="ownPrior"/> on the diagonal and 0 off it. λ = ∞ is ordinary least squares. Σ = U′U/(n − k − 1).
    /// <para><b>Cost</b>: k solutions of a system of order k+1.</para>
    /// </remarks>
    /// <param name="rows">Quarters × factors, in order of time; at least k+3 quarters, all finite.</param>
    /// <param name="tightness">λ, above 0; <see cref="double.PositiveInfinity"/> for no ridge.</param>
    /// <param name="crossTightness">θ off the diagonal, above 0.</param>
    /// <param name="ownPrior">Where the own lag is drawn to.</param>
    /// <returns>The model, or <c>macro/too-few-quarters</c>, <c>macro/not-a-number</c>, <c>macro/collinear</c>.</returns>
    public static Result<VectorAutoregression> Fit(double[,] rows, double tightness = 0.2, double crossTightness = 0.5, double ownPrior = 0.7)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (!(tightness > 0)) throw new ArgumentOutOfRangeException(nameof(tightness), tightness, "Tightness is above 0.");
        if (!(crossTightness > 0)) throw new ArgumentOutOfRangeException(nameof(crossTightness), crossTightness, "Tightness is above 0.");
        var (quarters, k) = (rows.GetLength(0), rows.GetLength(1));
        if (k == 0 || quarters < k + 3)
            return new Problem("macro/too-few-quarters", FormattableString.Invariant($"{quarters} quarters cannot carry a model of {k} factors; it needs at least {k + 3}. Add quarters, or leave factors out."));
        for (var t = 0; t < quarters; t++)
            for (var f = 0; f < k; f++)
                if (!double.IsFinite(rows[t, f])) return new Problem("macro/not-a-number", FormattableString.Invariant($"Quarter {t + 1}, factor {f + 1} is no number. Give every quarter a value; nothing is interpolated."), FormattableString.Invariant($"row {t + 1}, factor {f + 1}"));

        var n = quarters - 1;
        var x = Matrix<double>.Build.Dense(n, k + 1, (t, j) => j == 0 ? 1 : rows[t, j - 1]);
        var y = Matrix<double>.Build.Dense(n, k, (t, j) => rows[t + 1, j]);
        var scale = Enumerable.Range(0, k).Select(j => Math.Max(Enumerable.Range(0, n).Average(t => Math.Pow(rows[t + 1, j] - rows[t, j], 2)), 1e-12)).ToArray();
        var (gram, cross) = (x.TransposeThisAndMultiply(x), x.TransposeThisAndMultiply(y));
        var coefficients = Matrix<double>.Build.Dense(k + 1, k);
        for (var i = 0; i < k; i++)
        {
            var (left, right) = (gram.Clone(), cross.Column(i));
            for (var j = 0; j < k && double.IsFinite(tightness); j++)
            {
                var ridge = scale[j] / Math.Pow(tightness * (i == j ? 1 : crossTightness), 2);
                left[j + 1, j + 1] += ridge;
                if (i == j) right[j + 1] += ridge * ownPrior;
            }

            var solved = left.Solve(right);
            if (solved.Any(v => !double.IsFinite(v))) return new Problem("macro/collinear", "Two factors move as one, so that their effects cannot be told apart. Leave one out, or tighten the ridge.");
            coefficients.SetColumn(i, solved);
        }

        var residuals = y - (x * coefficients);
        var sigma = residuals.TransposeThisAndMultiply(residuals) / Math.Max(1, n - k - 1);
        return new VectorAutoregression(coefficients.Row(0).ToArray(), coefficients.SubMatrix(1, k, 0, k).Transpose().ToArray(), sigma.ToArray());
    }

    /// <summary>The variance that the process settles at: vec V = (I − A⊗A)⁻¹ vec Σ.</summary>
    /// <returns>V, k × k, or <c>macro/not-stationary</c> when the largest modulus is 1 or more.</returns>
    public Result<double[,]> StationaryVariance()
    {
        var modulus = MaxModulus;
        if (modulus >= 1) return new Problem("macro/not-stationary", FormattableString.Invariant($"The economy of this model does not come back (largest eigenvalue {modulus:0.###}), so that it has no lasting variance. Tighten the ridge, or use gaps in place of levels."));
        var k = Factors;
        var vec = Vector<double>.Build.Dense(k * k, i => covariance[i % k, i / k]);
        var solved = (Matrix<double>.Build.DenseIdentity(k * k) - matrix.KroneckerProduct(matrix)).Solve(vec);
        var v = new double[k, k];
        for (var i = 0; i < k * k; i++) v[i % k, i / k] = solved[i];
        return v;
    }
}
