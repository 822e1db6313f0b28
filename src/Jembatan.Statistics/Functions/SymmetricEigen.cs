namespace Jembatan.Statistics.Functions;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.</summary>
/// <remarks>Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., section 8.5. Small eigenvalues keep their relative precision better than with tridiagonal methods.</remarks>
internal static class SymmetricEigen
{
    /// <summary>Eigenvalues, greatest first, and their vectors as the rows of the second array.</summary>
    public static (double[] Values, double[][] Vectors) Of(double[][] matrix)
    {
        var n = matrix.Length;
        var a = matrix.Select(row => row.ToArray()).ToArray();
        var v = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0).ToArray()).ToArray();
        for (var sweep = 0; sweep < 100 && Off(a) > 0; sweep++)
            for (var p = 0; p < n - 1; p++)
                for (var q = p + 1; q < n; q++) Rotate(a, v, p, q);

        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => a[i][i])];
        return ([.. order.Select(i => a[i][i])], [.. order.Select(i => v[i])]);
    }

    private static double Off(double[][] a)
    {
        double off = 0, all = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < a.Length; j++)
            {
                all += a[i][j] * a[i][j];
                if (i != j) off += a[i][j] * a[i][j];
            }
        }

        return off <= all * 1e-32 ? 0 : off;
    }

    private static void Rotate(double[][] a, double[][] v, int p, int q)
    {
        if (a[p][q] == 0) return;
        var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        var t = double.IsInfinity(theta) ? 0 : Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1), s = t * c;
        for (var k = 0; k < a.Length; k++) (a[k][p], a[k][q]) = ((c * a[k][p]) - (s * a[k][q]), (s * a[k][p]) + (c * a[k][q]));
        for (var k = 0; k < a.Length; k++) (a[p][k], a[q][k]) = ((c * a[p][k]) - (s * a[q][k]), (s * a[p][k]) + (c * a[q][k]));
        for (var k = 0; k < a.Length; k++) (v[p][k], v[q][k]) = ((c * v[p][k]) - (s * v[q][k]), (s * v[p][k]) + (c * v[q][k]));
        a[p][q] = a[q][p] = 0;
    }
}
