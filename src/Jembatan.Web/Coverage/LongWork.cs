using Jembatan.App.Coverage;
using Jembatan.Core;

namespace Jembatan.Web.Coverage;

/// <summary>Something that takes seconds and comes out the same for everybody: done once for as long as the workspace is served.</summary>
internal sealed class LongWork<T>(Func<IProgress<double>, CancellationToken, Task<Result<T>>> does, CancellationToken stops) : IProgress<double>
    where T : class
{
    private readonly Lock gate = new();
    private Task<Result<T>>? task;
    private double done;

    /// <summary>Share that is done, 0 to 1; stays 0 when it is not known.</summary>
    public double Done => Volatile.Read(ref done);

    /// <summary>The answer; null while there is none yet.</summary>
    public Result<T>? Answer => task is { IsCompletedSuccessfully: true, Result: var answer } ? answer : (Result<T>?)null;

    /// <summary>Begins it, unless somebody did.</summary>
    public Task Begin()
    {
        lock (gate) return task is null or { IsFaulted: true } or { IsCanceled: true } ? task = Task.Run(() => does(this, stops), stops) : task;
    }

    void IProgress<double>.Report(double value) => Volatile.Write(ref done, value);
}

/// <summary>The long work of the coverage page: the back-test, the sensitivity and the runs of the shipped model.</summary>
internal sealed class CoverageWork : IDisposable
{
    /// <summary>Persons, months and base points of the sensitivity: enough to rank the groups, in seconds.</summary>
    public const int Persons = 2_000, Months = 24, BasePoints = 256;

    private readonly CancellationTokenSource stops = new();

    public CoverageWork()
    {
        BackTest = new((_, stop) => BackTestCoverage.HandleAsync(new(), stop), stops.Token);
        Sensitivity = new((progress, stop) => AnalyseSensitivity.HandleAsync(new(CoverageModel.Shipped(), Months, BaseSize: BasePoints, Persons: Persons), progress, stop), stops.Token);
    }

    /// <summary>Runs of scenarios that somebody has looked at.</summary>
    public KeptRuns Runs { get; } = new();

    public LongWork<BackTestCoverage.Response> BackTest { get; }

    public LongWork<AnalyseSensitivity.Response> Sensitivity { get; }

    public void Dispose()
    {
        stops.Cancel();
        stops.Dispose();
    }
}
