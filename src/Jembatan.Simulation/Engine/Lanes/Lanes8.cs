using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Jembatan.Simulation.Engine.Lanes;

/// <summary>Arithmetic on eight persons at a time: AVX2 and Vector256.FusedMultiplyAdd(a, b, c).</summary>
internal readonly struct Lanes8 : ILanes<Vector256<float>, Vector256<uint>>
{
    public static bool IsSupported => Avx2.IsSupported && System.Runtime.Intrinsics.X86.Fma.IsSupported;

    public static int Count => 8;

    public static Vector256<float> Of(float value) => Vector256.Create(value);

    public static Vector256<uint> Of(uint value) => Vector256.Create(value);

    public static Vector256<float> Load(ref readonly float first, nuint at) => Vector256.LoadUnsafe(in first, at);

    public static Vector256<uint> Load(ref readonly uint first, nuint at) => Vector256.LoadUnsafe(in first, at);

    public static void Store(Vector256<float> value, ref float first, nuint at) => value.StoreUnsafe(ref first, at);

    public static void Store(Vector256<uint> value, ref uint first, nuint at) => value.StoreUnsafe(ref first, at);

    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) => a - b;

    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    public static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.FusedMultiplyAdd(a, b, c);

    public static Vector256<float> Sqrt(Vector256<float> a) => Vector256.Sqrt(a);

    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);

    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.ConditionalSelect(Vector256.LessThan(a, b), b, a);

    public static Vector256<uint> Less(Vector256<float> a, Vector256<float> b) => Vector256.LessThan(a, b).AsUInt32();

    public static Vector256<float> Select(Vector256<uint> mask, Vector256<float> yes, Vector256<float> no) => Vector256.ConditionalSelect(mask.AsSingle(), yes, no);

    public static Vector256<uint> Select(Vector256<uint> mask, Vector256<uint> yes, Vector256<uint> no) => Vector256.ConditionalSelect(mask, yes, no);

    public static Vector256<uint> Add(Vector256<uint> a, Vector256<uint> b) => a + b;

    public static Vector256<uint> Subtract(Vector256<uint> a, Vector256<uint> b) => a - b;

    public static Vector256<uint> Multiply(Vector256<uint> a, Vector256<uint> b) => a * b;

    public static Vector256<uint> And(Vector256<uint> a, Vector256<uint> b) => a & b;

    public static Vector256<uint> Or(Vector256<uint> a, Vector256<uint> b) => a | b;

    public static Vector256<uint> Xor(Vector256<uint> a, Vector256<uint> b) => a ^ b;

    public static Vector256<uint> AndNot(Vector256<uint> a, Vector256<uint> not) => Vector256.AndNot(a, not);

    public static Vector256<uint> Equal(Vector256<uint> a, Vector256<uint> b) => Vector256.Equals(a, b);

    public static Vector256<uint> Less(Vector256<uint> a, Vector256<uint> b) => Vector256.LessThan(a, b);

    public static Vector256<uint> Left(Vector256<uint> a, int bits) => a << bits;

    public static Vector256<uint> Right(Vector256<uint> a, int bits) => a >>> bits;

    public static Vector256<uint> RightSigned(Vector256<uint> a, int bits) => (a.AsInt32() >> bits).AsUInt32();

    public static Vector256<float> Number(Vector256<uint> a) => Vector256.ConvertToSingle(a.AsInt32());

    public static Vector256<uint> Bits(Vector256<float> a) => a.AsUInt32();

    public static Vector256<float> FromBits(Vector256<uint> a) => a.AsSingle();

    public static uint MaskBits(Vector256<uint> mask) => (uint)Vector256.ExtractMostSignificantBits(mask);

    public static Vector256<float> Pick(ref readonly float table, Vector256<uint> at)
    {
        var low = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(in table), at.AsInt32());
        var high = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(in table, 8), at.AsInt32());
        return Avx.BlendVariable(low, high, (at << 28).AsSingle());
    }

    public static Vector256<uint> Pick(ref readonly uint table, Vector256<uint> at)
    {
        var low = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(in table), at);
        var high = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(in table, 8), at);
        return Avx.BlendVariable(low.AsSingle(), high.AsSingle(), (at << 28).AsSingle()).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Philox(Vector256<uint> first, uint second, uint third, uint fourth, in PhiloxKeys keys, out Vector256<uint> w0, out Vector256<uint> w1, out Vector256<uint> w2, out Vector256<uint> w3)
    {
        // Each 64-bit lane holds one word in its low half: even persons in one vector, odd ones in another. The second and third words are the same for all,
        // so that half of the first two rounds is done once.
        var (m0, m1) = (Vector256.Create((ulong)PhiloxKeys.M0).AsUInt32(), Vector256.Create((ulong)PhiloxKeys.M1).AsUInt32());
        var p1 = (ulong)PhiloxKeys.M1 * third;
        var (s0, s1) = ((uint)(p1 >> 32) ^ second ^ keys[0], (uint)p1);
        var p0 = (ulong)PhiloxKeys.M0 * s0;
        var (a0, b0) = (Avx2.Multiply(first, m0), Avx2.Multiply((first.AsUInt64() >>> 32).AsUInt32(), m0));
        var fixedWord = Vector256.Create((ulong)(fourth ^ keys[1]));
        var (a2, b2) = ((a0 >>> 32) ^ fixedWord, (b0 >>> 32) ^ fixedWord);
        var (a3, b3) = (a0, b0);
        // Second round: c = (s0, s1, a2, a3).
        var (qa, qb) = (Avx2.Multiply(a2.AsUInt32(), m1), Avx2.Multiply(b2.AsUInt32(), m1));
        var left = Vector256.Create((ulong)(s1 ^ keys[2]));
        var right = Vector256.Create((ulong)((uint)(p0 >> 32) ^ keys[3]));
        var low = Vector256.Create((ulong)(uint)p0);
        var (x0, y0) = ((qa >>> 32) ^ left, (qb >>> 32) ^ left);
        var (x1, y1) = (qa, qb);
        var (x2, y2) = (a3 ^ right, b3 ^ right);
        var (x3, y3) = (low, low);
        for (var round = 2; round < 10; round++)
        {
            var (k0, k1) = (Vector256.Create((ulong)keys[2 * round]), Vector256.Create((ulong)keys[(2 * round) + 1]));
            var (e0, o0) = (Avx2.Multiply(x0.AsUInt32(), m0), Avx2.Multiply(y0.AsUInt32(), m0));
            var (e1, o1) = (Avx2.Multiply(x2.AsUInt32(), m1), Avx2.Multiply(y2.AsUInt32(), m1));
            (x0, x1, x2, x3) = ((e1 >>> 32) ^ x1 ^ k0, e1, (e0 >>> 32) ^ x3 ^ k1, e0);
            (y0, y1, y2, y3) = ((o1 >>> 32) ^ y1 ^ k0, o1, (o0 >>> 32) ^ y3 ^ k1, o0);
        }

        (w0, w1, w2, w3) = (Merge(x0, y0), Merge(x1, y1), Merge(x2, y2), Merge(x3, y3));
    }

    private static Vector256<uint> Merge(Vector256<ulong> even, Vector256<ulong> odd) => Avx2.Blend(even.AsUInt32(), (odd << 32).AsUInt32(), 0b1010_1010);
}
