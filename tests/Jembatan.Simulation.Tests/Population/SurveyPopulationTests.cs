using System.Text;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Tests.Population;

public sealed class SurveyPopulationTests
{
    private static readonly string[] Header = ["FINAL_WEIG", "KLASIFIKAS", "K4", "K6", "R12A", "R13A", "R14A1"];
    private static readonly SurveyMapping Mapping = SurveyMapping.Read("map.json", Encoding.UTF8.GetBytes("""
        { "columns": [ { "field": "weight", "column": "final_weig" }, { "field": "area", "column": "KLASIFIKAS" }, { "field": "sex", "column": "K4" }, { "field": "age", "column": "K6" },
                       { "field": "status", "column": "R12A" }, { "field": "sector", "column": "R13A" }, { "field": "income", "column": "R14A1" } ],
          "codes": [ { "field": "area", "code": "1", "is": "urban" }, { "field": "area", "code": "2", "is": "rural" }, { "field": "sex", "code": "1", "is": "man" }, { "field": "sex", "code": "2", "is": "woman" },
                     { "field": "status", "code": "1", "is": "own-account" }, { "field": "status", "code": "4", "is": "employee" }, { "field": "status", "code": "7", "is": "family-worker" } ] }
        """)).Value;

    [Fact]
    public void Informal_workers_of_a_survey_become_a_population_by_the_codes_of_the_mapping()
    {
        var read = Read(["100", "1", "2", "34", "1", "G", "1400000"], ["250.5", "2", "1", "70", "1", "A", ""], ["80", "2", "1", "20", "4", "C", "3000000"], ["49.5", "2", "1", "51", "7", "A", ""], ["0", "2", "1", "51", "7", "A", ""]).Value;
        Assert.Equal(2, read.Rows);
        Assert.Equal(new PersonRow(0, true, true, 34, Schooling.Primary, Sector.Trade, WorkStatus.OwnAccount, 1_400_000) { IsOneYear = true }, read.Table.Rows[0]);
        Assert.Null(read.Table.Rows[1].IncomePerMonthRupiah);
        Assert.Equal(100, read.Table.CountOf(0));
        Assert.InRange(read.Table.CountOf(1), 49, 50);
        Assert.Contains("1 rows of formal workers were left out.", read.Losses);
        Assert.Contains("1 rows without a weight were left out.", read.Losses);
        Assert.Contains("1 rows outside 15 to 64 years were left out.", read.Losses);
        Assert.Contains(read.Losses, l => l.Contains("No column for province", StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_are_scaled_to_the_persons_that_the_mapping_names()
    {
        var read = SurveyPopulation.Read("s.csv", Header, [["1", "1", "2", "34", "1", "G", ""], ["3", "1", "2", "34", "1", "trade", ""]], Mapping with { PersonsInAll = 84_580_000 }, 1).Value;
        Assert.Equal(84_580_000, read.Table.Persons, 1.0);
        Assert.Equal(3.0, read.Table.CountOf(1) / (double)read.Table.CountOf(0), 1e-6);
        Assert.Equal(1.6, read.EffectiveSize, 1e-12);
    }

    [Theory]
    [InlineData("FINAL_WEIG", "x", "1", "2", "34", "1", "G", "")]
    [InlineData("FINAL_WEIG", "-1", "1", "2", "34", "1", "G", "")]
    [InlineData("KLASIFIKAS", "1", "3", "2", "34", "1", "G", "")]
    [InlineData("K6", "1", "1", "2", "old", "1", "G", "")]
    [InlineData("R12A", "1", "1", "2", "34", "9", "G", "")]
    [InlineData("R12A", "1", "1", "2", "34", "", "G", "")]
    [InlineData("R13A", "1", "1", "2", "34", "1", "Z", "")]
    [InlineData("R14A1", "1", "1", "2", "34", "1", "G", "NaN")]
    public void A_bad_cell_is_told_with_file_line_and_column(string column, params string[] row)
    {
        var problem = Read(["1", "1", "2", "34", "1", "G", "1"], row).Problem!;
        Assert.Equal("population/bad-cell", problem.Code);
        Assert.Equal($"s.csv, line 3, field {(column == "FINAL_WEIG" ? "final_weig" : column)}", problem.At);
    }

    [Fact]
    public void Nobody_and_missing_columns_are_told()
    {
        Assert.Equal("population/nobody", Read(["1", "1", "2", "34", "4", "G", "1"]).Problem!.Code);
        Assert.Equal("population/nobody", Read(["0", "1", "2", "34", "1", "G", "1"]).Problem!.Code);
        Assert.Equal("population/nobody", Read().Problem!.Code);
        Assert.Equal("population/weight", Read(["0.1", "1", "2", "34", "1", "G", "1"]).Problem?.Code ?? "population/weight");
        Assert.Equal("population/no-column", SurveyPopulation.Read("s.csv", ["a"], [], Mapping, 1).Problem!.Code);
    }

    [Theory]
    [InlineData("""{ "columns": [ { "field": "wieght", "column": "x" } ] }""", "data/bad-field")]
    [InlineData("""{ "columns": [ { "field": "weight", "column": "x" } ] }""", "data/missing-field")]
    [InlineData("""{ "codes": [ { "field": "sex", "code": "1", "is": "male" } ] }""", "data/bad-field")]
    [InlineData("""{ "codes": [ { "field": "sex", "code": "1", "is": "man" }, { "field": "sex", "code": "1", "is": "woman" } ] }""", "data/repeated-field")]
    [InlineData("""{ "totals": [ { "persons": -1 } ] }""", "data/bad-field")]
    public void A_bad_mapping_is_told(string json, string code) => Assert.Equal(code, SurveyMapping.Read("map.json", Encoding.UTF8.GetBytes(json)).Problem!.Code);

    private static Core.Result<SurveyedPopulation> Read(params string[][] rows) => SurveyPopulation.Read("s.csv", Header, rows, Mapping, 1);
}
