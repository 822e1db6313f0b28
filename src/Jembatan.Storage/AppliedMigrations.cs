using System.Data.Common;

namespace Jembatan.Storage;

/// <summary>Which migrations a study has seen. Every opening asks, so it is asked plainly: EF would first build a model of the table that records them.</summary>
internal static class AppliedMigrations
{
    private const string Table = "__EFMigrationsHistory";

    /// <summary>Names of the migrations that a study file has seen; none where nothing records them.</summary>
    public static Task<IReadOnlySet<string>> OfFileAsync(DbConnection connection, CancellationToken cancellationToken) =>
        ReadAsync(connection, $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{Table}'", Table, cancellationToken);

    /// <summary>Names of the migrations that a schema has seen; none where nothing records them.</summary>
    public static Task<IReadOnlySet<string>> OfSchemaAsync(DbConnection connection, string schema, CancellationToken cancellationToken) =>
        ReadAsync(connection, $"SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '{schema}' AND table_name = '{Table}'", $"{schema}\".\"{Table}", cancellationToken);

    private static async Task<IReadOnlySet<string>> ReadAsync(DbConnection connection, string exists, string table, CancellationToken cancellationToken)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = exists;
        if (await command.ExecuteScalarAsync(cancellationToken) is 0L) return applied;
        command.CommandText = $"SELECT \"MigrationId\" FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetValue(0) is string migration) applied.Add(migration);
        }

        return applied;
    }
}
