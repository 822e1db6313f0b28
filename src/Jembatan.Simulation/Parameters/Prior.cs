using MathNet.Numerics.Distributions;

namespace Jembatan.Simulation.Parameters;

/// <summary>The family of a prior.</summary>
public enum PriorFamily
{
    /// <summary>No spread: the value is what it is, by rule or by choice.</summary>
    Fixed,

    /// <summary>Normal with mean and standard deviation.</summary>
    Normal,

    /// <summary>Uniform from low to high.</summary>
    Uniform,

    /// <summary>Beta with its two shape numbers.</summary>
    Beta,
}

/// <summary>What is believed of a parameter before data.</summary>
/// <param name="Family">The family.</param>
/// <param name="First">Mean, low end or first shape.</param>
/// <param name="Second">Standard deviation, high end or second shape.</param>
public readonly record struct Prior(PriorFamily Family, double First, double Second)
{
    /// <summary>A value without spread.</summary>
    public static Prior Fixed { get; }

    /// <summary>A normal prior.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="sd">Standard deviation, above 0.</param>
    public static Prior Normal(double mean, double sd) => new(PriorFamily.Normal, mean, sd);

    /// <summary>A uniform prior.</summary>
    /// <param name="low">Least value.</param>
    /// <param name="high">Greatest value.</param>
    public static Prior Uniform(double low, double high) => new(PriorFamily.Uniform, low, high);

    /// <summary>A beta prior.</summary>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    public static Prior Beta(double a, double b) => new(PriorFamily.Beta, a, b);

    /// <summary>The value under which a share u of the prior lies.</summary>
    /// <param name="value">What a fixed prior gives.</param>
    /// <param name="u">Strictly between 0 and 1.</param>
    public double Quantile(double value, double u) => Family switch
    {
        PriorFamily.Normal => MathNet.Numerics.Distributions.Normal.InvCDF(First, Second, u),
        PriorFamily.Uniform => First + ((Second - First) * u),
        PriorFamily.Beta => MathNet.Numerics.Distributions.Beta.InvCDF(First, Second, u),
        _ => value,
    };
}
