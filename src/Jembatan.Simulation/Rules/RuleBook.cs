using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Rules;

/// <summary>The rules of one run: contributions, discounts, benefits, arrears and age, each with its validity and origin.</summary>
/// <param name="Contributions">Amounts by programme, not overlapping.</param>
/// <param name="Brackets">Shares of declared income; off unless switched on.</param>
/// <param name="Discounts">Cuts, at most one at a time for a programme, sector and payer.</param>
/// <param name="Benefits">What programmes pay.</param>
/// <param name="Arrears">When unpaid months end a membership.</param>
/// <param name="LastJoiningAge">Oldest age at which one can join, years.</param>
public sealed record RuleBook(
    ImmutableArray<ContributionRule> Contributions, ImmutableArray<IncomeBracket> Brackets, ImmutableArray<DiscountRule> Discounts, ImmutableArray<BenefitRule> Benefits, ArrearsRule Arrears,
    int LastJoiningAge)
{
    /// <summary>The rules that come with the program; nothing unverified is on.</summary>
    /// <exception cref="InvalidOperationException">The shipped file is broken, which a test would have told.</exception>
    public static RuleBook Shipped() => RuleFile.Read("rules.json", Records.JsonRecords.Shipped("rules.json"), allowUnverified: false).Value;

    /// <summary>What a member's month costs whoever pays, after discounts.</summary>
    /// <remarks>
    /// Σ over programmes of amount·(1 − discount), each rounded to whole rupiah (half up). With a bracket switched on: max(income, floor)·share in place of the amount.
    /// <para><b>Unit</b>: rupiah per member and month, whole.</para>
    /// <para><b>Source</b>: each rule's own; see <c>rules.json</c>.</para>
    /// </remarks>
    /// <param name="month">The month that is paid for.</param>
    /// <param name="sector">The member's sector.</param>
    /// <param name="payer">Who pays; members paid from state budgets have no discount of PP 50/2025.</param>
    /// <param name="programmes">The programmes, each once.</param>
    /// <param name="declaredIncomeRupiah">Declared monthly income, used by brackets alone.</param>
    /// <returns>The amount, or <c>rules/no-contribution</c> when no rule is in force in that month.</returns>
    public Result<long> ContributionRupiah(CalendarMonth month, Sector sector, Payer payer, IReadOnlyList<Programme> programmes, long declaredIncomeRupiah = 0)
    {
        ArgumentNullException.ThrowIfNull(programmes);
        var total = 0L;
        foreach (var programme in programmes)
        {
            var rule = Contributions.FirstOrDefault(c => c.Programme == programme && c.From <= month && (c.To is not { } to || month <= to));
            if (rule is null)
                return new Problem("rules/no-contribution", $"No contribution for {programme} is in force in {month}. Add one to the rules, or begin the run later.", $"{programme}, {month}");
            var bracket = Brackets.FirstOrDefault(b => b.IsOn && b.Programme == programme);
            var amount = bracket is null ? rule.AmountRupiah : Math.Max(declaredIncomeRupiah, bracket.FloorIncomeRupiah) * (decimal)bracket.Share;
            var discount = Discounts.FirstOrDefault(d => d.Covers(programme, month, sector, payer));
            total += (long)Math.Round(amount * (1 - (decimal)(discount?.Share ?? 0)), MidpointRounding.AwayFromZero);
        }

        return total;
    }

    /// <summary>What a sponsor needs for so many persons and months.</summary>
    /// <remarks>Σ over months of persons · contribution of the month. <b>Oracle</b>: three local budgets, exact to the rupiah: 5,606 persons × 7 months = 659,265,600 (Lumajang),
    /// 12,698 × 9 = 1,919,937,600 (East Lombok), 594 × 3 = 29,937,600 (West Bandung).</remarks>
    /// <param name="persons">How many are paid for, 0 or more.</param>
    /// <param name="from">First month.</param>
    /// <param name="months">How many months in a row, 1 or more.</param>
    /// <param name="sector">The persons' sector.</param>
    /// <param name="payer">Who pays.</param>
    /// <param name="programmes">The programmes.</param>
    /// <returns>Rupiah, or the problem of <see cref="ContributionRupiah"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public Result<long> BudgetRupiah(long persons, CalendarMonth from, int months, Sector sector, Payer payer, IReadOnlyList<Programme> programmes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(persons);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var total = 0L;
        for (var m = 0; m < months; m++)
        {
            var amount = ContributionRupiah(from.Plus(m), sector, payer, programmes);
            if (amount.Problem is { } problem) return problem;
            total = checked(total + (persons * amount.Value));
        }

        return total;
    }
}
