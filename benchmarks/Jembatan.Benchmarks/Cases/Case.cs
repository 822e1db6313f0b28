using Jembatan.Storage;

namespace Jembatan.Benchmarks.Cases;

/// <summary>One thing that is measured.</summary>
/// <param name="Name">What a user does, in a few words.</param>
/// <param name="LimitMs">What is promised for the large study, milliseconds; null when it is only looked at.</param>
/// <param name="Repeats">Measurements after the one that warms up.</param>
/// <param name="PrepareAsync">Makes ready what is not measured, for the turn of that number, and gives back what is.</param>
internal sealed record Case(string Name, double? LimitMs, int Repeats, Func<Bench, int, CancellationToken, Task<Prepared>> PrepareAsync)
{
    /// <summary>A case that asks one question of a fresh unit of work, whose making is measured too.</summary>
    public static Case Question(string name, double? limitMs, int repeats, Func<Bench, JembatanDb, CancellationToken, Task<string>> ask) =>
        new(name, limitMs, repeats, (bench, _, _) => Task.FromResult(new Prepared(async cancellationToken =>
        {
            await using var db = bench.Store.NewDb();
            return await ask(bench, db, cancellationToken);
        })));
}

/// <summary>What is measured, and what is closed after it.</summary>
/// <param name="RunAsync">Does it and says what it found.</param>
/// <param name="After">Closed when the clock has stopped; null for nothing.</param>
internal sealed record Prepared(Func<CancellationToken, Task<string>> RunAsync, IAsyncDisposable? After = null) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => After?.DisposeAsync() ?? ValueTask.CompletedTask;
}
