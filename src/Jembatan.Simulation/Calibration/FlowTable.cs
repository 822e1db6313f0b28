using System.Collections.Immutable;
using System.Globalization;
using Jembatan.Core;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Calibration;

/// <summary>The flows of one month, payer, province and segment; a count that the table does not have is null.</summary>
/// <param name="Month">The month.</param>
/// <param name="Payer">Who pays; null when the table does not say.</param>
/// <param name="Province">Province as written; empty when the table does not say.</param>
/// <param name="Segment">Segment as written; empty when the table does not say.</param>
/// <param name="Joined">New registrations with a first payment, persons.</param>
/// <param name="Paid">Members who paid for the month.</param>
/// <param name="Missed">Members who did not, within grace.</param>
/// <param name="Ended">Memberships ended by the rule.</param>
/// <param name="Returned">Former members who paid again.</param>
public sealed record FlowRow(CalendarMonth Month, Payer? Payer, string Province, string Segment, long? Joined, long? Paid, long? Missed, long? Ended, long? Returned);

/// <summary>An institution's own flows: what stocks cannot say.</summary>
public static class FlowTable
{
    /// <summary>Reads rows of a table, from csv or a workbook, by a mapping.</summary>
    /// <remarks><b>Untrusted input</b>: every cell is checked; a problem names file, line and column. Thousands may be grouped by a point or a space, never by a comma that could be a decimal.</remarks>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">Rows × columns, as text; row 0 is line 2.</param>
    /// <param name="mapping">Which column is what.</param>
    /// <returns>Rows in order of time, or <c>flows/no-column</c>, <c>flows/bad-month</c>, <c>flows/bad-count</c>, <c>flows/unknown-payer</c>, <c>flows/repeated-row</c>, <c>flows/no-flow</c>.</returns>
    public static Result<ImmutableArray<FlowRow>> Read(string file, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, FlowMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(mapping);
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, column) in mapping.Columns)
        {
            var index = header.Index().Where(h => string.Equals(h.Item.Trim(), column.Trim(), StringComparison.OrdinalIgnoreCase)).Select(h => h.Index).FirstOrDefault(-1);
            if (index >= 0) at[field] = index;
            else if (mapping != FlowMapping.Plain || field == "month")
                return Told("flows/no-column", file, 1, column, $"there is no column '{column}' for '{field}'. Columns are: {string.Join(", ", header.Take(40))}. Correct the mapping file.");
        }

        if (!FlowMapping.Fields.Skip(4).Any(at.ContainsKey)) return Told("flows/no-flow", file, 1, "joined", "no column holds a flow. Map at least one of joined, paid, missed, ended, returned.");
        var (read, seen) = (ImmutableArray.CreateBuilder<FlowRow>(rows.Count), new HashSet<(CalendarMonth, Payer?, string, string)>());
        for (var r = 0; r < rows.Count; r++)
        {
            var line = r + 2;
            string Cell(string field) => at.TryGetValue(field, out var c) && c < rows[r].Count ? rows[r][c].Trim() : "";
            if (CalendarMonth.Parse(Cell("month")) is not { } month) return Told("flows/bad-month", file, line, mapping.Columns["month"], $"'{Cell("month")}' is no month. Write it as 2025-04.");
            Payer? payer = null;
            if (Cell("payer") is { Length: > 0 } word)
            {
                if (!mapping.Payers.TryGetValue(word, out var known)) return Told("flows/unknown-payer", file, line, mapping.Columns["payer"], $"the payer '{word}' is not in the mapping. Add it to 'payers' as one of {string.Join(", ", RuleWords.Payers.Keys)}.");
                payer = known;
            }

            var counts = new long?[5];
            foreach (var (i, field) in FlowMapping.Fields.Skip(4).Index())
            {
                var text = Cell(field);
                if (text.Length == 0) continue;
                if (Count(text) is not { } count) return Told("flows/bad-count", file, line, mapping.Columns[field], $"'{text}' is no whole number of persons of 0 or more. Correct the cell, or leave it empty when it is not known.");
                counts[i] = count;
            }

            var row = new FlowRow(month, payer, Cell("province"), Cell("segment"), counts[0], counts[1], counts[2], counts[3], counts[4]);
            if (!seen.Add((row.Month, row.Payer, row.Province, row.Segment))) return Told("flows/repeated-row", file, line, mapping.Columns["month"], $"month {month}, payer, province and segment stand twice. Keep one row of them.");
            read.Add(row);
        }

        return read.OrderBy(r => r.Month).ToImmutableArray();
    }

    /// <summary>The totals of a month over all rows as outputs to match; a flow that any row lacks is left out.</summary>
    /// <remarks>Variance = count (Poisson) + (tolerance·count)² for errors of administration.</remarks>
    /// <param name="rows">Rows.</param>
    /// <param name="tolerance">Relative, 0 or more.</param>
    /// <returns>Named <c>flow/MONTH</c>, such as <c>joined/2025-04</c>, in order of time.</returns>
    public static ImmutableArray<MatchedOutput> Targets(IReadOnlyList<FlowRow> rows, double tolerance = 0.02)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var flows = new (string Name, Func<FlowRow, long?> Of)[] { ("joined", r => r.Joined), ("paid", r => r.Paid), ("missed", r => r.Missed), ("ended", r => r.Ended), ("returned", r => r.Returned) };
        return
        [
            .. from month in rows.GroupBy(r => r.Month).OrderBy(g => g.Key)
               from flow in flows
               where month.All(r => flow.Of(r) is not null)
               let count = (double)month.Sum(r => flow.Of(r)!.Value)
               select new MatchedOutput($"{flow.Name}/{month.Key}", count, Math.Max(1, count) + (tolerance * count * tolerance * count), 0),
        ];
    }

    private static long? Count(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        var parts = plain.Split('.');
        // 12.345 groups thousands; 12.0 is a whole number as a spreadsheet writes it; 12.5 is neither.
        if (parts.Length > 1 && parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(p => p.Length == 3)) plain = string.Concat(parts);
        else if (parts.Length == 2 && parts[1].All(c => c == '0')) plain = parts[0];
        return long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_000_000_000 ? count : null;
    }

    private static Problem Told(string code, string file, int line, string column, string what) =>
        new(code, FormattableString.Invariant($"In '{file}', line {line}, column {column}: {what}"), FormattableString.Invariant($"{file}, line {line}, field {column}"));
}
