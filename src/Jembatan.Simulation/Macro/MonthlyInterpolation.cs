namespace Jembatan.Simulation.Macro;

/// <summary>From quarters to months.</summary>
public static class MonthlyInterpolation
{
    /// <summary>Monthly levels whose logs lie on straight lines between quarters.</summary>
    /// <remarks>The level of quarter q stands at its last month; month m between has ln x = (1−s)·ln x_q + s·ln x_{q+1}, s = 0, ⅓, ⅔. <b>Unit</b>: that of the levels.</remarks>
    /// <param name="quarterlyLevels">Levels, length n, all above 0.</param>
    /// <returns>3(n−1)+1 levels, from the last month of the first quarter to the last month of the last.</returns>
    /// <exception cref="ArgumentException">There is no quarter, or a level is not above 0.</exception>
    public static double[] OfLogLevels(ReadOnlySpan<double> quarterlyLevels)
    {
        var logs = new double[quarterlyLevels.Length];
        for (var q = 0; q < logs.Length; q++)
        {
            if (!(quarterlyLevels[q] > 0) || !double.IsFinite(quarterlyLevels[q])) throw new ArgumentException("A level whose log is taken is above 0.", nameof(quarterlyLevels));
            logs[q] = Math.Log(quarterlyLevels[q]);
        }

        return [.. Of(logs).Select(Math.Exp)];
    }

    /// <summary>Monthly values on straight lines between quarters.</summary>
    /// <param name="quarterly">Values, length n, at least 1; gaps and logs as they are.</param>
    /// <returns>3(n−1)+1 values.</returns>
    /// <exception cref="ArgumentException">There is no quarter.</exception>
    public static double[] Of(ReadOnlySpan<double> quarterly)
    {
        if (quarterly.IsEmpty) throw new ArgumentException("There is no quarter.", nameof(quarterly));
        var months = new double[(3 * (quarterly.Length - 1)) + 1];
        for (var m = 0; m < months.Length; m++)
        {
            var (q, s) = (m / 3, (m % 3) / 3.0);
            months[m] = s == 0 ? quarterly[q] : ((1 - s) * quarterly[q]) + (s * quarterly[q + 1]);
        }

        return months;
    }
}
