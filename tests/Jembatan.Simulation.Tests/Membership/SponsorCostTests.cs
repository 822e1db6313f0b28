using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>What sponsors pay, against the published amounts: 16,800 rupiah a month, 8,400 under PP 50/2025 for who is no budget of the state.</summary>
public sealed class SponsorCostTests
{
    private const int Persons = 2_000, Places = 1_000_000;

    private static readonly RunSettings Settings = new() { Persons = Persons, Months = 17, Seed = 8 };

    // Everybody has a place, nobody dies or leaves; December 2025 is month 0, January 2026 month 1.
    private static Projection Run(Sector sector, Payer payer, SponsorPayment payment, int months)
    {
        var table = new PersonTable([new(4, false, false, 30, Schooling.Junior, sector, WorkStatus.OwnAccount, 2_000_000)], [Persons], "test");
        var model = Models.Model() with
        {
            Start = CalendarMonth.Of(2025, 12),
            Population = table,
            StartShares = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            Parameters = Models.Model().Parameters.With(new Dictionary<string, double> { ["death.intercept"] = -50, ["formal-job.probability"] = 0 }),
            Sponsors = [new("budget", payer, Places, [1], months, payment, Target.Everybody, "test")],
        };
        return new(Models.Run(model.Of(), Settings.Months).Project([Models.Count(model.Of(), Settings)], Persons, "replicates"));
    }

    [Theory]
    [InlineData(Sector.Trade, Payer.LocalBudget, 0, 0)]
    [InlineData(Sector.Transport, Payer.CentralBudget, 0, 0)]
    [InlineData(Sector.Transport, Payer.TobaccoFund, 0, 0)]
    [InlineData(Sector.Trade, Payer.Village, 4, 12)]
    [InlineData(Sector.Trade, Payer.Donor, 4, 12)]
    [InlineData(Sector.Transport, Payer.Village, 1, 15)]
    public void A_sponsor_pays_the_rate_of_its_kind_of_budget(Sector sector, Payer payer, int firstWithDiscount, int lastWithDiscount)
    {
        var run = Run(sector, payer, SponsorPayment.Running, 16);
        for (var t = 1; t <= 16; t++) Assert.Equal((double)Persons * (t >= firstWithDiscount && t <= lastWithDiscount ? 8_400 : 16_800), run.Cost(t), 1e-6);
        Assert.Equal(0, run.Cost(17));
    }

    [Fact]
    public void A_sponsor_who_pays_in_one_go_pays_for_every_month_at_the_rate_of_that_month()
    {
        var budget = Run(Sector.Trade, Payer.LocalBudget, SponsorPayment.AtEnd, 6);
        Assert.Equal([0, 0, 0, 0, 0, 0, Persons * 6 * 16_800.0, 0], Enumerable.Range(0, 8).Select(budget.Cost));
        Assert.Equal(Persons * 6 * 16_800.0, budget.Of.Indicators["sponsorCostTotal"]);
        var donor = Run(Sector.Trade, Payer.Donor, SponsorPayment.AtEnd, 6);
        Assert.Equal(Persons * ((3 * 16_800.0) + (3 * 8_400)), donor.Cost(6)); // January to March, April to June
    }

    private sealed record Projection(Outputs.Projection Of)
    {
        public double Cost(int month) => Of.Monthly[month].Values["sponsorCost"]!.Value;
    }
}
