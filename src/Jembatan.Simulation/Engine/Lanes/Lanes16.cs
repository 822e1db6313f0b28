using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Jembatan.Simulation.Engine.Lanes;

/// <summary>Arithmetic on sixteen persons at a time: AVX-512.</summary>
internal readonly struct Lanes16 : ILanes<Vector512<float>, Vector512<uint>>
{
    public static bool IsSupported => Avx512F.IsSupported && Avx512DQ.IsSupported && Avx512BW.IsSupported && System.Runtime.Intrinsics.X86.Fma.IsSupported;

    public static int Count => 16;

    public static Vector512<float> Of(float value) => Vector512.Create(value);

    public static Vector512<uint> Of(uint value) => Vector512.Create(value);

    public static Vector512<float> Load(ref readonly float first, nuint at) => Vector512.LoadUnsafe(in first, at);

    public static Vector512<uint> Load(ref readonly uint first, nuint at) => Vector512.LoadUnsafe(in first, at);

    public static void Store(Vector512<float> value, ref float first, nuint at) => value.StoreUnsafe(ref first, at);

    public static void Store(Vector512<uint> value, ref uint first, nuint at) => value.StoreUnsafe(ref first, at);

    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) => a - b;

    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) => a * b;

    public static Vector512<float> Fma(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Vector512.FusedMultiplyAdd(a, b, c);

    public static Vector512<float> Sqrt(Vector512<float> a) => Vector512.Sqrt(a);

    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);

    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.ConditionalSelect(Vector512.LessThan(a, b), b, a);

    public static Vector512<uint> Less(Vector512<float> a, Vector512<float> b) => Vector512.LessThan(a, b).AsUInt32();

    public static Vector512<float> Select(Vector512<uint> mask, Vector512<float> yes, Vector512<float> no) => Vector512.ConditionalSelect(mask.AsSingle(), yes, no);

    public static Vector512<uint> Select(Vector512<uint> mask, Vector512<uint> yes, Vector512<uint> no) => Vector512.ConditionalSelect(mask, yes, no);

    public static Vector512<uint> Add(Vector512<uint> a, Vector512<uint> b) => a + b;

    public static Vector512<uint> Subtract(Vector512<uint> a, Vector512<uint> b) => a - b;

    public static Vector512<uint> Multiply(Vector512<uint> a, Vector512<uint> b) => a * b;

    public static Vector512<uint> And(Vector512<uint> a, Vector512<uint> b) => a & b;

    public static Vector512<uint> Or(Vector512<uint> a, Vector512<uint> b) => a | b;

    public static Vector512<uint> Xor(Vector512<uint> a, Vector512<uint> b) => a ^ b;

    public static Vector512<uint> AndNot(Vector512<uint> a, Vector512<uint> not) => Vector512.AndNot(a, not);

    public static Vector512<uint> Equal(Vector512<uint> a, Vector512<uint> b) => Vector512.Equals(a, b);

    public static Vector512<uint> Less(Vector512<uint> a, Vector512<uint> b) => Vector512.LessThan(a, b);

    public static Vector512<uint> Left(Vector512<uint> a, int bits) => a << bits;

    public static Vector512<uint> Right(Vector512<uint> a, int bits) => a >>> bits;

    public static Vector512<uint> RightSigned(Vector512<uint> a, int bits) => (a.AsInt32() >> bits).AsUInt32();

    public static Vector512<float> Number(Vector512<uint> a) => Vector512.ConvertToSingle(a.AsInt32());

    public static Vector512<uint> Bits(Vector512<float> a) => a.AsUInt32();

    public static Vector512<float> FromBits(Vector512<uint> a) => a.AsSingle();

    public static uint MaskBits(Vector512<uint> mask) => (uint)Vector512.ExtractMostSignificantBits(mask);

    public static Vector512<float> Pick(ref readonly float table, Vector512<uint> at) => Avx512F.PermuteVar16x32(Vector512.LoadUnsafe(in table), at.AsInt32());

    public static Vector512<uint> Pick(ref readonly uint table, Vector512<uint> at) => Avx512F.PermuteVar16x32(Vector512.LoadUnsafe(in table), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Philox(Vector512<uint> first, uint second, uint third, uint fourth, in PhiloxKeys keys, out Vector512<uint> w0, out Vector512<uint> w1, out Vector512<uint> w2, out Vector512<uint> w3)
    {
        // Each 64-bit lane holds one word in its low half: even persons in one vector, odd ones in another. The second and third words are the same for all,
        // so that half of the first two rounds is done once.
        var (m0, m1) = (Vector512.Create((ulong)PhiloxKeys.M0).AsUInt32(), Vector512.Create((ulong)PhiloxKeys.M1).AsUInt32());
        var p1 = (ulong)PhiloxKeys.M1 * third;
        var (s0, s1) = ((uint)(p1 >> 32) ^ second ^ keys[0], (uint)p1);
        var p0 = (ulong)PhiloxKeys.M0 * s0;
        var (a0, b0) = (Avx512F.Multiply(first, m0), Avx512F.Multiply((first.AsUInt64() >>> 32).AsUInt32(), m0));
        var fixedWord = Vector512.Create((ulong)(fourth ^ keys[1]));
        var (a2, b2) = ((a0 >>> 32) ^ fixedWord, (b0 >>> 32) ^ fixedWord);
        var (a3, b3) = (a0, b0);
        // Second round: c = (s0, s1, a2, a3).
        var (qa, qb) = (Avx512F.Multiply(a2.AsUInt32(), m1), Avx512F.Multiply(b2.AsUInt32(), m1));
        var left = Vector512.Create((ulong)(s1 ^ keys[2]));
        var right = Vector512.Create((ulong)((uint)(p0 >> 32) ^ keys[3]));
        var low = Vector512.Create((ulong)(uint)p0);
        var (x0, y0) = ((qa >>> 32) ^ left, (qb >>> 32) ^ left);
        var (x1, y1) = (qa, qb);
        var (x2, y2) = (a3 ^ right, b3 ^ right);
        var (x3, y3) = (low, low);
        for (var round = 2; round < 10; round++)
        {
            var (k0, k1) = (Vector512.Create((ulong)keys[2 * round]), Vector512.Create((ulong)keys[(2 * round) + 1]));
            var (e0, o0) = (Avx512F.Multiply(x0.AsUInt32(), m0), Avx512F.Multiply(y0.AsUInt32(), m0));
            var (e1, o1) = (Avx512F.Multiply(x2.AsUInt32(), m1), Avx512F.Multiply(y2.AsUInt32(), m1));
            (x0, x1, x2, x3) = ((e1 >>> 32) ^ x1 ^ k0, e1, (e0 >>> 32) ^ x3 ^ k1, e0);
            (y0, y1, y2, y3) = ((o1 >>> 32) ^ y1 ^ k0, o1, (o0 >>> 32) ^ y3 ^ k1, o0);
        }

        (w0, w1, w2, w3) = (Merge(x0, y0), Merge(x1, y1), Merge(x2, y2), Merge(x3, y3));
    }

    private static Vector512<uint> Merge(Vector512<ulong> even, Vector512<ulong> odd) => Vector512.ConditionalSelect(Vector512.Create(0x00000000FFFFFFFFUL), even, odd << 32).AsUInt32();
}
