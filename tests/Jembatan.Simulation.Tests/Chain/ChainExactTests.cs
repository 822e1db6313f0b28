using Jembatan.Simulation.Chain;

namespace Jembatan.Simulation.Tests.Chain;

/// <summary>Closed forms T1, T2, T2b, T3 and T6: computed from the formulas in the comments, independent of the code.</summary>
public sealed class ChainExactTests
{
    [Theory]
    [InlineData(1, .005)]
    [InlineData(12, .047167384)]
    [InlineData(36, .089933407)]
    [InlineData(60, .104097208)]
    [InlineData(120, .110668358)]
    public void Two_states_follow_the_closed_form(int month, double covered) => Assert.Equal(covered, ChainExact.Run(Chains.T1(), 120)[month][1], 5e-10);

    [Theory]
    [InlineData(12, .88638487, .08815058, .02546455)]
    [InlineData(36, .69641322, .16091355, .14267323)]
    [InlineData(60, .54715664, .19299149, .25985187)]
    [InlineData(120, .29938039, .23579789, .46482172)]
    public void Three_states_give_the_table_of_T2(int month, double n, double a, double p)
    {
        var row = ChainExact.Run(Chains.Of(["N", "A", "P"], [1, 0, 0], [[.99, .01, 0], [0, .95, .05], [0, .02, .98]]), 120)[month];
        Assert.Equal([n, a, p], row, (x, y) => Math.Abs(x - y) < 5e-9);
    }

    [Theory]
    [InlineData(12, .69384236, .28881377, .01476244, .00258143)]
    [InlineData(60, .16080667, .57952496, .12997181, .12969656)]
    [InlineData(120, .02585878, .41028241, .20765159, .35620722)]
    public void Four_states_give_the_table_of_T2b(int month, double u, double w, double a, double p)
    {
        var row = ChainExact.Run(Chains.Of(["U", "W", "A", "P"], [1, 0, 0, 0], [[.97, .03, 0, 0], [0, .99, .01, 0], [0, 0, .95, .05], [0, 0, .02, .98]]), 120)[month];
        Assert.Equal([u, w, a, p], row, (x, y) => Math.Abs(x - y) < 5e-9);
    }

    [Fact]
    public void The_mean_covered_share_of_120_months_is_the_contribution_density_of_T3()
    {
        Assert.Equal(.0915392071, ChainExact.Run(Chains.T1(), 120).Skip(1).Average(r => r[1]), 5e-11);
        var covered = Chains.Of(["uncovered", "covered"], [0, 1], [[.995, .005], [.04, .96]]);
        Assert.Equal(.2676863429, ChainExact.Run(covered, 120).Skip(1).Average(r => r[1]), 5e-11);
    }

    [Fact]
    public void Payments_of_covered_months_grow_to_the_balance_of_T6()
    {
        var i = Math.Pow(1.055, 1.0 / 12) - 1;
        var series = ChainExact.Run(Chains.Of(["uncovered", "covered"], [0, 1], [[.995, .005], [.04, .96]]), 120);
        Assert.Equal(936_750.479460, Enumerable.Range(1, 120).Sum(t => 20_000 * series[t][1] * Math.Pow(1 + i, 120 - t)), 1e-5);
    }

    [Fact]
    public void A_full_subsidy_of_80_million_persons_costs_what_T7_says()
    {
        var personMonths = 80e6 * ChainExact.Run(Chains.T1(), 120).Skip(1).Sum(r => r[1]);
        Assert.Equal(878.776389e6, personMonths, 1.0);
        Assert.Equal(14.763443e12, 16_800 * personMonths, 1e6 / 2);
    }

    [Theory]
    [InlineData(.05, .8, .0404040404)]
    [InlineData(.05, 1.5, .0731707317)]
    [InlineData(.01, 2, .0198019802)]
    public void An_odds_ratio_moves_a_probability_as_T8_says(double p, double oddsRatio, double moved)
    {
        // The scale on which levers push: log-odds plus the log of the ratio.
        var logit = Math.Log(p / (1 - p)) + Math.Log(oddsRatio);
        Assert.Equal(moved, 1 / (1 + Math.Exp(-logit)), 5e-11);
        var chain = ChainExact.Run(Chains.T1(1 / (1 + Math.Exp(-logit)), 0), 1);
        Assert.Equal(moved, chain[1][1], 5e-11);
    }

    [Fact]
    public void Every_row_sums_to_one() =>
        Chains.Any.Sample(chain => ChainExact.Run(chain, 40).All(row => Math.Abs(row.Sum() - 1) < 1e-12 && row.All(p => p >= 0)), iter: 200);

    [Fact]
    public void Covered_states_are_named_and_each_once()
    {
        (string, string?) Told(params string[] covered) => ChainModel.Of(["a", "b"], [1, 0], [[1, 0], [0, 1]], covered).Problem is { } problem ? (problem.Code, problem.At) : ("", null);
        Assert.Equal(("", null), Told("b"));
        Assert.Equal(("chain/covered", "covered"), Told());
        Assert.Equal(("chain/covered", "covered[1]"), Told("b", "b"));
        Assert.StartsWith("The shares at the start sum to 0.9,", ChainModel.Of(["a", "b"], [.9, 0], [[1, 0], [0, 1]], null).Problem!.Message, StringComparison.Ordinal);
        Assert.StartsWith("The row of 'a' sums to 0.9,", ChainModel.Of(["a", "b"], [1, 0], [[.9, 0], [0, 1]], null).Problem!.Message, StringComparison.Ordinal);
    }
}
