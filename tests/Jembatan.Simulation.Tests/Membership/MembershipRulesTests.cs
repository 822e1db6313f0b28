using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Membership;

namespace Jembatan.Simulation.Tests.Membership;

public sealed class MembershipRulesTests
{
    private static readonly RunSettings Settings = new() { Persons = 40_000, Months = 48, Seed = 3 };

    [Fact]
    public void Nobody_is_longer_in_grace_than_three_months_and_the_fourth_unpaid_month_ends_the_membership()
    {
        var histories = Models.Histories(Models.Model().Of(), Settings);
        var (row, ended) = (Settings.Months + 1, 0);
        for (var p = 0; p < Settings.Persons; p++)
        {
            var run = 0;
            for (var t = 1; t <= Settings.Months; t++)
            {
                var (before, now) = ((PersonState)histories[(p * row) + t - 1], (PersonState)histories[(p * row) + t]);
                run = now == PersonState.Grace ? run + 1 : 0;
                Assert.True(run <= 3, "more than three months in grace");
                if (before == PersonState.Grace && now == PersonState.Ended)
                {
                    ended++;
                    if (t >= 4) Assert.True(histories[(p * row) + t - 2] == (int)PersonState.Grace && histories[(p * row) + t - 3] == (int)PersonState.Grace, "ended before the fourth unpaid month");
                }

                if (now == PersonState.Registered) Assert.NotEqual(PersonState.Unaware, before);
                if (before == PersonState.Gone) Assert.Equal(PersonState.Gone, now);
            }
        }

        Assert.True(ended > 500);
    }

    [Fact]
    public void A_budget_for_three_months_lifts_the_stock_and_three_unpaid_months_later_it_falls()
    {
        var model = Models.Model() with { Sponsors = [Models.Budget(130_000, 3, 12)] };
        var scenario = model.Of();
        var monthly = Models.Run(scenario, 48).Project([Models.Count(scenario, Settings)], Settings.Persons, "replicates").Monthly;
        double Stock(int t) => monthly[t].Values["memberStock"]!.Value;
        Assert.InRange(Stock(12) - Stock(11), .07, .11); // a tenth has places; some of them are members already
        Assert.True(monthly[12].Values["sponsoredShare"] > .4);
        Assert.Equal(0, monthly[15].Values["sponsoredShare"]);
        Assert.True(Stock(17) > Stock(12) - .02, "members leave the stock only at the fourth unpaid month");
        Assert.True(Stock(18) < Stock(17) - .015, "the fall comes at the fourth unpaid month");
    }

    [Fact]
    public void A_shock_lowers_income_and_raises_lapse_most_where_it_bites()
    {
        var calm = Models.Model();
        var shocked = calm with { Macro = MacroPresets.Find("2020-like").Value.Over(Models.Start, 61) };
        var (before, after) = (Groups(calm), Groups(shocked));
        foreach (var sector in (string[])["transport", "lodging", "trade", "agriculture"])
            Assert.True(after[sector].Figures["meanIncome"] < before[sector].Figures["meanIncome"], sector);
        var fall = (string sector) => 1 - (after[sector].Figures["meanIncome"] / before[sector].Figures["meanIncome"]);
        Assert.True(fall("transport") > fall("agriculture"));
        Assert.True(after["transport"].Figures["lapseShare"] > before["transport"].Figures["lapseShare"]);
        Assert.True(after["transport"].Figures["payingCoverage"] < before["transport"].Figures["payingCoverage"]);
    }

    [Fact]
    public void The_mean_buffer_and_income_stay_where_they_begin_without_shocks()
    {
        var scenario = Models.Model().Of();
        var monthly = Models.Run(scenario, 48).Project([Models.Count(scenario, Settings)], Settings.Persons, "replicates").Monthly;
        Assert.InRange(monthly[48].Values["meanIncome"]!.Value / monthly[3].Values["meanIncome"]!.Value, .95, 1.05);
    }

    private static Dictionary<string, Outputs.GroupFigures> Groups(MembershipModel model)
    {
        var scenario = model.Of();
        return Models.Run(scenario, 48).Project([Models.Count(scenario, Settings)], Settings.Persons, "replicates").Groups.Where(g => g.By == "sector").ToDictionary(g => g.Group);
    }
}
