using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Tests.Macro;

public sealed class MacroPresetTests
{
    private static readonly CalendarMonth Start = CalendarMonth.Of(2026, 1);

    [Fact]
    public void The_three_stresses_are_there_with_sources_start_length_and_half_life()
    {
        Assert.Equal(["1998-like", "2008-like", "2020-like"], MacroPresets.Shipped().Select(p => p.Id));
        Assert.All(MacroPresets.Shipped(), p =>
        {
            Assert.NotEmpty(p.Source);
            Assert.NotEmpty(p.Effects);
            Assert.All(p.Effects, e => Assert.NotEmpty(e.Source));
            Assert.True(p.Shape.LengthMonths > 0 && p.Shape.HalfLifeMonths > 0);
        });
        Assert.Equal("macro/no-preset", MacroPresets.Find("1929-like").Problem!.Code);
    }

    // Published: real hourly earnings −40 % in towns, about 0 for rural self-employed.
    [Fact]
    public void In_1998_townspeople_lose_two_fifths_and_the_rural_self_employed_nothing()
    {
        var scenario = MacroPresets.Find("1998-like").Value.Over(Start, 60);
        Assert.Equal(Math.Log(0.6), scenario.LogIncomeShift(24, Sector.Trade, WorkStatus.OwnAccount, true), 2e-4);
        Assert.Equal(0, scenario.LogIncomeShift(24, Sector.Agriculture, WorkStatus.OwnAccount, false));
        Assert.Equal(Math.Log(0.6), scenario.LogIncomeShift(24, Sector.Agriculture, WorkStatus.CasualAgriculture, false), 2e-4);
        Assert.Equal(0, scenario.LogIncomeShift(11, Sector.Trade, WorkStatus.OwnAccount, true));
    }

    // Published: the table of shares in 2020 and the log changes calculated from it, printed to two places.
    [Theory]
    [InlineData(Sector.Transport, -0.43)]
    [InlineData(Sector.Lodging, -0.44)]
    [InlineData(Sector.Manufacturing, -0.41)]
    [InlineData(Sector.Trade, -0.29)]
    [InlineData(Sector.Agriculture, -0.18)]
    [InlineData(Sector.Construction, -0.02)]
    [InlineData(Sector.Education, -0.21)]
    public void In_2020_each_sector_loses_what_its_reported_share_implies(Sector sector, double printed)
    {
        var scenario = MacroPresets.Find("2020-like").Value.Over(Start, 60);
        Assert.Equal(printed, scenario.LogIncomeShift(14, sector, WorkStatus.OwnAccount, true), 0.0101);
    }

    [Fact]
    public void The_share_that_reports_a_fall_comes_back_from_the_mean_change() => Gen.Double[0.01, 0.99].Sample(share =>
    {
        var mean = ReportedShare.MeanLogChange(share);
        return Math.Abs(MathNet.Numerics.Distributions.Normal.CDF(mean, 0.5, -0.05) - share) < 1e-9;
    });

    [Fact]
    public void A_shock_builds_up_stays_and_halves()
    {
        var shape = new ShockShape(12, 3, 6, 9);
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], new[] { 11, 12, 13, 14, 15 }.Select(shape.At));
        Assert.Equal(1, shape.At(20));
        Assert.Equal(0.5, shape.At(29), 1e-12);
        Assert.Equal(0.25, shape.At(38), 1e-12);
    }

    [Fact]
    public void A_shock_never_leaves_0_to_1_and_ends() => Gen.Select(Gen.Int[0, 60], Gen.Int[0, 24], Gen.Int[1, 60], Gen.Double[0.5, 36]).Sample((start, onset, length, half) =>
    {
        var shape = new ShockShape(start, onset, length, half);
        return Enumerable.Range(0, 400).All(m => shape.At(m) is >= 0 and <= 1) && shape.At(start + onset + length + 2000) < 1e-6;
    });

    [Fact]
    public void A_calm_economy_moves_nobody()
    {
        var calm = MacroScenario.Calm(Start, 12);
        Assert.All(Sectors.All, s => Assert.Equal(0, calm.LogIncomeShift(500, s, WorkStatus.OwnAccount, false)));
        Assert.Equal(12, calm.Path.Months);
    }
}
