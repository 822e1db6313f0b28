using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Uncertainty;

namespace Jembatan.Simulation.Calibration;

/// <summary>How history matching is run.</summary>
/// <param name="Waves">Waves, 1 to 10.</param>
/// <param name="Design">Runs of the model a wave.</param>
/// <param name="Candidates">Points that the emulators look at a wave.</param>
/// <param name="Cutoff">Implausibility from which a point is ruled out.</param>
/// <param name="Seed">Seed of points and runs.</param>
public sealed record MatchingSettings(int Waves = 3, int Design = 80, int Candidates = 4096, double Cutoff = 3, ulong Seed = 1);

/// <summary>One wave.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Space">Share of the prior that was not yet ruled out when it began.</param>
/// <param name="Runs">Runs of the model.</param>
/// <param name="Kept">Runs below the cutoff.</param>
public sealed record MatchingWave(int Number, double Space, int Runs, int Kept);

/// <summary>What history matching leaves.</summary>
/// <param name="Waves">Wave by wave.</param>
/// <param name="Kept">Runs below the cutoff, best first; never empty.</param>
/// <param name="Runs">All runs of the model.</param>
public sealed record MatchedHistory(ImmutableArray<MatchingWave> Waves, ImmutableArray<MatchedPoint> Kept, int Runs);

/// <summary>History matching: rules out, wave by wave, the parameters that cannot have made what was observed.</summary>
/// <remarks>
/// I(θ) = max_j |z_j − E f_j(θ)|/√(V_mc + V_disc + V_obs), with the emulator's variance added while the model was not run there; points with I ≥ cutoff are ruled out. What is left is not a posterior.
/// <para><b>Source</b>: Andrianakis et al. (2015), PLoS Computational Biology 11(1):e1003968; Vernon, Goldstein and Bower (2010), Bayesian Analysis 5(4):619–669.</para>
/// </remarks>
public static class HistoryMatching
{
    /// <summary>Runs the waves.</summary>
    /// <param name="parameters">What is calibrated, 1 to 31, priors proper.</param>
    /// <param name="targets">What is matched, at least one, each with a variance above 0.</param>
    /// <param name="model">The model.</param>
    /// <param name="settings">How; null for the default.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>What is left, or <c>calibration/unreachable-target</c>, which names the target that no run came near, or <c>calibration/variance</c>, <c>calibration/prior</c>.</returns>
    public static Result<MatchedHistory> Run(
        IReadOnlyList<CalibratedParameter> parameters, IReadOnlyList<MatchedOutput> targets, CalibratedModel model, MatchingSettings? settings, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(model);
        settings ??= new();
        if (Check(parameters, targets) is { } problem) return problem;
        var sequence = new SobolSequence(parameters.Count, settings.Seed);
        var emulators = new List<Emulator[]>();
        var (runs, cubes) = (new List<MatchedPoint>(), new List<double[]>());
        var waves = ImmutableArray.CreateBuilder<MatchingWave>();
        var next = 0u;
        for (var wave = 1; wave <= settings.Waves; wave++)
        {
            var (design, space) = Design(sequence, emulators, targets, settings, ref next, cancellationToken);
            if (design.Count == 0) break;
            var begin = runs.Count;
            foreach (var cube in design)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var theta = cube.Select((u, d) => parameters[d].Prior.Quantile(u)).ToImmutableArray();
                var outputs = model(theta, Mix(settings.Seed, (ulong)runs.Count), cancellationToken);
                if (outputs.Means.Length != targets.Count || outputs.Variances.Length != targets.Count) throw new ArgumentException("The model gives one mean and one variance a target.", nameof(model));
                runs.Add(new(theta, outputs, Implausibility.Largest(targets, outputs)));
                cubes.Add(cube);
                progress?.Report(((wave - 1) + ((runs.Count - begin) / (double)design.Count)) / settings.Waves);
            }

            waves.Add(new(wave, space, design.Count, runs.Skip(begin).Count(r => r.Implausibility < settings.Cutoff)));
            if (wave < settings.Waves && Emulate(cubes, runs, targets) is { } fitted) emulators.Add(fitted);
        }

