using Jembatan.Simulation.Uncertainty;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Tests.Uncertainty;

public sealed class SpreadTests
{
    // Published: T5 of the model's specification.
    [Fact]
    public void The_persistent_part_of_income_has_the_published_facts()
    {
        var facts = new AutoregressiveFacts(0.985, 0.05);
        Assert.Equal(0.0839630563, facts.StationaryVariance, 1e-10);
        Assert.Equal(0.2897637939, Math.Sqrt(facts.StationaryVariance), 1e-10);
        Assert.Equal(0.8341319683, facts.Left(12), 1e-10);
        Assert.Equal(45.862, facts.HalfLifeMonths, 5e-4);
        Assert.Equal(-0.1105786877727, facts.Cumulated(-0.01, 12), 1e-12); // in exact fractions; the printed −.1105786888 is off in its ninth place
        Assert.Equal(facts.Cumulated(-0.01, 12), Enumerable.Range(0, 12).Sum(k => -0.01 * facts.Left(k)), 1e-15);
        Assert.Equal(0.30, new AutoregressiveFacts(0.975, 0.06).Left(48), 0.01); // rural Indonesia: 30 % of a shock after four years
    }

    [Fact]
    public void Variance_splits_into_what_was_put_in()
    {
        var stream = new PhiloxStream(1, "test/split", 0);
        var outcomes = Enumerable.Range(0, 2000).Select(_ => 2 * NormalDraws.Next(stream)).Select(theta => (IReadOnlyList<double>)[.. Enumerable.Range(0, 4).Select(_ => 10 + theta + NormalDraws.Next(stream))]).ToList();
        var split = VarianceSplit.Of(outcomes).Value;
        Assert.Equal(4, split.Parameter, 0.5);
        Assert.Equal(1, split.MonteCarlo, 0.08);
        Assert.Equal(10, split.Mean, 0.2);
        Assert.Equal(0.8, split.ParameterShare!.Value, 0.03);
        Assert.Equal(split.Total, split.Parameter + split.MonteCarlo, 1e-12);
    }

    [Fact]
    public void Luck_alone_leaves_no_share_to_parameters_and_nothing_leaves_none_at_all()
    {
        Assert.Equal(0, VarianceSplit.Of([[1, 3], [3, 1]]).Value.Parameter);
        Assert.Null(VarianceSplit.Of([[2, 2], [2, 2]]).Value.ParameterShare);
        Assert.Equal("uncertainty/too-few", VarianceSplit.Of([[1, 2]]).Problem!.Code);
        Assert.Equal("uncertainty/too-few", VarianceSplit.Of([[1, 2], [1]]).Problem!.Code);
        Assert.Equal("uncertainty/not-a-number", VarianceSplit.Of([[1, 2], [1, double.NaN]]).Problem!.Code);
    }

    // With an exact denominator Fieller's interval is the usual one.
    [Fact]
    public void Fieller_is_the_plain_interval_when_the_denominator_is_sure()
    {
        var ratio = RatioInterval.Fieller(10, 2, 4, 0, 0);
        Assert.Equal(5, ratio.Value);
        Assert.Equal(5 - 1.959963985, ratio.Low!.Value, 1e-8);
        Assert.Equal(5 + 1.959963985, ratio.High!.Value, 1e-8);
    }

    // The ends satisfy (a − rb)² = t²(v_a − 2rc + r²v_b).
    [Fact]
    public void The_ends_of_Fiellers_interval_solve_its_equation() => Gen.Select(Gen.Double[-50, 50], Gen.Double[5, 20], Gen.Double[0.1, 4], Gen.Double[0.1, 4], Gen.Double[-0.9, 0.9]).Sample((a, b, va, vb, r) =>
    {
        var c = r * Math.Sqrt(va * vb);
        var ratio = RatioInterval.Fieller(a, b, va, vb, c);
        var t2 = 1.959963984540054 * 1.959963984540054;
        bool Solves(double x) => Math.Abs(Math.Pow(a - (x * b), 2) - (t2 * (va - (2 * x * c) + (x * x * vb)))) < 1e-6 * (1 + (a * a));
        return ratio.Low <= ratio.Value && ratio.Value <= ratio.High && Solves(ratio.Low!.Value) && Solves(ratio.High!.Value);
    });

    [Fact]
    public void A_ratio_over_what_may_be_zero_is_not_estimable()
    {
        var ratio = RatioInterval.Fieller(10, 1, 1, 1, 0);
        Assert.Null(ratio.Value);
        Assert.Null(ratio.Low);
        Assert.Contains("not estimable", ratio.Reason, StringComparison.Ordinal);
        Assert.Null(RatioInterval.Fieller(10, double.NaN, 1, 1, 0).Value);
        Assert.Null(RatioInterval.Bootstrap([1, 2, 3, 4], [-1, 1, -2, 2], 1).Value);
        Assert.Null(RatioInterval.Bootstrap([1], [1], 1).Value);
    }

    [Fact]
    public void Bootstrap_and_Fieller_agree_where_both_hold()
    {
        var stream = new PhiloxStream(2, "test/ratio", 0);
        var pairs = Enumerable.Range(0, 400).Select(_ => (Top: 20 + (4 * NormalDraws.Next(stream)), Bottom: 5 + NormalDraws.Next(stream))).ToList();
        var (top, bottom) = (pairs.Select(p => p.Top).ToArray(), pairs.Select(p => p.Bottom).ToArray());
        var covariance = pairs.Average(p => (p.Top - top.Average()) * (p.Bottom - bottom.Average()));
        var fieller = RatioInterval.Fieller(top.Average(), bottom.Average(), VarianceSplit.Variance(top) / 400, VarianceSplit.Variance(bottom) / 400, covariance / 400);
        var bootstrap = RatioInterval.Bootstrap(top, bottom, 3, 2000);
        Assert.Equal(fieller.Value!.Value, bootstrap.Value!.Value, 1e-12);
        Assert.Equal(fieller.Low!.Value, bootstrap.Low!.Value, 0.02);
        Assert.Equal(fieller.High!.Value, bootstrap.High!.Value, 0.02);
    }
}
