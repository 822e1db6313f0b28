using System.Globalization;
using Jembatan.Statistics.Agreement;
using static Jembatan.Statistics.Tests.Agreement.SomeData;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>Laws that hold for any data, so that no table of figures is needed.</summary>
public sealed class AgreementLawTests
{
    private static readonly Gen<string?[][]> TwoCoders = Gen.Select(Gen.ULong, Gen.Int[2, 25], Gen.Int[2, 5], Gen.Double[0, .3]).Select((seed, units, q, missing) => Values(seed, 2, units, q, missing));
    private static readonly Gen<string?[][]> AnyCoders = Gen.Select(Gen.ULong, Gen.Int[2, 5], Gen.Int[2, 25], Gen.Int[2, 5], Gen.Double[0, .3]).Select(Values);
    private static readonly Gen<string?[][]> CompleteCoders = Gen.Select(Gen.ULong, Gen.Int[2, 5], Gen.Int[2, 25], Gen.Int[2, 5]).Select((seed, coders, units, q) => Values(seed, coders, units, q, 0));

    [Fact]
    public void The_order_of_coders_and_of_units_changes_nothing() => AnyCoders.Sample(rows =>
    {
        var turned = rows.Reverse().Select(r => r.Reverse().ToArray()).ToArray();
        foreach (var measure in AgreementMeasures.All) Same(Of(Data(rows), measure.Id).Value, Of(Data(turned), measure.Id).Value);
        foreach (var measure in AgreementMeasures.All)
        {
            var settings = new AgreementSettings { Interval = IntervalMethod.Analytic };
            Same(Of(Data(rows), measure.Id, settings).StandardError, Of(Data(turned), measure.Id, settings).StandardError);
        }
    }, iter: 100);

    [Fact]
    public void The_names_of_categories_do_not_matter_to_a_nominal_coefficient() => AnyCoders.Sample(rows =>
    {
        var named = rows.Select(r => r.Select(v => v is null ? null : "k" + (char)('z' - (v[0] - '0'))).ToArray()).ToArray();
        foreach (var measure in AgreementMeasures.All) Same(Of(Data(rows), measure.Id).Value, Of(Data(named), measure.Id).Value);
    }, iter: 100);

    [Fact]
    public void Shifting_and_stretching_changes_nothing_at_interval_level() => Gen.Select(AnyCoders, Gen.Int[-50, 50], Gen.Int[1, 9]).Sample((rows, shift, stretch) =>
    {
        var settings = new AgreementSettings { Level = new(LevelKind.Interval), Interval = IntervalMethod.None };
        Same(Of(Data(rows), "krippendorff-alpha", settings).Value, Of(Data(Mapped(rows, v => (v * stretch) + shift)), "krippendorff-alpha", settings).Value);
    }, iter: 100);

    [Fact]
    public void Only_the_order_of_values_matters_at_ordinal_level() => AnyCoders.Sample(rows =>
    {
        var settings = new AgreementSettings { Level = new(LevelKind.Ordinal), Interval = IntervalMethod.None };
        Same(Of(Data(rows), "krippendorff-alpha", settings).Value, Of(Data(Mapped(rows, v => v * v * v)), "krippendorff-alpha", settings).Value);
    }, iter: 100);

    [Fact]
    public void Stretching_changes_nothing_at_ratio_level_and_turning_nothing_on_a_circle() => Gen.Select(AnyCoders, Gen.Int[1, 9]).Sample((rows, by) =>
    {
        var ratio = new AgreementSettings { Level = new(LevelKind.Ratio), Interval = IntervalMethod.None };
        Same(Of(Data(rows), "krippendorff-alpha", ratio).Value, Of(Data(Mapped(rows, v => v * by)), "krippendorff-alpha", ratio).Value);
        var circle = new AgreementSettings { Level = MeasurementLevel.Parse("circular:6"), Interval = IntervalMethod.None };
        Same(Of(Data(rows), "krippendorff-alpha", circle).Value, Of(Data(Mapped(rows, v => (v + by) % 6)), "krippendorff-alpha", circle).Value);
    }, iter: 100);

    [Fact]
    public void Doubling_every_unit_leaves_all_but_alpha_and_moves_alpha_by_the_known_factor() => AnyCoders.Sample(rows =>
    {
        var (once, twice) = (Data(rows), Data([.. rows, .. rows]));
        foreach (var measure in AgreementMeasures.All.Where(m => m.Id != "krippendorff-alpha")) Same(Of(once, measure.Id).Value, Of(twice, measure.Id).Value);
        var (alpha, doubled) = (Of(once, "krippendorff-alpha"), Of(twice, "krippendorff-alpha"));
        if (alpha.Value is { } value) Same(1 - ((1 - value) * ((2 * alpha.N) - 1) / (2 * (alpha.N - 1))), doubled.Value);
        else Assert.Null(doubled.Value);
    }, iter: 100);

