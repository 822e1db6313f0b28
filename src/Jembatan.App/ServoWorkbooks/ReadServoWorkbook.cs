using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Interchange.Tables;

namespace Jembatan.App.ServoWorkbooks;

/// <summary>Reads the rows of a SERVO workbook and checks sheets and columns.</summary>
internal static class ReadServoWorkbook
{
    /// <returns>Rows by the name of their sheet, and what was left out; or <c>servo/no-sheet</c>, <c>servo/no-column</c>, <c>servo/bad-row</c>, or a problem of the reader.</returns>
    public static async Task<Result<(ILookup<string, ServoRow> Rows, IReadOnlyList<string> Losses)>> HandleAsync(ImportFile file, CancellationToken cancellationToken)
    {
        var read = await file.ReadAsync(stream => TableReader.ReadSheetsAsync(file.Name, stream, null, cancellationToken), cancellationToken);
        if (read.Problem is { } unreadable) return unreadable;
        var (rows, losses) = (new List<ServoRow>(), new List<string>());
        foreach (var (name, table) in read.Value)
        {
            if (ServoSheets.All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } sheet)
            {
                if (!name.Equals(WriteServoTemplate.Guide, StringComparison.OrdinalIgnoreCase)) losses.Add($"Left out: the sheet '{name}', which the template does not have.");
                continue;
            }

            losses.AddRange(table.Losses);
            losses.AddRange(table.Header.Where(h => sheet.Columns.All(c => !Same(c.Name, h))).Select(h => $"Left out: the column '{h}' of the sheet '{sheet.Name}', which the template does not have."));
            if (sheet.Columns.FirstOrDefault(c => c.Required && table.IndexOf(c.Name) < 0) is { } missing)
                return new Problem("servo/no-column", $"The sheet '{sheet.Name}' of '{file.Name}' has no column '{missing.Name}'. Take the columns from the template ('jembatan template OUT.xlsx').", sheet.Name);
            foreach (var (i, cells) in table.Rows.Index())
            {
                var row = new ServoRow(sheet.Name, i + 2, sheet.Columns.Where(c => table.IndexOf(c.Name) >= 0).ToDictionary(c => c.Name, c => cells[table.IndexOf(c.Name)]));
                if (sheet.Columns.FirstOrDefault(c => c.Required && row[c.Name] is null) is { } empty) return row.Problem(empty.Name, "This cell must not be empty.");
                rows.Add(row);
            }
        }

        return rows.Count > 0
            ? (rows.ToLookup(r => r.Sheet), losses)
            : new Problem("servo/no-sheet", $"'{file.Name}' has no row in any sheet of the template. Make the template with 'jembatan template OUT.xlsx' and fill at least one sheet.", file.Name);
    }

    private static bool Same(string a, string b) => string.Equals(a, b.Trim(), StringComparison.OrdinalIgnoreCase);
}
