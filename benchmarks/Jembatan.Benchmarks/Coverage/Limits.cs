using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Benchmarks.Coverage;

/// <summary>What the machine can do at most, measured in the same run: random words and memory.</summary>
internal static class Limits
{
    private const int Blocks = 64_000_000, Megabytes = 256;

    /// <summary>Philox words a second, thousand million.</summary>
    public static Measured Philox() => Lanes16.IsSupported ? Words<Lanes16, Vector512<float>, Vector512<uint>>() : Lanes8.IsSupported ? Words<Lanes8, Vector256<float>, Vector256<uint>>() : Words<Lanes1, float, uint>();

    /// <summary>Bytes read a second, thousand million.</summary>
    public static Measured Read()
    {
        var data = new ulong[Megabytes << 17];
        return Measured.BestOf("memory read, one core", "GB/s", 3, () =>
        {
            var sum = Vector512<ulong>.Zero;
            for (nuint i = 0; i < (nuint)data.Length; i += 8) sum += Vector512.LoadUnsafe(in data[0], i);
            return (data.Length * 8.0 / 1e9, $"{Vector512.Sum(sum)}", true);
        });
    }

    /// <summary>Bytes copied a second (read and written), thousand million.</summary>
    public static Measured Copy()
    {
        var (from, to) = (new byte[Megabytes << 19], new byte[Megabytes << 19]);
        return Measured.BestOf("memory copy (read + write), one core", "GB/s", 3, () =>
        {
            Buffer.BlockCopy(from, 0, to, 0, from.Length);
            return (2.0 * from.Length / 1e9, $"{to[^1]}", true);
        });
    }

    private static Measured Words<W, F, I>()
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct
    {
        var (keys, lanes) = (PhiloxKeys.Of(42), new uint[16]);
        for (var k = 0u; k < 16; k++) lanes[k] = k;
        return Measured.BestOf("Philox4x32-10, one core", "G words/s", 3, () =>
        {
            var (calls, sum) = Draw<W, F, I>(lanes, in keys);
            return (4.0 * calls * W.Count / 1e9, $"{sum}", true);
        });
    }

    // Compiled in full at once: a short loop would otherwise measure the first, unoptimised code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Calls, uint Sum) Draw<W, F, I>(uint[] lanes, in PhiloxKeys keys)
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct
    {
        var (id, sum, calls) = (W.Load(in lanes[0], 0), W.Of(0u), Blocks / W.Count);
        for (var i = 0u; i < calls; i++)
        {
            W.Philox(id, i, 0, 0, in keys, out var w0, out var w1, out var w2, out var w3);
            sum = W.Xor(sum, W.Xor(W.Xor(w0, w1), W.Xor(w2, w3)));
        }

        return (calls, W.MaskBits(sum));
    }
}
