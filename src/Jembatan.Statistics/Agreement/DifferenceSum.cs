using System.Numerics;

namespace Jembatan.Statistics.Agreement;

/// <summary>Σ over k, l of a_k · d(k, l) · b_l for the differences of one level or scheme, when categories are too many for a table of all pairs.</summary>
/// <remarks>
/// On a circle sin²(π(x−y)/U) = (1 − cos x′ cos y′ − sin x′ sin y′) / 2 with x′ = 2πx/U, so one pass does. The others have no such form: categories that occur are gathered and every pair is taken once,
/// many at a time. <b>Cost</b>: categories on a circle, otherwise half the square of the categories that occur.
/// </remarks>
internal sealed class DifferenceSum
{
    private readonly double[] x;
    private readonly Func<double, Vector<double>, Vector<double>>? difference;
    private readonly double[]? cosines;
    private readonly double[]? sines;

    private DifferenceSum(double[] x, Func<double, Vector<double>, Vector<double>> difference) => (this.x, this.difference) = (x, difference);

    private DifferenceSum(double[] cosines, double[] sines) => (x, this.cosines, this.sines) = ([], cosines, sines);

    /// <summary>Whether a sum costs no more than one pass over the categories.</summary>
    public bool IsQuick => cosines is not null;

    public static DifferenceSum Linear(double[] x) => new(x, static (a, b) => Vector.Abs(new Vector<double>(a) - b));

    public static DifferenceSum Radical(double[] x) => new(x, static (a, b) => Vector.SquareRoot(Vector.Abs(new Vector<double>(a) - b)));

    /// <summary>n(n + 1)/2 for categories n steps apart.</summary>
    public static DifferenceSum Steps(int categories) => new([.. Enumerable.Range(0, categories).Select(k => (double)k)], static (a, b) =>
    {
        var steps = Vector.Abs(new Vector<double>(a) - b);
        return steps * (steps + Vector<double>.One) * new Vector<double>(0.5);
    });

    public static DifferenceSum Ratio(double[] x) => new(x, static (a, b) =>
    {
        var sum = new Vector<double>(a) + b;
        var share = (new Vector<double>(a) - b) / sum;
        return Vector.ConditionalSelect(Vector.Equals(sum, Vector<double>.Zero), Vector<double>.Zero, share * share);
    });

    public static DifferenceSum Bipolar(double[] x, double low, double high) => new(x, (a, b) =>
    {
        var (apart, sum) = (new Vector<double>(a) - b, new Vector<double>(a) + b);
        var share = apart * apart / ((sum - new Vector<double>(2 * low)) * (new Vector<double>(2 * high) - sum));
        return Vector.ConditionalSelect(Vector.Equals(apart, Vector<double>.Zero), Vector<double>.Zero, share);
    });

    public static DifferenceSum Circular(double[] x, double circumference) =>
        new([.. x.Select(v => Math.Cos(2 * Math.PI * v / circumference))], [.. x.Select(v => Math.Sin(2 * Math.PI * v / circumference))]);

    /// <param name="a">How often each category occurs, or its share.</param>
    /// <param name="b">The same, of others.</param>
    public double Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (cosines is not null) return OnCircle(a, b);
        var (places, left, right) = Occurring(a, b, out var count);
        double sum = 0;
        for (var k = 1; k < count; k++)
        {
            var (leftSum, rightSum) = (Vector<double>.Zero, Vector<double>.Zero);
            var l = 0;
            for (; l + Vector<double>.Count <= k; l += Vector<double>.Count)
            {
                var d = difference!(places[k], new Vector<double>(places, l));
                leftSum += d * new Vector<double>(left, l);
                rightSum += d * new Vector<double>(right, l);
            }

            var (fromLeft, fromRight) = (Vector.Sum(leftSum), Vector.Sum(rightSum));
            for (; l < k; l++)
            {
                var d = difference!(places[k], new Vector<double>(places[l]))[0];
                (fromLeft, fromRight) = (fromLeft + (d * left[l]), fromRight + (d * right[l]));
            }

            sum += (left[k] * fromRight) + (right[k] * fromLeft);
        }

        return sum;
    }

    private (double[] Places, double[] Left, double[] Right) Occurring(ReadOnlySpan<double> a, ReadOnlySpan<double> b, out int count)
    {
        var (places, left, right) = (new double[a.Length], new double[a.Length], new double[a.Length]);
        count = 0;
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] == 0 && b[k] == 0) continue;
            (places[count], left[count], right[count]) = (x[k], a[k], b[k]);
            count++;
        }

        return (places, left, right);
    }

    private double OnCircle(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double a0 = 0, ac = 0, @as = 0, b0 = 0, bc = 0, bs = 0;
        for (var k = 0; k < a.Length; k++)
        {
            (a0, ac, @as) = (a0 + a[k], ac + (a[k] * cosines![k]), @as + (a[k] * sines![k]));
            (b0, bc, bs) = (b0 + b[k], bc + (b[k] * cosines[k]), bs + (b[k] * sines[k]));
        }

        return ((a0 * b0) - (ac * bc) - (@as * bs)) / 2;
    }
}
