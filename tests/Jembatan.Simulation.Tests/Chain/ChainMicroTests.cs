using Jembatan.Simulation.Chain;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Simulation.Tests.Chain;

public sealed class ChainMicroTests
{
    private static Tally Run(ChainModel chain, RunSettings settings, int replicate = 0) => ChainMicro.Run(chain, settings, replicate, null, TestContext.Current.CancellationToken);

    private static void AgreesWithExact(ChainModel chain, RunSettings settings) => Assert.Null(Deviation(chain, settings, 0));

    // The first share that lies more than four standard errors from the exact one, in words; null when none does.
    private static string? Deviation(ChainModel chain, RunSettings settings, int replicate)
    {
        var counts = Run(chain, settings, replicate).Parts[ChainMicro.StatesPart];
        var (exact, n, states) = (ChainExact.Run(chain, settings.Months), (double)settings.Persons, chain.States.Length);
        for (var t = 0; t <= settings.Months; t++)
        {
            for (var s = 0; s < states; s++)
            {
                var (share, p) = (counts[(t * states) + s] / n, exact[t][s]);
                if (Math.Abs(share - p) > (4 * Math.Sqrt(p * (1 - p) / n)) + (4 / n)) return $"replicate {replicate}, month {t}, state {s}: {share} for {p}";
            }
        }

        return null;
    }

    [Fact]
    public void T1_to_T2b_lie_within_four_standard_errors()
    {
        var settings = new RunSettings { Persons = 200_000, Months = 120, Seed = 42 };
        AgreesWithExact(Chains.T1(), settings);
        AgreesWithExact(Chains.Of(["N", "A", "P"], [1, 0, 0], [[.99, .01, 0], [0, .95, .05], [0, .02, .98]]), settings);
        AgreesWithExact(Chains.Of(["U", "W", "A", "P"], [1, 0, 0, 0], [[.97, .03, 0, 0], [0, .99, .01, 0], [0, 0, .95, .05], [0, 0, .02, .98]]), settings);
    }

    // Among thousands of shares one lies beyond four standard errors by chance now and then; with other luck it does so again only when something is wrong.
    [Fact]
    public void Random_matrices_agree_with_their_powers() => Chains.Any.Sample(
        chain =>
        {
            var settings = new RunSettings { Persons = 20_000, Months = 12, Seed = 7 };
            if (Deviation(chain, settings, 0) is { } first && Deviation(chain, settings, 1) is { } again) Assert.Fail($"{first}; {again}");
        },
        iter: 100);

    [Fact]
    public void Threads_shards_and_widths_change_no_history()
    {
        var chain = Chains.Of(["U", "W", "A", "P"], [.4, .3, .2, .1], [[.9, .1, 0, 0], [0, .9, .1, 0], [0, 0, .8, .2], [.1, 0, .3, .6]]);
        var settings = new RunSettings { Persons = 5_003, Months = 30, Seed = 11, Threads = 1 };
        var whole = Run(chain, settings);
        foreach (var threads in (int[])[2, 3, 8]) Assert.Equal(whole.Hash, Run(chain, settings with { Threads = threads }).Hash);
        foreach (var width in Enum.GetValues<Width>())
        {
            var other = Run(chain, settings with { Width = width });
            Assert.Equal(whole.HashText, other.HashText);
            Assert.Equal(whole.Parts[ChainMicro.StatesPart], other.Parts[ChainMicro.StatesPart]);
        }

        foreach (var shards in (int[])[2, 3, 5])
        {
            var sum = new Tally();
            foreach (var i in Enumerable.Range(1, shards).Reverse()) sum.Add(Run(chain, settings with { Shard = new(i, shards) }));
            Assert.Equal(whole.HashText, sum.HashText);
            Assert.Equal(whole.Parts[ChainMicro.StatesPart], sum.Parts[ChainMicro.StatesPart]);
        }
    }

    [Fact]
    public void Seed_replicate_and_matrix_change_the_digest()
    {
        var settings = new RunSettings { Persons = 1000, Months = 24 };
        var hashes = new[]
        {
            Run(Chains.T1(), settings), Run(Chains.T1(), settings with { Seed = 43 }), Run(Chains.T1(), settings, 1), Run(Chains.T1(0.006), settings), Run(Chains.T1(), settings with { Persons = 1001 }),
        };
        Assert.Distinct(hashes.Select(h => h.Hash));
    }

    [Fact]
    public void A_certain_move_is_certain_and_an_impossible_one_never_happens()
    {
        var chain = Chains.Of(["a", "b", "c"], [0, 1, 0], [[0, 0, 1], [1, 0, 0], [0, 1, 0]]);
        var counts = Run(chain, new RunSettings { Persons = 50_000, Months = 6 }).Parts[ChainMicro.StatesPart];
        Assert.Equal([0, 50_000, 0, 50_000, 0, 0, 0, 0, 50_000, 0, 50_000, 0], counts.Take(12));
    }

    /// <summary>T13: with shared luck a person of the 4 % world is below the threshold of the 5 % world too.</summary>
    [Fact]
    public void Shared_luck_leaves_only_the_difference_random()
    {
        const int N = 400_000;
        var settings = new RunSettings { Persons = N, Months = 1, Seed = 5 };
        long Covered(double p, int replicate) => Run(Chains.T1(p, 0), settings, replicate).Parts[ChainMicro.StatesPart][3];
        var difference = (Covered(.05, 0) - Covered(.04, 0)) / (double)N;
        Assert.InRange(difference, .01 - (4 * Math.Sqrt(.0099 / N)), .01 + (4 * Math.Sqrt(.0099 / N)));
        // Paired persons differ or do not: the variance of the difference is |Δ|(1 − |Δ|), 8.7 times less than p₀(1 − p₀) + p₁(1 − p₁).
        Assert.Equal(.0099, .01 * .99, 1e-12);
        Assert.Equal(8.6768, ((.04 * .96) + (.05 * .95)) / .0099, 5e-5);
    }
}
