using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Membership;

/// <summary>One worker: takes a block of persons, tile by tile, through all months and counts.</summary>
internal sealed class MembershipBlock(MembershipTables tables, RunSettings settings, uint replicate, float[] decileEnds, StateRecord? record, StateRecord? baseline = null)
{
    private readonly PhiloxKeys keys = PhiloxKeys.Of(settings.Seed);
    private readonly Width width = Widths.Resolve(settings.Width);
    private readonly TileStart start = new(tables, settings, replicate);
    private Tile tile = new();
    private readonly MembershipCounts counts = new(settings.Months);
    private readonly SubsidyCounts? subsidy = baseline is null ? null : new(baseline);
    private CoupledMoves? coupled;
    private UInt128 hash;

    public void Run(long first, int count)
    {
        for (var at = 0; at < count; at += Tile.Size)
        {
            start.Fill(tile, first + at, Math.Min(Tile.Size, count - at));
            Begin(first + at);
            for (var month = 1u; month <= (uint)settings.Months; month++) Month(month, first + at);
            Leave();
        }
    }

    /// <summary>Makes persons and keeps them: of a run in which all go month by month together.</summary>
    public void Enter(Tile persons, long first, int count)
    {
        tile = persons;
        start.Fill(tile, first, count);
        Begin(first);
    }

    /// <summary>Takes persons who were made before.</summary>
    public void Take(Tile persons) => tile = persons;

    /// <summary>Adds what the cells of the tile hold.</summary>
    public void CountCells(CellCounts cells) => Coupled.Count(tile, cells);

    /// <summary>Adds who needs an agent this month.</summary>
    public void CountDemand(uint month, CellCounts cells) => Coupled.Demand(tile, month, cells);

    /// <summary>The second half of a month under what the cells hold.</summary>
    public void MoveTogether(uint month, long first, CoupledMonth taken)
    {
        Coupled.Move(tile, month, taken);
        Counts(month, first);
    }

    private CoupledMoves Coupled => coupled ??= new(tables, settings.Seed, replicate, Move);

    public Tally Close()
    {
        var tally = counts.Close(hash);
        subsidy?.Values.CopyTo(tally.Part(MembershipReading.SubsidyPart, subsidy.Values.Length), 0);
        return tally;
    }

    private void Begin(long first)
    {
        foreach (var activation in tables.Activations[0]) Activate(activation, 0);
        if (subsidy is not null) SubsidyCounts.Begin(tile);
        for (var k = 0; k < tile.Count; k++)
        {
            var @class = tile.State[k] == (uint)PersonState.Active ? CountedClass.OfActive((Payer)((tile.Flags[k] >> 4) & 15)) : tile.State[k];
            (tile.Class[k], tile.HashA[k], tile.HashB[k]) = (@class, tile.State[k], tile.State[k]);
            counts.Sectors[((tile.Group[k] >> 4) * CountedClass.Count) + (int)@class]++;
            tile.Decile[k] = Array.FindIndex(decileEnds, end => tile.Usual[k] < end) is var d and >= 0 ? d : 9;
            MembershipGroups.Of(tables.Model.Population.Rows[tile.Row[k]], tile.Decile[k], tile.Groups.AsSpan(k * MembershipGroups.Dimensions, MembershipGroups.Dimensions));
            counts.Outcomes.Begin(tile, k);
            if ((tile.Bits[k] & tables.AgentBit) != 0 && IsOwnPayer((int)@class)) counts.Agents[1]++;
            for (var bits = tile.State[k] < (uint)PersonState.Formal ? tile.Bits[k] : 0; bits != 0; bits &= bits - 1) counts.Reached[BitOperations.TrailingZeroCount(bits)]++;
        }

        Snapshot(0);
        Remember(0, first);
    }

    private void Month(uint month, long first)
    {
        Earn(month);
        Move(tile, month);
        Counts(month, first);
    }

    /// <summary>The first half of a month: income, and places of sponsors.</summary>
    public void Earn(uint month)
    {
        var shifts = tables.Shift[month];
        for (var k = 0; k < tile.Lanes; k++) tile.Shift[k] = shifts[tile.Group[k]];
        switch (width)
        {
            case Width.Sixteen:
                IncomePhase<Lanes16, Vector512<float>, Vector512<uint>>.Run(tables, tile, month, in keys, replicate);
                break;
            case Width.Eight:
                IncomePhase<Lanes8, Vector256<float>, Vector256<uint>>.Run(tables, tile, month, in keys, replicate);
                break;
            default:
                IncomePhase<Lanes1, float, uint>.Run(tables, tile, month, in keys, replicate);
                break;
        }

        foreach (var activation in tables.Activations[month]) Activate(activation, month);
    }

    private void Move(Tile persons, uint month)
    {
        switch (width)
        {
            case Width.Sixteen:
                MovePhase<Lanes16, Vector512<float>, Vector512<uint>>.Run(tables, persons, month, in keys, replicate);
                break;
            case Width.Eight:
                MovePhase<Lanes8, Vector256<float>, Vector256<uint>>.Run(tables, persons, month, in keys, replicate);
                break;
            default:
                MovePhase<Lanes1, float, uint>.Run(tables, persons, month, in keys, replicate);
                break;
        }
    }

    private void Counts(uint month, long first)
    {
        Count((int)month);
        if (tables.SubsidyOn[month]) subsidy?.Month(tile, first, (int)month, tables.MemberBasic);
        if (month % MembershipCounts.Quarter == 0 || month == (uint)settings.Months) Quarter((int)month);
        if (month % 12 == 0 || month == (uint)settings.Months) Snapshot(((int)month + 11) / 12);
        Remember((int)month, first);
    }

