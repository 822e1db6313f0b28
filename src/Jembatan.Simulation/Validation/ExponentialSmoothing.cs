using Jembatan.Core;

namespace Jembatan.Simulation.Validation;

/// <summary>The forms of exponential smoothing that are tried.</summary>
public enum SmoothingForm
{
    /// <summary>A level.</summary>
    Simple,

    /// <summary>A level and a trend.</summary>
    Holt,

    /// <summary>A level and a trend that fades.</summary>
    Damped,
}

/// <summary>Exponential smoothing with additive errors, its form chosen by Akaike's criterion.</summary>
/// <remarks>
/// Errors e_t = y_t − (l + φb); l ← l + φb + αe; b ← φb + β*αe. Start values by least squares, which is exact since errors are linear in them; α, β*, φ by a grid that is refined. AIC = n·ln(SSE/n) + 2k, k = 3, 5, 6; a form needs
/// n &gt; k + 1 values, so that a short series has simple smoothing alone.
/// <para><b>Source</b>: Hyndman, Koehler, Ord and Snyder (2008). Forecasting with Exponential Smoothing, Springer, ch. 2, 5 and 6.</para>
/// </remarks>
/// <param name="Form">The form that was chosen.</param>
/// <param name="Alpha">Weight of the newest value in the level, 0 to 1.</param>
/// <param name="Beta">Weight of the newest change in the trend, β*, 0 to 1; 0 without a trend.</param>
/// <param name="Phi">Share of the trend that goes on, 0.8 to 1; 0 without a trend.</param>
/// <param name="Level">The level at the end.</param>
/// <param name="Trend">The trend at the end.</param>
/// <param name="Deviation">Standard deviation of one-step errors.</param>
/// <param name="Aic">Akaike's criterion.</param>
public sealed record ExponentialSmoothing(SmoothingForm Form, double Alpha, double Beta, double Phi, double Level, double Trend, double Deviation, double Aic)
{
    /// <summary>The point forecast so many steps ahead: l + (φ + φ² + … + φ^h)·b.</summary>
    /// <param name="steps">h, 0 or more; parts of a step lie on a straight line.</param>
    public double At(double steps)
    {
        var (whole, rest) = ((int)Math.Floor(steps), steps - Math.Floor(steps));
        var sum = 0.0;
        for (var j = 1; j <= whole; j++) sum += Math.Pow(Phi, j);
        return Level + ((sum + (rest * Math.Pow(Phi, whole + 1))) * Trend);
    }

    /// <summary>Standard deviation of the forecast error so many steps ahead: σ√(1 + Σ_{j&lt;h} c_j²), c_j = α(1 + β*(φ + … + φ^j)).</summary>
    /// <param name="steps">h, 0 or more; parts of a step count by their root.</param>
    public double DeviationAt(double steps)
    {
        if (steps <= 1) return Deviation * Math.Sqrt(Math.Max(0, steps));
        var (sum, trend, whole) = (1.0, 0.0, (int)Math.Ceiling(steps));
        for (var j = 1; j < whole; j++)
        {
            trend += Math.Pow(Phi, j);
            var c = Alpha * (1 + (Beta * trend));
            sum += c * c * (j == whole - 1 ? steps - j : 1);
        }

        return Deviation * Math.Sqrt(sum);
    }

    /// <summary>Fits the forms that the series can carry and takes the best.</summary>
    /// <param name="values">Values at equal steps, at least two, finite.</param>
    /// <returns>The fit, or <c>validation/too-few</c>.</returns>
    public static Result<ExponentialSmoothing> Fit(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2 || values.Any(v => !double.IsFinite(v))) return new Problem("validation/too-few", "Exponential smoothing needs at least two values at equal steps, all of them numbers. Give a longer series.");
        return Enum.GetValues<SmoothingForm>().Where(f => f == SmoothingForm.Simple || values.Count > Parameters(f) + 1).Select(f => FitForm(values, f)).OrderBy(f => f.Aic).First();
    }

    private static int Parameters(SmoothingForm form) => form switch { SmoothingForm.Simple => 3, SmoothingForm.Holt => 5, _ => 6 };

    private static ExponentialSmoothing FitForm(IReadOnlyList<double> values, SmoothingForm form)
    {
        var best = Try(values, form, 0.5, 0.1, form == SmoothingForm.Damped ? 0.9 : 1);
        for (double width = 0.5, round = 0; round < 9; round++, width /= 2.2)
        {
            var (a0, b0, p0) = (best.Alpha, best.Beta, best.Phi);
            for (var i = -4; i <= 4; i++)
                for (var j = form == SmoothingForm.Simple ? 0 : -4; j <= (form == SmoothingForm.Simple ? 0 : 4); j++)
                    for (var k = form == SmoothingForm.Damped ? -2 : 0; k <= (form == SmoothingForm.Damped ? 2 : 0); k++)
                    {
                        var tried = Try(values, form, Math.Clamp(a0 + (i * width / 4), 1e-4, 0.9999), Math.Clamp(b0 + (j * width / 4), 1e-4, 0.9999), Math.Clamp(p0 + (k * width / 10), 0.8, form == SmoothingForm.Damped ? 0.98 : 1));
                        if (tried.Aic < best.Aic) best = tried;
                    }
        }

        return best;
    }

    private static ExponentialSmoothing Try(IReadOnlyList<double> y, SmoothingForm form, double alpha, double beta, double phi)
    {
        var hasTrend = form != SmoothingForm.Simple;
        if (!hasTrend) (beta, phi) = (0, 0);
        var (zero, byLevel, byTrend) = (Errors(y, 0, 0), Errors(new double[y.Count], 1, 0), Errors(new double[y.Count], 0, 1));
        var (aa, ab, bb, ay, by) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < y.Count; t++)
        {
            var (a, b, e) = (-byLevel.E[t], -byTrend.E[t], zero.E[t]);
            (aa, ab, bb, ay, by) = (aa + (a * a), ab + (a * b), bb + (b * b), ay + (a * e), by + (b * e));
        }

        var determinant = (aa * bb) - (ab * ab);
        var (l0, b0) = hasTrend && determinant > 1e-12 * aa * bb ? (((ay * bb) - (by * ab)) / determinant, ((by * aa) - (ay * ab)) / determinant) : (ay / aa, 0.0);
        var (errors, level, trend) = Errors(y, l0, b0);
        var sse = errors.Sum(e => e * e);
        var n = y.Count;
        var variance = sse / Math.Max(1, n - (hasTrend ? 2 : 1));
        return new(form, alpha, beta, phi, level, trend, Math.Sqrt(variance), (n * Math.Log(Math.Max(sse / n, 1e-300))) + (2 * Parameters(form)));

        (double[] E, double Level, double Trend) Errors(IReadOnlyList<double> series, double l, double b)
        {
            var e = new double[series.Count];
            for (var t = 0; t < e.Length; t++)
            {
                e[t] = series[t] - (l + (phi * b));
                (l, b) = (l + (phi * b) + (alpha * e[t]), (phi * b) + (alpha * beta * e[t]));
            }

            return (e, l, b);
        }
    }
}
