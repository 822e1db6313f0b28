using CsCheck;
using Jembatan.Statistics.Agreement;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>Sums over very many categories are those of the table of all pairs.</summary>
public sealed class CategoryWeightsTests
{
    private const int Many = 301;   // more than are kept as a table

    public static TheoryData<WeightScheme> Schemes => [.. Enum.GetValues<WeightScheme>()];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Sums_over_many_categories_take_every_pair_once(WeightScheme scheme) =>
        Gen.Select(Positions, Counts, Counts).Sample((x, a, b) => Same(CategoryWeights.Of(scheme, x), a, b), iter: 20);

    [Theory]
    [InlineData("interval")]
    [InlineData("ratio")]
    [InlineData("circular:24")]
    [InlineData("bipolar:0,20000")]
    public void Levels_do_so_too(string level) => Gen.Select(Positions, Counts, Counts).Sample((x, a, b) =>
    {
        var rows = x.Select(v => new string?[] { $"{v:R}", $"{v:R}" }).ToArray();
        var data = AgreementLawTests.Data(rows);
        Same(CategoryWeights.Of(MeasurementLevel.Parse(level)!, data, new double[x.Length]), a, b);
    }, iter: 20);

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public void Values_may_be_as_large_or_small_as_numbers_go(double times)
    {
        string?[][] Values(double by) => [.. new[] { (1, 1), (2, 1), (2, 2), (7, 2), (5, 5) }.Select(p => new string?[] { $"{p.Item1 * by:R}", $"{p.Item2 * by:R}" })];
        foreach (var level in (string[])["interval", "ratio", "bipolar:0,8e200", "bipolar:0,8e-200"])
        {
            if (level.StartsWith("bipolar", StringComparison.Ordinal) && level.Contains('-') == times > 1) continue;
            var small = MeasurementLevel.Parse(level)! with { High = level.StartsWith("bipolar", StringComparison.Ordinal) ? 8 : 0 };
            SomeData.Same(Alpha(Values(1), new() { Level = small }), Alpha(Values(times), new() { Level = MeasurementLevel.Parse(level) }), 1e-12);
        }

        foreach (var scheme in Enum.GetValues<WeightScheme>().Where(s => s != WeightScheme.Circular))
            SomeData.Same(Alpha(Values(1), new() { Weights = scheme }), Alpha(Values(times), new() { Weights = scheme }), 1e-12);
        Assert.InRange(Alpha(Values(times), new() { Weights = WeightScheme.Circular }) ?? 0, -1, 1);
        Assert.InRange(Alpha(Values(times), new() { Level = MeasurementLevel.Parse("circular:24") }) ?? 0, -1, 1);

        static double? Alpha(string?[][] rows, AgreementSettings settings) => SomeData.Of(SomeData.Rows(2, rows), "krippendorff-alpha", settings with { Interval = IntervalMethod.None }).Value;
    }

    private static Gen<double[]> Positions => Gen.Select(Gen.Double[0, 60].Array[Many - 1], steps =>
    {
        var x = new double[Many];       // from zero, where a ratio has none
        for (var i = 1; i < Many; i++) x[i] = x[i - 1] + .001 + steps[i - 1];
        return x;
    });

    private static Gen<double[]> Counts => Gen.Int[-3, 5].Select(n => (double)Math.Max(0, n)).Array[Many];

    private static void Same(CategoryWeights weights, double[] a, double[] b)
    {
        double sum = 0, size = 0;
        for (var k = 0; k < Many; k++)
        {
            for (var l = 0; l < Many; l++)
            {
                sum += a[k] * weights.Between(k, l) * b[l];
                size += a[k] * b[l];
            }
        }

        Assert.InRange(weights.Sum(a, b) - sum, -1e-11 * size, 1e-11 * size);
    }
}
