using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Uncertainty;

/// <summary>Standard normal draws from a keyed stream, for parameters and macro paths; persons draw in the kernel.</summary>
internal static class NormalDraws
{
    /// <summary>The next draw, by the cosine branch of Box–Muller on two uniforms.</summary>
    public static double Next(PhiloxStream stream)
    {
        var radius = Math.Sqrt(-2 * Math.Log(stream.NextUniform()));
        return radius * Math.Cos(2 * Math.PI * stream.NextUniform());
    }
}
