using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Uncertainty;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Calibration;

/// <summary>How approximate Bayesian computation is run.</summary>
/// <param name="Particles">Particles a generation.</param>
/// <param name="Tolerance">Final tolerance on the implausibility; 1 is one standard deviation.</param>
/// <param name="Keep">Share of particles whose distance the next tolerance is, strictly between 0 and 1.</param>
/// <param name="MaxRuns">Most runs of the model; then it stops and says how far it came.</param>
/// <param name="Seed">Seed.</param>
public sealed record AbcSettings(int Particles = 200, double Tolerance = 1, double Keep = 0.5, int MaxRuns = 20_000, ulong Seed = 1);

/// <summary>A particle of the posterior.</summary>
/// <param name="Point">Parameters and outputs.</param>
/// <param name="Weight">Weight; all sum to 1.</param>
public sealed record AbcParticle(MatchedPoint Point, double Weight);

/// <summary>An approximate posterior.</summary>
/// <param name="Particles">Weighted particles.</param>
/// <param name="Tolerance">The tolerance that was reached.</param>
/// <param name="Generations">How many there were.</param>
/// <param name="Runs">Runs of the model.</param>
/// <param name="EffectiveSize">1/Σw².</param>
/// <param name="IsComplete">Whether the wanted tolerance was reached.</param>
public sealed record AbcPosterior(ImmutableArray<AbcParticle> Particles, double Tolerance, int Generations, int Runs, double EffectiveSize, bool IsComplete)
{
    /// <summary>Weighted mean of a parameter.</summary>
    /// <param name="parameter">Its number.</param>
    public double Mean(int parameter) => Particles.Sum(p => p.Weight * p.Point.Parameters[parameter]);

    /// <summary>Weighted standard deviation of a parameter.</summary>
    /// <param name="parameter">Its number.</param>
    public double Deviation(int parameter)
    {
        var mean = Mean(parameter);
        return Math.Sqrt(Particles.Sum(p => p.Weight * (p.Point.Parameters[parameter] - mean) * (p.Point.Parameters[parameter] - mean)));
    }

    /// <summary>The value of a parameter below which a share of the weight lies.</summary>
    /// <param name="parameter">Its number.</param>
    /// <param name="share">0 to 1.</param>
    public double Quantile(int parameter, double share)
    {
        var (sum, last) = (0.0, double.NaN);
        foreach (var p in Particles.OrderBy(p => p.Point.Parameters[parameter]))
        {
            last = p.Point.Parameters[parameter];
            if ((sum += p.Weight) >= share) return last;
        }

        return last;
    }
}

/// <summary>Approximate Bayesian computation by sequential Monte Carlo.</summary>
/// <remarks>
/// Generation 0 draws from the prior; each later one resamples by weight, moves by N(0, 2·weighted variance) and keeps what lies within the tolerance, the median distance of the one before. Weight ∝ prior/Σ w·kernel. Distance is the
/// largest implausibility. The key of a particle's luck is its own.
/// <para><b>Source</b>: Beaumont, Cornuet, Marin and Robert (2009). Adaptive approximate Bayesian computation. Biometrika 96(4):983–990; Toni et al. (2009), J. R. Soc. Interface 6:187–202.</para>
/// </remarks>
public static class SequentialAbc
{
    /// <summary>Draws the posterior.</summary>
    /// <param name="parameters">What is calibrated, priors proper.</param>
    /// <param name="targets">What is matched.</param>
    /// <param name="model">The model.</param>
    /// <param name="settings">How; null for the default.</param>
    /// <param name="progress">Told the share of the most runs that is spent.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The posterior, complete or not, or the problems of <see cref="HistoryMatching"/>.</returns>
    public static Result<AbcPosterior> Run(
        IReadOnlyList<CalibratedParameter> parameters, IReadOnlyList<MatchedOutput> targets, CalibratedModel model, AbcSettings? settings, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(model);
        settings ??= new();
        if (HistoryMatching.Check(parameters, targets) is { } problem) return problem;
        if (settings.Particles < 10 || !(settings.Keep is > 0 and < 1) || !(settings.Tolerance > 0)) throw new ArgumentException("There are 10 or more particles, a share to keep and a tolerance above 0.", nameof(settings));

        var runs = 0;
        MatchedPoint Try(ImmutableArray<double> theta)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outputs = model(theta, HistoryMatching.Mix(settings.Seed ^ 0xABCul, (ulong)runs), cancellationToken);
            runs++;
            progress?.Report(Math.Min(1, runs / (double)settings.MaxRuns));
            return new(theta, outputs, Implausibility.Largest(targets, outputs));
        }

