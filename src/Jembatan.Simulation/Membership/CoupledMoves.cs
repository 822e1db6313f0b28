using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Statistics.Random;
using One = Jembatan.Simulation.Engine.Lanes.Functions<Jembatan.Simulation.Engine.Lanes.Lanes1, float, uint>;

namespace Jembatan.Simulation.Membership;

/// <summary>The moves of a month for persons who matter to each other, made of the moves of persons alone: what comes from others is laid on before and taken off after.</summary>
internal sealed class CoupledMoves(MembershipTables tables, ulong seed, uint replicate, Action<Tile, uint> move)
{
    private readonly Tile helped = new(), alone = new();
    private readonly float[] frailty = new float[Tile.Size];
    private readonly uint[] bits = new uint[Tile.Size];

    /// <summary>Adds who holds what in a tile.</summary>
    public void Count(Tile tile, CellCounts cells)
    {
        for (var k = 0; k < tile.Count; k++)
        {
            if (tile.State[k] >= (uint)PersonState.Formal) continue;
            var cell = Cells.Of(tile, k);
            cells.Informal[cell]++;
            if (tile.State[k] is (uint)PersonState.Active or (uint)PersonState.Grace) cells.Members[cell]++;
            if ((tile.Bits[k] & tables.AgentBit) != 0) cells.Reached[cell]++;
        }
    }

    /// <summary>Adds who would register with the help of an agent and, with the same luck, would not without it.</summary>
    public void Demand(Tile tile, uint month, CellCounts cells)
    {
        if (!Enumerable.Range(0, tile.Count).Any(k => IsWithAgent(tile, k))) return;
        helped.CopyFrom(tile);
        alone.CopyFrom(tile);
        for (var k = 0; k < tile.Count; k++) if (IsWithAgent(tile, k)) alone.Bits[k] &= ~tables.AgentBit;
        move(helped, month);
        move(alone, month);
        for (var k = 0; k < tile.Count; k++)
            if (IsWithAgent(tile, k) && helped.State[k] == (uint)PersonState.Registered && alone.State[k] != (uint)PersonState.Registered) cells.Demand[Cells.Of(tile, k)]++;
    }

    /// <summary>Moves a tile under what the cells hold.</summary>
    public void Move(Tile tile, uint month, CoupledMonth taken)
    {
        tile.Frailty.CopyTo(frailty, 0);
        tile.Bits.CopyTo(bits, 0);
        for (var k = 0; k < tile.Count; k++)
        {
            var cell = Cells.Of(tile, k);
            if (tile.State[k] == (uint)PersonState.Unaware) tile.Frailty[k] += taken.Push[cell];
            if (taken.Served[cell] < 1 && IsWithAgent(tile, k) && One.Uniform(Philox.Block(new(tile.Id[k], month, (uint)Purpose.AgentService, replicate), seed).W0) >= taken.Served[cell]) tile.Bits[k] &= ~tables.AgentBit;
        }

        move(tile, month);
        frailty.CopyTo(tile.Frailty, 0);
        bits.CopyTo(tile.Bits, 0);
    }

    private bool IsWithAgent(Tile tile, int k) => (tile.Bits[k] & tables.AgentBit) != 0 && (tile.State[k] is (uint)PersonState.Aware or (uint)PersonState.Attempted);
}
