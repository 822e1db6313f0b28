using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Statistics;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Uncertainty;

/// <summary>Parameters that are varied together.</summary>
/// <param name="Name">For people.</param>
/// <param name="Parameters">Their numbers, from 0.</param>
public sealed record ParameterGroup(string Name, ImmutableArray<int> Parameters);

/// <summary>How much of the variance of a result a group explains.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="First">S: by itself; what could be bought down by learning it.</param>
/// <param name="FirstLow">Lower end of the bootstrap interval.</param>
/// <param name="FirstHigh">Upper end.</param>
/// <param name="Total">ST: together with others.</param>
/// <param name="TotalLow">Lower end.</param>
/// <param name="TotalHigh">Upper end.</param>
public sealed record SobolIndex(string Group, double First, double FirstLow, double FirstHigh, double Total, double TotalLow, double TotalHigh);

/// <summary>Indices of all groups.</summary>
/// <param name="Mean">Mean of the result.</param>
/// <param name="Variance">Variance of the result.</param>
/// <param name="Indices">One a group; empty when nothing varies.</param>
/// <param name="Evaluations">N(k + 2): how often the model ran.</param>
/// <param name="Reason">Why there are no indices; null when there are.</param>
public sealed record SobolAnalysis(double Mean, double Variance, ImmutableArray<SobolIndex> Indices, int Evaluations, string? Reason);

/// <summary>How large an analysis is.</summary>
/// <param name="BaseSize">N, a power of two; cost N(k + 2).</param>
/// <param name="Seed">Seed of points and bootstrap.</param>
/// <param name="Bootstraps">Resamples for intervals.</param>
/// <param name="Confidence">Of intervals, strictly between 0 and 1.</param>
public sealed record SobolSettings(int BaseSize = 1024, ulong Seed = 1, int Bootstraps = 1000, double Confidence = 0.95);

/// <summary>First and total Sobol' indices of groups of parameters.</summary>
/// <remarks>
/// With matrices A and B of scrambled points (of keyed uniforms when there are more than 15 parameters) and A_B the matrix A with the group's columns from B: S = 1 − Σ(f_B − f_AB)²/(2NV), ST = Σ(f_A − f_AB)²/(2NV). Intervals are percentiles of a bootstrap over rows.
/// <para><b>Cost</b>: N(k + 2) runs of the model; at most ten groups.</para>
/// <para><b>Source</b>: Jansen, M. J. W. (1999). Analysis of variance designs for model output. Computer Physics Communications 117:35–43; Saltelli et al. (2010), ibid. 181:259–270.</para>
/// <para><b>Oracle</b>: Ishigami's function, closed form.</para>
/// </remarks>
public static class SobolIndices
{
    /// <summary>The most groups.</summary>
    public const int MaxGroups = 10;

    /// <summary>The most parameters.</summary>
    public const int MaxParameters = 500;

