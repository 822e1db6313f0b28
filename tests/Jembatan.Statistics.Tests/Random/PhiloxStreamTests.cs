using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Tests.Random;

public sealed class PhiloxStreamTests
{
    [Fact]
    public void The_same_seed_stream_and_item_give_the_same_words() => Gen.Select(Gen.ULong, Gen.String, Gen.ULong).Sample((seed, name, item) =>
        Assert.Equal(Words(new(seed, name, item)), Words(new(seed, name, item))));

    [Fact]
    public void Seed_stream_and_item_each_make_another_stream()
    {
        var words = Words(new(1, "a", 0));
        Assert.NotEqual(words, Words(new(2, "a", 0)));
        Assert.NotEqual(words, Words(new(1, "b", 0)));
        Assert.NotEqual(words, Words(new(1, "a", 1)));
        Assert.NotEqual(words, Words(new(1, "a", 1UL << 32)));
    }

    [Fact]
    public void The_words_are_the_blocks_in_order()
    {
        var stream = Philox.StreamOf("x");
        var (first, second) = (Philox.Block(new(0, stream, 7, 3), 42), Philox.Block(new(1, stream, 7, 3), 42));
        Assert.Equal([first.W0, first.W1, first.W2, first.W3, second.W0, second.W1], Words(new(42, "x", (3UL << 32) | 7)).Take(6));
    }

    [Fact]
    public void Whole_numbers_stay_below_their_bound() => Gen.Select(Gen.ULong, Gen.Int[1, int.MaxValue]).Sample((seed, bound) =>
        Assert.InRange(new PhiloxStream(seed, "bound", 0).NextBelow(bound), 0, bound - 1));

    [Fact]
    public void Whole_numbers_are_even_where_a_biased_draw_would_be_not()
    {
        // Bound 3·2²⁹: of the 2³² words, a draw without rejection gives numbers 0, 1, 2 (mod 3) three, three and two words each.
        const int Bound = 3 << 29;
        var stream = new PhiloxStream(1, "even", 0);
        var counts = new int[3];
        for (var i = 0; i < 30_000; i++) counts[stream.NextBelow(Bound) % 3]++;
        // Each is binomial(30,000, 1/3): standard deviation 82, and five of them are 408.
        Assert.All(counts, c => Assert.InRange(c, 10_000 - 408, 10_000 + 408));
    }

    [Fact]
    public void Uniform_draws_have_mean_one_half_and_variance_one_twelfth()
    {
        var stream = new PhiloxStream(1, "uniform", 0);
        var draws = Enumerable.Range(0, 100_000).Select(_ => stream.NextUniform()).ToArray();
        var mean = draws.Average();
        Assert.InRange(mean, .5 - .0046, .5 + .0046); // five standard errors of √(1/12/100,000)
        Assert.InRange(draws.Average(d => (d - mean) * (d - mean)), (1.0 / 12) - .0012, (1.0 / 12) + .0012);
    }

    [Fact]
    public void A_resample_has_as_many_items_as_the_sample() => Gen.Select(Gen.ULong, Gen.Int[1, 40]).Sample((seed, n) =>
    {
        var counts = new int[n];
        new PhiloxStream(seed, "resample", 0).Resample(counts);
        Assert.Equal(n, counts.Sum());
        Assert.All(counts, c => Assert.InRange(c, 0, n));
    });

    [Fact]
    public void A_bound_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new PhiloxStream(1, "x", 0).NextBelow(0));

    private static List<uint> Words(PhiloxStream stream) => [.. Enumerable.Range(0, 12).Select(_ => stream.NextWord())];
}
