namespace Jembatan.Simulation.Outputs;

/// <summary>How an amount is spread over persons ordered by income.</summary>
/// <remarks>
/// C = Σᵢ (pᵢ Lᵢ₊₁ − pᵢ₊₁ Lᵢ), with p the cumulated share of persons and L the cumulated share of the amount, poorest first, both from 0: twice the area between the diagonal and the concentration curve, negative above the diagonal.
/// <para><b>Unit</b>: −1 (all to the poorest) to 1 (all to the richest); 0 when everybody has the same. With g groups of equal size the ends are ∓(1 − 1/g).</para>
/// <para><b>Source</b>: Kakwani, Wagstaff and van Doorslaer 1997, Journal of Econometrics 77(1); grouped data by the trapezoid rule.</para>
/// </remarks>
public static class ConcentrationIndex
{
    /// <summary>The index of grouped data.</summary>
    /// <param name="persons">Persons by group, poorest first, none negative.</param>
    /// <param name="amounts">What each group has in sum, in the same order, none negative.</param>
    /// <returns>−1 to 1; null when there is nobody or nothing to spread.</returns>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static double? Of(IReadOnlyList<double> persons, IReadOnlyList<double> amounts)
    {
        ArgumentNullException.ThrowIfNull(persons);
        ArgumentNullException.ThrowIfNull(amounts);
        if (persons.Count != amounts.Count) throw new ArgumentException($"{persons.Count} groups of persons, but {amounts.Count} amounts.", nameof(amounts));
        var (n, total) = (persons.Sum(), amounts.Sum());
        if (!(n > 0) || !(total > 0)) return null;
        var (sum, p, l) = (0.0, 0.0, 0.0);
        for (var i = 0; i < persons.Count; i++)
        {
            var (nextP, nextL) = (p + (persons[i] / n), l + (amounts[i] / total));
            sum += (p * nextL) - (nextP * l);
            (p, l) = (nextP, nextL);
        }

        return sum;
    }
}
