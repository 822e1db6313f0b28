using System.Globalization;
using Jembatan.Core;
using Jembatan.Statistics.Agreement;

namespace Jembatan.App.Agreement;

/// <summary>Reads the contingency table of two coders: labels in the first row and column, numbers of units in the cells.</summary>
internal static class ContingencyRows
{
    private const int MostCategories = 2000;

    /// <returns>The data, or <c>csv/ragged</c>, <c>agreement/not-square</c>, <c>agreement/not-a-count</c>.</returns>
    public static Result<ReliabilityData> Read(string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var header = rows[0];
        for (var i = 1; i < rows.Count; i++)
            if (rows[i].Count != header.Count) return ReliabilityRows.Ragged(name, i + 1, rows[i].Count, header.Count);
        var columns = header.Skip(1).ToList();
        var labels = rows.Skip(1).Select(r => r[0]).ToList();
        if (labels.Count != columns.Count || labels.Count == 0 || labels.Count > MostCategories)
            return new Problem("agreement/not-square", $"'{name}' has {labels.Count} rows and {columns.Count} columns of numbers. A table of two coders is square, its first row and first column hold the labels, and it has up to {MostCategories} of them.", name);
        if (labels.Distinct(StringComparer.Ordinal).Count() != labels.Count || !labels.ToHashSet(StringComparer.Ordinal).SetEquals(columns))
            return new Problem("agreement/not-square", $"The labels of the rows and of the columns of '{name}' differ, or one stands twice. Both coders need the same labels, each once.", name);
        var counts = new long[labels.Count][];
        long total = 0;
        for (var k = 0; k < labels.Count; k++)
        {
            counts[k] = new long[labels.Count];
            for (var l = 0; l < labels.Count; l++)
            {
                var cell = rows[k + 1][columns.IndexOf(labels[l]) + 1];
                if (CountOf(cell) is not { } count || (total += count) > 1L << 50)
                    return new Problem("agreement/not-a-count", $"'{cell}' in row '{labels[k]}', column '{labels[l]}' of '{name}' is no number of units. Write whole numbers from 0.", $"row {labels[k]}, column {labels[l]}");
                counts[k][l] = count;
            }
        }

        return ReliabilityData.OfTable("rows", "columns", labels, counts, "every unit of the table");
    }

    private static long? CountOf(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1L << 50 && number == Math.Floor(number) ? (long)number : null;
}
