using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class MultipleTestsTests
{
    // Benjamini and Hochberg (1995), section 4: 15 endpoints of a study of thrombolysis.
    private static readonly double[] Published = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1];

    [Fact]
    public void Of_the_fifteen_published_p_values_four_are_rejected_by_discovery_rate_and_three_familywise()
    {
        Assert.Equal(4, Rejected("benjamini-hochberg"));
        Assert.Equal(3, Rejected("bonferroni"));
        Assert.Equal(3, Rejected("hochberg"));
        Assert.Equal(.035625, Correct("benjamini-hochberg", Published)[3], 1e-15); // 15/4 · .0095
        Assert.Equal(.0285, Correct("holm", Published)[2] + .0038, 1e-12); // 13 · .0019 = .0247
    }

    [Fact]
    public void The_order_given_is_the_order_returned() => Probabilities(8).Sample(p =>
    {
        foreach (var test in MultipleTests.All)
        {
            var forward = test.Correct(p);
            var back = test.Correct([.. p.Reverse()]).Reverse().ToArray();
            for (var i = 0; i < p.Length; i++) Oracle.Near(forward[i], back[i], 1e-12);
        }
    });

    [Fact]
    public void Corrected_values_are_never_smaller_and_keep_the_order() => Probabilities(8).Sample(p =>
    {
        foreach (var test in MultipleTests.All)
        {
            var q = test.Correct(p);
            for (var i = 0; i < p.Length; i++)
            {
                Assert.InRange(q[i], p[i] * (1 - 1e-12), 1);
                for (var j = 0; j < p.Length; j++) Assert.True(p[i] > p[j] || q[i] <= q[j] + 1e-12, $"{test.Id} turned the order about.");
            }
        }
    });

    [Fact]
    public void Stricter_rules_give_greater_values() => Probabilities(8).Sample(p =>
    {
        var q = MultipleTests.All.ToDictionary(t => t.Id, t => t.Correct(p));
        for (var i = 0; i < p.Length; i++)
        {
            Assert.True(q["benjamini-hochberg"][i] <= q["hommel"][i] + 1e-12);
            Assert.True(q["hommel"][i] <= q["hochberg"][i] + 1e-12);
            Assert.True(q["hochberg"][i] <= q["holm"][i] + 1e-12);
            Assert.True(q["holm"][i] <= q["bonferroni"][i] + 1e-12);
            Assert.True(q["benjamini-hochberg"][i] <= q["benjamini-yekutieli"][i] + 1e-12);
        }
    });

    [Fact]
    public void Hommel_is_closed_testing_with_the_test_of_Simes() => Probabilities(7).Sample(p =>
    {
        var q = Correct("hommel", p);
        for (var i = 0; i < p.Length; i++) Oracle.Near(Closed(p, i, Simes), q[i], 1e-12);
    }, iter: 300);

    [Fact]
    public void Holm_is_closed_testing_with_the_test_of_Bonferroni() => Probabilities(7).Sample(p =>
    {
        var q = Correct("holm", p);
        for (var i = 0; i < p.Length; i++) Oracle.Near(Closed(p, i, set => Math.Min(1, set.Length * set.Min())), q[i], 1e-12);
    }, iter: 300);

    [Fact]
    public void Yekutieli_is_Hochberg_times_the_harmonic_number()
    {
        var (bh, by) = (Correct("benjamini-hochberg", Published), Correct("benjamini-yekutieli", Published));
        var harmonic = Enumerable.Range(1, 15).Sum(k => 1.0 / k);
        for (var i = 0; i < 15; i++) Assert.Equal(Math.Min(1, bh[i] * harmonic), by[i], 1e-12);
    }

    // The greatest p-value of the intersection hypotheses that hold a hypothesis.
    private static double Closed(double[] p, int member, Func<double[], double> test) => Enumerable.Range(1, (1 << p.Length) - 1)
        .Where(set => ((set >> member) & 1) == 1).Max(set => test([.. p.Where((_, i) => ((set >> i) & 1) == 1)]));

    private static double Simes(double[] set) => set.Order().Select((v, i) => set.Length * v / (i + 1)).Min();

    private static Gen<double[]> Probabilities(int most) => Gen.Frequency((3, Gen.Double[0, 1]), (1, Gen.Const(0.0)), (1, Gen.Const(.05)), (1, Gen.Const(1.0))).Array[0, most];

    private static IReadOnlyList<double> Correct(string id, IReadOnlyList<double> p) => MultipleTests.All.Single(t => t.Id == id).Correct(p);

    private static int Rejected(string id) => Correct(id, Published).Count(q => q <= .05);
}
