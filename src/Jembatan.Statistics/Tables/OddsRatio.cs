using Jembatan.Statistics.Functions;

namespace Jembatan.Statistics.Tables;

/// <summary>The odds ratio of a table of two rows and two columns, given its margins.</summary>
/// <param name="Conditional">The estimate of greatest conditional likelihood, at least 0.</param>
/// <param name="Low">Low end of the exact interval, at least 0.</param>
/// <param name="High">High end of the exact interval.</param>
/// <param name="Confidence">Of the interval, such as .95.</param>
public sealed record OddsRatioResult(Estimate Conditional, Estimate Low, Estimate High, double Confidence);

/// <summary>How closely the equations are solved.</summary>
public enum OddsRatioRoots
{
    /// <summary>To the last place.</summary>
    Exact,

    /// <summary>As R's <c>fisher.test</c> does: Brent's search on ψ or 1/ψ from 0 to 1, stopped at ε^¼ = 1.2·10⁻⁴.</summary>
    LikeR,
}

/// <summary>Conditional inference on the odds ratio ψ of a table of two rows and two columns.</summary>
/// <remarks>
/// Given the margins, the first cell X has the non-central hypergeometric distribution P(X = x; ψ) ∝ C(r₁, x) C(r₂, c₁ − x) ψˣ.
/// The estimate solves E(X; ψ) = x. The interval solves P(X ≥ x; ψ) = α/2 and P(X ≤ x; ψ) = α/2 (Cornfield, Clopper–Pearson type). It differs from ad/bc.
/// R's <c>fisher.test</c> solves the same equations but stops its search at 10⁻⁴ of ψ or 1/ψ: 6.40831 (.2117 to 621.93) for the tea tasting where the roots are 6.40832 (.2117 to 626.24). <see cref="OddsRatioRoots.LikeR"/> repeats R's search.
/// <para><b>Unit</b>: dimensionless; 1 is independence.</para>
/// <para><b>Cost</b>: O(support · 60).</para>
/// <para><b>Source</b>: Agresti, A. (2013). Categorical Data Analysis, 3rd ed., sections 3.5.4 and 16.6.4.</para>
/// <para><b>Oracle</b>: the tea tasting of Fisher (1935): roots of the polynomials in 40 digits; R 4.2.2 for R's search.</para>
/// </remarks>
public static class OddsRatio
{
    /// <summary>Estimate and interval.</summary>
    /// <param name="table">Two rows and two columns.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <param name="roots">How closely the equations are solved.</param>
    /// <returns>0 where the first or last cell has its least possible count; a reason in place of an infinity where a cell of the other diagonal has.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not strictly between 0 and 1.</exception>
    public static OddsRatioResult Estimate(ContingencyTable table, double confidence = .95, OddsRatioRoots roots = OddsRatioRoots.Exact)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies strictly between 0 and 1.");
        var reason = table.Rows != 2 || table.Columns != 2 ? Undefined.NotTwoByTwo : table.Reason();
        if (reason is not null) return new(Tables.Estimate.None(reason), Tables.Estimate.None(reason), Tables.Estimate.None(reason), confidence);

        var x = table[0, 0];
        long least = Math.Max(0, table.ColumnTotals[0] - table.RowTotals[1]), most = Math.Min(table.RowTotals[0], table.ColumnTotals[0]);
        var weights = new double[most - least + 1];
        for (var k = least; k <= most; k++) weights[k - least] = LogChoose(table.RowTotals[0], k) + LogChoose(table.RowTotals[1], table.ColumnTotals[0] - k);
        var at = (int)(x - least);
        var tail = (1 - confidence) / 2;

        var infinite = Tables.Estimate.None(Undefined.Infinite);
        Func<Func<double, double>, Estimate> solve = roots == OddsRatioRoots.LikeR ? SolveLikeR : Solve;
        var estimate = at == 0 ? Tables.Estimate.Of(0) : x == most ? infinite : solve(log => Mean(weights, log) - at);
        var low = at == 0 ? Tables.Estimate.Of(0) : solve(log => Mass(weights, log, at, weights.Length) - tail);
        var high = x == most ? infinite : solve(log => tail - Mass(weights, log, 0, at + 1));
        return new(estimate, low, high, confidence);
    }

    // The root of a function that rises with ln ψ, by halving until two neighbouring numbers are left.
    private static Estimate Solve(Func<double, double> rising)
    {
        double below = -1, above = 1;
        while (rising(below) > 0 && below > -700) below *= 2;
        while (rising(above) < 0 && above < 700) above *= 2;
        while (true)
        {
            var middle = (below + above) / 2;
            if (middle == below || middle == above) break;
            if (rising(middle) < 0) below = middle;
            else above = middle;
        }

        return above >= 700 ? Tables.Estimate.None(Undefined.Infinite) : Tables.Estimate.Of(Math.Exp(above));
    }

    // R looks for ψ between 0 and 1, or else for 1/ψ between ε and 1.
    private static Estimate SolveLikeR(Func<double, double> rising)
    {
        const double Epsilon = 2.220446049250313e-16;
        var one = rising(0);
        if (one == 0) return Tables.Estimate.Of(1);
        var root = one > 0
            ? BrentRoot.Of(t => rising(Math.Log(Math.Max(t, 1e-300))), 0, 1, Math.Pow(Epsilon, .25))
            : BrentRoot.Of(t => rising(-Math.Log(t)), Epsilon, 1, Math.Pow(Epsilon, .25));
        return one > 0 ? Tables.Estimate.Of(root) : Tables.Estimate.Of(1 / root);
    }

    private static double Mean(double[] weights, double log)
    {
        double sum = 0, moment = 0, top = Top(weights, log);
        for (var k = 0; k < weights.Length; k++)
        {
            var p = Math.Exp(weights[k] + (k * log) - top);
            sum += p;
            moment += k * p;
        }

        return moment / sum;
    }

    private static double Mass(double[] weights, double log, int from, int to)
    {
        double sum = 0, part = 0, top = Top(weights, log);
        for (var k = 0; k < weights.Length; k++)
        {
            var p = Math.Exp(weights[k] + (k * log) - top);
            sum += p;
            if (k >= from && k < to) part += p;
        }

        return part / sum;
    }

    private static double Top(double[] weights, double log)
    {
        var top = double.NegativeInfinity;
        for (var k = 0; k < weights.Length; k++) top = Math.Max(top, weights[k] + (k * log));
        return top;
    }

    private static double LogChoose(long n, long k) => LogGamma.Factorial(n) - LogGamma.Factorial(k) - LogGamma.Factorial(n - k);
}
