using Jembatan.Core;
using Jembatan.Interchange.Microdata;

namespace Jembatan.Interchange.Tests.Microdata;

public sealed class MicrodataReaderTests
{
    [Fact]
    public async Task A_dbase_table_is_read_with_its_code_page_and_without_deleted_records()
    {
        var table = (await ReadAsync("s.dbf", MicrodataBytes.Dbf())).Value;
        Assert.Equal(["NAMA", "INCOME", "TGL", "AKTIF"], table.Table.Header);
        Assert.Equal(["Jos\u00e9", "1400000.5", "2024-02-29", "1"], table.Table.Rows[0]);
        Assert.Equal(["Siti", "", "", ""], table.Table.Rows[1]); // no thirtieth of February
        Assert.Equal(2, table.Table.Rows.Count);
        Assert.Contains(table.Table.Losses, l => l.Contains("1 records marked as deleted", StringComparison.Ordinal));
        Assert.Contains(table.Table.Losses, l => l.Contains("CATATAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dbase_table_that_claims_four_thousand_million_records_has_those_that_are_there()
    {
        var table = (await ReadAsync("s.dbf", MicrodataBytes.Dbf(uint.MaxValue))).Value;
        Assert.Equal(2, table.Table.Rows.Count);
        Assert.Contains(table.Table.Losses, l => l.Contains("4294967295", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(117, false)]
    [InlineData(118, false)]
    [InlineData(119, false)]
    [InlineData(117, true)]
    [InlineData(118, true)]
    [InlineData(119, true)]
    public async Task A_stata_file_is_read_in_every_release_and_byte_order(int release, bool isBigEndian)
    {
        var table = (await ReadAsync("s.dta", MicrodataBytes.Dta(release, isBigEndian))).Value;
        Assert.Equal(["sex", "umur", "kode", "f", "income", "nama", "cerita"], table.Table.Header);
        Assert.Equal(["1", "34", "123456", "0.1", "1400000.5", "Asih", "ikut tetangga"], table.Table.Rows[0]);
        Assert.Equal(["", "", "", "", "", "Budi", ""], table.Table.Rows[1]);
        Assert.Equal("Jenis kelamin", table.Columns[0].Label);
        Assert.Equal("Perempuan", table.Columns[0].ValueLabels["2"]);
        Assert.Equal("Laki-laki", table.Columns[0].ValueLabels["1"]);
        Assert.Empty(table.Columns[1].ValueLabels);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task An_spss_file_is_read_plain_and_compressed_in_both_byte_orders(int compression, bool isBigEndian)
    {
        var table = (await ReadAsync(compression == 2 ? "s.zsav" : "s.sav", MicrodataBytes.Sav(compression, isBigEndian))).Value;
        Assert.Equal(["kelamin", "nama_ku", "INCOME"], table.Table.Header);
        Assert.Equal(["1", "S\u00edti Aminah", "1400000.5"], table.Table.Rows[0]);
        Assert.Equal(["", "Budi", ""], table.Table.Rows[1]);
        Assert.Equal(["2", "", "7"], table.Table.Rows[2]);
        Assert.Equal(3, table.Table.Rows.Count);
        Assert.Equal("Jenis kelamin", table.Columns[0].Label);
        Assert.Equal("Perempuan", table.Columns[0].ValueLabels["2"]);
        Assert.Contains(table.Table.Losses, l => l.Contains("1 values that the file declares missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_spss_file_without_a_count_of_cases_is_read_to_its_end() =>
        Assert.Equal(3, (await ReadAsync("s.sav", MicrodataBytes.Sav(1, false, -1))).Value.Table.Rows.Count);

    [Fact]
    public async Task A_csv_goes_the_same_way()
    {
        var table = (await ReadAsync("s.csv", "umur,sex\n34,1\n"u8.ToArray())).Value;
        Assert.Equal(["umur", "sex"], table.Columns.Select(c => c.Name));
        Assert.Equal("table/unknown-format", (await ReadAsync("s.por", [1])).Problem!.Code);
    }

    [Theory]
    [InlineData("s.dbf", "dbf/not-dbase")]
    [InlineData("s.dta", "stata/not-stata")]
    [InlineData("s.sav", "spss/not-spss")]
    public async Task A_file_of_another_kind_is_told(string name, string code)
    {
        Assert.Equal(code, (await ReadAsync(name, [.. Enumerable.Repeat((byte)0xEE, 400)])).Problem!.Code);
        Assert.Equal("import/empty", (await ReadAsync(name, [])).Problem!.Code);
    }

    [Fact]
    public async Task An_old_stata_file_is_told_with_what_to_do()
    {
        var bytes = MicrodataBytes.Dta(118);
        bytes["<stata_dta><header><release>11".Length] = (byte)'5';
        Assert.Equal("stata/release", (await ReadAsync("s.dta", bytes)).Problem!.Code);
        Assert.Equal("stata/damaged", (await ReadAsync("s.dta", MicrodataBytes.Dta(118, false, 700_000))).Problem!.Code);
        Assert.Equal("table/too-large", (await ReadAsync("s.dta", MicrodataBytes.Dta(118, false, long.MaxValue))).Problem!.Code);
    }

    // Every cut and every changed byte ends in a table or in a problem, never in an exception.
    [Fact]
    public void Cut_and_damaged_files_never_crash()
    {
        (string Name, byte[] Bytes)[] files =
        [
            ("s.dbf", MicrodataBytes.Dbf()), ("s.dta", MicrodataBytes.Dta(117)), ("s.dta", MicrodataBytes.Dta(118)), ("s.dta", MicrodataBytes.Dta(119, true)), ("s.sav", MicrodataBytes.Sav(0)), ("s.sav", MicrodataBytes.Sav(1)),
            ("s.zsav", MicrodataBytes.Sav(2)),
        ];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 100_000], Gen.Byte, Gen.Bool).Sample((which, at, value, isCut) =>
        {
            var (name, bytes) = files[which];
            byte[] hurt = [.. bytes];
            if (isCut) hurt = hurt[..(at % hurt.Length)];
            else hurt[at % hurt.Length] = value;
            var read = ReadAsync(name, hurt).GetAwaiter().GetResult();
            return read.IsOk ? read.Value.Table.Rows.All(r => r.Count == read.Value.Table.Header.Count) : read.Problem!.Message.Length > 0;
        }, iter: 3000);
    }

    [Fact]
    public async Task A_zlib_block_that_expands_beyond_the_limit_is_refused() =>
        Assert.Equal("spss/damaged", (await MicrodataReader.ReadAsync("s.zsav", new MemoryStream(MicrodataBytes.Sav(2)), new ImportLimits { MaxExpandedBytes = 10 }, CancellationToken.None)).Problem!.Code);

    private static Task<Result<MicrodataTable>> ReadAsync(string name, byte[] bytes) => MicrodataReader.ReadAsync(name, new MemoryStream(bytes), null, CancellationToken.None);
}
