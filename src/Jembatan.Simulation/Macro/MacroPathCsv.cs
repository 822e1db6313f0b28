using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Jembatan.Core;

namespace Jembatan.Simulation.Macro;

/// <summary>Reads a path of the economy that a user made: a CSV with one row a month.</summary>
/// <remarks>
/// Header <c>month,growth_gap,inflation_surprise,unemployment_gap,exchange_gap</c>; factors that are left out are zero. Months as <c>yyyy-MM</c>, in any order, none missing between the first month of the
/// run and its last. Separators comma, semicolon or tab; numbers with a point.
/// <para><b>Unit</b>: as <see cref="MacroFactor"/>: fractions and logs, not per cent.</para>
/// <para><b>Untrusted input</b>: at most 100,000 rows; every problem names file, line and field.</para>
/// </remarks>
public static class MacroPathCsv
{
    private const int MaxRows = 100_000;
    private static readonly char[] Separators = ['\t', ';', ','];
    private static readonly string[] Columns = ["growth_gap", "inflation_surprise", "unemployment_gap", "exchange_gap"];

    /// <summary>Reads the months of a run.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="text">The file.</param>
    /// <param name="start">First month of the run.</param>
    /// <param name="months">How many months the run needs, month 0 included.</param>
    /// <returns>The path, or <c>macro/header</c>, <c>macro/too-many-cells</c>, <c>macro/bad-month</c>, <c>macro/repeated-month</c>, <c>macro/missing-month</c>, <c>macro/too-short</c>, <c>macro/not-a-number</c>,
    /// <c>macro/out-of-range</c>, <c>macro/too-long</c>.</returns>
    public static Result<MacroPath> Read(string file, string text, CalendarMonth start, int months)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var read = Rows(file, text);
        return read.Problem is { } problem ? problem : Between(file, read.Value.Months, start, months, read.Value.Header);
    }

    /// <summary>Reads all months of the file, none missing between its first and its last.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="text">The file.</param>
    /// <returns>The path, or the problems of <see cref="Read"/>.</returns>
    public static Result<MacroPath> ReadAll(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = Rows(file, text);
        if (read.Problem is { } problem) return problem;
        var (months, header) = read.Value;
        if (months.Count == 0) return Problem("macro/too-short", file, header, "month", "it has a header and no month. Give one row a month.");
        int first = months.Keys.Min(), last = months.Keys.Max();
        return last - first >= MaxRows ? Problem("macro/too-long", file, months[last].Line, "month", FormattableString.Invariant($"its months span more than {MaxRows}. Check the years.")) : Between(file, months, new CalendarMonth(first), last - first + 1, header);
    }

    /// <summary>Reads the months from the start of a run to the end of the file, however long the run.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="text">The file.</param>
    /// <param name="start">First month of the run.</param>
    /// <returns>The path, or the problems of <see cref="Read"/>.</returns>
    public static Result<MacroPath> ReadFrom(string file, string text, CalendarMonth start)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = Rows(file, text);
        if (read.Problem is { } problem) return problem;
        var (months, header) = read.Value;
        return Between(file, months, start, months.Count == 0 ? 1 : Math.Clamp(months.Keys.Max() - start.Index + 1, 1, MaxRows), header);
    }

    private static Result<(Dictionary<int, (double[] Values, int Line)> Months, int Header)> Rows(string file, string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        if (lines.Length > MaxRows) return Problem("macro/too-long", file, MaxRows, "month", FormattableString.Invariant($"it has more than {MaxRows} rows. Keep one row a month."));
        var at = Array.FindIndex(lines, l => l.Trim().Length > 0);
        if (at < 0) return Problem("macro/header", file, 1, "month", "it is empty. Give a header row and one row a month.");
        var separator = Separators.FirstOrDefault(lines[at].Contains, ',');
        var header = Cells(lines[at], separator);
        var monthColumn = Array.IndexOf(header, "month");
        if (monthColumn < 0) return Problem("macro/header", file, at + 1, "month", $"there is no column 'month'. Name the columns month, {string.Join(", ", Columns)}.");
        if (header.FirstOrDefault(h => h.Length > 0 && h != "month" && !Columns.Contains(h)) is { } unknown)
            return Problem("macro/header", file, at + 1, unknown, $"the column '{unknown}' is not known. Name the columns month, {string.Join(", ", Columns)}.");
        if (header.Where(h => h.Length > 0).GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Problem("macro/header", file, at + 1, twice.Key, $"the column '{twice.Key}' stands twice. Keep one.");

        if (!header.Any(Columns.Contains)) return Problem("macro/header", file, at + 1, "month", $"there is no column of the economy. Add at least one of {string.Join(", ", Columns)}; those left out are 0.");

        var rows = new Dictionary<int, (double[] Values, int Line)>();
        for (var i = at + 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            var cells = Cells(lines[i], separator);
            if (cells.Skip(header.Length).Any(c => c.Length > 0))
                return Problem("macro/too-many-cells", file, i + 1, header[^1], $"the row has {cells.Length} cells and the header {header.Length}. Write numbers with a point, and one cell a column.");
            if (monthColumn >= cells.Length || CalendarMonth.Parse(cells[monthColumn]) is not { } month)
                return Problem("macro/bad-month", file, i + 1, "month", "that is no month. Write it as 2026-01.");
            var values = new double[MacroPath.Factors];
            for (var c = 0; c < header.Length; c++)
            {
                var factor = Array.IndexOf(Columns, header[c]);
                if (factor < 0) continue;
                if (c >= cells.Length || !double.TryParse(cells[c], NumberStyles.Float, CultureInfo.InvariantCulture, out values[factor]) || !double.IsFinite(values[factor]))
                    return Problem("macro/not-a-number", file, i + 1, header[c], $"'{(c < cells.Length ? cells[c] : "")}' is no number. Write it with a point, such as -0.03.");
                if (Math.Abs(values[factor]) > 2) return Problem("macro/out-of-range", file, i + 1, header[c], "it is larger than 2. Factors are fractions, not per cent: write -0.03 for three points below.");
            }

            if (!rows.TryAdd(month.Index, (values, i + 1))) return Problem("macro/repeated-month", file, i + 1, "month", $"{month} stands twice. Keep one row.");
        }

        return (rows, at + 1);
    }

    private static Result<MacroPath> Between(string file, Dictionary<int, (double[] Values, int Line)> rows, CalendarMonth start, int months, int header)
    {
        var all = ImmutableArray.CreateBuilder<double>(months * MacroPath.Factors);
        for (var t = 0; t < months; t++)
        {
            var month = start.Plus(t);
            if (rows.TryGetValue(month.Index, out var row)) all.AddRange(row.Values);
            else if (rows.Where(r => r.Key > month.Index).OrderBy(r => r.Key).Select(r => r.Value.Line).FirstOrDefault() is > 0 and var after)
                return Problem("macro/missing-month", file, after, "month", $"the month {month} is missing. Add its row; nothing is interpolated.");
            else
                return Problem("macro/too-short", file, rows.Count > 0 ? rows.MaxBy(r => r.Key).Value.Line : header, "month", FormattableString.Invariant($"it ends before {month}, but the run needs {months} months from {start} to {start.Plus(months - 1)}. Add the months, or shorten the run with --months."));
        }

        return new MacroPath(start, all.MoveToImmutable());
    }

    // Cells between separators; quotation marks round a cell may hold one, and two of them in a row stand for one.
    private static string[] Cells(string line, char separator)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == separator && !quoted) Take();
            else cell.Append(line[i]);
        }

        Take();
        return [.. cells];

        void Take()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }

    private static Problem Problem(string code, string file, int line, string field, string what) =>
        new(code, FormattableString.Invariant($"In '{file}', line {line}, column {field}: {what}"), FormattableString.Invariant($"{file}, line {line}, field {field}"));
}