        var kept = runs.Where(r => r.Implausibility < settings.Cutoff).OrderBy(r => r.Implausibility).ToImmutableArray();
        return kept.IsEmpty ? Unreachable(targets, runs) : new MatchedHistory(waves.ToImmutable(), kept, runs.Count);
    }

    internal static Problem? Check(IReadOnlyList<CalibratedParameter> parameters, IReadOnlyList<MatchedOutput> targets)
    {
        if (parameters.Count is < 1 or > SobolSequence.MaxDimensions) return new Problem("calibration/prior", FormattableString.Invariant($"{parameters.Count} parameters cannot be calibrated; give 1 to {SobolSequence.MaxDimensions}."));
        if (parameters.FirstOrDefault(p => !p.Prior.IsProper) is { } improper) return new Problem("calibration/prior", $"The prior of '{improper.Name}' is no distribution. Give it a width above 0.", improper.Name);
        if (targets.Count == 0) return new Problem("calibration/no-target", "There is nothing to match. Give at least one target.");
        return targets.FirstOrDefault(t => !double.IsFinite(t.Observed) || !(t.ObservationVariance + t.DiscrepancyVariance > 0) || !double.IsFinite(t.ObservationVariance + t.DiscrepancyVariance)) is { } exact
            ? new Problem("calibration/variance", $"The target '{exact.Name}' is no number or claims to be exact. Give it a tolerance above 0.", exact.Name)
            : null;
    }

    internal static Problem Unreachable(IReadOnlyList<MatchedOutput> targets, IReadOnlyList<MatchedPoint> runs)
    {
        var nearest = targets.Select((t, j) => (Target: t, Best: runs.MinBy(r => Implausibility.Of(targets, r.Outputs.Means, r.Outputs.Variances)[j])!, Index: j))
            .Select(t => (t.Target, Value: t.Best.Outputs.Means[t.Index], Distance: Implausibility.Of(targets, t.Best.Outputs.Means, t.Best.Outputs.Variances)[t.Index])).MaxBy(t => t.Distance);
        return new(
            "calibration/unreachable-target",
            FormattableString.Invariant($"No run of {runs.Count} comes near all targets. Farthest is '{nearest.Target.Name}': wanted {nearest.Target.Observed:0.###}, nearest {nearest.Value:0.###}, {nearest.Distance:0.0} standard deviations away. Widen the priors, check the target and its denominator, or drop it."),
            nearest.Target.Name);
    }

    /// <summary>A number that keys the luck of a draw.</summary>
    internal static ulong Mix(ulong seed, ulong draw)
    {
        var block = Statistics.Random.Philox.Block(new((uint)draw, (uint)(draw >> 32), Statistics.Random.Philox.StreamOf("calibration/draw"), 0), seed);
        return ((ulong)block.W1 << 32) | block.W0;
    }

    // Points that no emulator rules out, in the order of the sequence.
    private static (List<double[]> Design, double Space) Design(
        SobolSequence sequence, List<Emulator[]> emulators, IReadOnlyList<MatchedOutput> targets, MatchingSettings settings, ref uint next, CancellationToken cancellationToken)
    {
        var (design, looked, open) = (new List<double[]>(), 0, 0);
        for (; looked < settings.Candidates && (emulators.Count > 0 || design.Count < settings.Design); looked++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var point = sequence.Point(next++);
            if (!emulators.All(wave => IsOpen(wave, point, targets, settings.Cutoff))) continue;
            open++;
            if (design.Count < settings.Design) design.Add(point);
        }

        return (design, looked == 0 ? 0 : open / (double)looked);
    }

    private static bool IsOpen(Emulator[] wave, double[] point, IReadOnlyList<MatchedOutput> targets, double cutoff)
    {
        for (var j = 0; j < wave.Length; j++)
        {
            var (mean, variance) = wave[j].At(point);
            if (Math.Abs(targets[j].Observed - mean) >= cutoff * Math.Sqrt(targets[j].ObservationVariance + targets[j].DiscrepancyVariance + variance)) return false;
        }

        return true;
    }

    private static Emulator[]? Emulate(List<double[]> cubes, List<MatchedPoint> runs, IReadOnlyList<MatchedOutput> targets)
    {
        // The nearest runs matter most, and the decomposition grows with the cube of their number.
        var used = Enumerable.Range(0, runs.Count).Where(i => runs[i].Outputs.Means.All(double.IsFinite)).OrderBy(i => runs[i].Implausibility).Take(250).ToList();
        if (used.Count <= (2 * cubes[0].Length) + 2) return null;
        return [.. targets.Select((_, j) => Emulator.Fit([.. used.Select(i => cubes[i])], [.. used.Select(i => runs[i].Outputs.Means[j])], [.. used.Select(i => runs[i].Outputs.Variances[j])]))];
    }
}
