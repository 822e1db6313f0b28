using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Membership;

/// <summary>A run in which persons of a cell matter to each other: all persons are kept and go month by month together; between two months only whole numbers by cell are exchanged.</summary>
/// <remarks>
/// Peers: logit p(become aware) + β(m(c, t − 1) − m(c, 0)), m = members ÷ informal workers of the cell c.
/// Agents: who would register this month with the push of an agent and, with the same luck, would not without it, needs one. Agents of a cell serve C = capacity × agents a month; when D &gt; C need one, each is served with probability C/D by a
/// draw of its own, and the others stay where they are.
/// <para><b>Cost</b>: some 260 bytes a person; three times the moves of a month when agents have a capacity.</para>
/// </remarks>
internal sealed class CoupledRun
{
    /// <summary>Most persons kept at a time.</summary>
    public const long MostPersons = 8_000_000;

    private readonly MembershipTables tables;
    private readonly RunSettings settings;
    private readonly MembershipBlock[] workers;
    private readonly CellCounts[] counted;
    private readonly Tile[] tiles;

    public CoupledRun(MembershipTables tables, RunSettings settings, Func<MembershipBlock> worker)
    {
        (this.tables, this.settings) = (tables, settings);
        tiles = new Tile[(settings.Persons + Tile.Size - 1) / Tile.Size];
        workers = [.. Enumerable.Range(0, Math.Min(settings.ThreadsUsed, tiles.Length)).Select(_ => worker())];
        counted = [.. workers.Select(_ => new CellCounts())];
    }

    /// <summary>Runs every month.</summary>
    public Tally Run(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ForEachTile((worker, cells, tile, first) =>
        {
            tiles[tile] = new();
            worker.Enter(tiles[tile], first, (int)Math.Min(Tile.Size, settings.Persons - first));
            worker.CountCells(cells);
        }, cancellationToken);
        var (start, before) = (Exchanged(), new CellCounts());
        before.Add(start);
        for (var month = 1u; month <= (uint)settings.Months; month++)
        {
            var t = month;
            ForEachTile((worker, cells, tile, first) =>
            {
                worker.Take(tiles[tile]);
                worker.Earn(t);
                if (HasCapacity) worker.CountDemand(t, cells);
            }, cancellationToken);
            var taken = Month(start, before, Exchanged());
            ForEachTile((worker, cells, tile, first) =>
            {
                worker.Take(tiles[tile]);
                worker.MoveTogether(t, first, taken);
                worker.CountCells(cells);
            }, cancellationToken);
            before = Exchanged();
            progress?.Report(settings.Persons * month / settings.Months);
        }

        ForEachTile((worker, cells, tile, first) =>
        {
            worker.Take(tiles[tile]);
            worker.Leave();
        }, cancellationToken);
        var total = new Tally();
        foreach (var worker in workers) total.Add(worker.Close());
        return total;
    }

    private bool HasCapacity => tables.Scenario.Agents?.CapacityPerReached is not null;

    private CoupledMonth Month(CellCounts start, CellCounts before, CellCounts now)
    {
        var effect = tables.Model.Switches.Peers ? tables.P["awareness.peers"] : 0;
        var (push, served) = (new float[Cells.Count], new float[Cells.Count]);
        for (var c = 0; c < Cells.Count; c++)
        {
            push[c] = (float)(effect * (before.Share(c) - start.Share(c)));
            var capacity = HasCapacity ? tables.Scenario.Agents!.CapacityPerReached!.Value * start.Reached[c] : double.PositiveInfinity;
            served[c] = now.Demand[c] <= capacity ? 1 : (float)(capacity / now.Demand[c]);
        }

        return new(push, served);
    }

    // Each worker has tiles of its own; the end is a barrier.
    private void ForEachTile(Action<MembershipBlock, CellCounts, int, long> work, CancellationToken cancellationToken)
    {
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length, CancellationToken = cancellationToken }, w =>
        {
            for (var tile = w; tile < tiles.Length && !cancellationToken.IsCancellationRequested; tile += workers.Length) work(workers[w], counted[w], tile, (long)tile * Tile.Size);
        });
        cancellationToken.ThrowIfCancellationRequested();
    }

    private CellCounts Exchanged()
    {
        var sum = new CellCounts();
        foreach (var cells in counted)
        {
            sum.Add(cells);
            cells.Clear();
        }

        return sum;
    }
}
