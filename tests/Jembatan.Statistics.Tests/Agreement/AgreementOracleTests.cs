using System.Globalization;
using System.Text.Json;
using Jembatan.Statistics.Agreement;

namespace Jembatan.Statistics.Tests.Agreement;

public sealed class AgreementOracleTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Ids = new Dictionary<string, string[]>
    {
        ["cohen_kappa"] = ["cohen-kappa"], ["scott_pi"] = ["scott-pi"], ["gwet_ac"] = ["gwet-ac2", "gwet-ac1"], ["brennan_prediger"] = ["brennan-prediger"],
        ["krippendorff_alpha"] = ["krippendorff-alpha"], ["percent_agreement"] = ["percent"], ["fleiss_kappa"] = ["fleiss-kappa"], ["conger_kappa"] = ["conger-kappa"],
    };

    public static TheoryData<string> Alphas => AgreementOracle.Names("agreement.json", "krippendorff_alpha");

    public static TheoryData<string> Tables => AgreementOracle.Names("agreement.json", "two_rater_table_all");

    public static TheoryData<string> Lists => AgreementOracle.Names("agreement.json", "multi_rater_all");

    public static TheoryData<string> Variances => AgreementOracle.Names("agreement.json", "cohen_kappa_ci");

    [Theory]
    [MemberData(nameof(Alphas))]
    public void Alpha_is_that_of_the_publication_and_of_exact_fractions(string name)
    {
        var oracle = AgreementOracle.Case("agreement.json", name);
        var parameters = oracle.GetProperty("params");
        var metric = parameters.GetProperty("metric").GetString()!;
        if (metric == "circular") metric += FormattableString.Invariant($":{parameters.GetProperty("circumference").GetDouble()}");
        if (metric == "bipolar") metric += FormattableString.Invariant($":{parameters.GetProperty("low").GetDouble()},{parameters.GetProperty("high").GetDouble()}");
        var settings = new AgreementSettings { Level = MeasurementLevel.Parse(metric), Interval = IntervalMethod.None };
        var alpha = Estimate(DataOf(oracle), new KrippendorffAlpha(), settings);
        AgreementOracle.Near(oracle.GetProperty("expected").GetProperty("alpha").GetDouble(), alpha.Value, 1e-12, name); // the case itself allows 1e-9
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_coefficient_of_a_table_and_its_error_are_those_of_irrCAC(string name) => AllOf(name);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_coefficient_of_a_list_and_its_error_are_those_of_irrCAC(string name) => AllOf(name);

    [Theory]
    [MemberData(nameof(Variances))]
    public void The_error_and_interval_of_Cohens_kappa_are_those_of_Fleiss_Cohen_and_Everitt(string name)
    {
        var oracle = AgreementOracle.Case("agreement.json", name);
        var expected = oracle.GetProperty("expected");
        var data = DataOf(oracle);
        var kappa = Estimate(data, new CohenKappa(), new AgreementSettings { Interval = IntervalMethod.Analytic });
        var weighted = Estimate(data, new CohenKappa(), new AgreementSettings { Interval = IntervalMethod.Analytic, Weights = WeightScheme.Quadratic });
        AgreementOracle.Near(expected.GetProperty("kappa").GetDouble(), kappa.Value, 1e-12, "kappa");
        AgreementOracle.Near(expected.GetProperty("weighted_kappa_quadratic").GetDouble(), weighted.Value, 1e-12, "weighted");
        AgreementOracle.Near(expected.GetProperty("var_kappa").GetDouble(), kappa.StandardError * kappa.StandardError, 1e-12, "variance");
        AgreementOracle.Near(expected.GetProperty("ci")[0][0].GetDouble(), kappa.Low, 1e-9, "low");
        AgreementOracle.Near(expected.GetProperty("ci")[0][2].GetDouble(), kappa.High, 1e-9, "high");
        var variance = expected.GetProperty("var_weighted").GetDouble();
        // psych weighs margins otherwise than Fleiss, Cohen and Everitt: .00414 against irrCAC's .06645² for the table of 1960, and 0 for that of Agresti. They agree for two categories.
        if (data.Categories.Count == 2) AgreementOracle.Near(variance, weighted.StandardError * weighted.StandardError, 1e-12, "weighted variance");
    }

    [Fact]
    public void Fleiss_kappa_of_the_data_of_1971_and_its_categories_are_those_of_irr()
    {
        var oracle = AgreementOracle.Case("agreement.json", "fleiss1971_irr");
        var expected = oracle.GetProperty("expected");
        var settings = new AgreementSettings { Interval = IntervalMethod.None };
        AgreementOracle.Near(expected.GetProperty("kappa").GetDouble(), Estimate(DataOf(oracle), new FleissKappa(), settings).Value, 1e-12, "kappa");
        AgreementOracle.Near(expected.GetProperty("exact_conger").GetDouble(), Estimate(DataOf(oracle), new CongerKappa(), settings).Value, 1e-12, "Conger");
        AgreementOracle.Near(.459412, Estimate(DataOf(oracle), new LightKappa(), settings).Value, 5e-7, "Light"); // irr 0.84.1, kappam.light
        foreach (var (category, kappa) in expected.GetProperty("category_detail").EnumerateArray().Index())
        {
            // κ of one category is κ of that category against all others.
            var rows = Rows(oracle).Select(r => (IReadOnlyList<string?>)[.. r.Select(v => v is null ? null : v == FormattableString.Invariant($"{category + 1}") ? "1" : "0")]).ToList();
            AgreementOracle.Near(kappa.GetDouble(), Estimate(ReliabilityData.OfRows(Names(rows[0].Count), rows), new FleissKappa(), settings).Value, .0005, $"category {category + 1}");
        }
    }

    // statistics.md 1.4 gives these figures of irrCAC for the four observers, five decimals.
    [Theory]
    [InlineData("percent", .81818, null)]
    [InlineData("gwet-ac1", .77544, .14295)]
    [InlineData("fleiss-kappa", .76117, null)]
    [InlineData("conger-kappa", .76282, null)]
    [InlineData("brennan-prediger", .77273, null)]
    [InlineData("krippendorff-alpha", .74342, .14557)]
    public void Missing_values_are_kept_as_Gwet_does(string measure, double value, double? standardError)
    {
        var data = DataOf(AgreementOracle.Case("agreement.json", "kripp_C_nominal"));
        var estimate = Estimate(data, AgreementMeasures.Find(measure)!, new AgreementSettings { Interval = IntervalMethod.Analytic });
        AgreementOracle.Near(value, estimate.Value, 6e-6, measure);
        if (standardError is { } error) AgreementOracle.Near(error, estimate.StandardError, 6e-6, measure);
        if (measure == "gwet-ac1") AgreementOracle.Near(.461, estimate.Low, .0006, "low");
        Assert.Equal(1, estimate.High);
    }

    internal static AgreementEstimate Estimate(ReliabilityData data, AgreementMeasure measure, AgreementSettings settings) =>
        Reliability.Estimate(data, [measure], settings, CancellationToken.None).Single();

    internal static ReliabilityData DataOf(JsonElement oracle)
    {
        var values = oracle.GetProperty("data").GetProperty("values");
        if (oracle.GetProperty("data").GetProperty("layout").GetString() == "units_x_coders") return ReliabilityData.OfRows(Names(values[0].GetArrayLength()), Rows(oracle));
        List<IReadOnlyList<long>> counts = [.. values.EnumerateArray().Select(r => (IReadOnlyList<long>)[.. r.EnumerateArray().Select(v => v.GetInt64())])];
        return ReliabilityData.OfTable("A", "B", [.. Enumerable.Range(1, counts.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))], counts);
    }

    private static List<IReadOnlyList<string?>> Rows(JsonElement oracle) =>
        [.. oracle.GetProperty("data").GetProperty("values").EnumerateArray()
            .Select(r => (IReadOnlyList<string?>)[.. r.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? null : v.ToString())])];

    private static List<string> Names(int coders) => [.. Enumerable.Range(1, coders).Select(i => FormattableString.Invariant($"coder {i}"))];

    private static void AllOf(string name)
    {
        var oracle = AgreementOracle.Case("agreement.json", name);
        var word = oracle.GetProperty("params").GetProperty("weights").GetString()!;
        WeightScheme? weights = word == "unweighted" ? null : Enum.Parse<WeightScheme>(word, ignoreCase: true);
        var tolerance = oracle.GetProperty("tolerance").GetDouble();
        var settings = new AgreementSettings { Weights = weights, Interval = IntervalMethod.Analytic };
        foreach (var coefficient in oracle.GetProperty("expected").EnumerateObject())
        {
            foreach (var id in Ids[coefficient.Name])
            {
                if (id == "gwet-ac1" && weights is not null) continue;
                var estimate = Estimate(DataOf(oracle), AgreementMeasures.Find(id)!, settings);
                AgreementOracle.Near(coefficient.Value.GetProperty("coef").GetDouble(), estimate.Value, tolerance, $"{name} {id}");
                AgreementOracle.Near(coefficient.Value.GetProperty("se").GetDouble(), estimate.StandardError, tolerance, $"{name} {id} error");
                if (coefficient.Value.TryGetProperty("coef_exact", out var exact)) AgreementOracle.Near(exact.GetDouble(), estimate.Value, 1e-12, $"{name} {id} exact");
                if (id != "krippendorff-alpha" && coefficient.Value.TryGetProperty("pa", out var observed)) AgreementOracle.Near(observed.GetDouble(), estimate.Observed, 1e-12, $"{name} {id} observed");
                if (id != "cohen-kappa") Bounds(coefficient.Value.GetProperty("ci").GetString()!, estimate, $"{name} {id}");
            }
        }
    }

    // irrCAC prints intervals with three decimals.
    private static void Bounds(string printed, AgreementEstimate estimate, string what)
    {
        var ends = printed.Trim('(', ')').Split(',').Select(e => double.Parse(e, CultureInfo.InvariantCulture)).ToArray();
        AgreementOracle.Near(ends[0], estimate.Low, .000501, $"{what} low");
        AgreementOracle.Near(Math.Min(1, ends[1]), estimate.High, .000501, $"{what} high");
    }
}
