namespace Jembatan.Statistics.Random;

/// <summary>The draws of one named stream for one item, in order: the item might be a replicate, a person or a misfit.</summary>
/// <remarks>
/// Counter = (block number, stream, item low, item high) under key = seed. Streams and items do not disturb each other: adding one shifts no draw of the others.
/// <para>Not safe to share between threads; make one per item, which costs nothing.</para>
/// <para><b>Source</b>: as <see cref="Philox"/>.</para>
/// </remarks>
/// <param name="seed">The seed, the same for everything that belongs to one run.</param>
/// <param name="stream">Name of the stream, which says what the draws are for.</param>
/// <param name="item">Number of the item within the stream.</param>
public sealed class PhiloxStream(ulong seed, string stream, ulong item)
{
    private readonly uint streamNumber = Philox.StreamOf(stream);
    private PhiloxBlock block;
    private uint blocks;
    private int used = 4;

    /// <summary>The next 32 random bits.</summary>
    /// <exception cref="InvalidOperationException">After 2³⁴ words the counter would repeat.</exception>
    public uint NextWord()
    {
        if (used == 4)
        {
            if (blocks == uint.MaxValue) throw new InvalidOperationException("A stream gives 2³⁴ words; use another item number.");
            block = Philox.Block(new(blocks++, streamNumber, (uint)item, (uint)(item >> 32)), seed);
            used = 0;
        }

        return used++ switch { 0 => block.W0, 1 => block.W1, 2 => block.W2, _ => block.W3 };
    }

    /// <summary>The next number strictly between 0 and 1; see <see cref="Philox.Uniform"/>.</summary>
    public double NextUniform()
    {
        var high = NextWord();
        return Philox.Uniform(high, NextWord());
    }

    /// <summary>The next whole number from 0 to <paramref name="bound"/> − 1, each equally likely.</summary>
    /// <remarks>Multiply and reject (Lemire, D. 2019. Fast random integer generation in an interval. ACM TOMACS 29(1):3): no bias of any size.</remarks>
    /// <param name="bound">How many numbers there are, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below 1.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var n = (uint)bound;
        var reject = unchecked(0u - n) % n; // 2³² mod n: so many low halves belong to no full cycle
        while (true)
        {
            var product = (ulong)NextWord() * n;
            if ((uint)product >= reject) return (int)(product >> 32);
        }
    }

    /// <summary>The next number of a triangular distribution; see <see cref="Triangular.Quantile"/>.</summary>
    /// <param name="low">Least value.</param>
    /// <param name="mode">Most likely value.</param>
    /// <param name="high">Greatest value.</param>
    public double NextTriangular(double low, double mode, double high) => Triangular.Quantile(NextUniform(), low, mode, high);

    /// <summary>Draws a resample of n items with replacement and counts how often each came.</summary>
    /// <param name="counts">Length n; overwritten. The counts sum to n.</param>
    public void Resample(Span<int> counts)
    {
        counts.Clear();
        for (var i = 0; i < counts.Length; i++) counts[NextBelow(counts.Length)]++;
    }
}
