using System.Collections.Concurrent;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.Storage.Tests;

/// <summary>Where a contract test keeps its study: a new file, or a new database.</summary>
public abstract class Ground : IAsyncDisposable
{
    private readonly List<StudyStore> stores = [];

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public FixedClock Clock { get; } = new();

    public abstract Task<StudyLocation> NewLocationAsync();

    public static Study NewStudy(FixedClock clock) => new("Mengapa pekerja informal belum terlindungi?", Language.Indonesian, "blank", clock.GetUtcNow());

    public async Task<StudyStore> NewStudyAsync() => Kept((await StudyStore.CreateAsync(await NewLocationAsync(), NewStudy(Clock), Clock, Stop)).Value);

    public async Task<StudyStore> OpenAsync(StudyLocation location, StudyAccess access = StudyAccess.Write) => Kept((await StudyStore.OpenAsync(location, access, Clock, Stop)).Value);

    public StudyStore Kept(StudyStore store)
    {
        stores.Add(store);
        return store;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in stores) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public static async Task<IReadOnlyList<string>> DumpAsync(StudyStore store)
    {
        await using var db = store.NewDb();
        return await StudyDump.LinesAsync(db, Stop).ToListAsync(Stop);
    }

    /// <summary>An entity with all its public fields, as text.</summary>
    public static string Fields(IEntity entity) => JsonSerializer.Serialize(entity, entity.GetType());
}

/// <summary>A contract that is tried on every ground.</summary>
public abstract class GroundContract(Ground ground) : IAsyncDisposable
{
    protected static CancellationToken Stop => Ground.Stop;

    protected Ground Ground { get; } = ground;

    public async ValueTask DisposeAsync()
    {
        await Ground.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A new file for every study.</summary>
public sealed class FileGround : Ground
{
    private int made;

    public string Folder { get; } = Directory.CreateTempSubdirectory("jembatan-").FullName;

    public override Task<StudyLocation> NewLocationAsync() => Task.FromResult<StudyLocation>(new StudyLocation.File(Path.Combine(Folder, $"study{++made}.jembatan")));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A new schema of one database for every study.</summary>
public sealed class DatabaseGround(PostgresServer server) : Ground
{
    private static readonly ConcurrentDictionary<PostgresServer, Lazy<Task<string>>> Databases = new();
    private static int made;

    public override async Task<StudyLocation> NewLocationAsync() => new StudyLocation.Database(
        await Databases.GetOrAdd(server, s => new Lazy<Task<string>>(s.NewDatabaseAsync)).Value, FormattableString.Invariant($"lapangan_{Interlocked.Increment(ref made)}"));
}

/// <summary>A clock that moves only when told to.</summary>
public sealed class FixedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
