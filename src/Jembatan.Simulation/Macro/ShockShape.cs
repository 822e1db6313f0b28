namespace Jembatan.Simulation.Macro;

/// <summary>The course of a shock: it builds up in a straight line, stays, and fades by halves.</summary>
/// <param name="StartMonth">First month of the run that feels it, 0 or more.</param>
/// <param name="OnsetMonths">Months until it is in full force, 0 or more; 0 means at once.</param>
/// <param name="LengthMonths">Months in full force, 1 or more.</param>
/// <param name="HalfLifeMonths">Months in which what is left halves, above 0.</param>
public sealed record ShockShape(int StartMonth, int OnsetMonths, int LengthMonths, double HalfLifeMonths)
{
    /// <summary>The share of its full force in a month.</summary>
    /// <remarks>With k = month − start: 0 before; (k+1)/(onset+1) during onset; 1 for the length; then 2^(−(k − onset − length + 1)/half-life). <b>Source</b>: a design choice.</remarks>
    /// <param name="month">Month of the run.</param>
    /// <returns>0 to 1.</returns>
    public double At(int month)
    {
        var k = month - StartMonth;
        if (k < 0) return 0;
        if (k < OnsetMonths) return (k + 1.0) / (OnsetMonths + 1);
        var after = k - OnsetMonths - LengthMonths + 1;
        return after <= 0 ? 1 : Math.Pow(2, -after / HalfLifeMonths);
    }
}
