using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Uncertainty;

/// <summary>Draws of all parameters at once.</summary>
public static class ParameterDraws
{
    /// <summary>P draws by scrambled Sobol' points through the quantile of each prior.</summary>
    /// <param name="priors">One a parameter, at most 31, proper.</param>
    /// <param name="draws">P; a power of two is evenest.</param>
    /// <param name="seed">Seed of the scrambling.</param>
    /// <returns>Draws × parameters.</returns>
    public static IReadOnlyList<double[]> Of(IReadOnlyList<Prior> priors, int draws, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(priors);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var sequence = new SobolSequence(priors.Count, seed);
        return [.. Enumerable.Range(0, draws).Select(i => sequence.Point((uint)i).Select((u, d) => priors[d].Quantile(u)).ToArray())];
    }
}