        var first = ParameterDraws.Of([.. parameters.Select(p => p.Prior)], settings.Particles, settings.Seed).Select(d => Try([.. d])).ToList();
        if (first.All(p => double.IsInfinity(p.Implausibility))) return HistoryMatching.Unreachable(targets, first);
        var particles = first.Where(p => !double.IsInfinity(p.Implausibility)).Select(p => new AbcParticle(p, 1.0)).ToList();
        particles = Normalised(particles);
        var (tolerance, generation) = (particles.Max(p => p.Point.Implausibility), 0);
        while (tolerance > settings.Tolerance)
        {
            var wanted = Math.Max(settings.Tolerance, Statistics.Percentile.Of(particles.Select(p => p.Point.Implausibility), settings.Keep));
            if (!(wanted < tolerance)) break;
            var next = Move(parameters, particles, wanted, settings, generation + 1, () => runs >= settings.MaxRuns, Try);
            if (next is null) break;
            (particles, tolerance, generation) = (Normalised(next), wanted, generation + 1);
        }

        return new AbcPosterior([.. particles], tolerance, generation, runs, 1 / particles.Sum(p => p.Weight * p.Weight), tolerance <= settings.Tolerance);
    }

    private static List<AbcParticle>? Move(
        IReadOnlyList<CalibratedParameter> parameters, List<AbcParticle> old, double tolerance, AbcSettings settings, int generation, Func<bool> isSpent, Func<ImmutableArray<double>, MatchedPoint> run)
    {
        var stream = new PhiloxStream(settings.Seed, "calibration/abc", (ulong)generation);
        var deviations = parameters.Select((p, d) =>
        {
            var mean = old.Sum(o => o.Weight * o.Point.Parameters[d]);
            return Math.Sqrt(2 * Math.Max(old.Sum(o => o.Weight * Math.Pow(o.Point.Parameters[d] - mean, 2)), 1e-10 * p.Prior.Deviation * p.Prior.Deviation));
        }).ToArray();
        var moved = new List<AbcParticle>();
        for (var tries = 0; moved.Count < settings.Particles; tries++)
        {
            if (isSpent() || tries > 100L * settings.MaxRuns) return null; // proposals outside the priors cost no run, but they end too
            var from = Pick(old, stream.NextUniform()).Point.Parameters;
            var theta = from.Select((v, d) => v + (deviations[d] * NormalDraws.Next(stream))).ToImmutableArray();
            var prior = theta.Select((v, d) => parameters[d].Prior.LogDensity(v)).Sum();
            if (double.IsNegativeInfinity(prior)) continue;
            var point = run(theta);
            if (point.Implausibility > tolerance) continue;
            var kernel = old.Sum(o => o.Weight * Math.Exp(-0.5 * o.Point.Parameters.Select((v, d) => Math.Pow((theta[d] - v) / deviations[d], 2)).Sum()));
            moved.Add(new(point, Math.Exp(prior) / kernel));
        }

        return moved;
    }

    private static AbcParticle Pick(List<AbcParticle> particles, double u)
    {
        foreach (var particle in particles) if ((u -= particle.Weight) <= 0) return particle;
        return particles[^1];
    }

    private static List<AbcParticle> Normalised(List<AbcParticle> particles)
    {
        var sum = particles.Sum(p => p.Weight);
        return [.. particles.Select(p => p with { Weight = p.Weight / sum })];
    }
}
