using Jembatan.Core;
using Jembatan.Interchange.Intake;
using Jembatan.Text.Decoding;
using Sylvan.Data.Csv;

namespace Jembatan.Interchange.Tables;

/// <summary>Reads delimited text.</summary>
internal static class CsvReader
{
    internal static Result<Table> Read(string name, byte[] bytes, ImportLimits limits)
    {
        var decoded = TextFile.Decode(name, bytes);
        if (decoded.Problem is { } problem) return problem;
        var rows = Rows(name, decoded.Value, limits);
        if (rows.Problem is { } unread) return unread;
        return Table.Of(rows.Value, decoded.Value.Doubts) is { } table ? table : TableReader.NoRows(name);
    }

    internal static Result<IReadOnlyList<IReadOnlyList<string>>> ReadRows(string name, byte[] bytes, ImportLimits limits)
    {
        var decoded = TextFile.Decode(name, bytes);
        if (decoded.Problem is { } problem) return problem;
        var rows = Rows(name, decoded.Value, limits);
        if (rows.Problem is { } unread) return unread;
        return rows.Value.Where(r => r.Count > 1 || r[0].Length > 0).Select(r => (IReadOnlyList<string>)[.. r.Select(c => c.Trim())]).ToList();
    }

    private static Result<List<IReadOnlyList<string>>> Rows(string name, DecodedText decoded, ImportLimits limits)
    {
        var text = decoded.Text.TrimStart('\uFEFF');
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false, Comment = '\0', Delimiter = Delimiter(text), BufferSize = 1 << 16, MaxBufferSize = (int)Math.Max(1 << 17, limits.MaxFileBytes), OwnsReader = true,
        };
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text), options);
            for (var cells = 0; reader.Read();)
            {
                var row = new string[reader.RowFieldCount];
                if ((cells += row.Length) > limits.MaxCells) return TableReader.TooLarge(name, limits);
                for (var c = 0; c < row.Length; c++) row[c] = reader.GetString(c);
                rows.Add(row);
            }
        }
        catch (CsvFormatException e)
        {
            return new Problem("csv/bad-quotes", $"'{name}' is not a whole table: a quoted cell does not end, or ends inside a word, or a row is without end. Open it in a spreadsheet and save it as .xlsx.", $"row {e.RowNumber}");
        }

        return rows;
    }

    // The one that stands most often in the first line with a cell, outside quotation marks.
    private static char Delimiter(string text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        var any = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\n' or '\r')
            {
                if (any) break;
                continue;
            }

            any = true;
            if (c == ',') counts[0]++;
            else if (c == ';') counts[1]++;
            else if (c == '\t') counts[2]++;
        }

        return counts[2] > 0 && counts[2] >= Math.Max(counts[0], counts[1]) ? '\t' : counts[1] > counts[0] ? ';' : ',';
    }
}
