using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Jembatan.Core;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Tests.Tables;

public sealed class TableTests
{
    private static Task<Result<Table>> Read(string name, byte[] bytes, ImportLimits? limits = null) =>
        TableReader.ReadAsync(name, new MemoryStream(bytes, writable: false), limits, TestContext.Current.CancellationToken);

    private static Task<Result<Table>> Csv(string text) => Read("a.csv", Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("nama,umur\nSari,40\n")]
    [InlineData("nama;umur\r\nSari;40")]
    [InlineData("nama\tumur\nSari\t40\n")]
    [InlineData("\uFEFFnama,umur\nSari,40\n")]
    [InlineData("\n\n\"nama\", umur \n\n Sari ,\"40\"\n,\n")]
    public async Task Delimiters_quotes_and_marks_are_found_out(string text)
    {
        var table = (await Csv(text)).Value;
        Assert.Equal("nama", table.Header[0]);
        Assert.StartsWith("umur", table.Header[1], StringComparison.Ordinal);
        Assert.Equal("Sari", table.Rows.Single()[0]);
        Assert.StartsWith("40", table.Rows.Single()[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quoted_cells_keep_delimiters_line_ends_and_quotes() =>
        Assert.Equal("ya, \"mungkin\"\nlalu tidak", (await Csv("a,b\r\n\"ya, \"\"mungkin\"\"\r\nlalu tidak\",2\r\n")).Value.Rows[0][0]);

    [Fact]
    public async Task Header_names_become_unique_and_rows_get_one_width()
    {
        var table = (await Csv("a,A,,\n1\n1,2,3,4\n")).Value;
        Assert.Equal(["a", "A (2)", "Column 3", "Column 4"], table.Header);
        Assert.Equal(["1", "", "", ""], table.Rows[0]);
    }

    [Fact]
    public async Task Rows_keep_the_numbers_that_a_spreadsheet_gives_them()
    {
        Assert.Equal([4, 6, 7], (await Csv("\n,\nnama,umur\nSari,\"40\nlebih\"\n\nTini,41\nUmi,42\n")).Value.FileRows);
        var sheet = Workbook("<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"5\"><c r=\"A5\"><v>2</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>3</v></c></row>");
        Assert.Equal([5, 1_048_576], (await Read("a.xlsx", sheet)).Value.FileRows);
        Assert.Equal([2], (await Read("a.xlsx", Workbook("<row r=\"9999999999\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"))).Value.FileRows);
    }

    [Fact]
    public async Task A_cell_longer_than_any_buffer_is_read() => Assert.Equal(3_000_000, (await Csv("a,b\n1," + new string('x', 3_000_000) + "\n")).Value.Rows[0][1].Length);

    [Theory]
    [InlineData("a.csv", "a,b\n", "table/no-rows")]
    [InlineData("a.csv", "", "import/empty")]
    [InlineData("a.csv", "a,b\n1,\"tidak ditutup\n2,3", "csv/bad-quotes")]
    [InlineData("a.ods", "x", "table/unknown-format")]
    [InlineData("a.xlsx", "a,b\n1,2", "xlsx/not-a-zip")]
    [InlineData("a.csv", "%PDF-1.4", "text/binary")]
    public async Task Tables_that_are_none_are_told(string name, string text, string code) => Assert.Equal(code, (await Read(name, Encoding.UTF8.GetBytes(text))).Problem?.Code);

    private const string Ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static byte[] Workbook(string rows, string sheets = "<sheet name=\"S\" sheetId=\"1\"/>", string extra = "") => Samples.Zip(
    [
        ("xl/workbook.xml", $"<workbook {Ns}>{extra}<sheets>{sheets}</sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet {Ns}><sheetData>{rows}</sheetData></worksheet>"),
        ("xl/sharedStrings.xml", $"<sst {Ns}><si><t>nama</t></si><si><r><t>Sa</t></r><r><t>ri</t></r><rPh><t>x</t></rPh></si></sst>"),
        ("xl/styles.xml", $"<styleSheet {Ns}><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\ mmm\\ yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/><numFmt numFmtId=\"166\" formatCode=\"&quot;Rp&quot;#,##0\"/><numFmt numFmtId=\"167\" formatCode=\"[$-F400]h:mm:ss\\ AM/PM\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"22\"/><xf numFmtId=\"167\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>"),
    ]);

    [Fact]
    public async Task Dates_times_numbers_truths_and_errors_are_read_as_they_are_meant()
    {
        var table = (await Read("a.xlsx", Workbook(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c><c r=\"J1\" t=\"str\"><v>j</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>45037</v></c><c r=\"C2\" s=\"2\"><v>1.5</v></c><c r=\"D2\" s=\"3\"><v>16800</v></c><c r=\"E2\" s=\"4\"><v>45037.25</v></c><c r=\"F2\" s=\"5\"><v>0.43958333333333338</v></c><c r=\"G2\" t=\"b\"><v>1</v></c><c r=\"H2\" t=\"e\"><v>#N/A</v></c><c r=\"I2\"><v>0.1</v></c><c r=\"J2\" s=\"6\"><v>0.5</v></c></row>"))).Value;
        Assert.Equal(["nama", "b", .. Enumerable.Range(3, 7).Select(i => $"Column {i}"), "j"], table.Header);
        Assert.Equal(["Sari", "2023-04-21", "36:00:00", "16800", "2023-04-21T06:00:00", "10:33:00", "true", "", "0.1", "0.5"], table.Rows.Single());
        Assert.Contains("1 cells hold an error", table.Losses.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_1904_system_and_hidden_first_sheets_are_known()
    {
        var rows = "<row><c t=\"str\"><v>a</v></c></row><row><c s=\"1\"><v>43575</v></c></row>";
        var table = (await Read("a.xlsx", Workbook(rows, "<sheet name=\"X\" sheetId=\"2\" state=\"hidden\"/><sheet name=\"S\" sheetId=\"1\"/>", "<workbookPr date1904=\"1\"/>"))).Value;
        Assert.Equal("2023-04-21", table.Rows[0][0]);
        Assert.Contains("1 further sheets; only 'S'", table.Losses.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_scattered_to_fill_memory_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(r => $"<row><c r=\"XFD{r}\"><v>1</v></c></row>"));
        Assert.Equal("table/too-large", (await Read("a.xlsx", Workbook(rows), new ImportLimits { MaxCells = 500_000 })).Problem?.Code);
    }

    [Fact]
    public async Task Hostile_workbooks_are_refused()
    {
        Assert.Equal("xlsx/bad-xml", (await Read("a.xlsx", Samples.Zip([("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>")]))).Problem?.Code);
        Assert.Equal("xlsx/encrypted", (await Read("a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")])).Problem?.Code);
        Assert.Equal("xlsx/no-body", (await Read("a.xlsx", Samples.Zip([("x", "y")]))).Problem?.Code);
        Assert.Equal("xlsx/zip-bomb", (await Read("a.xlsx", Samples.Zip([("xl/workbook.xml", new byte[20 << 20])]))).Problem?.Code);
    }

    [Fact]
    public Task Spoilt_workbooks_never_throw()
    {
        var whole = Workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45037</v></c></row>");
        return Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 8].SampleAsync(async spoils =>
        {
            var bytes = (byte[])whole.Clone();
            foreach (var (at, value) in spoils) bytes[at] = value;
            return await Read("a.xlsx", bytes) is { Problem: null or { Code.Length: > 3 } };
        }, iter: 300);
    }

    private static readonly Gen<string> Cells = Gen.OneOf(Gen.String[0, 12], Gen.Int[0, 5].Select(i => new[] { "=1+1", "-3", "ya, \"x\"", "dua\nbaris", "😀 ꦗꦮ", "@cmd" }[i]));

    [Fact]
    public Task What_is_written_as_a_workbook_is_valid_and_comes_back() => Cells.Array[3].Array[1, 6].SampleAsync(async rows =>
    {
        using var held = new MemoryStream();
        TableWriter.WriteXlsx(held, [new("Data/1", ["a", "b", "c"], [.. rows.Select(r => (IReadOnlyList<object?>)[.. r])]), new("", ["x"], [[1.5], [true], [new DateOnly(2026, 7, 14)]])]);
        using (var document = SpreadsheetDocument.Open(new MemoryStream(held.ToArray()), false)) Assert.Empty(new OpenXmlValidator().Validate(document));
        var read = await Read("a.xlsx", held.ToArray());
        var expected = rows.Select(r => r.Select(c => Jembatan.Core.Qualitative.CanonicalText.From(c).Value.Trim()).ToArray()).Where(r => r.Any(c => c.Length > 0)).ToList();
        if (expected.Count == 0) return;
        Assert.Equal(expected.Select(r => string.Join('|', r.Select(Legal))), read.Value.Rows.Select(r => string.Join('|', r.Take(3))));
    }, iter: 100);

    // Characters that no workbook may hold come back as U+FFFD.
    private static string Legal(string cell) => string.Concat(cell.Select(c => char.IsSurrogate(c) || System.Xml.XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));

    [Fact]
    public async Task Typed_cells_come_back_as_they_went()
    {
        using var held = new MemoryStream();
        TableWriter.WriteXlsx(held, [new("S", ["n", "d", "b", "t"], [[0.1, new DateOnly(2026, 7, 14), false, "001"], [12, null, true, "=1+1"]])]);
        var table = (await Read("a.xlsx", held.ToArray())).Value;
        Assert.Equal(["0.1", "2026-07-14", "false", "001"], table.Rows[0]);
        Assert.Equal(["12", "", "true", "=1+1"], table.Rows[1]);
    }

    [Fact]
    public async Task Characters_written_by_their_number_are_read_and_words_that_look_so_stay()
    {
        string[] written = ["satu _x0041_ dua", "_x005F_x0041_", "_xZZZZ_ _x12_"];
        using var held = new MemoryStream();
        TableWriter.WriteXlsx(held, [new("S", ["a", "b", "c"], [written])]);
        Assert.Equal(written, (await Read("a.xlsx", held.ToArray())).Value.Rows[0]);

        // As a spreadsheet writes an answer of two lines.
        held.Position = 0;
        using (var zip = new ZipArchive(held, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(sheet.Open())) xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            await using var stream = sheet.Open();
            stream.SetLength(0);
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(xml.Replace("_xZZZZ_ _x12_", "satu_x000D_\ndua_x0000_", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        }

        Assert.Equal("satu\ndua", (await Read("a.xlsx", held.ToArray())).Value.Rows[0][2]);
    }

    [Fact]
    public void A_cell_too_long_for_a_workbook_is_cut_and_counted()
    {
        using var held = new MemoryStream();
        Assert.Equal(1, TableWriter.WriteXlsx(held, [new("S", ["n"], [[new string('x', 40_000)]])]));
    }

    [Fact]
    public async Task Csv_cells_are_quoted_and_formulas_disarmed()
    {
        using var held = new MemoryStream();
        await TableWriter.WriteCsvAsync(held, new("S", ["a", "b"], [["=HYPERLINK(\"x\")", "-3"], ["@x", "ya, \"x\"\ny"], [-3.5, "+62 812"]]), TestContext.Current.CancellationToken);
        Assert.Equal("\uFEFFa,b\r\n\"'=HYPERLINK(\"\"x\"\")\",-3\r\n'@x,\"ya, \"\"x\"\"\ny\"\r\n-3.5,'+62 812\r\n", Encoding.UTF8.GetString(held.ToArray()));
    }

    [Fact]
    public async Task A_table_of_a_header_alone_is_told_without_a_word_on_persons()
    {
        var read = await TableReader.ReadAsync("flows.csv", new MemoryStream([.. "month,joined\n"u8]), null, CancellationToken.None);
        Assert.EndsWith("at least one row of data.", read.Problem!.Message, StringComparison.Ordinal);
    }
}
