using System.Runtime.Intrinsics;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Simulation.Chain;

/// <summary>Runs a chain person by person.</summary>
/// <remarks>
/// The state at month 0 comes from purpose <see cref="Purpose.Start"/>, word 0; the move to month t from purpose <see cref="Purpose.Moves"/>, word 0, month t. Equal model, persons, months, seed and
/// replicate give equal histories whatever the threads, shards or width.
/// <para><b>Cost</b>: one Philox block a person-month.</para>
/// </remarks>
public static class ChainMicro
{
    /// <summary>Name of the array of a tally that holds persons by month and state, months + 1 rows.</summary>
    public const string StatesPart = "states";

    private const int MostStatesInLanes = 16;

    /// <summary>Counts persons by month and state.</summary>
    /// <param name="model">The chain.</param>
    /// <param name="settings">Persons, months, seed, shard, threads.</param>
    /// <param name="replicate">Which repetition, from 0.</param>
    /// <param name="progress">Told of persons done.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <returns>A tally with <see cref="StatesPart"/> and the digest of the histories.</returns>
    public static Tally Run(ChainModel model, RunSettings settings, int replicate, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        var thresholds = new ChainThresholds(model);
        var width = thresholds.States <= MostStatesInLanes ? Widths.Resolve(settings.Width) : Width.One;
        return Blocks.Run(
            settings,
            () => new ChainBlock(thresholds, settings, (uint)replicate),
            (worker, first, count) =>
            {
                var done = width switch
                {
                    Width.Sixteen => worker.Run<Lanes16, Vector512<float>, Vector512<uint>>((uint)first, count, 0),
                    Width.Eight => worker.Run<Lanes8, Vector256<float>, Vector256<uint>>((uint)first, count, 0),
                    _ => 0,
                };
                worker.Run<Lanes1, float, uint>((uint)first, count, done);
            },
            worker => worker.Close(),
            progress,
            cancellationToken);
    }
}
