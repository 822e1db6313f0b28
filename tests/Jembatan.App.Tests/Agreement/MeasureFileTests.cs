using System.Text;
using System.Text.Json;
using Jembatan.App.Agreement;
using Jembatan.Core;
using Jembatan.Statistics.Agreement;

namespace Jembatan.App.Tests.Agreement;

public sealed class MeasureFileTests
{
    private const string FourObservers = "A,B,C,D\n1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,,3,\n";

    [Fact]
    public async Task The_four_observers_of_Krippendorff_have_their_alpha_and_their_counts()
    {
        var answer = (await Data(FourObservers, new(["krippendorff-alpha", "fleiss-kappa"]))).Value;
        Assert.Equal(new AgreementData(12, 4, 41, 7, 1), answer.Data);
        Assert.Equal(.743421052631579, answer.Estimates[0].Value!.Value, 12);
        Assert.Equal((40, 11), ((int)answer.Estimates[0].N, (int)answer.Estimates[1].N));
        Assert.Equal((IntervalMethod.UnitsBootstrap, 1ul), (answer.Estimates[0].Interval, answer.Estimates[0].Seed));
    }

    [Theory]
    [InlineData("ordinal", .815387503754881)]
    [InlineData("interval", .849107142857143)]
    [InlineData("ratio", .797402774711612)]
    public async Task Levels_are_written_as_words(string level, double alpha) =>
        Assert.Equal(alpha, (await Data(FourObservers, new(["krippendorff-alpha"], Level: level, Interval: "none"))).Value.Estimates[0].Value!.Value, 12);

    [Theory]
    [InlineData("A;B\n1,5;1,5\n2,5;1,5\n2,25;2\n4;4,0\n")]
    [InlineData("A,B\n\"1,5\",\"1,5\"\n\"2,5\",\"1,5\"\n\"2,25\",2\n4,4\n")]
    public async Task Numbers_may_have_a_decimal_comma(string file)
    {
        var points = await Data("A,B\n1.5,1.5\n2.5,1.5\n2.25,2\n4,4\n", new(["krippendorff-alpha"], Level: "interval", Interval: "none"));
        Assert.Equal(points.Value.Estimates[0].Value, (await Data(file, new(["krippendorff-alpha"], Level: "interval", Interval: "none"))).Value.Estimates[0].Value);
    }

