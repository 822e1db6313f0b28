using System.Globalization;
using Jembatan.Core;
using Jembatan.Statistics.Agreement;

namespace Jembatan.App.Agreement;

/// <summary>Reads reliability data: coder names in the first row, then one row a unit; an empty cell is missing.</summary>
internal static class ReliabilityRows
{
    private const int MostCoders = 1000;

    /// <returns>The data, or <c>csv/ragged</c>, <c>agreement/no-units</c>, <c>agreement/coders</c>.</returns>
    public static Result<ReliabilityData> Read(string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var header = rows[0];
        if (header.Count > MostCoders) return new Problem("agreement/coders", $"'{name}' has {header.Count} columns, and each would be a coder. Put units in rows and coders in columns.", name);
        if (rows.Count == 1) return new Problem("agreement/no-units", $"'{name}' has a row of coder names and no unit under it. Write one row for each unit.", name);
        var coders = header.Select((c, i) => c.Length > 0 ? c : string.Create(CultureInfo.InvariantCulture, $"coder {i + 1}")).ToList();
        if (coders.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice) return new Problem("agreement/coders", $"The coder '{twice.Key}' stands twice in the first row of '{name}'. Give each column its own name.", name);
        foreach (var (line, row) in rows.Index())
        {
            if (row.Count != header.Count) return Ragged(name, line + 1, row.Count, header.Count);
        }

        List<IReadOnlyList<string>> values = [.. rows.Skip(1)];
        return ReliabilityData.OfRows(coders, HasDecimalCommas(values) ? [.. values.Select(r => (IReadOnlyList<string>)[.. r.Select(c => c.Replace(',', '.'))])] : values, "every row of the file");
    }

    // 1,5 is a number where every value is one that way. Where each comma has three digits behind it, it may part thousands: then nothing is guessed.
    private static bool HasDecimalCommas(List<IReadOnlyList<string>> rows)
    {
        var (commas, thousands) = (0, 0);
        foreach (var cell in rows.SelectMany(r => r).Where(c => c.Length > 0))
        {
            if (!double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || cell.Contains('.')) return false;
            var comma = cell.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0) continue;
            commas++;
            if (cell.Length - comma - 1 == 3) thousands++;
        }

        return commas > thousands;
    }

    public static Problem Ragged(string name, int row, int cells, int expected) => new(
        "csv/ragged",
        string.Create(CultureInfo.InvariantCulture, $"Row {row} of '{name}' has {cells} cells where the first row has {expected}. Leave a missing value empty, but keep its comma."),
        string.Create(CultureInfo.InvariantCulture, $"row {row}"));
}
