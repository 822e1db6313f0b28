using System.Buffers;
using System.Globalization;
using System.Text;

namespace Jembatan.Interchange.Tables;

/// <summary>A sheet to write.</summary>
/// <param name="Name">Name of the sheet; at most 31 characters are kept.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">Rows of cells: text, whole or decimal numbers, true or false, <see cref="DateOnly"/>, or null for empty.</param>
public sealed record SheetData(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Writes tables as CSV or as an Excel workbook.</summary>
public static class TableWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\",;\r\n\t");

    /// <summary>Writes one sheet as CSV: UTF-8 with byte-order mark, commas, CRLF, quotes as in RFC 4180.</summary>
    /// <remarks>Text that a spreadsheet would run as a formula (it begins with =, +, −, @, tab or CR) is written after an apostrophe; numbers are left as they are.</remarks>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="sheet">What.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteCsvAsync(Stream stream, SheetData sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', sheet.Header.Select(h => Cell(h))).AsMemory(), cancellationToken);
        foreach (var row in sheet.Rows) await writer.WriteLineAsync(string.Join(',', row.Select(Cell)).AsMemory(), cancellationToken);
    }

    /// <summary>Writes sheets as an Excel workbook (.xlsx). Text is written as text and never run as a formula.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="sheets">At least one sheet.</param>
    /// <returns>How many cells were longer than the 32,767 characters that a workbook holds, and were cut.</returns>
    public static int WriteXlsx(Stream stream, IReadOnlyList<SheetData> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        return new XlsxWriter(stream, sheets).Write();
    }

    /// <summary>A cell's value in invariant notation.</summary>
    internal static string Plain(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Cell(object? value)
    {
        var text = Plain(value);
        if (value is string && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) text = "'" + text;
        return text.AsSpan().ContainsAny(Special) || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' ')) ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