    // A place is taken by whoever is not in formal work: a member keeps the state, anyone else becomes active.
    private void Activate(Activation activation, uint month)
    {
        for (var k = 0; k < tile.Count; k++)
        {
            if ((tile.Sponsors[k] & activation.Bit) == 0 || tile.State[k] >= (uint)PersonState.Formal) continue;
            if (tile.State[k] != (uint)PersonState.Active)
            {
                (tile.State[k], tile.Duration[k]) = ((uint)PersonState.Active, 0);
                tile.Flags[k] |= 2;
            }

            tile.Flags[k] = (tile.Flags[k] & ~0xF0u) | (activation.Payer << 4);
            tile.PaidStored[k] = Math.Max(tile.PaidStored[k], activation.PaidStored);
            tile.PaidMonths[k] += (uint)activation.RetroMonths;
            if (activation.RetroMonths > 0) counts.Outcomes.Arrears[(month * 10) + tile.Decile[k]] += activation.RetroRupiah[tile.Cost[k] & 1];
            tile.Mask[k] |= (1u << Math.Min(activation.RetroMonths, 11)) - 1;
            if (tile.Registered[k] == 0) tile.Registered[k] = Math.Max(1, month + 1 - (uint)activation.RetroMonths);
        }
    }

    // Only changes are written; the counts of the months before are added to them at the end.
    private void Count(int month)
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(tile.NewClass);
        ref var old = ref MemoryMarshal.GetArrayDataReference(tile.Class);
        for (nuint k = 0; k < (nuint)tile.Lanes; k += 8)
        {
            var (after, before) = (Vector256.LoadUnsafe(in now, k), Vector256.LoadUnsafe(in old, k));
            for (var changed = ~Vector256.Equals(after, before).ExtractMostSignificantBits() & 0xFF; changed != 0; changed &= changed - 1)
                Change(month, (int)k + BitOperations.TrailingZeroCount(changed));
            after.StoreUnsafe(ref old, k);
        }
    }

    private void Change(int month, int k)
    {
        const int Row = CountedClass.Count;
        var (old, now, sector) = ((int)tile.Class[k], (int)tile.NewClass[k], tile.Group[k] >> 4);
        counts.Sectors[(((month * Sectors.Count) + sector) * Row) + old]--;
        counts.Sectors[(((month * Sectors.Count) + sector) * Row) + now]++;
        counts.Flows[(((((month - 1) / 12) * Row) + old) * Row) + now]++;
        counts.Outcomes.Change(tile, k, month, old, now);
        if (now == (int)PersonState.Ended && old == (int)PersonState.Grace) counts.Lapses[(month * Sectors.Count) + sector]++;
        if ((tile.Bits[k] & tables.AgentBit) == 0) return;
        if (IsOwnPayer(now) && CountedClass.State(old) is not ((int)PersonState.Active or (int)PersonState.Grace)) counts.Agents[2 * month]++;
        counts.Agents[(2 * month) + 1] += (IsOwnPayer(now) ? 1 : 0) - (IsOwnPayer(old) ? 1 : 0);
    }

    private void Quarter(int month)
    {
        var quarter = (month - 1) / MembershipCounts.Quarter;
        var turns = month >= 12 && month % MembershipCounts.Quarter == 0 ? (uint)MembershipCounts.Quarter : 0;
        MembershipOutcomes.Keep(tile, quarter);
        for (var k = 0; k < tile.Count; k++)
        {
            if (tile.State[k] < (uint)PersonState.Formal)
            {
                var at = (quarter * Sectors.Count) + (tile.Group[k] >> 4);
                counts.Income[2 * at] += (long)(tile.Relative[k] * tile.Expected[k]);
                counts.Income[(2 * at) + 1]++;
                if (tile.Mask[k] != 0) counts.PaidInYear[at]++;
                if (tile.State[k] == (uint)PersonState.Claimed) counts.Outcomes.Benefit(tile, k, quarter);
                if (tile.Age[k] + (uint)month - MembershipOutcomes.OldAgeMonths < turns) counts.Outcomes.OldAgeOf(tile, k);
            }

            tile.Relative[k] = 0;
        }
    }

    private void Snapshot(int number)
    {
        for (var k = 0; k < tile.Count; k++)
        {
            var at = (number * MembershipGroups.Count * CountedClass.Count) + (int)tile.Class[k];
            foreach (var group in tile.Groups.AsSpan(k * MembershipGroups.Dimensions, MembershipGroups.Dimensions)) counts.Snapshots[at + (group * CountedClass.Count)]++;
        }
    }

    /// <summary>Counts the persons of the tile once their last month is over.</summary>
    public void Leave()
    {
        for (var k = 0; k < tile.Count; k++)
        {
            hash = unchecked(hash + Histories.Finalise(tile.Id[k], tile.HashA[k], tile.HashB[k], replicate));
            counts.Outcomes.End(tile, k);
            if (tile.Registered[k] == 0 || tile.Registered[k] > (uint)settings.Months) continue;
            var density = MembershipOutcomes.DensityOf(tile, k, settings.Months);
            counts.Density[0] += density < .25 ? 1 : 0;
            counts.Density[1] += density < .5 ? 1 : 0;
            counts.Density[2] += density < .75 ? 1 : 0;
            counts.Density[3]++;
            counts.Density[4] += (long)(density * 1_000_000);
        }
    }

    private static bool IsOwnPayer(int @class) => @class is (int)PersonState.Active or CountedClass.Subsidised;

    // For tests and for the run that is paired with this one.
    private void Remember(int month, long first)
    {
        if (record is null) return;
        for (var k = 0; k < tile.Count; k++) record.At(first + k, month) = (byte)tile.State[k];
    }
}
