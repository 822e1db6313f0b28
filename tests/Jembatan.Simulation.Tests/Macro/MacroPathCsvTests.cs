using Jembatan.Simulation.Macro;

namespace Jembatan.Simulation.Tests.Macro;

public sealed class MacroPathCsvTests
{
    private static readonly CalendarMonth Start = CalendarMonth.Of(2026, 1);

    [Theory]
    [InlineData("month,growth_gap,exchange_gap\n2026-01,0,0\n2026-03,-0.04,0.2\n2026-02,-0.02,0.1\n")]
    [InlineData("\uFEFFmonth;growth_gap;exchange_gap\r\n2026-01;0;0\r\n\r\n2026-03;-0.04;0.2\r\n2026-02;-0.02;0.1\r\n2026-04;1;1")]
    [InlineData("growth_gap\texchange_gap\tmonth\n0\t0\t2026-01\n-0.02\t0.1\t2026-02-28\n-0.04\t0.2\t2026-03")]
    public void A_path_is_read_in_any_order_of_rows_and_columns(string text)
    {
        var path = MacroPathCsv.Read("mine.csv", text, Start, 3).Value;
        Assert.Equal(3, path.Months);
        Assert.Equal(-0.02, path[1, MacroFactor.GrowthGap]);
        Assert.Equal(0.2, path[2, MacroFactor.ExchangeGap]);
        Assert.Equal(0.2, path[900, MacroFactor.ExchangeGap]);
        Assert.Equal(0, path[2, MacroFactor.InflationSurprise]);
    }

    [Theory]
    [InlineData("month,growth_gap\n2026-01,0\n2026-03,0\n", "macro/missing-month", "2026-02")]
    [InlineData("month,growth_gap\n2026-01,0\n2026-02,0\n", "macro/too-short", "2026-03")]
    [InlineData("month,growth_gap\n2026-01,0\n2026-02,x\n", "macro/not-a-number", "line 3")]
    [InlineData("month,growth_gap\n2026-01,NaN\n", "macro/not-a-number", "line 2")]
    [InlineData("month,growth_gap\n2026-01\n", "macro/not-a-number", "growth_gap")]
    [InlineData("month,growth_gap\n2026-01,-3.5\n", "macro/out-of-range", "line 2")]
    [InlineData("month,growth_gap\n2026-01,0\n2026-01,0\n", "macro/repeated-month", "line 3")]
    [InlineData("month,growth_gap\nJanuari,0\n", "macro/bad-month", "line 2")]
    [InlineData("bulan,growth_gap\n2026-01,0\n", "macro/header", "line 1")]
    [InlineData("month,gdp\n2026-01,0\n", "macro/header", "gdp")]
    [InlineData("month,growth_gap,growth_gap\n2026-01,0,1\n", "macro/header", "growth_gap")]
    [InlineData("", "macro/header", "empty")]
    [InlineData("month\n2026-01\n2026-02\n2026-03\n", "macro/header", "growth_gap")]
    [InlineData("month,growth_gap\n2026-01,\"-0,1\"\n", "macro/not-a-number", "line 2")]
    [InlineData("month,growth_gap\n2026-01,-0,1\n", "macro/too-many-cells", "line 2")]
    public void Bad_paths_are_told_with_file_line_and_field(string text, string code, string says)
    {
        var problem = MacroPathCsv.Read("mine.csv", text, Start, 3).Problem!;
        Assert.Equal(code, problem.Code);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("mine.csv, line ", problem.At, StringComparison.Ordinal);
    }
}
