namespace Jembatan.Simulation.Calibration;

/// <summary>Closed forms of the chain of two states, uncovered and covered: the yardstick of both engines.</summary>
/// <remarks>With entry p and lapse q: π = p/(p + q), λ = 1 − p − q, C_t = π + (C₀ − π)λ^t. <b>Source</b>: Kemeny and Snell (1976), Finite Markov Chains, ch. 4. <b>Oracle</b>: T1, T3, T6, T7 of the model's specification.</remarks>
/// <param name="Entry">p, monthly probability, 0 to 1.</param>
/// <param name="Lapse">q, monthly probability, 0 to 1; not both 0.</param>
public readonly record struct TwoStateChain(double Entry, double Lapse)
{
    /// <summary>π: the share that coverage settles at.</summary>
    public double Settled => Entry / (Entry + Lapse);

    /// <summary>λ: the share of a deviation that is left after a month.</summary>
    public double Memory => 1 - Entry - Lapse;

    /// <summary>The share covered after so many months.</summary>
    /// <param name="month">t, 0 or more.</param>
    /// <param name="start">C₀, 0 to 1.</param>
    public double Share(int month, double start) => Settled + ((start - Settled) * Math.Pow(Memory, month));

    /// <summary>Covered person-months per person in months 1 to T: πT + (C₀ − π)λ(1 − λ^T)/(1 − λ).</summary>
    /// <param name="months">T, 0 or more.</param>
    /// <param name="start">C₀, 0 to 1.</param>
    public double PersonMonths(int months, double start) => (Settled * months) + ((start - Settled) * Memory * (1 - Math.Pow(Memory, months)) / (1 - Memory));
}
