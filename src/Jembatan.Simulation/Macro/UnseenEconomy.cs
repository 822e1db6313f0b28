using System.Collections.Immutable;
using Jembatan.Core;

namespace Jembatan.Simulation.Macro;

/// <summary>An economy that is known up to a month and drawn from there on: what a forecast may know.</summary>
/// <remarks>
/// Quarters are three months each, counted back from the last known month; a factor's quarter is the mean of its months. A <see cref="VectorAutoregression"/> of the factors that moved is fitted on them and drawn
/// onwards from the last; between quarters months lie on straight lines. Factors that never moved stay where they were.
/// <para><b>Unit</b>: as <see cref="MacroFactor"/>.</para>
/// <para><b>Source</b>: coverage specification 3.12: a back-test with the realised economy (conditional) and with a VAR (unconditional).</para>
/// </remarks>
public sealed class UnseenEconomy
{
    private readonly MacroPath known;
    private readonly CalendarMonth last;
    private readonly int[] moving;
    private readonly double[] quarter;
    private readonly VectorAutoregression model;

    private UnseenEconomy(MacroPath known, CalendarMonth last, int[] moving, double[] quarter, int quarters, VectorAutoregression model) =>
        (this.known, this.last, this.moving, this.quarter, Quarters, this.model) = (known, last, moving, quarter, quarters, model);

    /// <summary>How many quarters the model was fitted on.</summary>
    public int Quarters { get; }

    /// <summary>Fits what is known.</summary>
    /// <param name="path">The economy as it was; months after <paramref name="last"/> are not looked at.</param>
    /// <param name="last">The last month that may be known; the path covers it.</param>
    /// <returns>The economy, or <c>macro/too-few-quarters</c>, <c>macro/never-moved</c>, <c>macro/collinear</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The path does not cover <paramref name="last"/>.</exception>
    public static Result<UnseenEconomy> Of(MacroPath path, CalendarMonth last)
    {
        ArgumentNullException.ThrowIfNull(path);
        var months = last.Since(path.Start) + 1;
        if (months < 1 || months > path.Months) throw new ArgumentOutOfRangeException(nameof(last), last, "The path covers the last known month.");
        var quarters = months / 3;
        var all = new double[quarters, MacroPath.Factors];
        for (var q = 0; q < quarters; q++)
            for (var f = 0; f < MacroPath.Factors; f++)
                for (var m = 1; m <= 3; m++) all[q, f] += path[months - (3 * (quarters - q)) + m - 1, (MacroFactor)f] / 3;

        int[] moving = [.. Enumerable.Range(0, MacroPath.Factors).Where(f => Enumerable.Range(1, Math.Max(0, quarters - 1)).Any(q => all[q, f] != all[0, f]))];
        if (moving.Length == 0 && quarters > 1) return new Problem("macro/never-moved", $"No factor of the path moves up to {last}, so that nothing says how the economy moves. Give a path with the figures of those years.");
        var rows = new double[quarters, moving.Length];
        for (var q = 0; q < quarters; q++)
            foreach (var (i, f) in moving.Index()) rows[q, i] = all[q, f];
        var fitted = VectorAutoregression.Fit(rows);
        return fitted.Problem is { } problem ? problem : new UnseenEconomy(path, last, moving, [.. Enumerable.Range(0, moving.Length).Select(i => rows[quarters - 1, i])], quarters, fitted.Value);
    }

    /// <summary>Draws a path: as it was up to the last known month, then one of the courses that could have followed.</summary>
    /// <param name="start">First month, not before the known path's.</param>
    /// <param name="months">How many months, 1 or more.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="replicate">Number of the draw.</param>
    public Result<MacroPath> Draw(CalendarMonth start, int months, ulong seed, ulong replicate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(start, known.Start);
        var ahead = start.Plus(months - 1).Since(last);
        var courses = new Dictionary<int, double[]>();
        if (ahead > 0)
        {
            var drawn = MacroForecast.Draw(model, quarter, (ahead + 2) / 3, [], seed, replicate);
            if (drawn.Problem is { } problem) return problem;
            foreach (var (i, f) in moving.Index())
                courses[f] = MonthlyInterpolation.Of([quarter[i], .. Enumerable.Range(0, drawn.Value.GetLength(0)).Select(q => drawn.Value[q, i])]);
        }

        var values = ImmutableArray.CreateBuilder<double>(months * MacroPath.Factors);
        for (var m = 0; m < months; m++)
        {
            var month = start.Plus(m);
            for (var f = 0; f < MacroPath.Factors; f++)
                values.Add(month > last && courses.TryGetValue(f, out var course) ? course[month.Since(last)] : known[Math.Min(month.Since(known.Start), last.Since(known.Start)), (MacroFactor)f]);
        }

        return new MacroPath(start, values.MoveToImmutable());
    }
}
