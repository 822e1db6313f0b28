using System.Globalization;
using System.Text;
using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Tables;

/// <summary>How a row of a case table was matched to a name of the study.</summary>
public enum CaseMatchKind
{
    /// <summary>The names are the same to the letter.</summary>
    Exact,

    /// <summary>They differ in case only.</summary>
    Case,

    /// <summary>They differ in blanks, punctuation, accents or a file extension.</summary>
    Loose,
}

/// <summary>A row that belongs to a name.</summary>
/// <param name="Row">Its place among the rows, from 0.</param>
/// <param name="Cell">The name as the table writes it.</param>
/// <param name="Name">The name in the study.</param>
/// <param name="Kind">How close they are.</param>
public sealed record CaseMatch(int Row, string Cell, string Name, CaseMatchKind Kind);

/// <summary>A row that belongs to none.</summary>
/// <param name="Row">Its place among the rows, from 0.</param>
/// <param name="Cell">The name as the table writes it; empty when the cell is.</param>
public sealed record CaseRow(int Row, string Cell);

/// <summary>Which row of a case table belongs to which informant or source: a preview, nothing is changed.</summary>
/// <param name="Column">Place of the column that holds the names, from 0.</param>
/// <param name="Matches">Rows with a name, in the order of the table.</param>
/// <param name="Unmatched">Rows without one.</param>
/// <param name="Duplicates">Rows whose name an earlier row has taken; they are not used.</param>
/// <param name="Missing">Names of the study without a row.</param>
public sealed record CaseMatching(
    int Column, IReadOnlyList<CaseMatch> Matches, IReadOnlyList<CaseRow> Unmatched, IReadOnlyList<CaseRow> Duplicates, IReadOnlyList<string> Missing)
{
    internal static Result<CaseMatching> Of(Table table, IReadOnlyCollection<string> names, string? nameColumn)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (nameColumn is not null)
        {
            var at = table.IndexOf(nameColumn);
            return at >= 0
                ? In(table, at, names)
                : new Problem("cases/no-column", $"The case table has no column '{nameColumn}'. Its columns are: {string.Join(", ", table.Header)}.", nameColumn);
        }

        var best = Enumerable.Range(0, table.Header.Count).Select(c => In(table, c, names)).MaxBy(m => (m.Matches.Count, m.Matches.Count(x => x.Kind == CaseMatchKind.Exact), -m.Column))!;
        return best.Matches.Count > 0
            ? best
            : new Problem("cases/no-match", $"No column of the case table holds a name of an informant or a source. Write them as they stand in the study, such as {string.Join(", ", names.Take(3))}.");
    }

    private static CaseMatching In(Table table, int column, IReadOnlyCollection<string> names)
    {
        var exact = names.Distinct(StringComparer.Ordinal).ToDictionary(n => n, n => n, StringComparer.Ordinal);
        var byCase = Unambiguous(names, n => n.Trim().ToUpperInvariant());
        var loose = Unambiguous(names, Loose);
        List<CaseMatch> matches = [];
        List<CaseRow> unmatched = [], duplicates = [];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, cell) in table.Column(column).Index())
        {
            CaseMatch? match =
                cell.Length == 0 ? null
                : exact.TryGetValue(cell, out var name) ? new(row, cell, name, CaseMatchKind.Exact)
                : byCase.TryGetValue(cell.Trim().ToUpperInvariant(), out name) ? new(row, cell, name, CaseMatchKind.Case)
                : loose.TryGetValue(Loose(cell), out name) ? new(row, cell, name, CaseMatchKind.Loose) : null;
            if (match is null) unmatched.Add(new(row, cell));
            else if (taken.Add(match.Name)) matches.Add(match);
            else duplicates.Add(new(row, cell));
        }

        return new(column, matches, unmatched, duplicates, [.. names.Where(n => !taken.Contains(n))]);
    }

    // Two names with one key would make the match a guess: neither is offered.
    private static Dictionary<string, string> Unambiguous(IEnumerable<string> names, Func<string, string> key) => names
        .GroupBy(key, StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() == 1).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static string Loose(string name)
    {
        var trimmed = CanonicalText.From(name).Value.Trim();
        var extension = Path.GetExtension(trimmed);
        if (extension.Length is > 1 and <= 6 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) && extension.Skip(1).Any(char.IsAsciiLetter)) trimmed = trimmed[..^extension.Length];
        var plain = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c)) plain.Append(char.ToUpperInvariant(c));
        return plain.ToString();
    }
}
