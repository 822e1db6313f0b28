using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Parameters;
using MathNet.Numerics.LinearAlgebra;

namespace Jembatan.Simulation.Calibration;

/// <summary>A direction in the parameters, and how much the targets say of it.</summary>
/// <param name="Strength">Singular value of the scaled sensitivities: how many standard deviations of the targets one standard deviation of the prior moves. Below 1 the prior decides.</param>
/// <param name="Weights">The direction, one weight a parameter, of length 1.</param>
public sealed record IdentifiedDirection(double Strength, ImmutableArray<double> Weights);

/// <summary>Which parameters the targets can tell apart.</summary>
/// <param name="Directions">Best known first; as many as parameters.</param>
/// <param name="Confounded">Names of the parameters that make up the directions of which the targets say nothing; empty when all is known.</param>
/// <param name="Warning">What must be said; null when all is known.</param>
public sealed record IdentificationReport(ImmutableArray<IdentifiedDirection> Directions, ImmutableArray<string> Confounded, Bilingual? Warning);

/// <summary>Checks before fitting whether targets can separate the parameters.</summary>
/// <remarks>
/// Singular values of J_ij·sd(θ_j)/sd(z_i). A value below 1 is a direction in which the prior is not narrowed. Stocks of members alone leave one: entry and lapse move them alike.
/// <para><b>Source</b>: Raue et al. (2009). Structural and practical identifiability analysis. Bioinformatics 25(15):1923–1929; here its linear form.</para>
/// </remarks>
public static class Identification
{
    /// <summary>Checks.</summary>
    /// <param name="parameters">What is calibrated.</param>
    /// <param name="targets">What is matched.</param>
    /// <param name="sensitivities">Targets × parameters: change of the output per unit of the parameter, finite.</param>
    public static IdentificationReport Check(IReadOnlyList<CalibratedParameter> parameters, IReadOnlyList<MatchedOutput> targets, double[,] sensitivities)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(sensitivities);
        if (sensitivities.GetLength(0) != targets.Count || sensitivities.GetLength(1) != parameters.Count) throw new ArgumentException("Sensitivities are targets × parameters.", nameof(sensitivities));
        var rows = Math.Max(targets.Count, parameters.Count);
        var scaled = Matrix<double>.Build.Dense(rows, parameters.Count, (i, j) =>
            i < targets.Count ? sensitivities[i, j] * parameters[j].Prior.Deviation / Math.Sqrt(targets[i].ObservationVariance + targets[i].DiscrepancyVariance) : 0);
        var svd = scaled.Svd();
        var directions = Enumerable.Range(0, parameters.Count).Select(d => new IdentifiedDirection(svd.S[d], [.. svd.VT.Row(d)])).ToImmutableArray();
        var confounded = parameters.Where((_, j) => directions.Any(d => d.Strength < 1 && Math.Abs(d.Weights[j]) > 0.3)).Select(p => p.Name).ToImmutableArray();
        return new(directions, confounded, confounded.IsEmpty ? null : Warn(confounded));
    }

    /// <summary>Checks a model by central differences of a tenth of a prior standard deviation.</summary>
    /// <param name="parameters">What is calibrated.</param>
    /// <param name="targets">What is matched.</param>
    /// <param name="model">The model; both sides of a difference share their luck.</param>
    /// <param name="seed">Keys that luck.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The report, or <c>calibration/not-a-number</c>.</returns>
    public static Result<IdentificationReport> Check(IReadOnlyList<CalibratedParameter> parameters, IReadOnlyList<MatchedOutput> targets, CalibratedModel model, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (HistoryMatching.Check(parameters, targets) is { } problem) return problem;
        var centre = parameters.Select(p => p.Prior.Quantile(0.5)).ToArray();
        var sensitivities = new double[targets.Count, parameters.Count];
        for (var j = 0; j < parameters.Count; j++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (low, high) = (centre.ToArray(), centre.ToArray());
            (low[j], high[j]) = (parameters[j].Prior.Quantile(0.46), parameters[j].Prior.Quantile(0.54));
            var (below, above) = (model(low, seed, cancellationToken), model(high, seed, cancellationToken));
            for (var i = 0; i < targets.Count; i++)
            {
                sensitivities[i, j] = (above.Means[i] - below.Means[i]) / (high[j] - low[j]);
                if (!double.IsFinite(sensitivities[i, j])) return new Problem("calibration/not-a-number", $"The model gave no number for '{targets[i].Name}' when '{parameters[j].Name}' was moved. Narrow its prior.", parameters[j].Name);
            }
        }

        return Check(parameters, targets, sensitivities);
    }

    private static Bilingual Warn(ImmutableArray<string> names) => new(
        $"Sasaran yang ada tidak dapat memisahkan {string.Join(", ", names)}: pasangan nilai yang berbeda memberi stok yang sama, sehingga hasilnya mengikuti prior. Mintalah arus lembaga (pendaftaran baru, aktivasi ulang, bulan sejak iuran terakhir) atau hasil uji acak.",
        $"The targets cannot tell {string.Join(", ", names)} apart: different pairs of values give the same stock, so that the result follows the prior. Ask for the institution's flows (new registrations, reactivations, months since the last payment) or for the results of a trial.");
}
