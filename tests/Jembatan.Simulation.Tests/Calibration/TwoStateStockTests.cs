using Jembatan.Simulation.Calibration;

namespace Jembatan.Simulation.Tests.Calibration;

public sealed class TwoStateStockTests
{
    // Published: 9.58 of 80 million members.
    [Theory]
    [InlineData(0.04, 0.00544)]
    [InlineData(0.08, 0.01088)]
    public void One_stock_fits_many_pairs_of_entry_and_lapse(double lapse, double entry) => Assert.Equal(entry, TwoStateStock.EntryThatHolds(9.58 / 80, lapse).Value, 5e-6);

    // Published: the table of constant entries in section 3.10 of the specification, million a month.
    [Theory]
    [InlineData(2.49, 3.55, 12, .148, .209, .271)]
    [InlineData(3.55, 6.0, 12, .299, .395, .493)]
    [InlineData(6.0, 9.19, 12, .416, .569, .725)]
    [InlineData(9.58, 9.22, 1, -.168, .023, .215)]
    [InlineData(9.22, 8.99, 1, -.046, .139, .323)]
    [InlineData(8.99, 8.28, 1, -.530, -.350, -.171)]
    public void What_stocks_say_by_arithmetic_is_as_published(double start, double end, int months, double at2, double at4, double at6)
    {
        Assert.Equal(at2, TwoStateStock.EntryBetween(start, end, months, 0.02), 1e-3);
        Assert.Equal(at4, TwoStateStock.EntryBetween(start, end, months, 0.04), 1e-3);
        Assert.Equal(at6, TwoStateStock.EntryBetween(start, end, months, 0.06), 1e-3);
    }

    [Fact]
    public void The_entry_between_two_stocks_leads_from_one_to_the_other() => Gen.Select(Gen.Double[0, 10], Gen.Double[0, 10], Gen.Int[1, 48], Gen.Double[0, 0.3]).Sample((start, end, months, lapse) =>
    {
        var (entry, stock) = (TwoStateStock.EntryBetween(start, end, months, lapse), start);
        for (var m = 0; m < months; m++) stock = ((1 - lapse) * stock) + entry;
        return Math.Abs(stock - end) < 1e-6;
    });

    [Fact]
    public void A_share_that_cannot_be_held_is_told()
    {
        Assert.Equal("calibration/unreachable-target", TwoStateStock.EntryThatHolds(1, 0.04).Problem!.Code);
        Assert.Equal("calibration/unreachable-target", TwoStateStock.EntryThatHolds(0.99, 0.04).Problem!.Code);
    }
}
