using System.Collections.Immutable;
using Jembatan.Core;

namespace Jembatan.Simulation.Population;

/// <summary>Iterative proportional fitting: multiplies weights, margin by margin, until every margin is met.</summary>
/// <remarks>
/// A sweep does w_i ← w_i·target_c/Σ_{j∈c} w_j for each margin in turn. Odds ratios within the rows stay what they were. A cell of target 0 sets its rows to 0.
/// <para><b>Unit</b>: persons.</para>
/// <para><b>Cost</b>: rows × margins a sweep.</para>
/// <para><b>Source</b>: Deming, W. E. and Stephan, F. F. (1940). On a least squares adjustment of a sampled frequency table when the expected marginal totals are known. Annals of Mathematical Statistics 11(4):427–444.</para>
/// <para><b>Oracle</b>: [[40,30],[35,50]] to rows (80,75) and columns (85,70) is [[50,30],[35,40]].</para>
/// </remarks>
public static class Raking
{
    /// <summary>Rakes the weights of rows to margins.</summary>
    /// <param name="weights">Start weights, one a row, 0 or more, not all 0.</param>
    /// <param name="margins">At least one.</param>
    /// <param name="settings">When to stop; null for the default.</param>
    /// <returns>The weights, or <c>population/weight</c>, <c>population/margin-shape</c>, <c>population/target</c>, <c>population/contradicting-margins</c>, <c>population/empty-cell</c>, <c>population/not-converged</c>.</returns>
    public static Result<RakedWeights> Rake(IReadOnlyList<double> weights, IReadOnlyList<Margin> margins, RakingSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(margins);
        settings ??= new();
        if (Check(weights, margins) is { } problem) return problem;
        var merged = ImmutableArray.CreateBuilder<string>();
        var targets = new List<double[]>();
        foreach (var margin in margins)
        {
            var target = WithoutEmptyCells(weights, margin, settings.Empty, merged);
            if (target.Problem is { } empty) return empty;
            targets.Add(target.Value);
        }

        var w = weights.ToArray();
        var (sweeps, error, worst) = (0, double.PositiveInfinity, "");
        while (sweeps < settings.MaxSweeps && error > settings.MaxRelativeError)
        {
            for (var m = 0; m < margins.Count; m++) Sweep(w, margins[m], targets[m]);
            (error, worst) = Error(w, margins, targets);
            sweeps++;
        }

        if (error > settings.MaxRelativeError)
            return new Problem(
                "population/not-converged",
                FormattableString.Invariant($"After {sweeps} sweeps {worst} is still off by {error:P2}. Cells without rows make the margins contradict each other; merge such cells, or drop a margin."), worst);
        return new RakedWeights([.. w], sweeps, error, Ratio(weights, w), EffectiveSize(w), merged.ToImmutable());
    }

    /// <summary>The number of equally weighted rows that would be as precise: (Σw)²/Σw².</summary>
    /// <param name="weights">Weights, 0 or more.</param>
    /// <returns>0 when all weights are 0, else 1 to the number of rows.</returns>
    public static double EffectiveSize(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (sum, squares) = (0.0, 0.0);
        foreach (var w in weights) (sum, squares) = (sum + w, squares + (w * w));
        return squares > 0 ? sum * sum / squares : 0;
    }

