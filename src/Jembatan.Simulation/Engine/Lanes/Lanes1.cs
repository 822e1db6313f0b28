using System.Runtime.CompilerServices;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Engine.Lanes;

/// <summary>Arithmetic on one person at a time: the same operations without vectors, for machines that have none and as the check of the others.</summary>
internal readonly struct Lanes1 : ILanes<float, uint>
{
    public static int Count => 1;

    public static float Of(float value) => value;

    public static uint Of(uint value) => value;

    public static float Load(ref readonly float first, nuint at) => Unsafe.Add(ref Unsafe.AsRef(in first), at);

    public static uint Load(ref readonly uint first, nuint at) => Unsafe.Add(ref Unsafe.AsRef(in first), at);

    public static void Store(float value, ref float first, nuint at) => Unsafe.Add(ref first, at) = value;

    public static void Store(uint value, ref uint first, nuint at) => Unsafe.Add(ref first, at) = value;

    public static float Add(float a, float b) => a + b;

    public static float Subtract(float a, float b) => a - b;

    public static float Multiply(float a, float b) => a * b;

    public static float Fma(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    public static float Sqrt(float a) => MathF.Sqrt(a);

    public static float Min(float a, float b) => a < b ? a : b;

    public static float Max(float a, float b) => a < b ? b : a;

    public static uint Less(float a, float b) => a < b ? uint.MaxValue : 0;

    public static float Select(uint mask, float yes, float no) => mask != 0 ? yes : no;

    public static uint Select(uint mask, uint yes, uint no) => mask != 0 ? yes : no;

    public static uint Add(uint a, uint b) => unchecked(a + b);

    public static uint Subtract(uint a, uint b) => unchecked(a - b);

    public static uint Multiply(uint a, uint b) => unchecked(a * b);

    public static uint And(uint a, uint b) => a & b;

    public static uint Or(uint a, uint b) => a | b;

    public static uint Xor(uint a, uint b) => a ^ b;

    public static uint AndNot(uint a, uint not) => a & ~not;

    public static uint Equal(uint a, uint b) => a == b ? uint.MaxValue : 0;

    public static uint Less(uint a, uint b) => a < b ? uint.MaxValue : 0;

    public static uint Left(uint a, int bits) => a << bits;

    public static uint Right(uint a, int bits) => a >> bits;

    public static uint RightSigned(uint a, int bits) => (uint)((int)a >> bits);

    public static float Number(uint a) => (int)a;

    public static uint Bits(float a) => BitConverter.SingleToUInt32Bits(a);

    public static float FromBits(uint a) => BitConverter.UInt32BitsToSingle(a);

    public static uint MaskBits(uint mask) => mask >> 31;

    public static float Pick(ref readonly float table, uint at) => Unsafe.Add(ref Unsafe.AsRef(in table), at);

    public static uint Pick(ref readonly uint table, uint at) => Unsafe.Add(ref Unsafe.AsRef(in table), at);

    public static void Philox(uint first, uint second, uint third, uint fourth, in PhiloxKeys keys, out uint w0, out uint w1, out uint w2, out uint w3) =>
        (w0, w1, w2, w3) = Statistics.Random.Philox.Block(new PhiloxBlock(first, second, third, fourth), keys[0] | ((ulong)keys[1] << 32));
}
