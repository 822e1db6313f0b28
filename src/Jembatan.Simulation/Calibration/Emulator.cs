using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Jembatan.Simulation.Calibration;

/// <summary>A fast stand-in for one output of a slow model: a quadratic regression and a Gaussian process over what it leaves.</summary>
/// <remarks>
/// On coordinates of the unit cube: mean h(x)′β with h = (1, x, x²), residual process s²·exp(−½Σ(Δx/ℓ)²) with the runs' Monte Carlo variance as nugget; ℓ by likelihood on a small grid, s² the residual variance.
/// <para><b>Source</b>: Andrianakis et al. (2015). Bayesian history matching of complex infectious disease models using emulation. PLoS Computational Biology 11(1):e1003968.</para>
/// </remarks>
internal sealed class Emulator
{
    private static readonly double[] Lengths = [0.15, 0.3, 0.6, 1.2, 2.4];

    private readonly IReadOnlyList<double[]> points;
    private readonly Vector<double> beta;
    private readonly Cholesky<double> root;
    private readonly Vector<double> weights;
    private readonly double length;
    private readonly double scale;

    private Emulator(IReadOnlyList<double[]> points, Vector<double> beta, Cholesky<double> root, Vector<double> weights, double length, double scale) =>
        (this.points, this.beta, this.root, this.weights, this.length, this.scale) = (points, beta, root, weights, length, scale);

    /// <summary>Fits on runs of the model.</summary>
    /// <param name="points">Coordinates in the unit cube, more than 2k + 1.</param>
    /// <param name="values">The output at each.</param>
    /// <param name="noise">Monte Carlo variance at each.</param>
    public static Emulator Fit(IReadOnlyList<double[]> points, IReadOnlyList<double> values, IReadOnlyList<double> noise)
    {
        var n = points.Count;
        var basis = Matrix<double>.Build.DenseOfRowArrays(points.Select(Basis));
        var y = Vector<double>.Build.DenseOfEnumerable(values);
        var gram = basis.TransposeThisAndMultiply(basis);
        var beta = (gram + (Matrix<double>.Build.DenseIdentity(gram.RowCount) * (1e-9 * Math.Max(1e-12, gram.Trace())))).Solve(basis.TransposeThisAndMultiply(y));
        var residual = y - (basis * beta);
        var scale = Math.Max(residual.DotProduct(residual) / Math.Max(1, n - basis.ColumnCount), 1e-10 * (1e-12 + y.PointwisePower(2).Average()));
        Emulator? best = null;
        var bestLikelihood = double.NegativeInfinity;
        foreach (var length in Lengths)
        {
            var covariance = Matrix<double>.Build.Dense(n, n, (i, j) => (scale * Correlation(points[i], points[j], length)) + (i == j ? noise[i] + (1e-6 * scale) : 0));
            var root = covariance.Cholesky();
            var weights = root.Solve(residual);
            var likelihood = (-0.5 * residual.DotProduct(weights)) - (0.5 * root.DeterminantLn);
            if (best is not null && !(likelihood > bestLikelihood)) continue;
            (best, bestLikelihood) = (new(points, beta, root, weights, length, scale), likelihood);
        }

        return best!;
    }

    /// <summary>Mean and variance of the output at a point of the unit cube.</summary>
    public (double Mean, double Variance) At(double[] point)
    {
        var k = Vector<double>.Build.Dense(points.Count, i => scale * Correlation(points[i], point, length));
        return (Vector<double>.Build.Dense(Basis(point)).DotProduct(beta) + k.DotProduct(weights), Math.Max(0, scale - k.DotProduct(root.Solve(k))));
    }

    private static double[] Basis(double[] x) => [1, .. x, .. x.Select(v => v * v)];

    private static double Correlation(double[] a, double[] b, double length)
    {
        var sum = 0.0;
        for (var d = 0; d < a.Length; d++) sum += (a[d] - b[d]) * (a[d] - b[d]);
        return Math.Exp(-0.5 * sum / (length * length));
    }
}
