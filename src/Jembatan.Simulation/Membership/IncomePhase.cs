using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Simulation.Membership;

/// <summary>The first half of a month: income, what it is against the usual one, the price of a month and the buffer.</summary>
internal static class IncomePhase<W, F, I>
    where W : struct, ILanes<F, I>
    where F : struct
    where I : struct
{
    private const float LeastLogPrice = -9.21034037f; // a ≥ 10⁻⁴

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(MembershipTables tables, Tile tile, uint month, in PhiloxKeys keys, uint replicate)
    {
        ref var ids = ref MemoryMarshal.GetArrayDataReference(tile.Id);
        ref var costs = ref MemoryMarshal.GetArrayDataReference(tile.Cost);
        ref var signs = ref MemoryMarshal.GetArrayDataReference(tile.Signs);
        ref var usual = ref MemoryMarshal.GetArrayDataReference(tile.Usual);
        ref var persistent = ref MemoryMarshal.GetArrayDataReference(tile.Persistent);
        ref var liquidity = ref MemoryMarshal.GetArrayDataReference(tile.Liquidity);
        ref var shifts = ref MemoryMarshal.GetArrayDataReference(tile.Shift);
        ref var income = ref MemoryMarshal.GetArrayDataReference(tile.Income);
        ref var price = ref MemoryMarshal.GetArrayDataReference(tile.Price);
        ref var burden = ref MemoryMarshal.GetArrayDataReference(tile.Burden);
        ref var relative = ref MemoryMarshal.GetArrayDataReference(tile.Relative);
        ref var costTable = ref MemoryMarshal.GetArrayDataReference(tables.LogCost[month]);
        var (rho, sdInnovation, sdTransitory) = (W.Of(tables.Rho), W.Of(tables.SdInnovation), W.Of(tables.SdTransitory));
        var (zeroMonth, expected, reference) = (W.Of(tables.ZeroMonth), W.Of(tables.LogExpected), W.Of(tables.LogReference));
        for (nuint i = 0; i < (nuint)tile.Lanes; i += (nuint)W.Count)
        {
            W.Philox(W.Load(in ids, i), month, (uint)Purpose.Income, replicate, in keys, out var w0, out var w1, out var w2, out _);
            var (innovation, transitory) = Functions<W, F, I>.Normals(w0, w1);
            var z = W.Fma(rho, W.Load(in persistent, i), W.Multiply(sdInnovation, innovation));
            W.Store(z, ref persistent, i);
            var deviation = W.Fma(sdTransitory, transitory, W.Add(z, W.Load(in shifts, i)));
            var zero = W.Less(Functions<W, F, I>.Uniform(w2), zeroMonth);
            var logPrice = W.Max(W.Subtract(W.Pick(in costTable, W.Load(in costs, i)), W.Add(W.Load(in usual, i), deviation)), W.Of(LeastLogPrice));
            W.Store(W.Subtract(logPrice, reference), ref price, i);
            var share = W.Select(zero, W.Of(0f), Functions<W, F, I>.Exp(W.Subtract(deviation, expected)));
            W.Store(share, ref income, i);
            W.Store(W.Add(W.Load(in relative, i), share), ref relative, i);
            var a = Functions<W, F, I>.Exp(logPrice);
            W.Store(a, ref burden, i);
            var buffer = W.Load(in liquidity, i);
            var illiquid = W.And(W.Less(buffer, a), W.Of(1u));
            var broke = W.And(W.AndNot(zero, W.Less(W.Of(0f), buffer)), W.Of(2u));
            W.Store(W.Or(illiquid, broke), ref signs, i);
        }
    }
}
