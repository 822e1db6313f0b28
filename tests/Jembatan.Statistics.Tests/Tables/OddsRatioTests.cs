using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class OddsRatioTests
{
    [Fact]
    public void Tea_tasting_gives_the_conditional_estimate_and_interval_of_R()
    {
        var oracle = Oracle.Case("tables.json", "fisher_tea");
        var expected = oracle.GetProperty("expected");
        var result = OddsRatio.Estimate(ContingencyTable.Of([[3, 1], [1, 3]]), roots: OddsRatioRoots.LikeR);
        Oracle.Near(expected.GetProperty("cond_mle_or").GetDouble(), result.Conditional.Value, oracle.GetProperty("tolerance").GetDouble());
        var interval = expected.GetProperty("ci95").Numbers();
        Oracle.Near(interval[0], result.Low.Value, oracle.GetProperty("tolerance").GetDouble());
        Oracle.Near(interval[1], result.High.Value, oracle.GetProperty("tolerance").GetDouble());
    }

    [Fact]
    public void Tea_tasting_has_the_roots_of_its_polynomials()
    {
        // ψ⁴ = 36ψ² + 32ψ + 3 for the estimate, and the tail polynomials for the ends; solved with 40 decimal digits.
        var result = OddsRatio.Estimate(ContingencyTable.Of([[3, 1], [1, 3]]));
        Oracle.Near(6.408319658199674322276, result.Conditional.Value, 1e-14);
        Oracle.Near(.2117355954465785670408, result.Low.Value, 1e-14);
        Oracle.Near(626.2435305888140419421, result.High.Value, 1e-12);
    }

    [Fact]
    public void The_search_of_R_ends_near_the_roots() => Gen.Int[1, 15].Array[2].Array[2].Sample(counts =>
    {
        var (exact, r) = (OddsRatio.Estimate(Generated.Table(counts)), OddsRatio.Estimate(Generated.Table(counts), roots: OddsRatioRoots.LikeR));
        Same(exact.Conditional, r.Conditional);
        Same(exact.Low, r.Low);
        Same(exact.High, r.High);

        static void Same(Estimate one, Estimate other)
        {
            Assert.Equal(one.Reason, other.Reason);
            if (one.Value is not { } v) return;
            // Within the tolerance of the search, on ψ or on 1/ψ.
            Assert.InRange(Math.Min(Math.Abs(v - other.Value!.Value), Math.Abs((1 / v) - (1 / other.Value.Value))), 0, 1.3e-4);
        }
    });

    [Fact]
    public void The_estimate_lies_in_its_interval_and_turns_over_with_the_columns() => Gen.Int[0, 20].Array[2].Array[2].Sample(counts =>
    {
        var result = OddsRatio.Estimate(Generated.Table(counts));
        if (result.Low.Reason is not null) return;
        if (result.Conditional.Value is { } value)
        {
            Assert.True(result.Low.Value <= value * (1 + 1e-9));
            Assert.True(result.High.Value is null || result.High.Value >= value * (1 - 1e-9));
        }

        var turned = OddsRatio.Estimate(Generated.Table([.. counts.Select(r => r.Reverse().ToArray())]));
        if (result.Conditional.Value is > 0 and { } one) Oracle.Near(1 / one, turned.Conditional.Value, 1e-9);
        if (result.Conditional.Value is 0) Assert.Equal(Undefined.Infinite, turned.Conditional.Reason);
    });

    [Fact]
    public void A_wider_confidence_gives_a_wider_interval()
    {
        var table = ContingencyTable.Of([[7, 3], [2, 8]]);
        var (narrow, wide) = (OddsRatio.Estimate(table, .9), OddsRatio.Estimate(table, .99));
        Assert.True(wide.Low.Value < narrow.Low.Value && narrow.High.Value < wide.High.Value);
        Assert.Equal(narrow.Conditional, wide.Conditional);
    }

    [Fact]
    public void What_is_greater_than_any_number_has_a_reason()
    {
        var result = OddsRatio.Estimate(ContingencyTable.Of([[4, 0], [0, 4]]));
        Assert.Equal((Undefined.Infinite, Undefined.Infinite), (result.Conditional.Reason, result.High.Reason));
        Assert.True(result.Low.Value > 1);
        Assert.Equal(Undefined.OneRow, OddsRatio.Estimate(ContingencyTable.Of([[4, 1], [0, 0]])).Conditional.Reason);
        Assert.Equal(Undefined.NotTwoByTwo, OddsRatio.Estimate(ContingencyTable.Of([[4, 1, 2], [1, 2, 3]])).Low.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => OddsRatio.Estimate(ContingencyTable.Of([[1, 1], [1, 1]]), 1));
    }
}
