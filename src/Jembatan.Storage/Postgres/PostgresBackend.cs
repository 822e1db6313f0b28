using System.Text.RegularExpressions;
using Jembatan.Core;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Jembatan.Storage.Postgres;

/// <summary>A study in a schema of its own: queries need no study id, and a study can be dropped or granted as a whole.</summary>
internal sealed partial class PostgresBackend(StudyLocation.Database location, TimeProvider clock) : IStudyBackend
{
    private readonly KnownTexts texts = new();
    private PooledDbContextFactory<PostgresJembatanDb>? units;

    private string Schema => "jembatan_" + location.Study;

    public bool IsReadOnly { get; private set; }

    public JembatanDb NewDb() => units?.CreateDbContext().Anew(texts) ?? throw new InvalidOperationException("The study is not open.");

    public async Task<Result<Done>> CreateAsync(Func<JembatanDb, Task> fill, CancellationToken cancellationToken)
    {
        var exists = await ExistsAsync(cancellationToken);
        if (exists.Problem is { } problem) return problem;
        if (exists.Value) return new Problem("study/exists", $"The database holds a study '{location.Study}' already. Choose another name, or open it.", location.Study);
        await ExecuteAsync($"CREATE SCHEMA \"{Schema}\"", cancellationToken);
        var finished = false;
        try
        {
            Configure(readOnly: false);
            await using var db = NewDb();
            await db.Database.MigrateAsync(cancellationToken);
            await fill(db);
            finished = true;
        }
        finally
        {
            if (!finished) await ExecuteAsync($"DROP SCHEMA \"{Schema}\" CASCADE", CancellationToken.None);
        }

        return default(Done);
    }

    public async Task<Result<Done>> OpenAsync(StudyAccess access, CancellationToken cancellationToken)
    {
        var exists = await ExistsAsync(cancellationToken);
        if (exists.Problem is { } problem) return problem;
        if (!exists.Value) return new Problem("study/not-found", $"The database holds no study '{location.Study}'. Check the name, or make it with 'jembatan new'.", location.Study);
        Configure(readOnly: access == StudyAccess.Read);
        await using var db = NewDb();
        var applied = await AppliedAsync(cancellationToken);
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).Any())
            return new Problem("study/newer", $"The study '{location.Study}' was written by a newer Jembatan. Update the program.", location.Study);
        if (applied.Count < known.Count)
        {
            if (IsReadOnly) return StorageProblems.Older(location.Study);
            await db.Database.MigrateAsync(cancellationToken);
        }

        return await db.Studies.AnyAsync(cancellationToken) ? default(Done)
            : new Problem("study/unfinished", $"Making the study '{location.Study}' was interrupted. Drop the schema {Schema}, then make it again.", location.Study);
    }

    public async Task<Result<Done>> CopyAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new SqliteBackend(path, clock);
        await using var here = NewDb();
        return await file.CreateAsync(there => WholeCopy.FillAsync(here, (SqliteJembatanDb)there, cancellationToken), cancellationToken);
    }

    public async Task VacuumAsync(CancellationToken cancellationToken)
    {
        texts.Clear();
        await using var db = NewDb();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
            await ExecuteAsync($"VACUUM FULL \"{Schema}\".\"{table}\"", cancellationToken);
    }

    public Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    public ValueTask DisposeAsync()
    {
        texts.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Configure(bool readOnly)
    {
        IsReadOnly = readOnly;
        var connection = new NpgsqlConnectionStringBuilder(location.Connection) { SearchPath = $"\"{Schema}\"" };
        if (readOnly) connection.Options = $"{connection.Options} -c default_transaction_read_only=on".Trim();
        units = new(new DbContextOptionsBuilder<PostgresJembatanDb>()
            .UseNpgsql(connection.ToString(), npgsql => npgsql.MigrationsHistoryTable("__EFMigrationsHistory", Schema))
            .AddInterceptors(new JournalInterceptor(clock))
            .Options, IStudyBackend.IdleUnits);
    }

    private async Task<IReadOnlySet<string>> AppliedAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(location.Connection);
        await connection.OpenAsync(cancellationToken);
        return await AppliedMigrations.OfSchemaAsync(connection, Schema, cancellationToken);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(location.Connection);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<Result<bool>> ExistsAsync(CancellationToken cancellationToken)
    {
        if (!NamePattern().IsMatch(location.Study))
            return new Problem("study/bad-name", $"'{location.Study}' cannot name a study in a database. Use lower-case letters, digits and underscores, up to 50, beginning with a letter.", location.Study);
        try
        {
            await using var connection = new NpgsqlConnection(location.Connection);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT EXISTS (SELECT 1 FROM information_schema.schemata WHERE schema_name = $1)";
            command.Parameters.Add(new NpgsqlParameter { Value = Schema });
            return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (ArgumentException)
        {
            return new Problem("database/bad-connection", "The connection string cannot be read. Write it as 'Host=…;Username=…;Database=…'.");
        }
        catch (NpgsqlException e)
        {
            return StorageProblems.From(e)!;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,49}$")]
    private static partial Regex NamePattern();
}
