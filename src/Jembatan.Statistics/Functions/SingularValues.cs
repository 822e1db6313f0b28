namespace Jembatan.Statistics.Functions;

/// <summary>The singular value decomposition A = U Σ Vᵀ, by one-sided Jacobi rotations (Hestenes).</summary>
/// <remarks>Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., section 8.6.</remarks>
internal static class SingularValues
{
    /// <summary>Singular values, greatest first; left and right vectors as rows, one for each value. As many as the smaller side.</summary>
    public static (double[] Values, double[][] Left, double[][] Right) Of(double[][] matrix)
    {
        int m = matrix.Length, n = m == 0 ? 0 : matrix[0].Length;
        if (m < n)
        {
            var (s, l, r) = Of([.. Enumerable.Range(0, n).Select(j => Enumerable.Range(0, m).Select(i => matrix[i][j]).ToArray())]);
            return (s, r, l);
        }

        // Columns of A as rows, so that a rotation runs along memory.
        var columns = Enumerable.Range(0, n).Select(j => Enumerable.Range(0, m).Select(i => matrix[i][j]).ToArray()).ToArray();
        var right = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0).ToArray()).ToArray();
        for (var sweep = 0; sweep < 60; sweep++)
        {
            var rotated = false;
            for (var p = 0; p < n - 1; p++)
                for (var q = p + 1; q < n; q++) rotated |= Rotate(columns, right, p, q);
            if (!rotated) break;
        }

        double[] values = [.. columns.Select(c => Math.Sqrt(Dot(c, c)))];
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(j => values[j])];
        return ([.. order.Select(j => values[j])],
            [.. order.Select(j => values[j] == 0 ? columns[j] : columns[j].Select(x => x / values[j]).ToArray())],
            [.. order.Select(j => right[j])]);
    }

    private static bool Rotate(double[][] columns, double[][] right, int p, int q)
    {
        double alpha = Dot(columns[p], columns[p]), beta = Dot(columns[q], columns[q]), gamma = Dot(columns[p], columns[q]);
        if (Math.Abs(gamma) <= 1e-16 * Math.Sqrt(alpha * beta)) return false;
        var zeta = (beta - alpha) / (2 * gamma);
        if (double.IsInfinity(zeta)) return false;
        var t = Math.CopySign(1, zeta) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        double c = 1 / Math.Sqrt(1 + (t * t)), s = c * t;
        Turn(columns[p], columns[q], c, s);
        Turn(right[p], right[q], c, s);
        return true;
    }

    private static void Turn(double[] x, double[] y, double c, double s)
    {
        for (var k = 0; k < x.Length; k++) (x[k], y[k]) = ((c * x[k]) - (s * y[k]), (s * x[k]) + (c * y[k]));
    }

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (var k = 0; k < x.Length; k++) sum += x[k] * y[k];
        return sum;
    }
}
