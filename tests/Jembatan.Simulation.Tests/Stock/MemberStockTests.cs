using System.Collections.Immutable;
using System.Text;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Stock;

namespace Jembatan.Simulation.Tests.Stock;

public sealed class MemberStockTests
{
    private static readonly CalendarMonth January = CalendarMonth.Of(2021, 1);
    private static readonly SponsorCalendar LastQuarter = new("q4", Core.Bilingual.Same("q4"), [new(10, 3, 1)], "test");
    private static readonly StockParameters Nobody = new(0, 0, 0, 0, 0.04, 0, ImmutableDictionary<int, double>.Empty.Add(2021, 2));

    // A place paid October to December is in the stock until March: three unpaid months, ended at the fourth.
    [Fact]
    public void Sponsored_places_stay_three_unpaid_months_and_leave_at_the_fourth()
    {
        var path = MemberStock.Path(Nobody, LastQuarter, January, 20);
        Assert.Equal(0, path[8]);
        Assert.All(Enumerable.Range(9, 6), m => Assert.Equal(2, path[m]));
        Assert.Equal(0, path[15]);
    }

    [Fact]
    public void Those_who_stay_after_the_sponsor_lapse_like_others()
    {
        var path = MemberStock.Path(Nobody with { StayAfterSponsor = 0.1 }, LastQuarter, January, 20);
        Assert.Equal(0.2, path[15], 1e-12);
        Assert.Equal(0.2 * 0.96, path[16], 1e-12);
    }

    [Fact]
    public void A_place_that_is_renewed_in_time_counts_once()
    {
        var path = MemberStock.Path(Nobody with { Places = Nobody.Places.Add(2022, 1.5) }, new("whole", Core.Bilingual.Same("x"), [new(1, 12, 1)], "test"), January, 36);
        Assert.All(Enumerable.Range(0, 15), m => Assert.Equal(2, path[m]));
        Assert.All(Enumerable.Range(15, 12), m => Assert.Equal(1.5, path[m]));
        Assert.Equal(0, path[27]);
    }

    // Without sponsors and growth it is the stock of constant entry and lapse.
    [Fact]
    public void Without_sponsors_it_is_the_closed_form() => Gen.Select(Gen.Double[0, 10], Gen.Double[0, 1], Gen.Double[0.001, 0.3], Gen.Int[1, 60]).Sample((start, entry, lapse, months) =>
    {
        var path = MemberStock.Path(new(start, 0.4, entry, 0, lapse, 0.1, Nobody.Places), null, January, months);
        return Math.Abs(TwoStateStock.EntryBetween(start, path[^1], months, lapse) - entry) < 1e-9;
    });

    [Fact]
    public void Those_sponsored_at_the_start_leave_after_three_months()
    {
        var path = MemberStock.Path(new(2, 0.5, 0, 0, 0, 0, ImmutableDictionary<int, double>.Empty), LastQuarter, January, 6);
        Assert.Equal([2.0, 2, 2, 1, 1, 1], path);
    }

    [Fact]
    public void Shares_of_a_calendar_sum_to_one_or_are_told()
    {
        Assert.Equal(["budget-year", "prompt-renewal"], SponsorCalendar.Shipped().Select(c => c.Id));
        Assert.All(SponsorCalendar.Shipped(), c => Assert.Contains("ssum", c.Source, StringComparison.Ordinal)); // assumed, and says so
        var problem = SponsorCalendar.Read("mine.json", Encoding.UTF8.GetBytes("""
            { "calendars": [ { "id": "a", "name": "a", "mark": "P", "source": "x" } ],
              "contracts": [ { "calendar": "a", "startMonth": 1, "months": 12, "share": 0.7 } ] }
            """)).Problem!;
        Assert.Equal("data/bad-field", problem.Code);
        Assert.Contains("0.7", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calendar", "data/unknown-field", "c.json, line 2, field calendar")]
    [InlineData("contracts", "data/bad-field", "c.json, line 2, field contracts[0].calendar")]
    public void Calendars_know_their_keys_and_their_contracts(string key, string code, string at)
    {
        var problem = SponsorCalendar.Read("c.json", System.Text.Encoding.UTF8.GetBytes($$"""
            {
              "{{key}}": [ { "calendar": "b", "startMonth": 1, "months": 3, "share": 1 } ] }
            """)).Problem!;
        Assert.Equal((code, at), (problem.Code, problem.At));
    }
}
