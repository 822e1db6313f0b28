using Jembatan.App.Coverage;
using Jembatan.Simulation.Population;

namespace Jembatan.App.Tests.Coverage;

public sealed class ReadPopulationTests
{
    private static readonly NamedFile Map = BackTestCoverageTests.File("map.json", """
        { "columns": [ { "field": "weight", "column": "bobot" }, { "field": "status", "column": "status" }, { "field": "sector", "column": "sektor" } ], "totals": [ { "persons": 1000 } ] }
        """);

    [Fact]
    public async Task A_survey_becomes_a_population_with_its_losses()
    {
        var read = (await ReadPopulation.HandleAsync(new(BackTestCoverageTests.File("s.csv", "bobot,status,sektor\n10,own-account,G\n30,casual-agriculture,A\n5,employee,C\n"), Map), CancellationToken.None)).Value;
        Assert.Equal(1000, read.Table.Persons);
        Assert.Equal(250, read.Table.CountOf(0));
        Assert.Contains("1 rows of formal workers were left out.", read.Losses);
    }

    [Fact]
    public async Task The_rows_for_a_model_file_are_read_back_as_they_were()
    {
        var read = (await ReadPopulation.HandleAsync(new(BackTestCoverageTests.File("s.csv", "bobot,status,sektor\n10,own-account,G\n30,casual-agriculture,A\n"), Map), CancellationToken.None)).Value;
        var model = "kind: membership\nstart: 2023-12\nstates: {aware: 1}\n" + ReadPopulation.ForTheModel(read.Table);
        var file = Assert.IsType<MembershipFile>(CoverageModel.Read(model, "m.yaml").Value);
        Assert.Equal(Kinds(read.Table), Kinds(file.Membership.Population));
        Assert.Equal([(WorkStatus.CasualAgriculture, 750), (WorkStatus.OwnAccount, 250)], file.Membership.Population.Rows.Select((r, i) => (r.Status, file.Membership.Population.CountOf(i))).OrderByDescending(k => k.Item2));

        static Dictionary<PersonRow, long> Kinds(PersonTable table) => Enumerable.Range(0, table.Rows.Length).ToDictionary(i => table.Rows[i], table.CountOf);
    }

    [Fact]
    public async Task Files_that_are_no_survey_are_told()
    {
        async Task<string> Code(string name, string text) => (await ReadPopulation.HandleAsync(new(BackTestCoverageTests.File(name, text), Map), CancellationToken.None)).Problem!.Code;
        Assert.Equal("spss/not-spss", await Code("s.sav", "bobot,status,sektor\n"));
        Assert.Equal("table/unknown-format", await Code("s.rda", "x"));
        Assert.Equal("population/bad-cell", await Code("s.csv", "bobot,status,sektor\n10,tani,G\n"));
    }

    [Fact]
    public async Task Raking_is_reported_and_totals_that_contradict_the_margins_are_refused()
    {
        NamedFile Mapped(string rest) => BackTestCoverageTests.File("map.json", $$"""
            { "columns": [ { "field": "weight", "column": "bobot" }, { "field": "status", "column": "status" }, { "field": "sector", "column": "sektor" } ],
              "margins": [ { "field": "sector", "is": "trade", "persons": 400 }, { "field": "sector", "is": "agriculture", "persons": 600 } ]{{rest}} }
            """);
        var survey = BackTestCoverageTests.File("s.csv", "bobot,status,sektor\n10,own-account,G\n30,casual-agriculture,A\n");
        var read = (await ReadPopulation.HandleAsync(new(survey, Mapped("")), CancellationToken.None)).Value;
        Assert.InRange(read.Raking!.Sweeps, 1, 2);
        Assert.InRange(read.Raking.LargestError, 0, 1e-6);
        Assert.Equal(2, read.Raking.WeightChangeRatio, 1e-9); // 400/10 over 600/30
        Assert.Equal(1e6 / (400 * 400 + 600 * 600), read.EffectiveSize, 1e-9);
        Assert.Null((await ReadPopulation.HandleAsync(new(survey, Map), CancellationToken.None)).Value.Raking);
        async Task<(string?, string?)> Told(string rest) => (await ReadPopulation.HandleAsync(new(survey, Mapped(rest)), CancellationToken.None)).Problem is { } problem ? (problem.Code, problem.At) : (null, null);
        Assert.Equal((null, null), await Told(""", "totals": [ { "persons": 1000 } ]"""));
        Assert.Equal(("population/contradicting-totals", "map.json, line 2, field totals[0].persons"), await Told(""", "totals": [ { "persons": 2000 } ]"""));
        Assert.Equal(("data/bad-field", "map.json, line 2, field totals[0].persons"), await Told(""", "totals": [ { "persons": 1000.5 } ]"""));
        Assert.Equal(("data/unknown-field", "map.json, line 2, field margin"), await Told(""", "margin": []"""));
    }
}
