using System.Collections.Immutable;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Uncertainty;

namespace Jembatan.Simulation.Calibration;

/// <summary>A parameter that is calibrated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Prior">What is believed of it.</param>
public sealed record CalibratedParameter(string Name, Prior Prior);

/// <summary>An output that is matched.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Observed">z.</param>
/// <param name="ObservationVariance">V_obs: how far the figure may lie from the truth.</param>
/// <param name="DiscrepancyVariance">V_disc: how far a right model may lie from the truth.</param>
public sealed record MatchedOutput(string Name, double Observed, double ObservationVariance, double DiscrepancyVariance);

/// <summary>What a run at one point of the parameters gave.</summary>
/// <param name="Means">One an output.</param>
/// <param name="Variances">Monte Carlo variance of each mean, 0 or more.</param>
public sealed record SimulatedOutputs(ImmutableArray<double> Means, ImmutableArray<double> Variances);

/// <summary>A model to be calibrated: parameters and the number of the draw in; outputs out. Equal arguments give equal outputs.</summary>
/// <param name="parameters">One value a parameter.</param>
/// <param name="drawId">Keys the luck of this run.</param>
/// <param name="cancellationToken">Stops the run.</param>
public delegate SimulatedOutputs CalibratedModel(IReadOnlyList<double> parameters, ulong drawId, CancellationToken cancellationToken);

/// <summary>A point of the parameters with what it gave.</summary>
/// <param name="Parameters">One value a parameter.</param>
/// <param name="Outputs">What the run gave.</param>
/// <param name="Implausibility">Largest over outputs of |z − f|/√(V_mc + V_disc + V_obs).</param>
public sealed record MatchedPoint(ImmutableArray<double> Parameters, SimulatedOutputs Outputs, double Implausibility);

internal static class Implausibility
{
    /// <summary>Of each output; an output that is no number is as implausible as can be.</summary>
    public static double[] Of(IReadOnlyList<MatchedOutput> targets, IReadOnlyList<double> means, IReadOnlyList<double> variances)
    {
        var values = new double[targets.Count];
        for (var j = 0; j < values.Length; j++)
        {
            var spread = Math.Sqrt(targets[j].ObservationVariance + targets[j].DiscrepancyVariance + variances[j]);
            var value = Math.Abs(targets[j].Observed - means[j]) / spread;
            values[j] = double.IsNaN(value) ? double.PositiveInfinity : value;
        }

        return values;
    }

    public static double Largest(IReadOnlyList<MatchedOutput> targets, SimulatedOutputs outputs) => Of(targets, outputs.Means, outputs.Variances).Max();
}
