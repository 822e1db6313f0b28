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
