using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jembatan.Storage.Bulk;

/// <summary>Plain commands on the tables of entities, where the type is known only at run time.</summary>
internal static class Rows
{
    /// <summary>A command on the unit of work's connection, inside its transaction if there is one.</summary>
    public static DbCommand Command(JembatanDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>Adds a parameter.</summary>
    public static DbParameter Bind(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>A property's value as the database holds it.</summary>
    public static object Stored(IProperty property, object? value)
    {
        if (value is null) return DBNull.Value;
        var converter = property.GetTypeMapping().Converter;
        var stored = converter is null ? value : converter.ConvertToProvider(value);
        return stored is Enum e ? Convert.ToInt32(e, CultureInfo.InvariantCulture) : stored ?? DBNull.Value;
    }

    /// <summary>The GUID of an identity of any type.</summary>
    public static Guid Plain(object id) => JsonSerializer.SerializeToElement(id, id.GetType(), Json.Options).GetGuid();

    /// <summary>A GUID as the database gave it.</summary>
    public static Guid ReadGuid(DbDataReader reader, int ordinal) => reader.GetValue(ordinal) is byte[] bytes ? new Guid(bytes, true) : reader.GetGuid(ordinal);

    /// <summary>A GUID as the database wants it.</summary>
    public static object Stored(JembatanDb db, Guid id) => db is PostgresJembatanDb ? id : id.ToByteArray(true);

    /// <summary>Identities of up to a hundred rows in which columns have these values.</summary>
    public static async Task<List<Guid>> WhereAsync(JembatanDb db, IEntityType type, IReadOnlyDictionary<IProperty, object?> values, CancellationToken cancellationToken)
    {
        var conditions = values.Index().Select(v => v.Item.Value is null ? $"\"{v.Item.Key.GetColumnName()}\" IS NULL" : $"\"{v.Item.Key.GetColumnName()}\" = @p{v.Index}");
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(db, $"SELECT \"Id\" FROM \"{type.GetTableName()}\" WHERE {string.Join(" AND ", conditions)} LIMIT 100");
            foreach (var (i, (property, value)) in values.Index())
            {
                if (value is not null) command.Bind($"@p{i}", Stored(property, value));
            }

            var found = new List<Guid>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) found.Add(ReadGuid(reader, 0));
            return found;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
