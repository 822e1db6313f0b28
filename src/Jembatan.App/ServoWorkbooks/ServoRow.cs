using System.Globalization;
using Jembatan.Core;

namespace Jembatan.App.ServoWorkbooks;

/// <summary>A row of a sheet, read by the names of its columns.</summary>
/// <param name="Number">As the spreadsheet counts, when no row above it is empty.</param>
internal sealed record ServoRow(string Sheet, int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; null when it is empty or the column is not there.</summary>
    public string? this[string column] => Cells.TryGetValue(column, out var value) && value.Length > 0 ? value : null;

    /// <summary>The words of a cell, separated by commas or semicolons; null when it is empty.</summary>
    public IReadOnlyList<string>? Words(string column) => this[column]?.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text that was typed in one language stands for both.</summary>
    public Bilingual? Both(string column) => this[column] is { } text ? Bilingual.Same(text) : null;

    /// <summary>A number; null when the cell is empty.</summary>
    public Result<double?> Number64(string column)
    {
        if (this[column] is not { } text) return (double?)null;
        return double.TryParse(text.Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : Problem(column, $"'{text}' is no number. Write it with digits and a point.");
    }

    /// <summary>A whole number; null when the cell is empty.</summary>
    public Result<int?> Number32(string column)
    {
        var number = Number64(column);
        if (number.Problem is { } problem) return problem;
        return number.Value is not { } n ? (int?)null : n == Math.Truncate(n) && Math.Abs(n) < int.MaxValue ? (int)n : Problem(column, $"'{this[column]}' is no whole number.");
    }

    /// <summary>A word of an enumeration as the command line writes it; null when the cell is empty.</summary>
    public Result<T?> Word<T>(string column) where T : struct, Enum => this[column] is not { } text ? (T?)null : Word<T>(column, text) is { Problem: { } problem } ? problem : Word<T>(column, text).Value;

    /// <summary>A word of an enumeration.</summary>
    public Result<T> Word<T>(string column, string text) where T : struct, Enum
    {
        var plain = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Enum.GetValues<T>().Where(v => v.ToString().Equals(plain, StringComparison.OrdinalIgnoreCase)).Select(v => (T?)v).FirstOrDefault() is { } word
            ? word
            : Problem(column, $"'{text}' is none of the words that may stand there. The sheet 'guide' of the template lists them.");
    }

    /// <summary>A problem of this row.</summary>
    public Problem Problem(string column, string what) => new("servo/bad-row", $"Sheet '{Sheet}', row {Number}, column '{column}': {what}", $"{Sheet}!{Number}");

    /// <summary>A problem that a rule of the study found in this row.</summary>
    public Problem Problem(Problem found) => found with { Message = $"Sheet '{Sheet}', row {Number}: {found.Message}", At = $"{Sheet}!{Number}" };
}
