using Jembatan.Simulation.Uncertainty;

namespace Jembatan.Simulation.Tests.Uncertainty;

public sealed class SobolIndicesTests
{
    private static readonly ParameterGroup[] Three = [new("x1", [0]), new("x2", [1]), new("x3", [2])];

    // Published: T11, Ishigami's function with a = 7, b = 0.1.
    [Fact]
    public void Ishigami_has_the_published_indices()
    {
        var analysis = SobolIndices.Estimate(3, Three, Ishigami, new(8192, 3, 300), null, CancellationToken.None).Value;
        double[] first = [.3139051911, .4424111448, 0], total = [.5575888552, .4424111448, .2436836640];
        Assert.Equal(13.8445879407, analysis.Variance, 0.02);
        Assert.Equal(8192 * 5, analysis.Evaluations);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(first[i], analysis.Indices[i].First, 0.01);
            Assert.Equal(total[i], analysis.Indices[i].Total, 0.01);
            Assert.InRange(first[i], analysis.Indices[i].FirstLow, analysis.Indices[i].FirstHigh);
            Assert.InRange(total[i], analysis.Indices[i].TotalLow, analysis.Indices[i].TotalHigh);
        }
    }

    [Fact]
    public void A_group_takes_what_its_members_share()
    {
        var analysis = SobolIndices.Estimate(3, [new("x1, x3", [0, 2]), new("x2", [1])], Ishigami, new(4096, 3, 200), null, CancellationToken.None).Value;
        Assert.Equal(.5575888552, analysis.Indices[0].First, 0.015);
        Assert.Equal(.5575888552, analysis.Indices[0].Total, 0.015);
    }

    [Fact]
    public void A_sum_of_parts_has_first_indices_that_sum_to_one() => Gen.Double[0.1, 3].Array[3].Sample(c =>
    {
        var analysis = SobolIndices.Estimate(3, Three, x => (c[0] * x[0]) + (c[1] * x[1]) + (c[2] * x[2]), new(512, 9, 100), null, CancellationToken.None).Value;
        var squares = c.Sum(v => v * v);
        return analysis.Indices.Select((index, i) => Math.Abs(index.First - (c[i] * c[i] / squares)) < 0.03 && Math.Abs(index.Total - index.First) < 0.03).All(x => x);
    }, iter: 20);

    // Forty parameters are drawn by keyed uniforms; the first explains 4/43 of the variance of a sum whose other weights are 1.
    [Fact]
    public void More_parameters_than_the_sequence_has_are_drawn_by_keyed_uniforms()
    {
        var analysis = SobolIndices.Estimate(40, [new("first", [0]), new("rest", [.. Enumerable.Range(1, 39)])], x => x.Sum() + x[0], new(4096, 5, 100), null, CancellationToken.None).Value;
        Assert.Equal(4 / 43.0, analysis.Indices[0].Total, 0.01);
        Assert.Equal(39 / 43.0, analysis.Indices[1].First, 0.05);
    }

    [Fact]
    public void A_result_that_does_not_vary_has_a_reason_in_place_of_indices()
    {
        var analysis = SobolIndices.Estimate(3, Three, _ => 4.2, new(64), null, CancellationToken.None).Value;
        Assert.Empty(analysis.Indices);
        Assert.NotNull(analysis.Reason);
    }

    [Fact]
    public void Bad_questions_are_told()
    {
        string Code(int parameters, ParameterGroup[] groups, int size, double value = 1) => SobolIndices.Estimate(parameters, groups, _ => value, new(size), null, CancellationToken.None).Problem!.Code;
        Assert.Equal("uncertainty/groups", Code(15, [.. Enumerable.Range(0, 11).Select(i => new ParameterGroup($"g{i}", [i]))], 64));
        Assert.Equal("uncertainty/groups", Code(2, [new("a", [0]), new("b", [0])], 64));
        Assert.Equal("uncertainty/groups", Code(2, [new("a", [2])], 64));
        Assert.Equal("uncertainty/base-size", Code(3, Three, 100));
        Assert.Equal("uncertainty/not-a-number", Code(3, Three, 64, double.NaN));
    }

    private static double Ishigami(double[] u)
    {
        var x = u.Select(v => Math.PI * ((2 * v) - 1)).ToArray();
        return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }
}
