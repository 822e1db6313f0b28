using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Rules;

public sealed class OldAgeSavingsTests
{
    private static readonly TwoStateChain Chain = new(0.005, 0.04);

    // Published: T6 of the model's specification.
    [Fact]
    public void The_annuity_of_ten_years_is_the_published_one()
    {
        Assert.Equal(0.0044716989, OldAgeSavings.MonthlyRate(0.055), 1e-10);
        Assert.Equal(3_167_227.81, OldAgeSavings.FutureValue(20_000, 0.055, 120), 0.005);
        Assert.Equal(936_750.479460, OldAgeSavings.ExpectedBalance(Chain, 1, 20_000, 0.055, 120), 1e-5);
    }

    [Fact]
    public void The_expected_balance_is_its_closed_form() => Gen.Select(Gen.Double[0.001, 0.3], Gen.Double[0.001, 0.3], Gen.Double[0.001, 0.2], Gen.Int[1, 240]).Sample((p, q, rate, months) =>
    {
        var (chain, i) = (new TwoStateChain(p, q), OldAgeSavings.MonthlyRate(rate));
        var (pi, lambda, grown) = (chain.Settled, chain.Memory, Math.Pow(1 + i, months));
        var closed = 20_000 * ((pi * (grown - 1) / i) + ((1 - pi) * lambda * (grown - Math.Pow(lambda, months)) / (1 + i - lambda)));
        return Math.Abs((OldAgeSavings.ExpectedBalance(chain, 1, 20_000, rate, months) / closed) - 1) < 1e-9;
    });

    [Fact]
    public void Without_interest_a_balance_is_what_was_paid()
    {
        Assert.Equal(2_400_000, OldAgeSavings.FutureValue(20_000, 0, 120));
        Assert.Equal(0, OldAgeSavings.FutureValue(20_000, 0.05, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => OldAgeSavings.MonthlyRate(-1));
    }

    // Published: T7, 80 million people fully subsidised for ten years, and the contribution density of T3.
    [Fact]
    public void Ten_years_of_full_subsidy_cost_what_the_closed_form_says()
    {
        var months = 80 * Chain.PersonMonths(120, 0);
        Assert.Equal(878.776389, months, 5e-7);
        Assert.Equal(14.763443, months * 16_800 / 1e6, 5e-7);
        Assert.Equal(0.0915392071, Chain.PersonMonths(120, 0) / 120, 1e-10);
        Assert.Equal(0.2676863429, Chain.PersonMonths(120, 1) / 120, 1e-10);
        Assert.Equal(0.110668358, Chain.Share(120, 0), 5e-10);
        Assert.Equal(0.047167384, Chain.Share(12, 0), 5e-10);
    }
}