    [Theory]
    [InlineData("A;B\n1,500;1,500\n2,750;1,500\n", "1,500")]     // thousands, or one and a half
    [InlineData("A;B\n1,5;1.5\n2;1,5\n", "1,5")]
    [InlineData("A;B\n1;NA\n2;1\n", "NA")]
    public async Task Where_a_number_cannot_be_told_nothing_is_guessed(string file, string word)
    {
        var problem = (await Data(file, new(["krippendorff-alpha"], Level: "interval"))).Problem!;
        Assert.Equal("agreement/not-numeric", problem.Code);
        Assert.Contains($"'{word}'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("1.5", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_for_nothing_is_a_category_and_the_answer_says_so()
    {
        var words = (await Data("A,B\nx,x\ny,NA\ny,y\nNA,NA\n", new(["percent"], Interval: "none"))).Value;
        Assert.Equal((8, .75), ((int)words.Data.Values, words.Estimates[0].Value));
        Assert.Contains("'NA'", Assert.Single(words.Notices).En, StringComparison.Ordinal);
        Assert.Empty((await Data("A,B\nx,x\ny,\ny,y\n,\n", new(["percent"], Interval: "none"))).Value.Notices);
    }

    [Fact]
    public async Task A_table_has_labels_in_its_first_row_and_column_in_any_order()
    {
        var straight = await Table(",a,b,c\na,88,14,18\nb,10,40,10\nc,2,6,12\n", new(["cohen-kappa"]));
        var turned = await Table("x,b,a,c\na,14,88,18\nb,40,10,10\nc,6,2,12\n", new(["cohen-kappa"]));
        Assert.Equal(.4915254237288136, straight.Value.Estimates[0].Value!.Value, 12);
        Assert.Equal(straight.Value.Estimates[0].Value, turned.Value.Estimates[0].Value);
        Assert.Equal(new AgreementData(200, 2, 400, 0, 0), straight.Value.Data);
    }

    [Fact]
    public async Task Sections_may_stand_in_any_order_of_columns_and_a_length_beside_them()
    {
        var units = await Units("#length,doc,60\ncategory,coder,continuum,start,end\n1,A,doc,2,5\n1,B,doc,2,5\n2,B,doc,10,20\n2,C,doc,2,5\n2,C,doc,15,20\n", new([]));
        Assert.Equal(.39829814237913924, units.Value.Estimates.Single(e => e.Measure == "u-alpha").Value!.Value, 12);
        Assert.Equal(.390625, units.Value.Estimates.Single(e => e is { Measure: "k-u-alpha", Category: "2" }).Value!.Value, 12);
    }

    [Fact]
    public async Task Without_a_measure_there_is_a_usual_list()
    {
        Assert.Equal(
            ["krippendorff-alpha", "cohen-kappa", "scott-pi", "gwet-ac1", "brennan-prediger", "percent"],
            (await Data("A,B\n1,1\n2,1\n", new([]))).Value.Estimates.Select(e => e.Measure));
        Assert.Contains("conger-kappa", (await Data(FourObservers, new([]))).Value.Estimates.Select(e => e.Measure));
    }

    [Theory]
    [InlineData("A,B\n1,1\n2\n", "csv/ragged")]
    [InlineData("A,B\n1,1,1\n", "csv/ragged")]
    [InlineData("A,B\n", "agreement/no-units")]
    [InlineData("A,A\n1,1\n", "agreement/coders")]
    [InlineData("", "import/empty")]
    [InlineData("A,B\n\"1,1\n", "csv/bad-quotes")]
    public async Task A_bad_list_is_a_problem_that_says_what_to_do(string file, string code) => Says(code, await Data(file, new([])));

    [Theory]
    [InlineData("A,B\nlow,low\nhigh,low\n", "interval", "agreement/not-numeric")]
    [InlineData("A,B\nlow,low\nhigh,low\n", "ordinal", "agreement/not-ordered")]
    [InlineData("A,B\n-1,1\n2,2\n", "ratio", "agreement/negative")]
    [InlineData("A,B\n-1,1\n2,2\n", "bipolar:0,2", "agreement/outside-poles")]
    [InlineData("A,B\n1,1\n2,2\n", "circular:0", "agreement/level")]
    [InlineData("A,B\n1,1\n2,2\n", "bipolar:2,1", "agreement/level")]
    [InlineData("A,B\n1,1\n2,2\n", "metric", "agreement/level")]
    public async Task A_level_that_does_not_fit_is_a_problem(string file, string level, string code) => Says(code, await Data(file, new([], Level: level)));

    [Theory]
    [InlineData("gamma", "agreement/not-built")]
    [InlineData("window-diff", "agreement/not-built")]
    [InlineData("kappa", "agreement/unknown-measure")]
    [InlineData("u-alpha", "agreement/wrong-input")]
    public async Task A_measure_that_is_not_there_is_a_problem_that_names_those_that_are(string measure, string code) => Says(code, await Data(FourObservers, new([measure])));

    [Fact]
    public async Task Settings_that_cannot_be_are_problems()
    {
        Says("agreement/weights", await Data(FourObservers, new([], Weights: "cubic")));
        Says("agreement/interval", await Data(FourObservers, new([], Interval: "guess")));
        Says("agreement/replicates", await Data(FourObservers, new([], Replicates: 1)));
        Says("agreement/replicates", await Data(FourObservers, new([], Replicates: int.MaxValue)));
        Says("agreement/not-ordered", await Data("A,B\nlow,low\nhigh,low\n", new(["cohen-kappa"], Weights: "linear")));
    }

    [Theory]
    [InlineData(",a,b\na,1,2\n", "agreement/not-square")]
    [InlineData(",a,b\na,1,2\nc,3,4\n", "agreement/not-square")]
    [InlineData(",a,a\na,1,2\na,3,4\n", "agreement/not-square")]
    [InlineData(",a,b\na,1,2\nb,3\n", "csv/ragged")]
    [InlineData(",a,b\na,1,-2\nb,3,4\n", "agreement/not-a-count")]
    [InlineData(",a,b\na,1,2.5\nb,3,4\n", "agreement/not-a-count")]
    [InlineData(",a,b\na,1,x\nb,3,4\n", "agreement/not-a-count")]
    [InlineData(",a,b\na,1,1e300\nb,3,4\n", "agreement/not-a-count")]
    public async Task A_bad_table_is_a_problem(string file, string code) => Says(code, await Table(file, new([])));

    [Theory]
    [InlineData("d,A,5,2,k", "units/end-before-start")]
    [InlineData("d,A,5,5,k", "units/end-before-start")]
    [InlineData("d,A,5,20,k\n#length,d,10", "units/outside")]
    [InlineData("d,A,2,5,k\nd,A,4,8,k", "units/overlap")]
    [InlineData("d,A,2,5,k\nd,A,2,5,k", "units/overlap")]
    [InlineData("d,A,2,5,k\nd,A,4,8,m", "units/overlap")]
    [InlineData("d,A,-2,5,k", "units/bad-number")]
    [InlineData("d,A,two,5,k", "units/bad-number")]
    [InlineData("d,A,2,99999999999999999999,k", "units/bad-number")]
    [InlineData("#length,d", "units/bad-number")]
    [InlineData("d,,2,5,k", "units/empty-cell")]
    [InlineData("d,A,2,5", "csv/ragged")]
    public async Task A_bad_list_of_sections_is_a_problem(string rows, string code) => Says(code, await Units($"continuum,coder,start,end,category\n{rows}\n", new([])));

    [Fact]
    public async Task Sections_without_their_columns_are_a_problem() => Says("units/columns", await Units("text,coder,start,end\nd,A,2,5\n", new([])));

    [Theory]
    [InlineData("A\n1\n2\n", Undefined.OneCoder)]
    [InlineData("A,B\n1,\n,2\n", Undefined.NoPairableUnit)]
    [InlineData("A,B\n1,1\n1,1\n", Undefined.NoVariation)]
    public async Task Data_without_an_answer_get_a_reason_and_no_number(string file, Undefined reason)
    {
        var alpha = (await Data(file, new(["krippendorff-alpha"]))).Value.Estimates.Single();
        Assert.Equal((reason, null), (alpha.Undefined, alpha.Value));
        Assert.StartsWith("Undefined: ", alpha.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cohens_kappa_of_four_coders_is_undefined_and_names_what_to_use()
    {
        var kappa = (await Data(FourObservers, new(["cohen-kappa"]))).Value.Estimates.Single();
        Assert.Equal(Undefined.TwoCodersOnly, kappa.Undefined);
        Assert.Contains("conger-kappa", kappa.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_popular_mistake_of_multiplying_chance_terms_is_not_made()
    {
        // Two coders who agree as often as chance: κ is 0, where the product of the two chance terms instead of their sum gives .30.
        var kappa = (await Table(",yes,no\nyes,25,25\nno,25,25\n", new(["cohen-kappa"]))).Value.Estimates.Single();
        Assert.Equal(0, kappa.Value!.Value, 12);
    }

    // Every case of the oracles, written to a file and measured as the command line would.
    [Fact]
    public async Task Every_oracle_is_met_by_way_of_a_file()
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "oracles", "agreement.json")));
        var met = 0;
        foreach (var oracle in cases.RootElement.EnumerateArray().Where(c => c.GetProperty("measure").GetString() == "krippendorff_alpha" && c.GetProperty("params").GetProperty("metric").GetString() is "nominal" or "ordinal" or "interval" or "ratio"))
        {
            var values = oracle.GetProperty("data").GetProperty("values").EnumerateArray().ToList();
            var file = string.Join(',', Enumerable.Range(1, values[0].GetArrayLength()).Select(i => $"c{i}")) + "\n"
                + string.Concat(values.Select(r => string.Join(',', r.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? "" : v.ToString())) + "\n"));
            var alpha = (await Data(file, new(["krippendorff-alpha"], Level: oracle.GetProperty("params").GetProperty("metric").GetString(), Interval: "none"))).Value.Estimates.Single();
            Assert.Equal(oracle.GetProperty("expected").GetProperty("alpha").GetDouble(), alpha.Value!.Value, 12);
            met++;
        }

        Assert.Equal(6, met);
    }

    private static void Says(string code, Result<AgreementAnswer> answer)
    {
        Assert.Equal(code, answer.Problem?.Code);
        Assert.EndsWith(".", answer.Problem!.Message, StringComparison.Ordinal);
    }

    private static Task<Result<AgreementAnswer>> Data(string file, AgreementChoice choice) => Measure(ReliabilityFileKind.Data, file, choice);

    private static Task<Result<AgreementAnswer>> Table(string file, AgreementChoice choice) => Measure(ReliabilityFileKind.Table, file, choice);

    private static Task<Result<AgreementAnswer>> Units(string file, AgreementChoice choice) => Measure(ReliabilityFileKind.Units, file, choice);

    private static async Task<Result<AgreementAnswer>> Measure(ReliabilityFileKind kind, string file, AgreementChoice choice) =>
        await MeasureFile.HandleAsync(new(kind, "file.csv", new MemoryStream(Encoding.UTF8.GetBytes(file)), choice), CancellationToken.None);
}
