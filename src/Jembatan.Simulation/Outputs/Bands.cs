using Jembatan.Statistics;

namespace Jembatan.Simulation.Outputs;

/// <summary>Makes bands.</summary>
public static class Bands
{
    private const double Quartile = 0.674489750196082, Decile = 1.2815515655446, Ventile = 1.64485362695147; // of the standard normal distribution

    /// <summary>The band of values that repetitions or draws gave.</summary>
    /// <param name="month">Months after the start.</param>
    /// <param name="indicator">Which.</param>
    /// <param name="values">One value a repetition, at least one.</param>
    /// <param name="of">What varies.</param>
    public static Band Of(int month, string indicator, IReadOnlyList<double> values, string of)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sorted = values.Order().ToArray();
        double At(double p) => Percentile.OfSorted(sorted, p);
        return new(month, indicator, At(.5), At(.05), At(.1), At(.25), At(.75), At(.9), At(.95), of);
    }

    /// <summary>The band of one run from its standard error √(p(1−p)/n), in the normal approximation, kept within 0 and 1.</summary>
    /// <param name="month">Months after the start.</param>
    /// <param name="indicator">Which.</param>
    /// <param name="share">The share p.</param>
    /// <param name="persons">Effective persons n.</param>
    public static Band OfShare(int month, string indicator, double share, double persons)
    {
        var error = Math.Sqrt(Math.Max(0, share * (1 - share)) / persons);
        double At(double z) => Math.Clamp(share + (z * error), 0, 1);
        return new(month, indicator, share, At(-Ventile), At(-Decile), At(-Quartile), At(Quartile), At(Decile), At(Ventile), "persons");
    }
}
