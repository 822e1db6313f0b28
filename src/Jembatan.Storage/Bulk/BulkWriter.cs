using Jembatan.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Jembatan.Storage.Bulk;

/// <summary>The provider's own way to write very many rows.</summary>
internal abstract class BulkWriter
{
    public static BulkWriter Of(JembatanDb db) => db is PostgresJembatanDb ? new PostgresBulkWriter() : new SqliteBulkWriter();

    public abstract Task InsertAsync(JembatanDb db, IEntityType type, IEnumerable<object> entities, CancellationToken cancellationToken);

    /// <summary>Writes all fields of rows that are there, with one prepared statement.</summary>
    public static async Task UpdateAsync(JembatanDb db, IEntityType type, IEnumerable<IEntity> entities, CancellationToken cancellationToken)
    {
        var key = type.FindPrimaryKey()!.Properties[0];
        var properties = type.GetProperties().Where(p => p != key).ToArray();
        var fields = string.Join(", ", properties.Select((p, i) => $"\"{p.GetColumnName()}\" = @p{i + 1}"));
        await using var command = Rows.Command(db, $"UPDATE \"{type.GetTableName()}\" SET {fields} WHERE \"{key.GetColumnName()}\" = @p0");
        for (var i = 0; i <= properties.Length; i++) command.Bind($"@p{i}", null);
        foreach (var entity in entities)
        {
            command.Parameters[0].Value = Rows.Stored(db, entity.Key);
            for (var i = 0; i < properties.Length; i++) command.Parameters[i + 1].Value = Rows.Stored(properties[i], properties[i].GetGetter().GetClrValue(entity));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Deletes rows by key with one prepared statement, last first: what came later may refer to what came before.</summary>
    /// <returns>The first that was not there; null when all were.</returns>
    public static async Task<Guid?> DeleteAsync(JembatanDb db, IEntityType type, List<IEntity> entities, CancellationToken cancellationToken)
    {
        var key = type.FindPrimaryKey()!.Properties[0];
        await using var command = Rows.Command(db, $"DELETE FROM \"{type.GetTableName()}\" WHERE \"{key.GetColumnName()}\" = @p0");
        var parameter = command.Bind("@p0", null);
        for (var i = entities.Count - 1; i >= 0; i--)
        {
            parameter.Value = Rows.Stored(db, entities[i].Key);
            if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) return entities[i].Key;
        }

        return null;
    }
}

internal sealed class SqliteBulkWriter : BulkWriter
{
    public override async Task InsertAsync(JembatanDb db, IEntityType type, IEnumerable<object> entities, CancellationToken cancellationToken)
    {
        var properties = type.GetProperties().ToArray();
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        await using var command = Rows.Command(db, $"INSERT INTO \"{type.GetTableName()}\" ({columns}) VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})");
        for (var i = 0; i < properties.Length; i++) command.Bind($"@p{i}", null);
        foreach (var entity in entities)
        {
            for (var i = 0; i < properties.Length; i++) command.Parameters[i].Value = Rows.Stored(properties[i], properties[i].GetGetter().GetClrValue(entity));
            command.ExecuteNonQuery();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

internal sealed class PostgresBulkWriter : BulkWriter
{
    public override async Task InsertAsync(JembatanDb db, IEntityType type, IEnumerable<object> entities, CancellationToken cancellationToken)
    {
        var properties = type.GetProperties().ToArray();
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var importer = await connection.BeginBinaryImportAsync($"COPY \"{type.GetTableName()}\" ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var entity in entities)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var p in properties)
            {
                var value = Rows.Stored(p, p.GetGetter().GetClrValue(entity));
                if (value is DBNull) await importer.WriteNullAsync(cancellationToken);
                else await importer.WriteAsync(value, p.GetColumnType(), cancellationToken);
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }
}
