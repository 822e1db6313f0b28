using System.Data.Common;
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

    /// <summary>Makes a store that holds the study; it is there whole or not at all.</summary>
    /// <returns>The store, or <c>study/exists</c>, <c>study/no-folder</c>, <c>study/no-access</c>, <c>study/disk-full</c>, <c>database/…</c>.</returns>
    public static Task<Result<StudyStore>> CreateAsync(StudyLocation location, Study study, TimeProvider clock, CancellationToken cancellationToken) =>
        StartAsync(location, clock, backend => backend.CreateAsync(db => FillAsync(db, study, cancellationToken), cancellationToken));

    /// <summary>Opens a study, bringing an older one up to date when it may be written to.</summary>
    /// <returns>The store, or <c>study/not-found</c>, <c>study/not-a-study</c>, <c>study/newer</c>, <c>study/older</c>, <c>study/unfinished</c>,
    /// <c>study/damaged</c>, <c>study/busy</c>, <c>study/read-only</c>, <c>database/…</c>.</returns>
    public static Task<Result<StudyStore>> OpenAsync(StudyLocation location, StudyAccess access, TimeProvider clock, CancellationToken cancellationToken) =>
        StartAsync(location, clock, backend => backend.OpenAsync(access, cancellationToken));

    /// <summary>A safe copy of the study in a file, also while others write to it. The copy is a replica of its own.</summary>
    /// <param name="path">Path of the new file; it must not exist.</param>
    /// <returns><c>study/exists</c>, <c>study/no-folder</c>, <c>study/disk-full</c> when it could not be made.</returns>
    public async Task<Result<Done>> CopyAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.CopyAsync(path, cancellationToken);
        }
        catch (DbException e)
        {
            return StorageProblems.From(e)!;
        }
    }

    /// <summary>Rewrites the storage so that overwritten text leaves no trace in free pages.</summary>
    public Task VacuumAsync(CancellationToken cancellationToken) => backend.VacuumAsync(cancellationToken);

    /// <summary>What the storage itself reports as damaged or missing; empty when all is well.</summary>
    public Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken) => backend.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => backend.DisposeAsync();

    private static async Task<Result<StudyStore>> StartAsync(StudyLocation location, TimeProvider clock, Func<IStudyBackend, Task<Result<Done>>> start)
    {
        var backend = BackendOf(location, clock);
        Problem? problem;
        try
        {
            problem = (await start(backend)).Problem;
        }
        catch (DbException e)
        {
            problem = StorageProblems.From(e)!;
        }
        catch (DbUpdateException e) when (StorageProblems.From(e) is not null)
        {
            problem = StorageProblems.From(e)!;
        }

        if (problem is null) return new StudyStore(location, backend, clock);
        await backend.DisposeAsync();
        return problem.At is null ? problem with { At = location.Name } : problem;
    }

    private static Task FillAsync(JembatanDb db, Study study, CancellationToken cancellationToken)
    {
        db.Replicas.Add(new Replica { Id = Guid.CreateVersion7() });
        db.Studies.Add(study);
        return db.CommitAsync(new PendingAct("Create study", null, ChangeSetKind.Create, null), cancellationToken);
    }

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
    /// <summary>How many units of work are kept ready.</summary>
    const int IdleUnits = 16;

    bool IsReadOnly { get; }

    JembatanDb NewDb();

    /// <summary>Makes an empty store and lets it be filled; nothing stays behind when that fails.</summary>
    Task<Result<Done>> CreateAsync(Func<JembatanDb, Task> fill, CancellationToken cancellationToken);

    Task<Result<Done>> OpenAsync(StudyAccess access, CancellationToken cancellationToken);

    Task<Result<Done>> CopyAsync(string path, CancellationToken cancellationToken);

    Task VacuumAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken);
}
