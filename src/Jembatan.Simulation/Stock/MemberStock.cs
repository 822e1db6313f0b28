using System.Collections.Immutable;

namespace Jembatan.Simulation.Stock;

/// <summary>The parameters of the member stock; counts in millions of persons.</summary>
/// <param name="Start">Members at the end of the month before the first.</param>
/// <param name="SponsoredAtStart">Share of them that a sponsor paid for, 0 to 1.</param>
/// <param name="EntryPerMonth">People who begin to pay for themselves in a month of the first year, millions.</param>
/// <param name="EntryGrowthPerYear">Log growth of that entry from year to year.</param>
/// <param name="LapsePerMonth">Share of self-payers who leave the stock in a month, 0 to 1, net of catching up and return.</param>
/// <param name="StayAfterSponsor">Share that goes on paying when a sponsor ends, 0 to 1.</param>
/// <param name="Places">Sponsored places by year, millions; a year that is not named has none.</param>
public sealed record StockParameters(
    double Start, double SponsoredAtStart, double EntryPerMonth, double EntryGrowthPerYear, double LapsePerMonth, double StayAfterSponsor, ImmutableDictionary<int, double> Places);

/// <summary>One month of the member stock; millions of persons.</summary>
/// <param name="Stock">Members at its end.</param>
/// <param name="Sponsored">Those of them whom a sponsor pays for, or paid for within grace.</param>
/// <param name="Joined">People who began to pay for themselves in it.</param>
/// <param name="Ended">Self-payers who left in it.</param>
public readonly record struct StockMonth(double Stock, double Sponsored, double Joined, double Ended);

/// <summary>The member stock in the large: people who pay for themselves, and places that sponsors pay for by calendar.</summary>
/// <remarks>
/// Self-payers: S′ = (1 − q)S + e_y + r·(places that ended unrenewed). Places of a contract count from their first paid month to three unpaid months after the last, since the rule ends a membership at the fourth; a place that is
/// renewed meanwhile counts once. Stock = self-payers + places.
/// <para><b>Unit</b>: millions of persons, end of month.</para>
/// <para><b>Left out</b>: incomes, prices, persons. It is a reduced form of the membership model for fitting to published stocks; it knows nothing of causes.</para>
/// <para><b>Source</b>: accounting; the three months are those of the membership handbook.</para>
/// </remarks>
public static class MemberStock
{
    /// <summary>The stock month by month.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="calendar">When sponsors pay; null for no sponsors at all.</param>
    /// <param name="first">First month.</param>
    /// <param name="months">How many months, 1 or more.</param>
    /// <param name="graceMonths">Unpaid months that a membership outlives.</param>
    /// <returns>End of each month, millions.</returns>
    public static double[] Path(StockParameters parameters, SponsorCalendar? calendar, CalendarMonth first, int months, int graceMonths = 3) =>
        [.. Run(parameters, calendar, first, months, graceMonths).Select(m => m.Stock)];

    /// <summary>The stock month by month with the flows of those who pay for themselves.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="calendar">When sponsors pay; null for no sponsors at all.</param>
    /// <param name="first">First month.</param>
    /// <param name="months">How many months, 1 or more.</param>
    /// <param name="graceMonths">Unpaid months that a membership outlives.</param>
    public static StockMonth[] Run(StockParameters parameters, SponsorCalendar? calendar, CalendarMonth first, int months, int graceMonths = 3)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var sponsoredBefore = calendar is null ? 0 : parameters.Start * parameters.SponsoredAtStart;
        var self = parameters.Start - sponsoredBefore;
        var path = new StockMonth[months];
        for (var t = 0; t < months; t++)
        {
            var month = first.Plus(t);
            var entry = parameters.EntryPerMonth * Math.Exp(parameters.EntryGrowthPerYear * (month.Year - first.Year));
            var left = parameters.LapsePerMonth * self;
            self += entry - left;
            // Those sponsored before the first month: their contracts ended with the month before it.
            var places = t < graceMonths ? sponsoredBefore : 0;
            if (t == graceMonths) self += parameters.StayAfterSponsor * sponsoredBefore;
            if (calendar is not null)
                foreach (var contract in calendar.Contracts)
                {
                    var (now, ended) = Places(parameters, contract, month, graceMonths);
                    places = t < graceMonths ? Math.Max(places, now) : places + now;
                    self += parameters.StayAfterSponsor * ended;
                }

            path[t] = new(self + places, places, entry, left);
        }

        return path;
    }

    // Places of a contract in the stock in a month, and those that left it in this month because nobody renewed them.
    private static (double Now, double Ended) Places(StockParameters parameters, SponsorContract contract, CalendarMonth month, int graceMonths)
    {
        double Held(CalendarMonth at)
        {
            var most = 0.0;
            foreach (var year in (ReadOnlySpan<int>)[at.Year - 2, at.Year - 1, at.Year])
            {
                if (year < 1 || !parameters.Places.TryGetValue(year, out var places)) continue;
                var since = at.Since(CalendarMonth.Of(year, contract.StartMonth));
                if (since >= 0 && since < contract.Months + graceMonths) most = Math.Max(most, places * contract.Share);
            }

            return most;
        }

        var (now, before) = (Held(month), Held(month.Plus(-1)));
        return (now, Math.Max(0, before - now));
    }
}
