using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage;

/// <summary>An open study: makes units of work on it and closes it cleanly.</summary>
public sealed class StudyStore : IAsyncDisposable
{
    private readonly IStudyBackend backend;

    private StudyStore(StudyLocation location, IStudyBackend backend, TimeProvider clock) => (Location, this.backend, Clock) = (location, backend, clock);

    public StudyLocation Location { get; }

    public TimeProvider Clock { get; }

    /// <summary>Whether it can be written to.</summary>
    public bool IsReadOnly => backend.IsReadOnly;

    /// <summary>A new unit of work; dispose of it soon.</summary>
    public JembatanDb NewDb() => backend.NewDb();

    /// <summary>Makes an empty store and puts a study into it.</summary>
    /// <returns>The store, or <c>study/exists</c>, <c>study/no-folder</c>, <c>database/…</c>.</returns>
    public static async Task<Result<StudyStore>> CreateAsync(StudyLocation location, Study study, TimeProvider clock, CancellationToken cancellationToken)
    {
        var backend = BackendOf(location, clock);
        if ((await backend.CreateAsync(cancellationToken)).Problem is { } problem) return problem;
        var store = new StudyStore(location, backend, clock);
        await using var db = store.NewDb();
        db.Replicas.Add(new Replica { Id = Guid.CreateVersion7() });
        db.Studies.Add(study);
        await db.CommitAsync("Create study", null, cancellationToken);
        return store;
    }

    /// <summary>Opens a study, bringing an older file up to date.</summary>
    /// <returns>The store, or <c>study/not-found</c>, <c>study/not-a-study</c>, <c>study/newer</c>, <c>study/damaged</c>, <c>study/busy</c>, <c>study/read-only</c>, <c>database/…</c>.</returns>
    public static async Task<Result<StudyStore>> OpenAsync(StudyLocation location, StudyAccess access, TimeProvider clock, CancellationToken cancellationToken)
    {
        var backend = BackendOf(location, clock);
        if ((await backend.OpenAsync(access, cancellationToken)).Problem is { } problem) return problem;
        return new StudyStore(location, backend, clock);
    }

    /// <summary>A safe copy of the study, also while others write to it. The copy is a replica of its own.</summary>
    /// <param name="path">Path of the new file; it must not exist.</param>
    public Task<Result<Done>> CopyAsync(string path, CancellationToken cancellationToken) => backend.CopyAsync(path, cancellationToken);

    /// <summary>Rewrites the storage so that overwritten text leaves no trace in free pages.</summary>
    public Task VacuumAsync(CancellationToken cancellationToken) => backend.VacuumAsync(cancellationToken);

    /// <summary>What the storage itself reports as damaged or missing; empty when all is well.</summary>
    public Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken) => backend.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => backend.DisposeAsync();

    private static IStudyBackend BackendOf(StudyLocation location, TimeProvider clock) => location switch
    {
        StudyLocation.File file => new Sqlite.SqliteBackend(file.Path, clock),
        StudyLocation.Database database => new Postgres.PostgresBackend(database, clock),
        _ => throw new ArgumentOutOfRangeException(nameof(location)),
    };
}

/// <summary>What a study is opened for.</summary>
public enum StudyAccess
{
    /// <summary>Reading only; the file stays untouched.</summary>
    Read,

    /// <summary>Reading and writing.</summary>
    Write,
}

/// <summary>What differs between the two places a study can be kept in.</summary>
internal interface IStudyBackend : IAsyncDisposable
{
    bool IsReadOnly { get; }

    JembatanDb NewDb();

    Task<Result<Done>> CreateAsync(CancellationToken cancellationToken);

    Task<Result<Done>> OpenAsync(StudyAccess access, CancellationToken cancellationToken);

    Task<Result<Done>> CopyAsync(string path, CancellationToken cancellationToken);

    Task VacuumAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken);
}
