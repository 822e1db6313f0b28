using MathNet.Numerics.Distributions;

namespace Jembatan.Simulation.Uncertainty;

/// <summary>How well an effect is evidenced.</summary>
public enum EvidenceGrade
{
    /// <summary>Own trial or administrative flows.</summary>
    A,

    /// <summary>A trial elsewhere.</summary>
    B,

    /// <summary>Observation without assignment.</summary>
    C,

    /// <summary>Experts, asked by a protocol.</summary>
    D,

    /// <summary>Interviews or assumption only: the size is not evidenced.</summary>
    E,
}

/// <summary>What a grade demands of a prior.</summary>
public static class EvidenceGrades
{
    /// <summary>The least standard deviation of a prior on log odds: A 0.15, B 0.35, C 0.5, D 0.7, E 1.0.</summary>
    /// <remarks><b>Source</b>: an assumption of the model, coverage specification section 4.</remarks>
    /// <param name="grade">The grade.</param>
    public static double LeastDeviation(EvidenceGrade grade) => grade switch { EvidenceGrade.A => 0.15, EvidenceGrade.B => 0.35, EvidenceGrade.C => 0.5, EvidenceGrade.D => 0.7, _ => 1.0 };
}

/// <summary>The families of priors.</summary>
public enum PriorFamily
{
    /// <summary>Normal: mean and standard deviation.</summary>
    Normal,

    /// <summary>Uniform: least and greatest value.</summary>
    Uniform,

    /// <summary>Log-normal: mean and standard deviation of the log.</summary>
    LogNormal,

    /// <summary>Beta: its two shape parameters.</summary>
    Beta,
}

/// <summary>What is believed of a parameter before the data speak.</summary>
/// <param name="Family">The family.</param>
/// <param name="First">Its first parameter.</param>
/// <param name="Second">Its second parameter.</param>
public readonly record struct Prior(PriorFamily Family, double First, double Second)
{
    /// <summary>A normal prior whose width is not below what its grade allows.</summary>
    /// <param name="mean">Mean, log odds.</param>
    /// <param name="deviation">Standard deviation as measured, log odds.</param>
    /// <param name="grade">The grade of the evidence.</param>
    public static Prior Graded(double mean, double deviation, EvidenceGrade grade) => new(PriorFamily.Normal, mean, Math.Max(deviation, EvidenceGrades.LeastDeviation(grade)));

    /// <summary>Whether the two parameters make a distribution.</summary>
    public bool IsProper => double.IsFinite(First) && double.IsFinite(Second) && (Family switch
    {
        PriorFamily.Uniform => Second > First,
        PriorFamily.Beta => First > 0 && Second > 0,
        _ => Second > 0,
    });

    /// <summary>The value below which a share of the prior lies.</summary>
    /// <param name="share">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not strictly between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">The prior is not proper.</exception>
    public double Quantile(double share)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies strictly between 0 and 1.");
        if (!IsProper) throw new InvalidOperationException($"{this} is no distribution.");
        return Family switch
        {
            PriorFamily.Normal => Normal.InvCDF(First, Second, share),
            PriorFamily.Uniform => First + (share * (Second - First)),
            PriorFamily.LogNormal => Math.Exp(Normal.InvCDF(First, Second, share)),
            _ => Beta.InvCDF(First, Second, share),
        };
    }

    /// <summary>Log density.</summary>
    /// <param name="value">A value of the parameter.</param>
    /// <returns>Negative infinity outside the support.</returns>
    public double LogDensity(double value) => Family switch
    {
        PriorFamily.Normal => Normal.PDFLn(First, Second, value),
        PriorFamily.Uniform => value >= First && value <= Second ? -Math.Log(Second - First) : double.NegativeInfinity,
        PriorFamily.LogNormal => value > 0 ? Normal.PDFLn(First, Second, Math.Log(value)) - Math.Log(value) : double.NegativeInfinity,
        _ => value is > 0 and < 1 ? Beta.PDFLn(First, Second, value) : double.NegativeInfinity,
    };

    /// <summary>Standard deviation.</summary>
    public double Deviation => Family switch
    {
        PriorFamily.Normal => Second,
        PriorFamily.Uniform => (Second - First) / Math.Sqrt(12),
        PriorFamily.LogNormal => Math.Sqrt((Math.Exp(Second * Second) - 1) * Math.Exp((2 * First) + (Second * Second))),
        _ => Math.Sqrt(First * Second / ((First + Second) * (First + Second) * (First + Second + 1))),
    };
}

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
