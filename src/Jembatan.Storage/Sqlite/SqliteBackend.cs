using Jembatan.Core;
using Jembatan.Storage.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

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
    private PooledDbContextFactory<SqliteJembatanDb>? units;     // a unit of work costs a quarter of a millisecond to set up, and next to nothing to take up again
    private readonly KnownTexts texts = new();
    private const int LooksForLog = 3;
    private bool logLost;
    private bool foundLogOfOther;

    public bool IsReadOnly { get; private set; }

    public JembatanDb NewDb() => units?.CreateDbContext().Anew(texts) ?? throw new InvalidOperationException("The study is not open.");

    public async Task<Result<Done>> CreateAsync(Func<JembatanDb, Task> fill, CancellationToken cancellationToken)
    {
        if (StudyFile.Place(path) is { } problem) return problem;
        var draft = StudyFile.DraftOf(path);
        try
        {
            var maker = new SqliteBackend(draft, clock);
            await using (maker)
            {
                await maker.HoldAsync(maker.ConnectionString(SqliteOpenMode.ReadWriteCreate), readOnly: false, cancellationToken);
                await maker.ExecuteAsync($"PRAGMA application_id={ApplicationId}; PRAGMA user_version={Format}; PRAGMA journal_mode=WAL;", cancellationToken);
                await using var db = maker.NewDb();
                await db.Database.MigrateAsync(cancellationToken);
                await fill(db);
            }

            if (StudyFile.Settle(draft, path) is { } taken) return taken;
        }
        finally
        {
            StudyFile.Discard(draft);
        }

        return await OpenAsync(StudyAccess.Write, cancellationToken);
    }

    public async Task<Result<Done>> OpenAsync(StudyAccess access, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return new Problem("study/not-found", $"There is no file '{path}'. Check the path, or make a study with 'jembatan new'.", path);
        if ((await StudyFileHeader.ReadAsync(path, cancellationToken)).Problem is { } notOurs) return notOurs;
        var writable = StudyFile.CanWrite(path);
        if (access == StudyAccess.Write && !writable)
            return new Problem("study/read-only", $"'{path}' cannot be written to. Change the permissions of file and folder, or work on a copy ('jembatan copy').", path);

        var withoutLog = !File.Exists(path + "-wal");
        var lostBefore = withoutLog && await IsLeftInUseAsync(cancellationToken);
        var connection = writable ? ConnectionString(SqliteOpenMode.ReadWrite)
            : withoutLog ? Immutable() : ConnectionString(SqliteOpenMode.ReadOnly);
        await HoldAsync(connection, readOnly: access == StudyAccess.Read, cancellationToken);
        await using var db = NewDb();
        var applied = await AppliedMigrations.OfFileAsync(holder!, cancellationToken);
        var pending = db.Database.GetMigrations().Except(applied).Any();
        if (pending && IsReadOnly) return StorageProblems.Older(Path.GetFileName(path));
        if (pending && await BringUpToDateAsync(db, cancellationToken) is { } busy) return busy;
        logLost = await ScalarAsync($"SELECT LogLost OR {(lostBefore ? 1 : 0)} FROM Replicas", cancellationToken) == 1;
        foundLogOfOther = IsReadOnly && writable && !withoutLog && await ScalarAsync("SELECT InUse FROM Replicas", cancellationToken) == 1;
        if (!IsReadOnly) await ExecuteAsync($"UPDATE Replicas SET InUse=1, LogLost={(logLost ? 1 : 0)}; PRAGMA wal_checkpoint(PASSIVE);", cancellationToken);
        return default(Done);
    }

    // A file that says it is in use and has no log beside it lost the log, unless somebody opens or closes it at this moment: then the one or the other soon changes.
    private async Task<bool> IsLeftInUseAsync(CancellationToken cancellationToken)
    {
        for (var look = 0; look < LooksForLog; look++)
        {
            if (look > 0) await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            if (File.Exists(path + "-wal") || !await SaysInUseAsync(cancellationToken) || File.Exists(path + "-wal")) return false;
        }

        return true;
    }

    // The file by itself, without a log and without making one.
    private async Task<bool> SaysInUseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var alone = new SqliteConnection(new SqliteConnectionStringBuilder(Immutable()) { Pooling = false }.ToString());
            await alone.OpenAsync(cancellationToken);
            await using var command = alone.CreateCommand();
            command.CommandText = "SELECT InUse FROM Replicas";
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) == 1;
        }
        catch (SqliteException)
        {
            return false;       // older than the mark, or being written to: the opening itself will tell
        }
    }

    public async Task<Result<Done>> CopyAsync(string target, CancellationToken cancellationToken)
    {
        target = Path.GetFullPath(target);
        if (StudyFile.Place(target) is { } problem) return problem;
        var draft = StudyFile.DraftOf(target);
        try
        {
            var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = draft, Pooling = false }.ToString());
            await using (copy)
            {
                await copy.OpenAsync(cancellationToken);
                holder!.BackupDatabase(copy);
                await using var command = copy.CreateCommand();
                command.CommandText = "PRAGMA synchronous=FULL; PRAGMA journal_mode=DELETE; UPDATE Replicas SET Id=$id, InUse=0, LogLost=0; PRAGMA journal_mode=WAL;";
                command.Parameters.AddWithValue("$id", Guid.CreateVersion7().ToByteArray(true));
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            return StudyFile.Settle(draft, target) is { } taken ? taken : default(Done);
        }
        finally
        {
            StudyFile.Discard(draft);
        }
    }

    // The rewritten file passes through a temporary file rather than memory, which a large study would fill.
    public async Task VacuumAsync(CancellationToken cancellationToken)
    {
        texts.Clear();
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWrite)));
        await ExecuteAsync("PRAGMA temp_store=FILE; VACUUM; PRAGMA temp_store=MEMORY;", cancellationToken);
        if (await ScalarAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken) != 0)
            throw new SqliteException("Somebody still reads the study.", 5);
    }

    public async Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (logLost)
        {
            problems.Add(new Problem("study/log-lost", "The file was copied or moved while in use, without its '-wal' file: the last changes may be missing. "
                + "Go back to the original; if there is none, accept the loss by working on with a copy ('jembatan copy').", path));
        }

        foreach (var (pragma, code) in new[] { ("PRAGMA integrity_check(20)", "study/damaged"), ("PRAGMA foreign_key_check", "study/broken-reference") })
        {
            await using var command = holder!.CreateCommand();
            command.CommandText = pragma;
            try
            {
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (problems.Count < 40 && await reader.ReadAsync(cancellationToken))
                {
                    var text = string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()));
                    if (text != "ok") problems.AddRange(Findings(text).Take(40 - problems.Count).Select(f => new Problem(code, $"SQLite reports: {f}. Go back to the last copy of the study.", path)));
                }
            }
            catch (SqliteException e)
            {
                problems.Add(StorageProblems.From(e)! with { At = path });
            }
        }

        return problems;
    }

    // One row may hold a finding in each line, under the name of the database.
    private static IEnumerable<string> Findings(string row) =>
        row.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => !l.StartsWith("***", StringComparison.Ordinal)).Select(l => l.TrimEnd('.'));

    public async ValueTask DisposeAsync()
    {
        texts.Dispose();
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

        await using (var db = NewDb()) SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        await holder.DisposeAsync();
        holder = null;
        if (foundLogOfOther && !File.Exists(path + "-wal")) await SettleAsync();
    }

    // The last reader of a file whose writer died takes its log into the file and away; from then on the file is whole and in nobody's use.
    private async Task SettleAsync()
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString(SqliteOpenMode.ReadWrite)) { Pooling = false }.ToString());
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Replicas SET InUse=0;";
            await command.ExecuteNonQueryAsync();
        }
        catch (SqliteException)
        {
            // Somebody else has opened it meanwhile and says for himself that it is in use.
        }
    }

    // The lock that EF writes into the file outlives a program that dies while it migrates, and the next would wait for ever. Who holds the file beside it knows that such a lock is dead.
    private async Task<Problem?> BringUpToDateAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        await using var turn = await StudyFile.TakeTurnAsync(path, TimeSpan.FromMilliseconds(SessionPragmas.BusyMilliseconds), cancellationToken);
        if (turn is null) return new Problem("study/busy", "Another program is bringing this study up to date. Wait for it to finish, then open it again.", path);
        if (await ScalarAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellationToken) > 0)
            await ExecuteAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        return null;
    }

    private async Task HoldAsync(string connection, bool readOnly, CancellationToken cancellationToken)
    {
        IsReadOnly = readOnly;
        var pragmas = new SessionPragmas(readOnly);
        units = new(new DbContextOptionsBuilder<SqliteJembatanDb>().UseSqlite(connection).AddInterceptors(pragmas, new JournalInterceptor(clock)).Options, IStudyBackend.IdleUnits);
        holder = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Pooling = false }.ToString());
        await holder.OpenAsync(cancellationToken);
        await ExecuteAsync(pragmas.Text, cancellationToken);
    }

    // The driver itself tries again until its own time is over; waiting is left to SQLite, which wakes sooner.
    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, ForeignKeys = true, DefaultTimeout = 1, Pooling = true }.ToString();

    // On a medium that nobody can write to there is nothing to lock and no log to read.
    private string Immutable() => new SqliteConnectionStringBuilder(ConnectionString(SqliteOpenMode.ReadOnly)) { DataSource = new Uri(path).AbsoluteUri + "?immutable=1" }.ToString();

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
}
