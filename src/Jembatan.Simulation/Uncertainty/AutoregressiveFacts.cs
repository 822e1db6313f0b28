namespace Jembatan.Simulation.Uncertainty;

/// <summary>What follows from z_t = ρ·z_{t−1} + σ·η_t, η ~ N(0,1): the persistent part of log income.</summary>
/// <remarks><b>Source</b>: Hamilton, J. D. (1994). Time Series Analysis, Princeton, ch. 3. <b>Oracle</b>: T5 of the model's specification.</remarks>
/// <param name="Persistence">ρ, strictly between −1 and 1.</param>
/// <param name="Innovation">σ, 0 or more.</param>
public readonly record struct AutoregressiveFacts(double Persistence, double Innovation)
{
    /// <summary>The variance it settles at, σ²/(1 − ρ²).</summary>
    public double StationaryVariance => Innovation * Innovation / (1 - (Persistence * Persistence));

    /// <summary>The months in which half of a shock is gone, ln ½/ln|ρ|; 0 when nothing lasts.</summary>
    public double HalfLifeMonths => Persistence == 0 ? 0 : Math.Log(0.5) / Math.Log(Math.Abs(Persistence));

    /// <summary>The share of a shock that is left after so many months, ρ^k.</summary>
    /// <param name="months">k, 0 or more.</param>
    public double Left(int months) => Math.Pow(Persistence, months);

    /// <summary>What a shock in each of so many months in a row has cumulated to in the last of them: s(1 − ρ^n)/(1 − ρ).</summary>
    /// <param name="shock">s, each month.</param>
    /// <param name="months">n, 0 or more.</param>
    public double Cumulated(double shock, int months) => shock * (1 - Left(months)) / (1 - Persistence);
}
