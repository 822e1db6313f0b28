using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Survey;

/// <summary>A column with its kind.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Name">Its name: the question.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Guessed">Whether the kind was guessed rather than given.</param>
public sealed record SurveyColumn(int Index, string Name, SurveyColumnKind Kind, bool Guessed);

/// <summary>One answer to an open question.</summary>
/// <param name="Question">The question: the column's name.</param>
/// <param name="Text">The answer.</param>
public sealed record SurveyAnswer(string Question, CanonicalText Text);

/// <summary>One respondent.</summary>
/// <param name="Name">The name or number, unique in the survey.</param>
/// <param name="Values">Answers to closed questions by column; missing ones are left out.</param>
/// <param name="Answers">Answers to open questions in the order of columns; empty ones are left out.</param>
public sealed record SurveyRespondent(string Name, IReadOnlyDictionary<string, string> Values, IReadOnlyList<SurveyAnswer> Answers);

/// <summary>A survey, respondent × question: closed columns are variables, each open answer is a text of its own.</summary>
/// <remarks>
/// A column is taken as open when its answers are words, not numbers or dates, and are long (40 characters or more on average) or nearly all different and of three words or more.
/// A mapping overrides the guess.
/// </remarks>
/// <param name="Columns">The columns with their kinds.</param>
/// <param name="Respondents">The respondents in the order of rows.</param>
/// <param name="Losses">What was left out or changed, one English sentence each.</param>
public sealed record SurveyTable(IReadOnlyList<SurveyColumn> Columns, IReadOnlyList<SurveyRespondent> Respondents, IReadOnlyList<string> Losses)
{
    /// <summary>Reads a survey.</summary>
    /// <param name="name">Name of the file, .csv, .tsv or .xlsx.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="mapping">Kinds that the reader gives; null to guess all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The survey, <c>survey/no-column</c>, <c>survey/two-ids</c>, <c>survey/no-open-question</c>, or a problem as of <see cref="TableReader.ReadAsync"/>.</returns>
    public static async Task<Result<SurveyTable>> ReadAsync(string name, Stream content, SurveyMapping? mapping, CancellationToken cancellationToken)
    {
        var table = await TableReader.ReadAsync(name, content, limits: null, cancellationToken);
        return table.Problem is { } problem ? problem : Of(name, table.Value, mapping);
    }

    private static Result<SurveyTable> Of(string name, Table table, SurveyMapping? mapping)
    {
        var given = mapping?.Kinds ?? new Dictionary<string, SurveyColumnKind>();
        if (given.Keys.FirstOrDefault(k => table.IndexOf(k) < 0) is { } unknown)
            return new Problem("survey/no-column", $"The mapping names a column '{unknown}' that '{name}' does not have. Its columns are: {string.Join(", ", table.Header)}.", unknown);
        if (given.Values.Count(k => k == SurveyColumnKind.Id) > 1)
            return new Problem("survey/two-ids", "The mapping gives two columns the kind id. Keep the one that names the respondent.", name);

        var columns = SurveyColumns.Of(table, given);
        if (!columns.Any(c => c.Kind == SurveyColumnKind.Open))
            return new Problem("survey/no-open-question", $"'{name}' has no column that looks like an open question. Name it in a mapping (--map), or import the file with --cases if it is a case table.", name);

        var losses = new List<string>(table.Losses);
        var ignored = columns.Where(c => c.Kind == SurveyColumnKind.Ignored).Select(c => c.Name).ToList();
        if (ignored.Count > 0) losses.Add($"Left out: the columns {string.Join(", ", ignored)}.");
        var empty = table.Rows.Sum(r => columns.Count(c => c.Kind == SurveyColumnKind.Open && r[c.Index].Length == 0));
        if (empty > 0) losses.Add(FormattableString.Invariant($"{empty} open answers are empty and make no text."));
        return new SurveyTable(columns, Take(table, columns, losses), losses);
    }

    private static List<SurveyRespondent> Take(Table table, IReadOnlyList<SurveyColumn> columns, List<string> losses)
    {
        var id = columns.FirstOrDefault(c => c.Kind == SurveyColumnKind.Id)?.Index;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var renamed = 0;
        var respondents = new List<SurveyRespondent>(table.Rows.Count);
        foreach (var (at, row) in table.Rows.Index())
        {
            var wanted = id is { } column && row[column].Length > 0 ? row[column] : FormattableString.Invariant($"R{at + 1:000}");
            var unique = wanted;
            for (var n = 2; !taken.Add(unique); n++) unique = FormattableString.Invariant($"{wanted} ({n})");
            if (unique != wanted) renamed++;
            respondents.Add(new(
                unique,
                columns.Where(c => c.Kind == SurveyColumnKind.Closed && row[c.Index].Length > 0).ToDictionary(c => c.Name, c => row[c.Index]),
                [.. columns.Where(c => c.Kind == SurveyColumnKind.Open && row[c.Index].Length > 0).Select(c => new SurveyAnswer(c.Name, CanonicalText.From(row[c.Index])))]));
        }

        if (renamed > 0) losses.Add(FormattableString.Invariant($"{renamed} respondents share a name with an earlier row and were numbered, such as 'R1 (2)'."));
        return respondents;
    }
}
