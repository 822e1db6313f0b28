using Jembatan.Core;
using Jembatan.Storage.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Sqlite;

/// <summary>A study in one file: write-ahead log, foreign keys on, synchronous=FULL.</summary>
internal sealed class SqliteBackend(string path, TimeProvider clock) : IStudyBackend
{
    /// <summary>"JMBT": tells our files from other SQLite databases.</summary>
    public const int ApplicationId = 0x4A4D4254;

    /// <summary>Format of the file; a program opens its own and older ones.</summary>
    public const int Format = 1;

    private readonly string path = Path.GetFullPath(path);
    private SqliteConnection? holder;       // keeps the log and the page cache while the store is open
    private DbContextOptions<SqliteJembatanDb>? options;

    public bool IsReadOnly { get; private set; }

    public JembatanDb NewDb() => new SqliteJembatanDb(options ?? throw new InvalidOperationException("The study is not open."));

    public async Task<Result<Done>> CreateAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(path)) return new Problem("study/exists", $"'{Path.GetFileName(path)}' is there already. Choose another name, or open it.", path);
        if (!Directory.Exists(Path.GetDirectoryName(path))) return new Problem("study/no-folder", $"The folder of '{path}' does not exist. Make it first, or choose another.", path);
        await HoldAsync(SqliteOpenMode.ReadWriteCreate, cancellationToken);
        await ExecuteAsync($"PRAGMA application_id={ApplicationId}; PRAGMA user_version={Format}; PRAGMA journal_mode=WAL;", cancellationToken);
        await using var db = NewDb();
        await db.Database.MigrateAsync(cancellationToken);
        return default(Done);
    }

    public async Task<Result<Done>> OpenAsync(StudyAccess access, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return new Problem("study/not-found", $"There is no file '{path}'. Check the path, or make a study with 'jembatan new'.", path);
        if ((await StudyFileHeader.ReadAsync(path, cancellationToken)).Problem is { } notOurs) return notOurs;

        var writable = access == StudyAccess.Write && CanWrite(path);
        if (access == StudyAccess.Write && !writable)
            return new Problem("study/read-only", $"'{path}' cannot be written to. Change its permissions, or work on a copy ('jembatan copy').", path);
        var logLost = !File.Exists(path + "-wal");
        await HoldAsync(writable || CanWrite(path) ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly, cancellationToken);
        IsReadOnly = !writable;
        if (writable)
        {
            await using var db = NewDb();
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await db.Database.MigrateAsync(cancellationToken);
            if (logLost && await ScalarAsync("SELECT InUse FROM Replicas LIMIT 1", cancellationToken) == 1) LostLog = true;
            await ExecuteAsync("UPDATE Replicas SET InUse=1; PRAGMA wal_checkpoint(PASSIVE);", cancellationToken);
        }
        else
        {
            LostLog = logLost && await ScalarAsync("SELECT InUse FROM Replicas LIMIT 1", cancellationToken) == 1;
        }

        return default(Done);
    }

    /// <summary>Whether the file was in use when last written, and its log is gone.</summary>
    public bool LostLog { get; private set; }

    public async Task<Result<Done>> CopyAsync(string target, CancellationToken cancellationToken)
    {
        target = Path.GetFullPath(target);
        if (File.Exists(target)) return new Problem("study/exists", $"'{Path.GetFileName(target)}' is there already. Choose another name.", target);
        if (!Directory.Exists(Path.GetDirectoryName(target))) return new Problem("study/no-folder", $"The folder of '{target}' does not exist. Make it first, or choose another.", target);
        var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        await using (copy)
        {
            await copy.OpenAsync(cancellationToken);
            holder!.BackupDatabase(copy);
            await using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE; UPDATE Replicas SET Id=$id, InUse=0; PRAGMA journal_mode=WAL;";
            command.Parameters.AddWithValue("$id", Guid.CreateVersion7().ToByteArray(true));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return default(Done);
    }

    public async Task VacuumAsync(CancellationToken cancellationToken) =>
        await ExecuteAsync("PRAGMA secure_delete=ON; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);

    public async Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (LostLog) problems.Add(new Problem("study/log-lost", "The file was copied or moved while in use, without its '-wal' file: the last changes may be missing. Go back to the original, or copy with 'jembatan copy'.", path));
        foreach (var (pragma, code) in new[] { ("PRAGMA integrity_check", "study/damaged"), ("PRAGMA foreign_key_check", "study/broken-reference") })
        {
            await using var command = holder!.CreateCommand();
            command.CommandText = pragma;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var text = reader.GetValue(0).ToString()!;
                if (text != "ok") problems.Add(new Problem(code, $"SQLite reports: {text}. Go back to the last copy of the study.", path));
            }
        }

        return problems;
    }

    public async ValueTask DisposeAsync()
    {
        if (holder is null) return;
        if (!IsReadOnly)
        {
            try
            {
                await ExecuteAsync("UPDATE Replicas SET InUse=0;", CancellationToken.None);
            }
            catch (SqliteException)
            {
                // The disk is full or the file is gone: nothing acknowledged is lost, the log stays and is read at the next opening.
            }
        }

        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWrite)));
        await holder.DisposeAsync();
        holder = null;
    }

    private async Task HoldAsync(SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        holder = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString(mode)) { Pooling = false }.ToString());
        await holder.OpenAsync(cancellationToken);
        await ExecuteAsync(SessionPragmas.Text, cancellationToken);
        options = new DbContextOptionsBuilder<SqliteJembatanDb>()
            .UseSqlite(ConnectionString(mode == SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : mode))
            .AddInterceptors(new SessionPragmas(), new JournalInterceptor(clock))
            .Options;
    }

    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, ForeignKeys = true, DefaultTimeout = 20, Pooling = true }.ToString();

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = holder!.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = holder!.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken) is long value ? value : 0;
    }

    private static bool CanWrite(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
