namespace Jembatan.Simulation.Engine;

/// <summary>Runs persons in blocks of 1,024 on several threads: each worker takes the next block and has a tally of its own; the tallies are added at the end.</summary>
internal static class Blocks
{
    public const int Size = 1024;

    /// <summary>Does every block once.</summary>
    /// <param name="settings">Persons, shard and threads.</param>
    /// <param name="open">Makes the state of a worker.</param>
    /// <param name="run">Runs the persons from the first to before the end.</param>
    /// <param name="close">The tally of a worker.</param>
    /// <param name="progress">Told of persons done.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    public static Tally Run<TWorker>(
        RunSettings settings, Func<TWorker> open, Action<TWorker, long, int> run, Func<TWorker, Tally> close, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var total = new Tally();
        Each(settings, open, run, worker => total.Add(close(worker)), progress, cancellationToken);
        return total;
    }

    /// <summary>Does every block once; workers are closed one at a time.</summary>
    public static void Each<TWorker>(
        RunSettings settings, Func<TWorker> open, Action<TWorker, long, int> run, Action<TWorker> close, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (first, end) = settings.Shard.Range(settings.PersonsInBatch);
        var (next, done) = (first, 0L);
        var gate = new Lock();
        var workers = (int)Math.Min(settings.ThreadsUsed, Math.Max(1, (end - first + Size - 1) / Size));
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, _ =>
        {
            var worker = open();
            while (!cancellationToken.IsCancellationRequested)
            {
                var at = Interlocked.Add(ref next, Size) - Size;
                if (at >= end) break;
                var count = (int)Math.Min(Size, end - at);
                run(worker, at, count);
                var sofar = Interlocked.Add(ref done, count);
                if (sofar / (64 * Size) != (sofar - count) / (64 * Size)) progress?.Report(sofar);
            }

            lock (gate) close(worker);
        });
        cancellationToken.ThrowIfCancellationRequested();
    }
}
