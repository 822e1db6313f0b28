using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Jembatan.App.Coverage;
using Jembatan.App.Tests.Samples;
using Jembatan.Core;

namespace Jembatan.App.Tests.Coverage;

/// <summary>The chart and the numbers of a projection as files.</summary>
public sealed class ExportCoverageTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    private async Task<Result<ExportCoverage.Response>> AskAsync(string format, string scenario = "baseline")
    {
        await using var db = sample.Store.NewDb();
        return await ExportCoverage.HandleAsync(new(ScenarioKey.Parse(scenario).Value, 0, format, Language.English), db, TestContext.Current.CancellationToken, sample.Runs);
    }

    [Fact]
    public async Task A_picture_is_a_png_of_the_size_that_it_says()
    {
        var content = (await AskAsync("png")).Value.Content;
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], content[..4]);
        Assert.Equal(1200, (content[18] << 8) | content[19]);
        Assert.Equal(640, (content[22] << 8) | content[23]);
    }

    [Fact]
    public async Task A_drawing_is_well_formed_and_asks_for_nothing_from_elsewhere()
    {
        var text = Encoding.UTF8.GetString((await AskAsync("svg", "2020-like")).Value.Content);
        var drawing = XDocument.Parse(text);
        Assert.Equal("svg", drawing.Root!.Name.LocalName);
        Assert.DoesNotContain(drawing.Descendants().Attributes(), a => a.Name.LocalName == "href" && a.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(drawing.Descendants(), e => e.Name.LocalName is "script" or "foreignObject");
    }

    [Fact]
    public async Task A_table_has_every_month_of_both_runs_the_groups_and_the_figures_of_the_page()
    {
        var lines = Encoding.UTF8.GetString((await AskAsync("csv", "2020-like")).Value.Content).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].TrimEnd('\r').Split(',').ToList();
        int Column(string name) => header.IndexOf(name);
        var rows = lines.Skip(1).Select(l => l.TrimEnd('\r').Split(',')).ToList();
        foreach (var run in (string[])["baseline", "scenario"])
        {
            var stock = rows.Where(r => r[Column("run")] == run && r[Column("indicator")] == "memberStock" && r[Column("by")].Length == 0).ToList();
            Assert.Equal(121, stock.Count);
            Assert.All(stock, r => Assert.True(Of(r, "p05") <= Of(r, "p10") && Of(r, "p10") <= Of(r, "p25") && Of(r, "p75") <= Of(r, "p90") && Of(r, "p90") <= Of(r, "p95")));
            Assert.Contains(rows, r => r[Column("run")] == run && r[Column("by")] == "income-decile" && r[Column("indicator")] == "subsidyShare");
        }

        await using var db = sample.Store.NewDb();
        var shown = (await ShowCoverage.HandleAsync(new(ScenarioKey.Parse("2020-like").Value, WithCost: false), db, TestContext.Current.CancellationToken, sample.Runs)).Value;
        var last = rows.Single(r => r[Column("run")] == "scenario" && r[Column("indicator")] == "memberStock" && r[Column("by")].Length == 0 && r[Column("month")] == "120");
        Assert.Equal(shown.Projected.Indicators["memberStock"]!.Value, Of(last, "value"), 9);
        Assert.Equal("2033-12", last[Column("date")]);

        double Of(string[] row, string name) => double.Parse(row[Column(name)], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_table_of_a_subsidy_has_its_deadweight_as_rupiah_and_share_with_band_and_by_group()
    {
        var lines = Encoding.UTF8.GetString((await AskAsync("csv", "subsidy.share=1")).Value.Content).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].TrimEnd('\r').Split(',').ToList();
        var rows = lines.Skip(1).Select(l => l.TrimEnd('\r').Split(',')).Where(r => r[header.IndexOf("run")] == "scenario").ToList();
        string Of(string[] row, string name) => row[header.IndexOf(name)];
        double Number(string[] row, string name) => double.Parse(Of(row, name), CultureInfo.InvariantCulture);
        foreach (var (indicator, unit) in ((string, string)[])[("deadweight", "rupiah"), ("deadweightShare", "share")])
        {
            var whole = rows.Single(r => Of(r, "indicator") == indicator && Of(r, "by").Length == 0);
            Assert.True(Number(whole, "p05") < Number(whole, "value") && Number(whole, "value") < Number(whole, "p95"));
            Assert.StartsWith(unit, Of(whole, "unit").Trim('"'), StringComparison.Ordinal);
            Assert.Equal(2, rows.Count(r => Of(r, "indicator") == indicator && Of(r, "by") == "sex" && Of(r, "value").Length > 0));
        }
    }

    [Fact]
    public async Task A_parquet_file_begins_and_ends_as_one()
    {
        var content = (await AskAsync("parquet")).Value.Content;
        Assert.Equal("PAR1", Encoding.ASCII.GetString(content[..4]));
        Assert.Equal("PAR1", Encoding.ASCII.GetString(content[^4..]));
    }

    [Fact]
    public async Task Another_format_is_refused() => Assert.Equal("coverage/format", (await AskAsync("exe")).Problem!.Code);

    [Fact]
    public async Task The_line_stays_that_of_the_stated_values_when_the_band_comes_from_draws()
    {
        await using var db = sample.Store.NewDb();
        var stated = (await ShowCoverage.HandleAsync(new(ScenarioKey.Baseline), db, TestContext.Current.CancellationToken, sample.Runs)).Value.Projected;
        var drawn = (await ShowCoverage.HandleAsync(new(ScenarioKey.Baseline, 4), db, TestContext.Current.CancellationToken, sample.Runs)).Value.Projected;
        Assert.Equal(stated.Monthly.Select(m => m.Values["memberStock"]), drawn.Monthly.Select(m => m.Values["memberStock"]));
        Assert.All(drawn.Bands, b => Assert.Equal("draws", b.Of));
        Assert.Equal(4, drawn.Draws);
    }
}
