using System.Text;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Calibration;

public sealed class FlowTableTests
{
    private static readonly FlowMapping Mapping = FlowMapping.Read("map.json", Encoding.UTF8.GetBytes("""
        { "columns": [ { "field": "month", "column": "Bulan" }, { "field": "payer", "column": "Pembayar" }, { "field": "province", "column": "Provinsi" }, { "field": "joined", "column": "Daftar baru" }, { "field": "ended", "column": "Keluar" } ],
          "payers": [ { "word": "Mandiri", "payer": "self" }, { "word": "APBD", "payer": "local-budget" } ] }
        """)).Value;

    [Fact]
    public void Flows_are_read_by_the_names_of_the_mapping_and_summed_to_targets()
    {
        var rows = Read(["2025-02", "mandiri", "Jambi", "1.250", "300"], ["2025-01", "APBD", "Jambi", "40", "10"], ["2025-02", "APBD", "Jambi", "50", "20.0"]).Value;
        Assert.Equal(["2025-01", "2025-02", "2025-02"], rows.Select(r => r.Month.ToString()));
        Assert.Equal(Payer.LocalBudget, rows[0].Payer);
        Assert.Equal(1250, rows[1].Joined);
        Assert.Null(rows[0].Paid);
        var targets = FlowTable.Targets(rows);
        Assert.Equal(["joined/2025-01", "ended/2025-01", "joined/2025-02", "ended/2025-02"], targets.Select(t => t.Name));
        Assert.Equal([40.0, 10, 1300, 320], targets.Select(t => t.Observed));
        Assert.Equal(1300 + (26 * 26), targets[2].ObservationVariance, 1e-9);
    }

    [Fact]
    public void A_flow_that_a_row_lacks_is_no_target() =>
        Assert.Equal(["ended/2025-02"], FlowTable.Targets(Read(["2025-02", "Mandiri", "Jambi", "", "300"], ["2025-02", "APBD", "Jambi", "50", "20"]).Value).Select(t => t.Name));

    [Fact]
    public void A_table_with_plain_names_needs_no_mapping()
    {
        var rows = FlowTable.Read("f.csv", ["month", "payer", "paid"], [["2025-03", "tobacco-fund", "7"]], FlowMapping.Plain).Value;
        Assert.Equal(7, rows[0].Paid);
        Assert.Equal(Payer.TobaccoFund, rows[0].Payer);
    }

    [Theory]
    [InlineData("flows/bad-month", "Bulan", "April", "Mandiri", "Jambi", "1", "1")]
    [InlineData("flows/unknown-payer", "Pembayar", "2025-01", "Desa", "Jambi", "1", "1")]
    [InlineData("flows/bad-count", "Daftar baru", "2025-01", "Mandiri", "Jambi", "-4", "1")]
    [InlineData("flows/bad-count", "Keluar", "2025-01", "Mandiri", "Jambi", "4", "1.5")]
    [InlineData("flows/bad-count", "Keluar", "2025-01", "Mandiri", "Jambi", "4", "1,5")]
    [InlineData("flows/bad-count", "Keluar", "2025-01", "Mandiri", "Jambi", "4", "99999999999999999999")]
    public void A_bad_cell_is_told_with_file_line_and_column(string code, string column, params string[] row)
    {
        var problem = Read(["2024-12", "Mandiri", "Jambi", "1", "1"], row).Problem!;
        Assert.Equal(code, problem.Code);
        Assert.Equal($"f.csv, line 3, field {column}", problem.At);
    }

    [Fact]
    public void Repeated_rows_missing_columns_and_tables_without_flows_are_told()
    {
        Assert.Equal("flows/repeated-row", Read(["2025-02", "Mandiri", "Jambi", "1", "1"], ["2025-02", "Mandiri", "Jambi", "2", "2"]).Problem!.Code);
        Assert.Equal("flows/no-column", FlowTable.Read("f.csv", ["Bulan"], [], Mapping).Problem!.Code);
        Assert.Equal("flows/no-flow", FlowTable.Read("f.csv", ["month"], [], FlowMapping.Plain).Problem!.Code);
        Assert.Equal("flows/no-column", FlowTable.Read("f.csv", ["paid"], [], FlowMapping.Plain).Problem!.Code);
    }

    [Theory]
    [InlineData("""{ "columns": [ { "field": "mnth", "column": "x" } ] }""", "data/bad-field")]
    [InlineData("""{ "columns": [ { "field": "paid", "column": "x" } ] }""", "data/missing-field")]
    [InlineData("""{ "columns": [ { "field": "month", "column": "x" }, { "field": "month", "column": "y" } ] }""", "data/repeated-field")]
    [InlineData("""{ "columns": [ { "field": "month", "column": "x" } ], "payers": [ { "word": "a", "payer": "nobody" } ] }""", "data/bad-field")]
    public void A_bad_mapping_is_told(string json, string code) => Assert.Equal(code, FlowMapping.Read("map.json", Encoding.UTF8.GetBytes(json)).Problem!.Code);

    private static Core.Result<System.Collections.Immutable.ImmutableArray<FlowRow>> Read(params string[][] rows) =>
        FlowTable.Read("f.csv", ["Bulan", "Pembayar", "Provinsi", "Daftar baru", "Keluar"], rows, Mapping);
}
