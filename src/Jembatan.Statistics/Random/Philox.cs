namespace Jembatan.Statistics.Random;

/// <summary>Four 32-bit words: a counter that goes into <see cref="Philox"/>, or the random block that comes out.</summary>
/// <param name="W0">First word.</param>
/// <param name="W1">Second word.</param>
/// <param name="W2">Third word.</param>
/// <param name="W3">Fourth word.</param>
public readonly record struct PhiloxBlock(uint W0, uint W1, uint W2, uint W3);

/// <summary>Philox4x32-10: the one generator of Jembatan, a pure function from a counter and a key to 128 random bits.</summary>
/// <remarks>
/// Ten rounds of (c₀,c₁,c₂,c₃) ← (hi(M₁c₂)⊕c₁⊕k₀, lo(M₁c₂), hi(M₀c₀)⊕c₃⊕k₁, lo(M₀c₀)), the key raised by the Weyl constants between rounds.
/// There is no state: the same counter and key give the same block on every machine and any number of threads.
/// <para><b>Cost</b>: 20 multiplications of 32 by 32 bits.</para>
/// <para><b>Left out</b>: secrecy. The seed can be found from the output; never use it for tokens.</para>
/// <para><b>Source</b>: Salmon, J. K., Moraes, M. A., Dror, R. O. and Shaw, D. E. (2011). Parallel random numbers: as easy as 1, 2, 3. SC '11, section 4.</para>
/// <para><b>Oracle</b>: the <c>philox4x32 10</c> lines of <c>kat_vectors</c> in the Random123 distribution.</para>
/// </remarks>
public static class Philox
{
    private const uint M0 = 0xD2511F53, M1 = 0xCD9E8D57, Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    /// <summary>The random block of a counter under a key.</summary>
    /// <param name="counter">What is drawn: any four words, each combination its own block.</param>
    /// <param name="key">The seed; its low half is the first key word.</param>
    /// <returns>128 bits, all combinations possible.</returns>
    public static PhiloxBlock Block(PhiloxBlock counter, ulong key)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < 10; round++)
        {
            var (p0, p1) = ((ulong)M0 * c0, (ulong)M1 * c2);
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            unchecked { (k0, k1) = (k0 + Weyl0, k1 + Weyl1); }
        }

        return new(c0, c1, c2, c3);
    }

    /// <summary>The number of a named stream: FNV-1a over the UTF-8 bytes of the name, 32 bits.</summary>
    /// <param name="name">Such as <c>servo/raters/SE</c>; names that differ may collide once in four thousand million pairs.</param>
    public static uint StreamOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = 2166136261u;
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(name)) hash = unchecked((hash ^ b) * 16777619u);
        return hash;
    }

    /// <summary>A number strictly between 0 and 1 from two words: (2k+1)·2⁻⁵³ for the upper 52 bits k.</summary>
    /// <param name="high">Upper 32 bits.</param>
    /// <param name="low">Lower 32 bits, of which the upper 20 are used.</param>
    /// <returns>2⁻⁵³ to 1−2⁻⁵³, exact in 53 bits: neither 0 nor 1, so that logarithms and inverse distributions stay finite.</returns>
    public static double Uniform(uint high, uint low)
    {
        const double Step = 1.0 / (1L << 53);
        var k = ((ulong)high << 20) | (low >> 12);
        return ((2 * k) + 1) * Step;
    }
}
