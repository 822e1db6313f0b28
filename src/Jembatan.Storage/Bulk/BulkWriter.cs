using System.Data.Common;
using Jembatan.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Jembatan.Storage.Bulk;

/// <summary>The provider's own way to write very many rows.</summary>
internal abstract class BulkWriter
{
    public static BulkWriter Of(JembatanDb db) => db is PostgresJembatanDb ? new PostgresBulkWriter() : new SqliteBulkWriter();

    public abstract Task InsertAsync(JembatanDb db, IEntityType type, IEnumerable<IEntity> entities, CancellationToken cancellationToken);

    /// <summary>Deletes rows by key with one prepared statement.</summary>
    public static async Task DeleteAsync(JembatanDb db, IEntityType type, IEnumerable<IEntity> entities, CancellationToken cancellationToken)
    {
        var key = type.FindPrimaryKey()!.Properties[0];
        await using var command = Command(db, $"DELETE FROM \"{type.GetTableName()}\" WHERE \"{key.GetColumnName()}\" = @p0");
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@p0";
        command.Parameters.Add(parameter);
        foreach (var entity in entities)
        {
            parameter.Value = Stored(key, key.GetGetter().GetClrValue(entity));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    protected static DbCommand Command(JembatanDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    protected static object Stored(IProperty property, object? value)
    {
        if (value is null) return DBNull.Value;
        var converter = property.GetTypeMapping().Converter;
        var stored = converter is null ? value : converter.ConvertToProvider(value);
        return stored is Enum e ? Convert.ToInt32(e, System.Globalization.CultureInfo.InvariantCulture) : stored ?? DBNull.Value;
    }
}

internal sealed class SqliteBulkWriter : BulkWriter
{
    public override async Task InsertAsync(JembatanDb db, IEntityType type, IEnumerable<IEntity> entities, CancellationToken cancellationToken)
    {
        var properties = type.GetProperties().ToArray();
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        await using var command = Command(db, $"INSERT INTO \"{type.GetTableName()}\" ({columns}) VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})");
        foreach (var (i, _) in properties.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        foreach (var entity in entities)
        {
            for (var i = 0; i < properties.Length; i++) command.Parameters[i].Value = Stored(properties[i], properties[i].GetGetter().GetClrValue(entity));
            command.ExecuteNonQuery();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

internal sealed class PostgresBulkWriter : BulkWriter
{
    public override async Task InsertAsync(JembatanDb db, IEntityType type, IEnumerable<IEntity> entities, CancellationToken cancellationToken)
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
                var value = Stored(p, p.GetGetter().GetClrValue(entity));
                if (value is DBNull) await importer.WriteNullAsync(cancellationToken);
                else await importer.WriteAsync(value, p.GetColumnType(), cancellationToken);
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }
}
