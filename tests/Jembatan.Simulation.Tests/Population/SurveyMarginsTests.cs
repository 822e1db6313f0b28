using System.Text;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Tests.Population;

/// <summary>Survey weights raked to known totals, and totals that cannot be met.</summary>
public sealed class SurveyMarginsTests
{
    private static readonly string[] Header = ["w", "sektor", "status", "wilayah"];

    // T10: [[40, 30], [35, 50]] to rows (80, 75) and columns (85, 70) is [[50, 30], [35, 40]].
    private static readonly string[][] T10 = [["40", "trade", "own-account", "urban"], ["30", "trade", "own-account", "rural"], ["35", "construction", "own-account", "urban"], ["50", "construction", "own-account", "rural"]];

    private static Core.Result<SurveyMapping> Mapping(string margins) => SurveyMapping.Read("map.json", Encoding.UTF8.GetBytes($$"""
        { "columns": [ {"field":"weight","column":"w"}, {"field":"sector","column":"sektor"}, {"field":"status","column":"status"}, {"field":"area","column":"wilayah"} ],
          "margins": [
        {{margins}} ] }
        """));

    private const string Rows = """{"field":"sector","is":"trade","persons":80}, {"field":"sector","is":"construction","persons":75},""";

    [Fact]
    public void Weights_are_raked_as_in_the_worked_example()
    {
        var mapping = Mapping(Rows + "\n{\"field\":\"area\",\"is\":\"urban\",\"persons\":85}, {\"field\":\"area\",\"is\":\"rural\",\"persons\":70}").Value;
        var table = SurveyPopulation.Read("survey.csv", Header, T10, mapping, 1).Value.Table;
        Assert.Equal([50, 30, 35, 40], Enumerable.Range(0, 4).Select(table.CountOf));
    }

    [Fact]
    public void The_order_of_the_rows_changes_nobodys_weight()
    {
        string[][] rows = [.. Enumerable.Range(0, 40).Select(i => (string[])[FormattableString.Invariant($"{1 + (i * 0.37)}"), i % 3 == 0 ? "trade" : "construction", "own-account", i % 2 == 0 ? "urban" : "rural"])];
        var mapping = Mapping(Rows + "\n{\"field\":\"area\",\"is\":\"urban\",\"persons\":85}, {\"field\":\"area\",\"is\":\"rural\",\"persons\":70}").Value;
        long[] Counts(string[][] given)
        {
            var table = SurveyPopulation.Read("survey.csv", Header, given, mapping, 1).Value.Table;
            return [.. Enumerable.Range(0, given.Length).Select(table.CountOf)];
        }

        Assert.Equal(Counts(rows), Counts([.. rows.Reverse()]).Reverse());
    }

    [Fact]
    public void Totals_of_millions_are_met_to_the_person()
    {
        // Far from the survey's own shares, and the totals of the second field a few persons off by rounding.
        var mapping = Mapping("""
            {"field":"sector","is":"trade","persons":30000000}, {"field":"sector","is":"construction","persons":1200000},
            {"field":"area","is":"urban","persons":9400000}, {"field":"area","is":"rural","persons":21800003}
            """).Value;
        var table = SurveyPopulation.Read("survey.csv", Header, T10, mapping, 1).Value.Table;
        Assert.InRange(table.CountOf(0) + table.CountOf(1), 30_000_000 - 31, 30_000_000 + 31);
        Assert.InRange(table.CountOf(2) + table.CountOf(3), 1_200_000 - 3, 1_200_000 + 3);
    }

    [Theory]
    [InlineData("""{"field":"area","is":"urban","persons":85}, {"field":"area","is":"rural","persons":90}""", "population/contradicting-margins")]
    [InlineData("""{"field":"area","is":"urban","persons":155}""", "population/no-margin")]
    [InlineData("""{"field":"status","is":"own-account","persons":100}, {"field":"status","is":"assisted","persons":55}""", "population/empty-cell")]
    [InlineData("""{"field":"area","is":"sea","persons":155}""", "data/bad-field")]
    [InlineData("""{"field":"income","is":"5","persons":155}""", "data/bad-field")]
    [InlineData("""{"field":"area","is":"urban","persons":-1}""", "data/bad-field")]
    [InlineData("""{"field":"area","is":"urban","persons":85}, {"field":"area","is":"urban","persons":70}""", "data/repeated-field")]
    public void Totals_that_cannot_be_met_are_told_with_file_line_and_field(string more, string code)
    {
        var mapping = Mapping(Rows + "\n" + more);
        var problem = mapping.Problem ?? SurveyPopulation.Read("survey.csv", Header, T10, mapping.Value, 1).Problem;
        Assert.Equal(code, problem?.Code);
        Assert.Contains("map.json", problem!.Message, StringComparison.Ordinal);
        Assert.Contains("line ", problem.Message, StringComparison.Ordinal);
    }
}
