using System.Globalization;
using System.Text;
using Jembatan.Core;
using Jembatan.Interchange.Intake;
using Jembatan.Interchange.Microdata;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Dbf;

/// <summary>Reads a dBASE or FoxPro table.</summary>
/// <remarks>Kept: fields of type C, N, F, D, L, I and B. Left out: deleted records, memo and other fields that live in a second file.
/// <para>Untrusted input: the number of records is taken from the bytes that are there when the file claims more.</para>
/// <para><b>Source</b>: the published structure of dBASE III and IV files and of Visual FoxPro tables.</para></remarks>
internal static class DbfReader
{
    private sealed record Field(string Name, char Type, int Offset, int Length);

    internal static Result<MicrodataTable> Read(string name, byte[] bytes, ImportLimits limits)
    {
        var cursor = new ByteCursor(bytes, false);
        var version = cursor.Byte();
        cursor.Skip(3);
        var claimed = (uint)cursor.Int32();
        var (headerLength, recordLength) = (cursor.UInt16(), cursor.UInt16());
        cursor.At = 29;
        var encoding = Language(cursor.Byte());
        if (cursor.IsBeyond || (version & 7) is not (3 or 4 or 0 or 2 or 5) || headerLength < 33 || recordLength < 2 || headerLength > bytes.Length)
            return new Problem("dbf/not-dbase", $"'{name}' is no dBASE table, whatever its name says. Open it in the program that made it and save it as .csv.", name);

        var (fields, left) = (new List<Field>(), new List<string>());
        var offset = 1;
        for (cursor.At = 32; cursor.At + 32 <= headerLength && bytes[cursor.At] != 0x0D;)
        {
            var descriptor = cursor.Take(32);
            var (field, type, length) = (PlainCells.Text(descriptor[..11], encoding), (char)descriptor[11], (int)descriptor[16]);
            if (type == 'C') length += descriptor[17] << 8; // long texts of FoxPro and Clipper
            if (offset + length > recordLength || length == 0) return Torn(name, $"field {fields.Count + 1}");
            if (type is 'C' or 'N' or 'F' or 'D' or 'L' or 'I' or 'B') fields.Add(new(field, type, offset, length));
            else left.Add(field);
            offset += length;
        }

        if (fields.Count == 0) return Torn(name, "header");
        var there = (bytes.Length - headerLength) / recordLength;
        var count = (int)Math.Min(claimed, there);
        var losses = new List<string>();
        if (claimed > there) losses.Add(FormattableString.Invariant($"The file says that it has {claimed} records; {there} are there."));
        if (left.Count > 0) losses.Add($"Fields that live in a second file were left out: {string.Join(", ", left)}.");
        if ((long)count * fields.Count > limits.MaxCells) return TableReader.TooLarge(name, limits);

        var (rows, deleted) = (new List<IReadOnlyList<string>>(count), 0);
        for (var r = 0; r < count; r++)
        {
            var record = bytes.AsSpan(headerLength + (r * recordLength), recordLength);
            if (record[0] == 0x1A) break;
            if (record[0] == (byte)'*')
            {
                deleted++;
                continue;
            }

            var row = new string[fields.Count];
            for (var f = 0; f < row.Length; f++) row[f] = Cell(record.Slice(fields[f].Offset, fields[f].Length), fields[f].Type, encoding);
            rows.Add(row);
        }

        if (deleted > 0) losses.Add(FormattableString.Invariant($"{deleted} records marked as deleted were left out."));
        return MicrodataReader.Table(name, [.. fields.Select(f => new MicrodataColumn(f.Name, "", new Dictionary<string, string>()))], rows, losses);
    }

    private static string Cell(ReadOnlySpan<byte> cell, char type, Encoding encoding)
    {
        if (type == 'I' && cell.Length == 4) return new ByteCursor(cell, false).Int32().ToString(CultureInfo.InvariantCulture);
        if (type == 'B' && cell.Length == 8) return PlainCells.Number(new ByteCursor(cell, false).Double());
        var text = PlainCells.Text(cell, encoding);
        return type switch
        {
            'N' or 'F' => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? PlainCells.Number(number) : "",
            'D' => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
            'L' => text.Length == 0 ? "" : "TtYy".Contains(text[0], StringComparison.Ordinal) ? "1" : "FfNn".Contains(text[0], StringComparison.Ordinal) ? "0" : "",
            _ => text,
        };
    }

    private static Encoding Language(byte driver) => PlainCells.CodePage(driver switch
    {
        0x01 => 437,
        0x02 => 850,
        0x03 or 0x57 or 0x58 or 0x59 => 1252,
        0x64 => 852,
        0x65 => 866,
        0x4D => 936,
        0x4F => 950,
        0x7B => 932,
        0xC8 => 1250,
        0xC9 => 1251,
        0xCA => 1254,
        0xCB => 1253,
        0xF0 => 65001,
        _ => 1252,
    });

    private static Problem Torn(string name, string where) => new("dbf/damaged", $"'{name}' is damaged at its {where}. Copy it again, or open it in the program that made it and save it as .csv.", name);
}
