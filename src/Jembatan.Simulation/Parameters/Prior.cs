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

    /// <summary>Log-normal with mean and standard deviation of the log.</summary>
    LogNormal,
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
        PriorFamily.LogNormal => Math.Exp(MathNet.Numerics.Distributions.Normal.InvCDF(First, Second, u)),
        _ => value,
    };

    /// <summary>The value under which a share of a prior with spread lies.</summary>
    /// <param name="share">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not strictly between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">The prior is not proper.</exception>
    public double Quantile(double share)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies strictly between 0 and 1.");
        return IsProper ? Quantile(0, share) : throw new InvalidOperationException($"{this} is no distribution with spread.");
    }

    /// <summary>Whether the two numbers make a distribution with spread.</summary>
    public bool IsProper => double.IsFinite(First) && double.IsFinite(Second) && (Family switch
    {
        PriorFamily.Fixed => false,
        PriorFamily.Uniform => Second > First,
        PriorFamily.Beta => First > 0 && Second > 0,
        _ => Second > 0,
    });

    /// <summary>Log density at a value.</summary>
    /// <param name="value">A value of the parameter.</param>
    /// <returns>Negative infinity outside the support, and everywhere for a prior without spread.</returns>
    public double LogDensity(double value) => Family switch
    {
        PriorFamily.Normal => MathNet.Numerics.Distributions.Normal.PDFLn(First, Second, value),
        PriorFamily.Uniform => value >= First && value <= Second ? -Math.Log(Second - First) : double.NegativeInfinity,
        PriorFamily.LogNormal => value > 0 ? MathNet.Numerics.Distributions.Normal.PDFLn(First, Second, Math.Log(value)) - Math.Log(value) : double.NegativeInfinity,
        PriorFamily.Beta => value is > 0 and < 1 ? MathNet.Numerics.Distributions.Beta.PDFLn(First, Second, value) : double.NegativeInfinity,
        _ => double.NegativeInfinity,
    };

    /// <summary>Standard deviation; 0 without spread.</summary>
    public double Deviation => Family switch
    {
        PriorFamily.Normal => Second,
        PriorFamily.Uniform => (Second - First) / Math.Sqrt(12),
        PriorFamily.LogNormal => Math.Sqrt((Math.Exp(Second * Second) - 1) * Math.Exp((2 * First) + (Second * Second))),
        PriorFamily.Beta => Math.Sqrt(First * Second / ((First + Second) * (First + Second) * (First + Second + 1))),
        _ => 0,
    };
}
