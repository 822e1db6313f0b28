using Jembatan.Storage;

namespace Jembatan.Benchmarks.Cases;

/// <summary>One thing that is measured.</summary>
/// <param name="Group">What it belongs to: a table of the results.</param>
/// <param name="Name">What a user does, in a few words.</param>
/// <param name="LimitMs">What is promised for the large study, milliseconds; null when it is only looked at.</param>
/// <param name="Repeats">Measurements after the one that warms up.</param>
/// <param name="PrepareAsync">Makes ready what is not measured, for the turn of that number, and gives back what is.</param>
internal sealed record Case(string Group, string Name, double? LimitMs, int Repeats, Func<Bench, int, CancellationToken, Task<Prepared>> PrepareAsync)
{
    /// <summary>Whether it waits for the disk, so that a flush is measured beside each turn.</summary>
    public bool IsDurable { get; init; }

    /// <summary>What is promised of the memory of the process, MB.</summary>
    public double? LimitMb { get; init; }

    /// <summary>Whether it can be asked of a study in PostgreSQL too.</summary>
    public bool OnPostgres { get; init; } = true;

    /// <summary>A case that asks one question of a fresh unit of work, whose making is measured too.</summary>
    public static Case Question(string group, string name, double? limitMs, int repeats, Func<Bench, JembatanDb, CancellationToken, Task<string>> ask) =>
        new(group, name, limitMs, repeats, (bench, _, _) => Task.FromResult(new Prepared(async cancellationToken =>
        {
            await using var db = bench.Store.NewDb();
            return new Outcome(await ask(bench, db, cancellationToken));
        })));
}

/// <summary>What came of one turn.</summary>
/// <param name="Check">What it found.</param>
/// <param name="WallMs">Time on the clock when another program did it; null takes the time of this one.</param>
/// <param name="CpuMs">Processor time when another program did it.</param>
/// <param name="PeakMb">Largest resident memory of the other program.</param>
internal sealed record Outcome(string Check, double? WallMs = null, double? CpuMs = null, double? PeakMb = null);

/// <summary>What is measured, and what is closed after it.</summary>
/// <param name="RunAsync">Does it and says what it found.</param>
/// <param name="After">Closed when the clock has stopped; null for nothing.</param>
internal sealed record Prepared(Func<CancellationToken, Task<Outcome>> RunAsync, IAsyncDisposable? After = null) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => After?.DisposeAsync() ?? ValueTask.CompletedTask;
}
