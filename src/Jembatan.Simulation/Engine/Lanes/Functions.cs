using System.Runtime.CompilerServices;

namespace Jembatan.Simulation.Engine.Lanes;

/// <summary>Logarithm, exponential, circle and draws in 32-bit floating point: own polynomials, the same bits in every width and on every system.</summary>
/// <remarks>
/// Coefficients are Chebyshev fits of the remainder after the leading terms, computed with 40 digits and rounded; each function's error is stated. Multiply-add is fused exactly where
/// <see cref="ILanes{F,I}.Fma"/> is written.
/// <para><b>Oracle</b>: <see cref="Math"/> in double precision over the whole domain, in the tests.</para>
/// </remarks>
internal static class Functions<W, F, I>
    where W : struct, ILanes<F, I>
    where F : struct
    where I : struct
{
    private const float Ln2High = 0.693359375f, Ln2Low = -0.000212194442f, Log2E = 1.44269502f, Half23 = 0.5f / (1 << 23), Step23 = 1f / (1 << 23);
    private const float RoundingMagic = 12582912f; // 1.5·2²³: adding it rounds to the nearest whole number, even on a tie

    /// <summary>((w ≫ 9) + ½)·2⁻²³, strictly between 0 and 1, exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Uniform(I word) => W.Fma(W.Number(W.Right(word, 9)), W.Of(Step23), W.Of(Half23));

    /// <summary>Natural logarithm of a positive normal number; error below 1.5 units in the last place or 6·10⁻⁸ near 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Ln(F x)
    {
        var bits = W.Bits(x);
        var exponent = W.RightSigned(W.Subtract(bits, W.Of(0x3F3504F3u)), 23); // mantissa into [√½, √2)
        var f = W.Subtract(W.FromBits(W.Subtract(bits, W.Left(exponent, 23))), W.Of(1f));
        var e = W.Number(exponent);
        var p = W.Fma(W.Of(-0.0767364129f), f, W.Of(0.127226725f));
        p = W.Fma(p, f, W.Of(-0.13127555f));
        p = W.Fma(p, f, W.Of(0.142048553f));
        p = W.Fma(p, f, W.Of(-0.166266456f));
        p = W.Fma(p, f, W.Of(0.200012341f));
        p = W.Fma(p, f, W.Of(-0.250007808f));
        p = W.Fma(p, f, W.Of(0.333333313f));
        p = W.Fma(p, f, W.Of(-0.49999997f));
        var tail = W.Fma(W.Multiply(p, f), f, W.Multiply(e, W.Of(Ln2Low)));
        return W.Fma(e, W.Of(Ln2High), W.Add(f, tail));
    }

    /// <summary>eˣ; x is held to −87 … 88. Relative error below 1.5·10⁻⁷.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Exp(F x)
    {
        x = W.Min(W.Max(x, W.Of(-87f)), W.Of(88f));
        var shifted = W.Fma(x, W.Of(Log2E), W.Of(RoundingMagic));
        var n = W.Subtract(shifted, W.Of(RoundingMagic));
        var r = W.Fma(n, W.Of(-Ln2High), x);
        r = W.Fma(n, W.Of(-Ln2Low), r);
        var p = W.Fma(W.Of(0.00139262504f), r, W.Of(0.00836323295f));
        p = W.Fma(p, r, W.Of(0.0416665524f));
        p = W.Fma(p, r, W.Of(0.166665763f));
        p = W.Fma(p, r, W.Of(0.5f));
        p = W.Fma(W.Multiply(p, r), r, r);
        var scale = W.FromBits(W.Left(W.Add(W.Bits(shifted), W.Of(127u)), 23));
        return W.Fma(p, scale, scale);
    }

    /// <summary>Sine and cosine of 2πu for 0 ≤ u ≤ 1; absolute error below 10⁻⁷.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (F Sin, F Cos) SinCosTurns(F u)
    {
        var shifted = W.Fma(u, W.Of(4f), W.Of(RoundingMagic));
        var quarter = W.Bits(shifted);
        var r = W.Fma(W.Subtract(shifted, W.Of(RoundingMagic)), W.Of(-0.25f), u);
        var t = W.Multiply(r, r);
        var s = W.Fma(W.Of(-75.4016113f), t, W.Of(81.5925446f));
        s = W.Fma(s, t, W.Of(-41.3416634f));
        s = W.Multiply(W.Fma(s, t, W.Of(6.28318548f)), r);
        var c = W.Fma(W.Of(59.4241066f), t, W.Of(-85.448822f));
        c = W.Fma(c, t, W.Of(64.9393692f));
        c = W.Fma(c, t, W.Of(-19.7392082f));
        c = W.Fma(c, t, W.Of(1f));
        var swap = W.Equal(W.And(quarter, W.Of(1u)), W.Of(1u));
        var sinSign = W.Left(W.And(quarter, W.Of(2u)), 30);
        var cosSign = W.Left(W.And(W.Add(quarter, W.Of(1u)), W.Of(2u)), 30);
        return (W.FromBits(W.Xor(W.Bits(W.Select(swap, c, s)), sinSign)), W.FromBits(W.Xor(W.Bits(W.Select(swap, s, c)), cosSign)));
    }

    /// <summary>Two independent standard normal numbers from two words (Box and Muller): √(−2 ln u₀)·cos 2πu₁ and ·sin 2πu₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (F First, F Second) Normals(I w0, I w1)
    {
        var radius = W.Sqrt(W.Multiply(W.Of(-2f), Ln(Uniform(w0))));
        var (sin, cos) = SinCosTurns(Uniform(w1));
        return (W.Multiply(radius, cos), W.Multiply(radius, sin));
    }

    /// <summary>Where a move with logit η happens: u(1 + e^−η) &lt; 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I Happens(F u, F eta) => W.Less(W.Fma(u, Exp(W.Subtract(W.Of(0f), eta)), u), W.Of(1f));
}
