using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Rules;

/// <summary>Where a rule was read, and how sure that reading is.</summary>
/// <param name="Mark">A official text, B press or secondary text, C calculated from A or B, M background knowledge that nobody has verified, <c>recall</c> likewise, P proposal.</param>
/// <param name="Source">The citation, or how it was calculated.</param>
public sealed record RuleOrigin(string Mark, string Source)
{
    /// <summary>Whether default runs refuse it.</summary>
    public bool IsUnverified => Mark is "M" or "recall";
}

/// <summary>The monthly contribution of one programme in one stretch of time.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Programme">The programme.</param>
/// <param name="AmountRupiah">Rupiah per member and month, whole.</param>
/// <param name="From">First month.</param>
/// <param name="To">Last month, included; null when the end is not known.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record ContributionRule(string Id, Programme Programme, long AmountRupiah, CalendarMonth From, CalendarMonth? To, RuleOrigin Origin);

/// <summary>A contribution that is a share of declared income, with a floor. The shipped one rests on unverified percentages and is off.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Share">Share of declared income, 0 to 1.</param>
/// <param name="FloorIncomeRupiah">Least declared income, rupiah a month.</param>
/// <param name="IsOn">Whether it replaces the fixed amount.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record IncomeBracket(string Id, Programme Programme, double Share, long FloorIncomeRupiah, bool IsOn, RuleOrigin Origin);

/// <summary>A cut of contributions for some sectors and payers in one stretch of time.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Programmes">The programmes that it cuts.</param>
/// <param name="Share">Share that is taken off, 0 to 1.</param>
/// <param name="From">First month.</param>
/// <param name="To">Last month, included.</param>
/// <param name="Sectors">The sectors that have it; empty means all.</param>
/// <param name="ExceptSectors">Sectors that do not.</param>
/// <param name="ExceptPayers">Payers whose members do not have it.</param>
/// <param name="IsOn">Whether it is in force in a default run; a rule with an unverified date is off.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record DiscountRule(
    string Id, ImmutableArray<Programme> Programmes, double Share, CalendarMonth From, CalendarMonth To, ImmutableArray<Sector> Sectors, ImmutableArray<Sector> ExceptSectors,
    ImmutableArray<Payer> ExceptPayers, bool IsOn, RuleOrigin Origin)
{
    /// <summary>Whether it cuts the contribution of this programme, month, sector and payer.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="month">The month that is paid for.</param>
    /// <param name="sector">The member's sector.</param>
    /// <param name="payer">Who pays.</param>
    public bool Covers(Programme programme, CalendarMonth month, Sector sector, Payer payer) =>
        IsOn && month >= From && month <= To && Programmes.Contains(programme) && HasSector(sector) && !ExceptPayers.Contains(payer);

    internal bool HasSector(Sector sector) => (Sectors.IsEmpty || Sectors.Contains(sector)) && !ExceptSectors.Contains(sector);
}

/// <summary>What a programme pays, as an amount or as a multiple of the reported wage.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Name">For people.</param>
/// <param name="AmountRupiah">Rupiah, or null.</param>
/// <param name="TimesWage">Multiple of the reported monthly wage, or null.</param>
/// <param name="AfterMonths">Least months of membership; 0 when there is no such condition.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record BenefitRule(string Id, Programme Programme, Bilingual Name, long? AmountRupiah, double? TimesWage, int AfterMonths, RuleOrigin Origin);

/// <summary>When unpaid months end a membership.</summary>
/// <param name="GraceMonths">Unpaid months in a row that a membership outlives; the next one ends it. 3 in the handbook.</param>
/// <param name="FineRupiah">Fine for arrears, rupiah; 0 in the handbook.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record ArrearsRule(int GraceMonths, long FineRupiah, RuleOrigin Origin);