    /// <summary>Runs the model and estimates.</summary>
    /// <param name="parameters">How many parameters there are, 1 to 500.</param>
    /// <param name="groups">Groups that share no parameter, 1 to 10.</param>
    /// <param name="model">From a point of the unit cube, length <paramref name="parameters"/>, to a result.</param>
    /// <param name="settings">How large; null for the default.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The indices, or <c>uncertainty/groups</c>, <c>uncertainty/base-size</c>, <c>uncertainty/not-a-number</c>.</returns>
    public static Result<SobolAnalysis> Estimate(
        int parameters, IReadOnlyList<ParameterGroup> groups, Func<double[], double> model, SobolSettings? settings, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(model);
        settings ??= new();
        if (groups.Count is < 1 or > MaxGroups || parameters is < 1 or > MaxParameters)
            return new Problem("uncertainty/groups", FormattableString.Invariant($"{groups.Count} groups of {parameters} parameters: at most {MaxGroups} groups and {MaxParameters} parameters can be analysed. Join parameters that belong together."));
        var members = groups.SelectMany(g => g.Parameters).ToList();
        if (members.Distinct().Count() != members.Count || members.Any(m => m < 0 || m >= parameters) || groups.Any(g => g.Parameters.IsEmpty))
            return new Problem("uncertainty/groups", "A group is empty, or a parameter stands in two groups or in none that exists. Give each parameter to at most one group.");
        if (settings.BaseSize < 8 || (settings.BaseSize & (settings.BaseSize - 1)) != 0)
            return new Problem("uncertainty/base-size", FormattableString.Invariant($"{settings.BaseSize} base points: give a power of two, 8 or more."));

        var n = settings.BaseSize;
        var sequence = 2 * parameters <= SobolSequence.MaxDimensions ? new SobolSequence(2 * parameters, settings.Seed) : null;
        var (fa, fb, mixed) = (new double[n], new double[n], groups.Select(_ => new double[n]).ToArray());
        for (var j = 0; j < n; j++)
        {
            var point = sequence is null ? Keyed(settings.Seed, j, 2 * parameters) : sequence.Point((uint)j);
            var (a, b) = (point[..parameters], point[parameters..]);
            for (var run = 0; run < groups.Count + 2; run++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var x = run == 1 ? b : a;
                if (run > 1)
                {
                    x = [.. a];
                    foreach (var p in groups[run - 2].Parameters) x[p] = b[p];
                }

                var y = model(x);
                if (!double.IsFinite(y)) return new Problem("uncertainty/not-a-number", FormattableString.Invariant($"The model gave no number at base point {j + 1}. Narrow the prior that leads there, or run that draw by itself to see why."));
                (run == 0 ? fa : run == 1 ? fb : mixed[run - 2])[j] = y;
            }

            progress?.Report((j + 1.0) / n);
        }

        var evaluations = n * (groups.Count + 2);
        var all = fa.Concat(fb).ToArray();
        var (mean, variance) = (all.Average(), VarianceSplit.Variance(all));
        if (!(variance > 1e-24 * (1 + (mean * mean)))) return new SobolAnalysis(mean, variance, [], evaluations, "The result does not vary with these parameters.");
        return new SobolAnalysis(mean, variance, Indices(groups, fa, fb, mixed, settings), evaluations, null);
    }

    private static double[] Keyed(ulong seed, int index, int length)
    {
        var stream = new PhiloxStream(seed, "uncertainty/points", (ulong)index);
        var point = new double[length];
        for (var d = 0; d < length; d++) point[d] = stream.NextUniform();
        return point;
    }

    private static ImmutableArray<SobolIndex> Indices(IReadOnlyList<ParameterGroup> groups, double[] fa, double[] fb, double[][] mixed, SobolSettings settings)
    {
        var n = fa.Length;
        var counts = new int[n];
        Array.Fill(counts, 1);
        var (first, total) = (new double[groups.Count], new double[groups.Count]);
        Jansen(fa, fb, mixed, counts, first, total);
        var draws = groups.Select(_ => (First: new double[settings.Bootstraps], Total: new double[settings.Bootstraps])).ToArray();
        var (s, t) = (new double[groups.Count], new double[groups.Count]);
        for (var r = 0; r < settings.Bootstraps; r++)
        {
            new PhiloxStream(settings.Seed, "uncertainty/sobol-bootstrap", (ulong)r).Resample(counts);
            Jansen(fa, fb, mixed, counts, s, t);
            for (var g = 0; g < groups.Count; g++) (draws[g].First[r], draws[g].Total[r]) = (s[g], t[g]);
        }

        var tail = (1 - settings.Confidence) / 2;
        return
        [
            .. groups.Select((group, g) => new SobolIndex(
                group.Name, first[g], Percentile.Of(draws[g].First, tail), Percentile.Of(draws[g].First, 1 - tail), total[g], Percentile.Of(draws[g].Total, tail), Percentile.Of(draws[g].Total, 1 - tail))),
        ];
    }

    private static void Jansen(double[] fa, double[] fb, double[][] mixed, int[] counts, double[] first, double[] total)
    {
        var (sum, squares, n) = (0.0, 0.0, 0);
        for (var j = 0; j < fa.Length; j++)
        {
            sum += counts[j] * (fa[j] + fb[j]);
            squares += counts[j] * ((fa[j] * fa[j]) + (fb[j] * fb[j]));
            n += counts[j];
        }

        var variance = Math.Max((squares - (sum * sum / (2.0 * n))) / ((2.0 * n) - 1), double.Epsilon);
        for (var g = 0; g < mixed.Length; g++)
        {
            var (own, all) = (0.0, 0.0);
            for (var j = 0; j < fa.Length; j++)
            {
                own += counts[j] * (fb[j] - mixed[g][j]) * (fb[j] - mixed[g][j]);
                all += counts[j] * (fa[j] - mixed[g][j]) * (fa[j] - mixed[g][j]);
            }

            (first[g], total[g]) = (1 - (own / (2.0 * n * variance)), all / (2.0 * n * variance));
        }
    }
}
