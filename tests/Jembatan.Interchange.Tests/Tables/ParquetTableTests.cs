using Jembatan.Interchange.Tables;
using Parquet;

namespace Jembatan.Interchange.Tests.Tables;

public sealed class ParquetTableTests
{
    [Fact]
    public async Task Columns_come_back_with_their_types_and_missing_values()
    {
        using var stream = new MemoryStream();
        var sheet = new SheetData("x", ["name", "n", "share", "yes", "n"], [["Ana", 1, .5, true, null], ["=B", null, 2, false, null], [null, 3, null, null, null]]);
        await ParquetTable.WriteAsync(stream, sheet, CancellationToken.None);
        stream.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: CancellationToken.None);
        var fields = reader.Schema.GetDataFields();
        Assert.Equal(["name", "n", "share", "yes", "n_2"], fields.Select(f => f.Name));
        Assert.Equal([typeof(ReadOnlyMemory<char>), typeof(int), typeof(double), typeof(bool), typeof(ReadOnlyMemory<char>)], fields.Select(f => f.ClrType));
        using var group = reader.OpenRowGroupReader(0);
        var names = new string?[3];
        await group.ReadAsync(fields[0], names.AsMemory()!);
        Assert.Equal(["Ana", "=B", null], names);
        var counts = new int?[3];
        await group.ReadAsync<int>(fields[1], counts.AsMemory());
        Assert.Equal([1, null, 3], counts);
        var shares = new double?[3];
        await group.ReadAsync<double>(fields[2], shares.AsMemory());
        Assert.Equal([.5, 2, null], shares);
    }
}
