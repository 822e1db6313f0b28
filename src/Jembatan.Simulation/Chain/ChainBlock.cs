using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Simulation.Chain;

/// <summary>One worker's persons of a chain: as many as a vector holds at a time, all their months in registers.</summary>
internal sealed class ChainBlock(ChainThresholds thresholds, RunSettings settings, uint replicate)
{
    private readonly PhiloxKeys keys = PhiloxKeys.Of(settings.Seed);
    private readonly long[] counts = new long[(settings.Months + 1) * thresholds.States];
    private readonly uint[] endA = new uint[16], endB = new uint[16];
    private UInt128 hash;

    /// <summary>Runs whole vectors of persons and says how many it did.</summary>
    public int Run<W, F, I>(uint first, int count, int from)
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct
    {
        var lane = LaneNumbers<W, F, I>();
        var done = from;
        for (; done + W.Count <= count; done += W.Count) Months<W, F, I>(W.Add(W.Of(first + (uint)done), lane), first + (uint)done);
        return done;
    }

    public Tally Close()
    {
        var tally = new Tally();
        counts.CopyTo(tally.Part(ChainMicro.StatesPart, counts.Length), 0);
        tally.AddHash(hash);
        return tally;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Months<W, F, I>(I persons, uint first)
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct
    {
        var states = thresholds.States;
        ref var row = ref MemoryMarshal.GetArrayDataReference(counts);
        W.Philox(persons, 0, (uint)Purpose.Start, replicate, in keys, out var word, out _, out _, out _);
        word = W.Right(word, 1);
        var state = W.Of(0u);
        foreach (var threshold in thresholds.Start) state = W.Add(state, W.AndNot(W.Of(1u), W.Less(word, W.Of(threshold))));
        var (a, b) = (state, state);
        Count<W, F, I>(state, ref row, states);
        for (var month = 1u; month <= (uint)settings.Months; month++)
        {
            W.Philox(persons, month, (uint)Purpose.Moves, replicate, in keys, out word, out _, out _, out _);
            state = Next<W, F, I>(W.Right(word, 1), state);
            a = W.Add(W.Multiply(a, W.Of(Histories.KA)), state);
            b = W.Add(W.Multiply(b, W.Of(Histories.KB)), state);
            row = ref Unsafe.Add(ref row, states);
            Count<W, F, I>(state, ref row, states);
        }

        W.Store(a, ref endA[0], 0);
        W.Store(b, ref endB[0], 0);
        for (var k = 0; k < W.Count; k++) hash = unchecked(hash + Histories.Finalise(first + (uint)k, endA[k], endB[k], replicate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private I Next<W, F, I>(I word, I state)
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct
    {
        var next = W.Of(0u);
        ref var table = ref MemoryMarshal.GetArrayDataReference(thresholds.Moves);
        for (var j = 0; j < thresholds.States - 1; j++)
            next = W.Add(next, W.AndNot(W.Of(1u), W.Less(word, W.Pick(ref Unsafe.Add(ref table, j * thresholds.Columns), state))));
        return next;
    }

    // Persons in each state but the first are counted; the first has the rest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count<W, F, I>(I state, ref long row, int states)
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct
    {
        var rest = W.Count;
        for (var s = 1; s < states; s++)
        {
            var n = BitOperations.PopCount(W.MaskBits(W.Equal(state, W.Of((uint)s))));
            Unsafe.Add(ref row, s) += n;
            rest -= n;
        }

        row += rest;
    }

    private static I LaneNumbers<W, F, I>()
        where W : struct, ILanes<F, I>
        where F : struct
        where I : struct
    {
        ReadOnlySpan<uint> numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
        return W.Load(in numbers[0], 0);
    }
}