    [Fact]
    public void Nominal_alpha_of_two_complete_coders_follows_from_Scotts_pi() => CompleteCoders.Where(r => r[0].Length == 2).Sample(rows =>
    {
        var (alpha, pi, n) = (Of(Data(rows), "krippendorff-alpha").Value, Of(Data(rows), "scott-pi").Value, 2.0 * rows.Length);
        Same(alpha, pi is null ? null : 1 - ((1 - pi) * (n - 1) / n));
    }, iter: 100);

    [Fact]
    public void AC2_with_identity_weights_is_AC1() => AnyCoders.Sample(rows =>
    {
        var settings = new AgreementSettings { Interval = IntervalMethod.Analytic };
        var (one, two) = (Of(Data(rows), "gwet-ac1", settings), Of(Data(rows), "gwet-ac2", settings));
        Assert.Equal((one.Value, one.StandardError, one.Low), (two.Value, two.StandardError, two.Low));
    }, iter: 100);

    [Fact]
    public void For_two_complete_coders_the_kappas_are_one_family() => CompleteCoders.Where(r => r[0].Length == 2).Sample(rows =>
    {
        var data = Data(rows);
        Same(Of(data, "cohen-kappa").Value, Of(data, "conger-kappa").Value);
        Same(Of(data, "cohen-kappa").Value, Of(data, "light-kappa").Value);
        Same(Of(data, "scott-pi").Value, Of(data, "fleiss-kappa").Value);
    }, iter: 100);

    [Fact]
    public void Quadratic_kappa_is_the_concordance_of_the_two_columns() => CompleteCoders.Where(r => r[0].Length == 2).Sample(rows =>
    {
        // 2 s_xy / (s_x² + s_y² + (x̄ − ȳ)²), all over n: the intraclass correlation that quadratic weights lead to.
        double[] x = [.. rows.Select(r => double.Parse(r[0]!, CultureInfo.InvariantCulture))], y = [.. rows.Select(r => double.Parse(r[1]!, CultureInfo.InvariantCulture))];
        var (mx, my) = (x.Average(), y.Average());
        var below = x.Average(v => (v - mx) * (v - mx)) + y.Average(v => (v - my) * (v - my)) + ((mx - my) * (mx - my));
        double? concordance = below == 0 ? null : 2 * x.Zip(y).Average(p => (p.First - mx) * (p.Second - my)) / below;
        Same(concordance, Of(Data(rows), "cohen-kappa", new AgreementSettings { Weights = WeightScheme.Quadratic, Interval = IntervalMethod.None }).Value);
    }, iter: 100);

    [Fact]
    public void Every_weight_scheme_is_identity_where_there_are_two_categories() => Gen.Select(Gen.ULong, Gen.Int[3, 20]).Sample((seed, units) =>
    {
        var data = Drawn(seed, 3, units, 2, .1);
        foreach (var measure in AgreementMeasures.All.Where(m => m.TakesWeights && !m.IsForTwoCoders))
            foreach (var weights in Enum.GetValues<WeightScheme>())
                Same(Of(data, measure.Id).Value, Of(data, measure.Id, new AgreementSettings { Weights = weights, Interval = IntervalMethod.None }).Value);
    }, iter: 60);

    [Fact]
    public void Alpha_with_quadratic_weights_is_alpha_at_interval_level() => AnyCoders.Sample(rows => Same(
        Of(Data(rows), "krippendorff-alpha", new AgreementSettings { Weights = WeightScheme.Quadratic, Interval = IntervalMethod.None }).Value,
        Of(Data(rows), "krippendorff-alpha", new AgreementSettings { Level = new(LevelKind.Interval), Interval = IntervalMethod.None }).Value), iter: 100);

    [Fact]
    public void A_unit_of_one_coder_leaves_alpha_as_it_is_and_may_move_margins() => AnyCoders.Sample(rows =>
    {
        var lonely = new string?[rows[0].Length];
        lonely[0] = "1";
        Same(Of(Data(rows), "krippendorff-alpha").Value, Of(Data([.. rows, lonely]), "krippendorff-alpha").Value);
    }, iter: 100);

    [Fact]
    public void A_unit_of_one_coder_moves_the_margins_of_Fleiss()
    {
        var rows = new string?[][] { ["a", "a"], ["b", "b"], ["a", "b"] };
        Assert.NotEqual(Of(Data(rows), "fleiss-kappa").Value, Of(Data([.. rows, ["a", null]]), "fleiss-kappa").Value);
    }

    [Fact]
    public void Pairwise_deletion_is_what_Cohen_and_Scott_do() => TwoCoders.Sample(rows =>
    {
        var both = rows.Where(r => r.All(v => v is not null)).ToArray();
        if (both.Length == 0) return;
        Same(Of(Data(rows), "cohen-kappa").Value, Of(Data(both), "cohen-kappa").Value);
        Same(Of(Data(rows), "scott-pi").Value, Of(Data(both), "scott-pi").Value);
    }, iter: 100);

    internal static ReliabilityData Data(string?[][] rows) => Rows(rows[0].Length, rows);

    private static string?[][] Mapped(string?[][] rows, Func<int, int> map) =>
        [.. rows.Select(r => r.Select(v => v is null ? null : map(int.Parse(v, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)).ToArray())];
}
