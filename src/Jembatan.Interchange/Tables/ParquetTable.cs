using Parquet;
using Parquet.Schema;

namespace Jembatan.Interchange.Tables;

/// <summary>Writes a table as Apache Parquet, one row group, columns with missing values.</summary>
/// <remarks>
/// A column is whole numbers (32 bits), decimal numbers (64 bits), true or false when all its values are; otherwise text. Read it with R's <c>arrow</c>, Python's <c>pyarrow</c> or DuckDB.
/// <para><b>Source</b>: Apache Parquet format, version 2.</para>
/// </remarks>
public static class ParquetTable
{
    /// <summary>Writes a sheet.</summary>
    /// <param name="stream">Where to; left open, must be seekable.</param>
    /// <param name="sheet">What; columns of the same name get a number behind it.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteAsync(Stream stream, SheetData sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sheet);
        var names = Unique(sheet.Header);
        var columns = names.Select((name, i) => (Name: name, Values: sheet.Rows.Select(r => i < r.Count ? r[i] : null).ToArray())).ToList();
        DataField[] fields = [.. columns.Select(c => new DataField(c.Name, TypeOf(c.Values), isNullable: true))];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: cancellationToken);
        using var group = writer.CreateRowGroup();
        foreach (var (field, (_, values)) in fields.Zip(columns))
        {
            if (field.ClrType == typeof(int)) await group.WriteAsync<int>(field, new ReadOnlyMemory<int?>([.. values.Select(v => (int?)v)]), cancellationToken: cancellationToken);
            else if (field.ClrType == typeof(double)) await group.WriteAsync<double>(field, new ReadOnlyMemory<double?>([.. values.Select(Number)]), cancellationToken: cancellationToken);
            else if (field.ClrType == typeof(bool)) await group.WriteAsync<bool>(field, new ReadOnlyMemory<bool?>([.. values.Select(v => (bool?)v)]), cancellationToken: cancellationToken);
            else await group.WriteAsync(field, [.. values.Select(v => v is null ? null! : TableWriter.Plain(v))]);
        }

        group.CompleteValidate();
    }

    private static Type TypeOf(object?[] values)
    {
        var present = values.Where(v => v is not null).ToList();
        if (present.Count == 0) return typeof(string);
        if (present.All(v => v is int)) return typeof(int);
        if (present.All(v => Number(v) is not null)) return typeof(double);
        return present.All(v => v is bool) ? typeof(bool) : typeof(string);
    }

    private static double? Number(object? value) => value switch
    {
        int or long or short or byte or float or decimal => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
        double d when double.IsFinite(d) => d,
        _ => null,
    };

    private static List<string> Unique(IReadOnlyList<string> header)
    {
        var names = new List<string>(header.Count);
        foreach (var name in header)
        {
            var unique = name;
            for (var n = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); n++) unique = FormattableString.Invariant($"{name}_{n}");
            names.Add(unique);
        }

        return names;
    }
}