    private static Problem? Check(IReadOnlyList<double> weights, IReadOnlyList<Margin> margins)
    {
        if (weights.Count == 0) return new Problem("population/weight", "There is no row to weight. Give the population at least one row.");
        for (var i = 0; i < weights.Count; i++)
            if (!(weights[i] >= 0) || !double.IsFinite(weights[i])) return new Problem("population/weight", FormattableString.Invariant($"The weight of row {i + 1} is negative or no number. Correct the row, or leave it out."), FormattableString.Invariant($"row {i + 1}, field weight"));
        if (weights.All(w => w == 0)) return new Problem("population/weight", "All weights are zero. Choose the column that holds the survey weights.", "field weight");
        if (margins.Count == 0) throw new ArgumentException("Raking needs at least one margin.", nameof(margins));
        foreach (var margin in margins)
        {
            if (margin.Cells.Length != margin.Targets.Length || margin.CellOf.Length != weights.Count || margin.CellOf.Any(c => c < 0 || c >= margin.Targets.Length))
                return new Problem("population/margin-shape", $"The margin '{margin.Name}' does not fit the rows: every row needs one of its cells, every cell one total. Correct the mapping.", margin.Name);
            foreach (var (c, t) in margin.Targets.Index())
                if (!(t >= 0) || !double.IsFinite(t)) return new Problem("population/target", $"The total of '{margin.Cells[c]}' in the margin '{margin.Name}' is negative or no number. Correct it.", $"{margin.Name}: {margin.Cells[c]}");
        }

        var first = margins[0];
        var total = first.Targets.Sum();
        if (total <= 0) return new Problem("population/target", $"The totals of the margin '{first.Name}' are all zero. Give the number of people in each cell.", first.Name);
        return margins.FirstOrDefault(m => Math.Abs(m.Targets.Sum() - total) > 1e-6 * total) is { } other
            ? new Problem(
                "population/contradicting-margins",
                FormattableString.Invariant($"The margin '{first.Name}' counts {total:0.###} people and '{other.Name}' {other.Targets.Sum():0.###}. Scale one to the other, or take both from the same table."), $"{first.Name}, {other.Name}")
            : null;
    }

    private static Result<double[]> WithoutEmptyCells(IReadOnlyList<double> weights, Margin margin, EmptyCells policy, ImmutableArray<string>.Builder merged)
    {
        var sums = Sums(weights, margin);
        var targets = margin.Targets.ToArray();
        for (var c = 0; c < targets.Length; c++)
        {
            if (margin.Targets[c] == 0 || sums[c] > 0) continue;
            var heir = Enumerable.Range(0, targets.Length).Where(o => sums[o] > 0 && margin.Targets[o] > 0).OrderBy(o => Math.Abs(o - c)).ThenBy(o => o).Select(o => (int?)o).FirstOrDefault();
            if (policy == EmptyCells.Refuse || heir is not { } to)
                return new Problem(
                    "population/empty-cell",
                    FormattableString.Invariant($"The margin '{margin.Name}' wants {margin.Targets[c]:0.###} people in '{margin.Cells[c]}', but no row with a weight is there. Merge it with a neighbouring cell, or add rows; nobody is invented."),
                    $"{margin.Name}: {margin.Cells[c]}");
            targets[to] += targets[c];
            targets[c] = 0;
            merged.Add(FormattableString.Invariant($"{margin.Name}: {margin.Targets[c]:0.###} of '{margin.Cells[c]}' went to '{margin.Cells[to]}'"));
        }

        return targets;
    }

    private static double[] Sums(IReadOnlyList<double> w, Margin margin)
    {
        var sums = new double[margin.Targets.Length];
        for (var i = 0; i < margin.CellOf.Length; i++) sums[margin.CellOf[i]] += w[i];
        return sums;
    }

    private static void Sweep(double[] w, Margin margin, double[] targets)
    {
        var factors = Sums(w, margin);
        for (var c = 0; c < factors.Length; c++) factors[c] = factors[c] > 0 ? targets[c] / factors[c] : 0;
        for (var i = 0; i < w.Length; i++) w[i] *= factors[margin.CellOf[i]];
    }

    private static (double Error, string Worst) Error(double[] w, IReadOnlyList<Margin> margins, List<double[]> targets)
    {
        var (worst, name) = (0.0, "");
        for (var m = 0; m < margins.Count; m++)
        {
            var sums = Sums(w, margins[m]);
            for (var c = 0; c < sums.Length; c++)
            {
                var error = targets[m][c] > 0 ? Math.Abs(sums[c] - targets[m][c]) / targets[m][c] : sums[c];
                if (error > worst) (worst, name) = (error, $"'{margins[m].Cells[c]}' of the margin '{margins[m].Name}'");
            }
        }

        return (worst, name);
    }

    private static double Ratio(IReadOnlyList<double> before, double[] after)
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        for (var i = 0; i < after.Length; i++)
        {
            if (after[i] <= 0 || before[i] <= 0) continue;
            var ratio = after[i] / before[i];
            (least, most) = (Math.Min(least, ratio), Math.Max(most, ratio));
        }

        return most > 0 ? most / least : 1;
    }
}
