using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Jembatan.Storage.Sqlite;

/// <summary>Every connection is durable: a commit that returned survives a crash and a power cut. Overwritten text is wiped from its page.</summary>
internal sealed class SessionPragmas(bool readOnly) : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<sqlite3, object> known = [];     // connections come from a pool and keep their settings

    /// <summary>How long a step waits for another writer, in milliseconds.</summary>
    public const int BusyMilliseconds = 5_000;

    // A workspace asks for the same pages again and again and keeps the index that counts a million codings (40 MB); a program that only reads asks once and ends.
    private const int WriterCacheKibibytes = 98_304;
    private const int ReaderCacheKibibytes = 32_768;

    public string Text { get; } =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; "
        + FormattableString.Invariant($"PRAGMA cache_size=-{(readOnly ? ReaderCacheKibibytes : WriterCacheKibibytes)}; PRAGMA busy_timeout={BusyMilliseconds};") + (readOnly ? "PRAGMA query_only=ON;" : "");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private bool IsNew(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } && known.TryAdd(handle, known);
}
