using System.Numerics;
using System.Runtime.CompilerServices;
using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Benchmarks.Coverage;

/// <summary>M3, the realistic small kernel: two normal numbers and one uniform a person-month, income as an autoregression, three states by logit, counts kept every month.</summary>
/// <remarks>z ← .985 z + .05 g₁ + m_t (m = −.01 in months 36 to 47); x = ln .0069 − z − .25 g₂; η = (−6.5, .5, −7) + (−.4, .8, −.4)·x by state never, active, lapsed; a move where u &lt; logit⁻¹(η).</remarks>
internal static class M3Kernel<W, F, I>
    where W : struct, ILanes<F, I>
    where F : struct
    where I : struct
{
    private const float LogPrice = -4.97623387f; // ln 0.0069

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (long[] Active, long[] Lapsed) Run(int persons, int months, ulong seed)
    {
        var keys = PhiloxKeys.Of(seed);
        var (active, lapsed) = (new long[months + 1], new long[months + 1]);
        var lanes = new uint[16];
        for (var k = 0u; k < 16; k++) lanes[k] = k;
        for (var first = 0u; first < (uint)persons; first += (uint)W.Count)
        {
            var id = W.Add(W.Of(first), W.Load(in lanes[0], 0));
            var (z, state) = (W.Of(0f), W.Of(0u));
            for (var month = 1u; month <= (uint)months; month++)
            {
                W.Philox(id, month, 0, 0, in keys, out var w0, out var w1, out var w2, out _);
                var (g1, g2) = Functions<W, F, I>.Normals(w0, w1);
                z = W.Fma(W.Of(.985f), z, W.Fma(W.Of(.05f), g1, W.Of(month is >= 36 and < 48 ? -.01f : 0f)));
                var x = W.Fma(W.Of(-.25f), g2, W.Subtract(W.Of(LogPrice), z));
                var isActive = W.Equal(state, W.Of(1u));
                var slope = W.Select(isActive, W.Of(.8f), W.Of(-.4f));
                var level = W.Select(W.Equal(state, W.Of(0u)), W.Of(-6.5f), W.Select(isActive, W.Of(.5f), W.Of(-7f)));
                var moves = Functions<W, F, I>.Happens(Functions<W, F, I>.Uniform(w2), W.Fma(slope, x, level));
                state = W.Select(moves, W.Select(isActive, W.Of(2u), W.Of(1u)), state);
                active[month] += BitOperations.PopCount(W.MaskBits(W.Equal(state, W.Of(1u))));
                lapsed[month] += BitOperations.PopCount(W.MaskBits(W.Equal(state, W.Of(2u))));
            }
        }

        return (active, lapsed);
    }
}
