using System.Text;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Rules;

public sealed class RuleBookTests
{
    private static readonly RuleBook Book = RuleBook.Shipped();

    // Published: budgets of three local governments, facts on unit budgets.
    [Theory]
    [InlineData(5606, 7, 659_265_600)]
    [InlineData(12698, 9, 1_919_937_600)]
    [InlineData(594, 3, 29_937_600)]
    public void Three_local_budgets_come_out_exact(int persons, int months, long rupiah) =>
        Assert.Equal(rupiah, Book.BudgetRupiah(persons, CalendarMonth.Of(2024, 1), months, Sector.Agriculture, Payer.TobaccoFund, RuleWords.Basic).Value);

    [Fact]
    public void A_local_budget_has_no_discount_even_while_members_have_one() =>
        Assert.Equal(659_265_600, Book.BudgetRupiah(5606, CalendarMonth.Of(2026, 5), 7, Sector.Agriculture, Payer.LocalBudget, RuleWords.Basic).Value);

    [Theory]
    [InlineData(2025, 12, Sector.Transport, Payer.Self, 16_800)]
    [InlineData(2026, 1, Sector.Transport, Payer.Self, 8_400)]
    [InlineData(2026, 1, Sector.Trade, Payer.Self, 16_800)]
    [InlineData(2026, 3, Sector.Trade, Payer.Self, 16_800)]
    [InlineData(2026, 4, Sector.Trade, Payer.Self, 8_400)]
    [InlineData(2026, 12, Sector.Trade, Payer.Self, 8_400)]
    [InlineData(2027, 1, Sector.Trade, Payer.Self, 16_800)]
    [InlineData(2027, 3, Sector.Transport, Payer.Self, 8_400)]
    [InlineData(2027, 4, Sector.Transport, Payer.Self, 16_800)]
    [InlineData(2026, 5, Sector.Transport, Payer.CentralBudget, 16_800)]
    [InlineData(2026, 5, Sector.Transport, Payer.TobaccoFund, 16_800)]
    [InlineData(2026, 5, Sector.Transport, Payer.Donor, 8_400)]
    public void The_basic_package_costs_what_the_regulation_says(int year, int month, Sector sector, Payer payer, long rupiah) =>
        Assert.Equal(rupiah, Book.ContributionRupiah(CalendarMonth.Of(year, month), sector, payer, RuleWords.Basic).Value);

    [Theory]
    [InlineData(2025, 6, 36_800)]
    [InlineData(2026, 6, 28_400)] // the cut is on work accident and death alone
    public void Old_age_savings_come_on_top_and_are_never_cut(int year, int month, long rupiah) =>
        Assert.Equal(rupiah, Book.ContributionRupiah(CalendarMonth.Of(year, month), Sector.Trade, Payer.Self, RuleWords.All).Value);

    [Fact]
    public void The_pandemic_cut_leaves_68_rupiah_of_6800_once_its_months_are_trusted()
    {
        var shipped = Encoding.UTF8.GetString(Records.JsonRecords.Shipped("rules.json"));
        var on = shipped.Replace("\"on\": false, \"mark\": \"recall\"", "\"on\": true, \"mark\": \"recall\"", StringComparison.Ordinal);
        Assert.NotEqual(shipped, on);
        var book = RuleFile.Read("mine.json", Encoding.UTF8.GetBytes(on), allowUnverified: true).Value;
        Assert.Equal(68, book.ContributionRupiah(CalendarMonth.Of(2020, 9), Sector.Trade, Payer.Self, [Programme.Death]).Value);
        Assert.Equal(6800, Book.ContributionRupiah(CalendarMonth.Of(2020, 9), Sector.Trade, Payer.Self, [Programme.Death]).Value);

        var refused = RuleFile.Read("mine.json", Encoding.UTF8.GetBytes(on), allowUnverified: false).Problem!;
        Assert.Equal("rules/unverified", refused.Code);
        Assert.Contains("mine.json, line", refused.At, StringComparison.Ordinal);
        Assert.Contains("discounts[0].mark", refused.At, StringComparison.Ordinal);
    }

    [Fact]
    public void Income_brackets_are_off_and_what_they_would_cost_is_known()
    {
        Assert.All(Book.Brackets, b => Assert.False(b.IsOn));
        var on = Book with { Brackets = [.. Book.Brackets.Select(b => b with { IsOn = true })] };
        Assert.Equal(16_800, on.ContributionRupiah(CalendarMonth.Of(2025, 1), Sector.Trade, Payer.Self, RuleWords.Basic, 500_000).Value);
        Assert.Equal(36_800, on.ContributionRupiah(CalendarMonth.Of(2025, 1), Sector.Trade, Payer.Self, RuleWords.Basic, 3_000_000).Value);
    }

    [Fact]
    public void Membership_outlives_three_unpaid_months_without_a_fine()
    {
        Assert.Equal(3, Book.Arrears.GraceMonths);
        Assert.Equal(0, Book.Arrears.FineRupiah);
        Assert.Equal(65, Book.LastJoiningAge);
        Assert.Equal(42_000_000, Book.Benefits.Single(b => b.Id == "jkm-total").AmountRupiah);
        Assert.Equal(48, Book.Benefits.Single(b => b.Id == "jkk-death").TimesWage);
    }

    [Fact]
    public void Every_shipped_rule_has_an_origin_and_nothing_unverified_is_on()
    {
        var origins = Book.Contributions.Select(c => c.Origin).Concat(Book.Discounts.Where(d => d.IsOn).Select(d => d.Origin)).Concat(Book.Benefits.Select(b => b.Origin)).Append(Book.Arrears.Origin).ToList();
        Assert.All(origins, o => Assert.False(o.IsUnverified));
        Assert.All(origins, o => Assert.NotEmpty(o.Source));
    }

    [Fact]
    public void A_month_without_a_rule_is_told() =>
        Assert.Equal("rules/no-contribution", Book.ContributionRupiah(CalendarMonth.Of(2001, 1), Sector.Trade, Payer.Self, RuleWords.Basic).Problem!.Code);

    [Fact]
    public void A_discount_never_raises_what_is_paid() => Gen.Select(Gen.Int[24186, 24400], Gen.Int[0, 16], Gen.Int[0, 5]).Sample((index, sector, payer) =>
    {
        var cost = Book.ContributionRupiah(new(index), (Sector)sector, (Payer)payer, RuleWords.Basic).Value;
        return cost is 16_800 or 8_400;
    });
}
