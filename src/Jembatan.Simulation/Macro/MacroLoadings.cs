using System.Collections.Immutable;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Macro;

/// <summary>How strongly a factor moves the log income of a sector, status and area: λ of ln y = … + λ′F.</summary>
/// <param name="Values">Sectors × statuses 0 to 7 × (rural, urban) × 4 factors, in that order; log income per unit of the factor.</param>
public sealed record MacroLoadings(ImmutableArray<double> Values)
{
    private const int Statuses = 8;

    /// <summary>No effect on anyone.</summary>
    public static MacroLoadings None { get; } = new([.. new double[Sectors.Count * Statuses * 2 * MacroPath.Factors]]);

    /// <summary>Where the four loadings of a group begin in <see cref="Values"/>.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="status">The status in employment.</param>
    /// <param name="isUrban">Whether the person lives in a town.</param>
    public static int IndexOf(Sector sector, WorkStatus status, bool isUrban) => ((((((int)sector * Statuses) + (int)status) * 2) + (isUrban ? 1 : 0)) * MacroPath.Factors);

    /// <summary>One loading.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="status">The status in employment.</param>
    /// <param name="isUrban">Whether the person lives in a town.</param>
    /// <param name="factor">The factor.</param>
    public double this[Sector sector, WorkStatus status, bool isUrban, MacroFactor factor] => Values[IndexOf(sector, status, isUrban) + (int)factor];
}

/// <summary>An economic path, what it does to incomes, and where both were read.</summary>
/// <param name="Id">Stable id, such as <c>1998-like</c>.</param>
/// <param name="Path">The factors by month.</param>
/// <param name="Loadings">Their effect on log income.</param>
/// <param name="IncomeEffectIsReal">Whether the effect was measured on real income; then prices must not be taken off once more.</param>
/// <param name="Sources">Where the figures were read; assumptions say so.</param>
public sealed record MacroScenario(string Id, MacroPath Path, MacroLoadings Loadings, bool IncomeEffectIsReal, ImmutableArray<string> Sources)
{
    /// <summary>Nothing unusual happens.</summary>
    /// <param name="start">The calendar month of month 0.</param>
    /// <param name="months">How many months.</param>
    public static MacroScenario Calm(CalendarMonth start, int months) => new("calm", MacroPath.Calm(start, months), MacroLoadings.None, true, []);

    /// <summary>How far the log income of a group lies from where it would be: Σ over factors of λ·F.</summary>
    /// <param name="month">Month of the run, 0 or more.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="status">The status in employment.</param>
    /// <param name="isUrban">Whether the group lives in towns.</param>
    public double LogIncomeShift(int month, Sector sector, WorkStatus status, bool isUrban)
    {
        var shift = 0.0;
        for (var f = 0; f < MacroPath.Factors; f++) shift += Loadings[sector, status, isUrban, (MacroFactor)f] * Path[month, (MacroFactor)f];
        return shift;
    }
}
